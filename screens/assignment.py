"""Step 6, Đăng ký giúp: for each case what is given, by whom, and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from screens.assignment_lines import agreed_so_far, gaps_line, lines, shown_helpers, totals_rows
from screens.base import Page
from screens.forms.fields import LongField, NumberField
from screens.forms.form import Form
from screens.forms.pledge_form import pledge_form, usual_quantity
from screens.forms.values import Values
from screens.language import _
from screens.popups import Choice
from screens.privacy import may_show, shown_case
from screens.step import StepScreen
from screens.widgets.line_list import Column, Line
from screens.widgets.people_picker import PeoplePicker
from screens.wording import lack_sentence
from storage.books import Books
from storage.records.assignment import AssignmentOverview, CaseHelp
from storage.records.cases import Need, When
from storage.records.kinds import HelperKind, HelpForm, Step
from storage.records.pledges import Pledge, PledgeDraft
from storage.rules import pledges as rules
from storage.rules.pledge_words import given_words
from storage.rules.terms import HELP_UNIT

_AGREE = "Cả CLB nhất trí: giúp gì, ai giúp, khi nào?"


class AssignmentScreen(StepScreen[AssignmentOverview]):
    """Pledges by case, with running totals, and one question a case."""

    STEP: ClassVar[Step] = Step.ASSIGNMENT
    HELP: ClassVar[str] = (
        "Đi tới “+ Đăng ký giúp” của một trường hợp rồi Enter. Nhiều người cùng giúp thì ghi tên "
        "một lần: gõ tên, Enter ghi người đầu tiên. Chưa biết ai thì ghi số người, tên ghi sau. "
        "Enter ở một dòng đã ghi để sửa hoặc bỏ. Xong thì hỏi cả CLB: giúp gì, ai giúp, khi nào."
    )

    def read(self, books: Books) -> AssignmentOverview:
        """The cases with what is pledged to them."""
        return books.pledges.overview(self.meeting_id)

    def missing(self, books: Books) -> str:
        """The line of what is missing, with the names that the wall may show now."""
        if self.hidden:
            return super().missing(books)
        overview = books.pledges.overview(self.meeting_id)
        return lack_sentence(rules.lacking(overview, lambda case: case.addressed))

    def page(self, overview: AssignmentOverview) -> Page:
        """The cases one below the other, the totals above them and the gaps below."""
        day = self.head.meeting.day if self.head else self.room.clock.today()
        return Page(
            title=_("Đăng ký giúp: giúp gì, ai giúp, khi nào?"),
            aside=agreed_so_far(overview),
            intro=totals_rows(overview, self.app.size.width - 2),
            columns=(Column(), Column(22), Column(19)),
            lines=lines(overview, hidden=self.hidden, year=day.year),
            status=gaps_line(overview, hidden=self.hidden),
            keys=(("Enter", _("đăng ký, sửa")),),
        )

    async def entered(self, line: Line) -> None:
        """Enter: a case, a pledge, home care, or the club's opinion."""
        kind, _colon, number = line.key.partition(":")
        match kind:
            case "case":
                await self._choose_for(int(number))
            case "add":
                await self._pledge_to(int(number))
            case "pledge":
                await self._choose_for_pledge(int(number))
            case "care":
                await self._refer(int(number))
            case "agree":
                await self._ask_the_club(int(number))

    async def reopen(self, form_key: str) -> None:
        """Opens a form of this step again."""
        kind, _colon, number = form_key.rpartition(":")
        match kind:
            case "pledge:new":
                await self._pledge_to(int(number))
            case "pledge":
                await self._change(int(number))
            case "help-hands":
                await self._count_hands(int(number))
            case "home-care":
                await self._write_referral(int(number))
            case _:
                await super().reopen(form_key)

    def _case(self, case_id: int) -> CaseHelp | None:
        return self.overview.of_case(case_id) if self.overview else None

    async def _choose_for(self, case_id: int) -> None:
        each = self._case(case_id)
        if each is None:
            return
        care = (
            _("Chuyển nhóm TNV chăm sóc tại nhà")
            if each.referral is None
            else _("Đã chuyển nhóm TNV chăm sóc tại nhà: sửa, bỏ")
        )
        chosen = await self.choose(
            shown_case(each.case, self.hidden),
            (
                Choice(self._pledge_to, _("Đăng ký giúp")),
                Choice(self._refer, care),
                Choice(self._ask_the_club, _(_AGREE)),
            ),
        )
        if chosen is not None:
            await chosen(case_id)

    # Pledges.

    async def _pledge_to(self, case_id: int) -> None:
        each = self._case(case_id)
        if each is None:
            return
        meeting_id = self.meeting_id
        await self._fill_pledge(
            f"pledge:new:{case_id}",
            _("Giúp {name}").format(name=shown_case(each.case, self.hidden)),
            self._first_draft(each),
            lambda books, draft: books.pledges.pledge(meeting_id, case_id, draft),
        )

    def _first_draft(self, each: CaseHelp) -> PledgeDraft:
        """What the form offers: the first need that is not met, at the time that was said.

        What it needs stands in the form only where the wall may show it.
        """
        case = each.case
        lacking = {gap.form for gap in each.gaps}
        need = next((need for need in case.needs if need.form in lacking), None)
        need = need or next(iter(case.needs), Need(HelpForm.LABOUR))
        open_to_all = may_show(case.person, hidden=self.hidden)
        one_thing = need.form is not HelpForm.GOODS or "," not in need.what
        usual = usual_quantity(need.form)
        return PledgeDraft(
            form=need.form,
            helper_kind=HelperKind.MEMBERS,
            what=need.what if open_to_all and one_thing else "",
            quantity=int(usual) if usual else None,
            unit=HELP_UNIT[need.form],
            when=When() if case.kept_before else case.when,
        )

    async def _fill_pledge(
        self,
        key: str,
        title: str,
        initial: PledgeDraft,
        record: Callable[[Books, PledgeDraft], int],
        besides: int | None = None,
    ) -> None:
        meeting_id = self.meeting_id

        def busy(books: Books, values: Values) -> Mapping[int, str]:
            members = [member.id for member in books.register.members()]
            return _pointed_out(books, members, values.when("when"), meeting_id, besides)

        groups = await self.room.ask(lambda books: books.register.groups())
        pledge_id = await self.fill(pledge_form(key, title, initial, groups, busy, record))
        if pledge_id is not None:
            await self._point_out_twice(pledge_id)

    async def _point_out_twice(self, pledge_id: int) -> None:
        """Says who of the helpers has promised the same day to someone else."""
        pledge = self.overview.pledge(pledge_id) if self.overview else None
        if pledge is None:
            return
        meeting_id, draft = self.meeting_id, pledge.draft
        twice = await self.room.ask(
            lambda books: _pointed_out(books, draft.members, draft.when, meeting_id, pledge_id)
        )
        names = dict(zip(draft.members, pledge.helpers, strict=True))
        if twice:
            who = ", ".join(names[member] for member in twice)
            said = next(iter(twice.values()))
            self.say(_("Đã lưu. Xin lưu ý: {names} {said}.").format(names=who, said=said))

    async def _choose_for_pledge(self, pledge_id: int) -> None:
        pledge = self.overview.pledge(pledge_id) if self.overview else None
        if pledge is None:
            return
        chosen = await self.choose(
            self._told(pledge),
            (
                Choice(self._change, _("Sửa")),
                Choice(self._name_helpers, _("Ghi tên người giúp")),
                Choice(self._remove, _("Bỏ")),
            ),
        )
        if chosen is not None:
            await chosen(pledge_id)

    def _told(self, pledge: Pledge) -> str:
        each = self._case(pledge.case_id or 0)
        hidden = each is None or not may_show(each.case.person, hidden=self.hidden)
        names = ", ".join(pledge.helpers) or shown_helpers(pledge)
        return names if hidden else f"{given_words(pledge)}: {names}"

    async def _change(self, pledge_id: int) -> None:
        meeting_id = self.meeting_id

        def record(books: Books, draft: PledgeDraft) -> int:
            books.pledges.change(meeting_id, pledge_id, draft)
            return pledge_id

        initial = await self.room.ask(lambda books: books.pledges.draft_of(pledge_id))
        await self._fill_pledge(
            f"pledge:{pledge_id}", _("Sửa đăng ký giúp"), initial, record, pledge_id
        )

    async def _name_helpers(self, pledge_id: int) -> None:
        meeting_id = self.meeting_id

        def read(books: Books) -> tuple[PledgeDraft, dict[int, str]]:
            draft = books.pledges.draft_of(pledge_id)
            members = [member.id for member in books.register.members()]
            return draft, _pointed_out(books, members, draft.when, meeting_id, pledge_id)

        draft, busy = await self.room.ask(read)
        title = (
            _("Ai giúp? ({count} người)").format(count=draft.number)
            if draft.helper_kind is HelperKind.NUMBER
            else _("Ai giúp?")
        )
        named = await self.app.push_screen_wait(PeoplePicker(title, draft.members, busy))
        if named is None:
            return
        await self.record(lambda books: books.pledges.name_helpers(meeting_id, pledge_id, named))
        await self._point_out_twice(pledge_id)

    async def _remove(self, pledge_id: int) -> None:
        meeting_id = self.meeting_id
        await self.record(lambda books: books.pledges.remove(meeting_id, pledge_id))

    # Home care.

    async def _refer(self, case_id: int) -> None:
        each = self._case(case_id)
        if each is None:
            return
        if each.referral is None:
            answers = (
                Choice(self._refer_at_once, _("Chuyển")),
                Choice(self._write_referral, _("Chuyển và ghi thêm mấy lời")),
            )
        else:
            answers = (
                Choice(self._write_referral, _("Sửa lời ghi thêm")),
                Choice(self._remove_referral, _("Bỏ, không chuyển nữa")),
            )
        chosen = await self.choose(_("Chuyển nhóm TNV chăm sóc tại nhà"), answers)
        if chosen is not None:
            await chosen(case_id)

    async def _refer_at_once(self, case_id: int) -> None:
        meeting_id = self.meeting_id
        await self.record(lambda books: books.pledges.refer(meeting_id, case_id, ""))

    async def _remove_referral(self, case_id: int) -> None:
        meeting_id = self.meeting_id
        await self.record(lambda books: books.pledges.remove_referral(meeting_id, case_id))

    async def _write_referral(self, case_id: int) -> None:
        each = self._case(case_id)
        meeting_id = self.meeting_id

        def accept(books: Books, values: Values) -> bool:
            books.pledges.refer(meeting_id, case_id, values.text("note"))
            return True

        note = each.referral.note if each and each.referral else ""
        await self.fill(
            Form(
                key=f"home-care:{case_id}",
                title=_("Chuyển nhóm TNV chăm sóc tại nhà"),
                fields=(
                    LongField(
                        "note", _("Ghi thêm"), _("Ví dụ: khảo sát trong tuần, cần người trực đêm")
                    ),
                ),
                accept=accept,
                initial={"note": note},
            )
        )

    # The club's opinion.

    async def _ask_the_club(self, case_id: int) -> None:
        answers = (Choice(True, _("Nhất trí")), Choice(False, _("Giơ tay")))
        unanimous = await self.choose(_(_AGREE), answers)
        if unanimous is None:
            return
        if not unanimous:
            await self._count_hands(case_id)
            return
        meeting_id = self.meeting_id
        await self.record(lambda books: books.pledges.agree(meeting_id, case_id, unanimous=True))

    async def _count_hands(self, case_id: int) -> None:
        meeting_id = self.meeting_id

        def accept(books: Books, values: Values) -> bool:
            books.pledges.agree(
                meeting_id,
                case_id,
                unanimous=False,
                in_favour=values.number("in_favour") or 0,
                against=values.number("against") or 0,
                other=values.number("other") or 0,
            )
            return True

        each = self._case(case_id)
        before = each.opinion if each else None
        counted = before is not None and not before.unanimous
        await self.fill(
            Form(
                key=f"help-hands:{case_id}",
                title=_("Giơ tay: giúp gì, ai giúp, khi nào?"),
                fields=(
                    NumberField("in_favour", _("Tán thành")),
                    NumberField("against", _("Không tán thành")),
                    NumberField("other", _("Ý kiến khác")),
                ),
                accept=accept,
                initial={
                    "in_favour": str(before.in_favour),
                    "against": str(before.against),
                    "other": str(before.other),
                }
                if before is not None and counted
                else {},
            )
        )


def _pointed_out(
    books: Books,
    members: list[int] | tuple[int, ...],
    when: When,
    meeting_id: int,
    besides: int | None,
) -> dict[int, str]:
    """Who of the members has promised that very day already, with what to say of them."""
    if when.first is None or when.first != when.last:
        return {}
    busy = books.pledges.busy(members, when.first, meeting_id, besides)
    return {member: _("đã nhận việc ngày {day}").format(day=day) for member, day in busy.items()}
