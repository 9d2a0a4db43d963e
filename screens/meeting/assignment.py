"""Step 6, Đăng ký giúp: for each case what is given, by whom, and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar

from screens.base import Page
from screens.forms.ask_agreement import agreed_at_once, count_hands, may_replace
from screens.forms.help_forms import home_care_form
from screens.forms.pledge_form import first_draft, pledge_form, pointed_out
from screens.forms.values import Values
from screens.language import N_, _
from screens.list_keys import digits
from screens.meeting.assignment_lines import (
    agreed_so_far,
    gaps_line,
    lines,
    names_of,
    needs_words,
    pledged_words,
    shown_helpers,
    totals_rows,
)
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.privacy import may_show, shown_case
from screens.widgets.line_list import Column, Line
from screens.widgets.people_picker import PeoplePicker
from screens.wording import lack_sentence
from screens.wording.amounts import given_words
from storage.books import Books
from storage.drafts import HANDS, TICKS, ticks_draft
from storage.records.assignment import AssignmentOverview, CaseHelp
from storage.records.kinds import HelperKind, Step
from storage.records.pledges import Pledge, PledgeDraft
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


class AssignmentScreen(StepScreen[AssignmentOverview]):
    """Pledges by case, with running totals, and one question a case."""

    STEP: ClassVar[Step] = Step.ASSIGNMENT
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
                await self._help(int(number), self._pledge_to)
            case "pledge":
                await self._choose_for_pledge(int(number))
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
                await self._help(int(number), self._pledge_to)
            case "pledge":
                await self._change(int(number))
            case "home-care":
                await self._write_referral(int(number))
            case _ if kind.startswith(TICKS):
                await self._name_helpers(int(number))
            case _ if kind.startswith(HANDS):
                await self._help(int(number), self._count_hands)
            case _:
                await super().reopen(form_key)

    def _case(self, case_id: int) -> CaseHelp | None:
        return self.overview.of_case(case_id) if self.overview else None

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
        each = self._case(case_id)
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
        each = self._case(case_id)
        if each is None:
            return None
        care = (
            _("Chuyển nhóm TNV chăm sóc tại nhà")
            if each.referral is None
            else _("Đã chuyển nhóm TNV chăm sóc tại nhà: sửa, bỏ")
        )
        choices: tuple[Choice[Deed], ...] = (
            Choice(self._pledge_to, _("Đăng ký giúp"), needs_words(each, hidden=self.hidden)),
            Choice(self._refer, care),
            Choice(self._agree, _(_AGREE), pledged_words(each, hidden=self.hidden)),
            Choice(self._count_hands, _("Ý kiến khác nhau: giơ tay")),
        )
        ready = each.chosen and each.pledges and not each.gaps and not each.agreed
        start = _PLACE_OF_AGREEMENT if ready else 0
        return await self.choose(shown_case(each.case, self.hidden), choices, start=start)

    # Pledges.

    async def _pledge_to(self, case_id: int) -> bool:
        each = self._case(case_id)
        if each is None:
            return False
        meeting_id = self.meeting_id
        return await self._fill_pledge(
            f"pledge:new:{case_id}",
            _("Giúp {name}").format(name=shown_case(each.case, self.hidden)),
            first_draft(each, open_to_all=may_show(each.case.person, hidden=self.hidden)),
            lambda books, draft: books.pledges.pledge(meeting_id, case_id, draft),
            helped=each.case.member_id,
        )

    async def _fill_pledge(
        self,
        key: str,
        title: str,
        initial: PledgeDraft,
        record: Callable[[Books, PledgeDraft], int],
        besides: int | None = None,
        helped: int | None = None,
    ) -> bool:
        meeting_id = self.meeting_id

        def busy(books: Books, values: Values) -> Mapping[int, str]:
            members = [member.id for member in books.register.members()]
            return pointed_out(books, members, values.when("when"), meeting_id, besides)

        groups = await self.room.ask(lambda books: books.register.groups())
        pledge_id = await self.fill(pledge_form(key, title, initial, groups, busy, record, helped))
        if pledge_id is not None:
            await self._point_out_twice(pledge_id)
        return pledge_id is not None

    async def _point_out_twice(self, pledge_id: int) -> None:
        """Says who of the helpers has promised the same day to someone else."""
        pledge = self.overview.pledge(pledge_id) if self.overview else None
        if pledge is None:
            return
        meeting_id, draft = self.meeting_id, pledge.draft
        twice = await self.room.ask(
            lambda books: pointed_out(books, draft.members, draft.when, meeting_id, pledge_id)
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
        names = names_of(pledge) or shown_helpers(pledge)
        return names if hidden else f"{given_words(pledge)}: {names}"

    async def _change(self, pledge_id: int) -> None:
        meeting_id = self.meeting_id

        def record(books: Books, draft: PledgeDraft) -> int:
            books.pledges.change(meeting_id, pledge_id, draft)
            return pledge_id

        initial = await self.room.ask(lambda books: books.pledges.draft_of(pledge_id))
        await self._fill_pledge(
            f"pledge:{pledge_id}",
            _("Sửa đăng ký giúp"),
            initial,
            record,
            pledge_id,
            self._helped(pledge_id),
        )

    def _helped(self, pledge_id: int) -> int | None:
        """The member who is helped by a pledge, and so is none of the helpers."""
        pledge = self.overview.pledge(pledge_id) if self.overview else None
        each = self._case((pledge.case_id if pledge else None) or 0)
        return each.case.member_id if each else None

    async def _name_helpers(self, pledge_id: int) -> None:
        meeting_id = self.meeting_id

        def read(books: Books) -> tuple[PledgeDraft, dict[int, str]]:
            draft = books.pledges.draft_of(pledge_id)
            members = [member.id for member in books.register.members()]
            return draft, pointed_out(books, members, draft.when, meeting_id, pledge_id)

        draft, busy = await self.room.ask(read)
        title = (
            _("Ai giúp? ({count} người)", draft.number).format(count=draft.number)
            if draft.helper_kind is HelperKind.NUMBER
            else _("Ai giúp?")
        )
        ticks = ticks_draft(meeting_id, "helpers", pledge_id)
        helped = self._helped(pledge_id)
        without = () if helped is None else (helped,)
        named = await self.app.push_screen_wait(
            PeoplePicker(title, draft.members, busy, draft=ticks, without=without)
        )
        if not isinstance(named, tuple):
            return

        def name(books: Books) -> None:
            with books.together():
                books.pledges.name_helpers(meeting_id, pledge_id, named)
                books.drafts.forget(ticks)

        await self.record(name)
        await self._point_out_twice(pledge_id)

    async def _remove(self, pledge_id: int) -> None:
        meeting_id = self.meeting_id
        await self.record(lambda books: books.pledges.remove(meeting_id, pledge_id))

    # Home care.

    async def _refer(self, case_id: int) -> bool:
        """Passes a case on at once; where it is passed on already, asks what is to be changed."""
        each = self._case(case_id)
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
        each = self._case(case_id)
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
        each = self._case(case_id)
        if each is None or each.helped:
            return each is not None
        question = _("Chưa ai đăng ký giúp {name}. Vẫn lấy ý kiến?")
        name = shown_case(each.case, self.hidden)
        return await self.confirm(question.format(name=name), _("Vẫn lấy ý kiến"))

    async def _agree(self, case_id: int) -> bool:
        each = self._case(case_id)
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
