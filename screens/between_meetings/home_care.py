"""Chăm sóc tại nhà: what the volunteers have in hand, and how far they are (S29)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.between_meetings.history_page import HISTORY_KEY, history_key, show_history
from screens.forms.fields import LongField, MemberField, WhenField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.popups import Choice
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.widgets.lines import Column, Line, act, blank, heading, note
from storage.books import Books
from storage.days import on_screen
from storage.records.history import RecordKind
from storage.records.home_care import CareCase, HomeCareOverview, SurveyDraft
from storage.records.kinds import ReferralState
from storage.rules.terms import REFERRAL_STATE

_BETWEEN = " · "
_EARLIER = "earlier"
_NONE_WAIT = N_("Chưa có trường hợp nào chuyển cho nhóm TNV.")
_MARKS = {
    ReferralState.WAITING: "●",
    ReferralState.SURVEYED: "–",
    ReferralState.CARED_FOR: "–",
    ReferralState.ENDED: "√",
    ReferralState.BROUGHT_BACK: "√",
}


class HomeCareScreen(BookScreen[HomeCareOverview]):
    """The cases that wait for a survey on top, then those in care, the past ones, the team."""

    HELP: ClassVar[str] = N_(
        "Các trường hợp đã chuyển nhóm TNV chăm sóc tại nhà. Ở mỗi dòng bấm 1 để ghi khảo sát, "
        "2 đang chăm sóc, 3 kết thúc, 4 đưa lại ra CLB: kỳ họp tới sẽ được nêu lại ở bước 4 và "
        "5. Ghi nhầm thì bấm lại số khác. Ai ở trong nhóm thì đánh dấu ở Thành viên và tổ. "
        "Bấm 5: ai ghi, khi nào."
    )

    def __init__(self) -> None:
        super().__init__()
        self._more = False
        """Those that were over earlier are shown too."""

    def read(self, books: Books) -> HomeCareOverview:
        """The cases of the volunteers, and who they are."""
        overview = books.home_care.overview(more=self._more)
        if self.first_line and not any(_key(each) == self.first_line for each in overview.cases):
            # What is asked for has been over for a while.
            self._more = True
            return books.home_care.overview(more=True)
        return overview

    def page(self, overview: HomeCareOverview) -> Page:
        """A row a case; the team below."""
        in_hand = [self._line(each) for each in overview.cases if each.open]
        past = [self._line(each) for each in overview.cases if not each.open]
        lines = in_hand or [note(_(_NONE_WAIT))]
        if past:
            lines += [blank("past"), heading(_("Đã xong")), *past]
        if overview.earlier:
            lines.append(act(_EARLIER, _("Xem cả những trường hợp đã xong trước đó")))
        lines += [blank("team"), heading(_("Nhóm TNV chăm sóc tại nhà"))]
        names = ", ".join(member.addressed for member in overview.team)
        lines.append(note(names or _("Chưa ghi ai. Đánh dấu ở sổ Thành viên và tổ.")))
        return Page(
            title=_("Chăm sóc tại nhà"),
            aside=_("{count} chờ khảo sát").format(count=overview.waiting),
            columns=(Column(24), Column(), Column(20)),
            lines=tuple(lines),
            keys=(
                ("1", _("khảo sát")),
                ("2", _("đang chăm sóc")),
                ("3", _("kết thúc")),
                ("4", _("đưa lại ra CLB")),
                history_key(),
            ),
        )

    def _line(self, care: CareCase) -> Line:
        shown = may_show(care.case.person, hidden=self.hidden)
        told = care.survey.needs_found if care.survey else care.case.circumstances
        mark = _MARKS[care.state]
        return Line(
            _key(care),
            (
                shown_case(care.case, self.hidden),
                (told if shown else shown_circumstances(care.case, self.hidden)).replace("\n", " "),
                f"{mark} {_(REFERRAL_STATE[care.state])}",
            ),
            detail=_BETWEEN.join(_details(care, shown=shown)),
        )

    async def entered(self, line: Line) -> None:
        """Enter: the same as the digits, asked; or what was over earlier."""
        if line.key == _EARLIER:
            self._more = True
            await self.refresh_page()
            return
        care = self._care(line)
        if care is None:
            return
        choices: tuple[Choice[Callable[[], Awaitable[None]]], ...] = tuple(
            Choice(partial(deed, self, care), _(words)) for deed, words in _DEEDS
        )
        chosen = await self.choose(shown_case(care.case, self.hidden), choices)
        if chosen is not None:
            await chosen()

    def works(self, key: str, line: Line | None) -> bool:
        """The digits are for a case in care."""
        if key.isdecimal():
            return line is not None and self._care(line) is not None
        return super().works(key, line)

    async def digit(self, line: Line, digit: str) -> None:
        """1 to 4: a survey, in care, over, or back to the club; 5: who wrote what, and when."""
        care = self._care(line)
        if care is not None and digit == HISTORY_KEY:
            await show_history(self, RecordKind.CASE, care.case.id)
        elif care is not None and digit and 1 <= int(digit) <= len(_DEEDS):
            await _DEEDS[int(digit) - 1][0](self, care)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was half typed when the program ended."""
        kind, _colon, number = form_key.removeprefix("home-care/").partition(":")
        care = self.overview.referral(int(number)) if self.overview else None
        if care is not None:
            await (self._survey if kind == "survey" else self._bring_back)(care)

    async def _survey(self, care: CareCase) -> None:
        before = care.survey

        def accept(books: Books, values: Values) -> bool:
            on = values.when("on")
            books.home_care.survey(
                care.id,
                SurveyDraft(
                    needs_found=values.text("needs"),
                    by=values.member("by"),
                    on=on.first if on.first == on.last else None,
                    solution=values.text("solution"),
                ),
            )
            return True

        on = before.on if before and before.on else self.room.clock.today()
        await self.fill(
            Form(
                key=f"home-care/survey:{care.id}",
                title=_("Khảo sát – {who}").format(who=shown_case(care.case, self.hidden)),
                fields=(
                    MemberField("by", _("Ai khảo sát"), _("Gõ tên, không cần dấu.")),
                    WhenField("on", _("Ngày nào"), _("Ví dụ: hôm nay, hôm qua, 20/10")),
                    LongField("needs", _("Nhu cầu xác định"), _("Cần gì, ai đang trông nom.")),
                    LongField("solution", _("Giải pháp tiếp theo"), _("Ai làm gì, khi nào.")),
                ),
                accept=accept,
                initial={
                    "by": str(before.by or "") if before else "",
                    "on": on_screen(on),
                    "needs": before.needs_found if before else "",
                    "solution": before.solution if before else "",
                },
            )
        )

    async def _cared_for(self, care: CareCase) -> None:
        await self._set(care, ReferralState.CARED_FOR)

    async def _end(self, care: CareCase) -> None:
        await self._set(care, ReferralState.ENDED)

    async def _set(self, care: CareCase, state: ReferralState) -> None:
        await self.record(lambda books: books.home_care.set_state(care.id, state))

    async def _bring_back(self, care: CareCase) -> None:
        def accept(books: Books, values: Values) -> bool:
            books.home_care.bring_back(care.id, values.text("reason"))
            return True

        await self.fill(
            Form(
                key=f"home-care/back:{care.id}",
                title=_("Đưa lại ra CLB – {who}").format(who=shown_case(care.case, self.hidden)),
                fields=(
                    LongField("reason", _("Vì sao"), _("Ví dụ: cần xe lăn, nhóm không lo được.")),
                ),
                accept=accept,
            )
        )

    def _care(self, line: Line) -> CareCase | None:
        kind, _colon, number = line.key.partition(":")
        if kind != "care" or self.overview is None:
            return None
        return self.overview.referral(int(number))


_DEEDS: tuple[tuple[Callable[[HomeCareScreen, CareCase], Awaitable[None]], str], ...] = (
    (HomeCareScreen._survey, N_("Ghi khảo sát")),
    (HomeCareScreen._cared_for, N_("Đang chăm sóc")),
    (HomeCareScreen._end, N_("Kết thúc chăm sóc")),
    (HomeCareScreen._bring_back, N_("Đưa lại ra CLB")),
)
"""What can be done with a case, under the same digit everywhere."""


def _key(care: CareCase) -> str:
    return f"care:{care.id}"


def _details(care: CareCase, *, shown: bool) -> list[str]:
    """When it was passed on, who surveyed it and when, and what comes next."""
    told = []
    if care.referred_on is not None:
        told.append(_("chuyển {day}").format(day=on_screen(care.referred_on)))
    survey = care.survey
    if survey is not None and survey.on is not None:
        day = on_screen(survey.on)
        told.append(
            _("{name} khảo sát {day}").format(name=care.survey_by, day=day)
            if care.survey_by
            else _("khảo sát {day}").format(day=day)
        )
    if shown:
        told += [survey.solution if survey else "", care.note]
    return [part.replace("\n", " ") for part in told if part]
