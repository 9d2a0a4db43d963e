"""Step 6, Đăng ký giúp: for each case what is given, by whom, and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from screens.base import Page
from screens.forms.ask_agreement import agreed_at_once, count_hands, may_replace
from screens.forms.help_forms import home_care_form
from screens.language import N_, _
from screens.list_keys import digits
from screens.meeting.assignment_lines import (
    agreed_so_far,
    gaps_line,
    lines,
    needs_words,
    pledged_words,
    totals_rows,
)
from screens.meeting.pledging import PledgingScreen
from screens.popups import Choice
from screens.privacy import shown_case
from screens.widgets.lines import Column, Line
from screens.wording import lack_sentence
from storage.books import Books
from storage.drafts import HANDS, TICKS
from storage.records.assignment import AssignmentOverview, CaseHelp
from storage.rules import pledges as rules

_ROWS_FOR_TOTALS = 20
"""On a lower screen the list needs the rows more than the totals do."""
_COLUMNS = (Column(), Column(22), Column(19))
_WIDTH_FOR_DAYS = 76
"""On a narrower screen the day stands only in the line below the list."""
_AGREE = N_("Cả CLB nhất trí: giúp gì, ai giúp, khi nào?")
_PLACE_OF_AGREEMENT = 2
"""Of this question among what can be done for a case."""

Deed = Callable[[int], Awaitable[bool]]
"""What is done for a case; it tells whether something was stored."""


class AssignmentScreen(PledgingScreen):
    """Pledges by case, with running totals, and one question a case."""

    HELP: ClassVar[str] = N_(
        "Gõ số của một trường hợp, hoặc Enter ở “+ Đăng ký giúp”. Nhiều người cùng giúp thì ghi "
        "tên một lần: gõ tên, Enter ghi người đầu tiên. Chưa biết ai thì ghi số người, tên sau. "
        "Enter ở một dòng đã ghi để sửa hoặc bỏ. Xong thì hỏi cả CLB: giúp gì, ai giúp, khi nào; "
        "nhất trí là sang trường hợp sau. Esc về danh sách."
    )

    def read(self, books: Books) -> AssignmentOverview:
        """The cases with what is pledged to them."""
        return books.pledges.overview(self.meeting_id)

    def missing(self) -> str:
        """The line of what is missing, with the names that the wall may show now."""
        if self.hidden or self.overview is None:
            return super().missing()
        return lack_sentence(rules.lacking(self.overview, lambda case: case.addressed))

    def page(self, overview: AssignmentOverview) -> Page:
        """The cases one below the other, the totals above them and the gaps below."""
        day = self.head.meeting.day if self.head else self.room.clock.today()
        width, height = self.app.size
        spacious = height >= _ROWS_FOR_TOTALS
        return Page(
            title=_("Đăng ký giúp: giúp gì, ai giúp, khi nào?"),
            aside=agreed_so_far(overview),
            intro=totals_rows(overview, width - 2, hidden=self.hidden) if spacious else "",
            columns=_COLUMNS if width >= _WIDTH_FOR_DAYS else _COLUMNS[:2],
            lines=lines(overview, hidden=self.hidden, year=day.year),
            status=gaps_line(overview, hidden=self.hidden),
            keys=(
                ("Enter", _("đăng ký, sửa")),
                *(((digits(len(overview.cases)), _("mở")),) if overview.cases else ()),
            ),
        )

    async def entered(self, line: Line) -> None:
        """Enter: a case, a pledge, home care, or the club's opinion."""
        kind, _colon, number = line.key.partition(":")
        match kind:
            case "case":
                await self._help(int(number))
            case "add":
                await self._help(int(number), self.pledge_to)
            case "pledge":
                await self.choose_for_pledge(int(number))
            case "care":
                await self._refer(int(number))
            case "agree":
                await self._ask_the_club(int(number))

    async def digit(self, line: Line, digit: str) -> None:  # noqa: ARG002 - on every line
        """A digit opens what can be done for the case with this number."""
        cases = self.overview.cases if self.overview else ()
        if digit not in ("", "0") and int(digit) <= len(cases):
            case_id = cases[int(digit) - 1].case.id
            self.lines.go_to(f"case:{case_id}")
            await self._help(case_id)

    async def reopen(self, form_key: str) -> None:
        """Opens a form of this step again."""
        kind, _colon, number = form_key.rpartition(":")
        match kind:
            case "pledge:new":
                await self._help(int(number), self.pledge_to)
            case "pledge":
                await self.change_pledge(int(number))
            case "home-care":
                await self._write_referral(int(number))
            case _ if kind.startswith(TICKS):
                await self.name_helpers(int(number))
            case _ if kind.startswith(HANDS):
                await self._help(int(number), self._count_hands)
            case _:
                await super().reopen(form_key)

    async def _help(self, case_id: int, deed: Deed | None = None) -> None:
        """Does one thing for a case after the other, until the club agrees; then the next case."""
        following: int | None = case_id
        while following is not None:
            deed = deed or await self._choose_for(following)
            if deed is None or not await deed(following):
                return
            deed, following = None, self._following(following)

    def _following(self, case_id: int) -> int | None:
        """The case itself while the club has not agreed on its help, then the next such case."""
        open_cases = [each.case.id for each in self._open_cases()]
        if case_id in open_cases:
            return case_id
        each = self.case_help(case_id)
        if not open_cases or each is None or not each.agreed:
            return None
        self.lines.go_to(f"case:{open_cases[0]}")
        return open_cases[0]

    def _open_cases(self) -> list[CaseHelp]:
        """The chosen cases on whose help the club has not agreed."""
        cases = self.overview.cases if self.overview else ()
        return [each for each in cases if each.chosen and not each.agreed]

    async def _choose_for(self, case_id: int) -> Deed | None:
        """Asks what is to be done for a case; once nothing is lacking, the club is asked first."""
        each = self.case_help(case_id)
        if each is None:
            return None
        care = (
            _("Chuyển nhóm TNV chăm sóc tại nhà")
            if each.referral is None
            else _("Đã chuyển nhóm TNV chăm sóc tại nhà: sửa, bỏ")
        )
        choices: tuple[Choice[Deed], ...] = (
            Choice(self.pledge_to, _("Đăng ký giúp"), needs_words(each, hidden=self.hidden)),
            Choice(self._refer, care),
            Choice(self._agree, _(_AGREE), pledged_words(each, hidden=self.hidden)),
            Choice(self._count_hands, _("Ý kiến khác nhau: giơ tay")),
        )
        ready = each.chosen and each.pledges and not each.gaps and not each.agreed
        start = _PLACE_OF_AGREEMENT if ready else 0
        return await self.choose(shown_case(each.case, self.hidden), choices, start=start)

    # Home care.

    async def _refer(self, case_id: int) -> bool:
        """Passes a case on at once; where it is passed on already, asks what is to be changed."""
        each = self.case_help(case_id)
        if each is None:
            return False
        if each.referral is None:
            meeting_id = self.meeting_id
            await self.record(lambda books: books.pledges.refer(meeting_id, case_id, ""))
            return True
        answers: tuple[Choice[Deed], ...] = (
            Choice(self._write_referral, _("Ghi thêm mấy lời cho nhóm TNV")),
            Choice(self._remove_referral, _("Bỏ, không chuyển nữa")),
        )
        chosen = await self.choose(_("Chuyển nhóm TNV chăm sóc tại nhà"), answers)
        return chosen is not None and await chosen(case_id)

    async def _remove_referral(self, case_id: int) -> bool:
        meeting_id = self.meeting_id
        await self.record(lambda books: books.pledges.remove_referral(meeting_id, case_id))
        return True

    async def _write_referral(self, case_id: int) -> bool:
        each = self.case_help(case_id)
        if each is None:
            return False
        return await self.fill(home_care_form(self.meeting_id, each)) is not None

    # The club's opinion.

    async def _ask_the_club(self, case_id: int) -> None:
        answers = (Choice(True, _("Nhất trí")), Choice(False, _("Giơ tay")))
        unanimous = await self.choose(_(_AGREE), answers)
        if unanimous is None:
            return
        await self._help(case_id, self._agree if unanimous else self._count_hands)

    async def _may_be_agreed(self, case_id: int) -> bool:
        """Whether there is something to agree on; a key pressed too soon is asked about first."""
        each = self.case_help(case_id)
        if each is None or each.helped:
            return each is not None
        question = _("Chưa ai đăng ký giúp {name}. Vẫn lấy ý kiến?")
        name = shown_case(each.case, self.hidden)
        return await self.confirm(question.format(name=name), _("Vẫn lấy ý kiến"))

    async def _agree(self, case_id: int) -> bool:
        each = self.case_help(case_id)
        if each is None or not await may_replace(self, each.opinion):
            return False
        if not await self._may_be_agreed(case_id):
            return False
        present = self.head.present if self.head else 0
        if not await agreed_at_once(self, _(_AGREE), present):
            return False
        meeting_id = self.meeting_id
        await self.record(lambda books: books.pledges.agree(meeting_id, case_id, unanimous=True))
        return True

    async def _count_hands(self, case_id: int) -> bool:
        if self.head is None or not await self._may_be_agreed(case_id):
            return False
        meeting_id = self.meeting_id
        hands = await count_hands(
            self, _(_AGREE), self.head.present, key=f"help:{meeting_id}:{case_id}"
        )
        if hands is None:
            return False
        await self.record(
            lambda books: books.pledges.agree(
                meeting_id,
                case_id,
                unanimous=False,
                in_favour=hands.in_favour,
                against=hands.against,
                other=hands.other,
            )
        )
        return True
