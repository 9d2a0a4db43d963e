"""The pledges of step 6 on its screen: written down, changed, their helpers named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from screens.forms.pledge_form import first_draft, pledge_form, pointed_out
from screens.forms.values import Values
from screens.language import _
from screens.meeting.assignment_lines import names_of, shown_helpers
from screens.meeting.step import StepScreen
from screens.popups import Choice
from screens.privacy import may_show, shown_case
from screens.widgets.people_picker import PeoplePicker
from screens.wording.amounts import given_words
from storage.books import Books
from storage.drafts import ticks_draft
from storage.records.assignment import AssignmentOverview, CaseHelp
from storage.records.kinds import HelperKind, Step
from storage.records.pledges import Pledge, PledgeDraft


class PledgingScreen(StepScreen[AssignmentOverview]):
    """The part of step 6 that writes down who helps."""

    STEP: ClassVar[Step] = Step.ASSIGNMENT

    def case_help(self, case_id: int) -> CaseHelp | None:
        """A case with what is pledged to it, as the screen shows it."""
        return self.overview.of_case(case_id) if self.overview else None

    async def pledge_to(self, case_id: int) -> bool:
        """Writes down who helps a case; tells whether something was stored."""
        each = self.case_help(case_id)
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
            return pointed_out(books, None, values.when("when"), meeting_id, besides)

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

    async def choose_for_pledge(self, pledge_id: int) -> None:
        """Asks what is to be done with a pledge, and does it."""
        pledge = self.overview.pledge(pledge_id) if self.overview else None
        if pledge is None:
            return
        chosen = await self.choose(
            self._told(pledge),
            (
                Choice(self.change_pledge, _("Sửa")),
                Choice(self.name_helpers, _("Ghi tên người giúp")),
                Choice(self._remove, _("Bỏ")),
            ),
        )
        if chosen is not None:
            await chosen(pledge_id)

    def _told(self, pledge: Pledge) -> str:
        each = self.case_help(pledge.case_id or 0)
        hidden = each is None or not may_show(each.case.person, hidden=self.hidden)
        names = names_of(pledge) or shown_helpers(pledge)
        return names if hidden else f"{given_words(pledge)}: {names}"

    async def change_pledge(self, pledge_id: int) -> None:
        """Opens the form of a pledge again."""
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
        each = self.case_help((pledge.case_id if pledge else None) or 0)
        return each.case.member_id if each else None

    async def name_helpers(self, pledge_id: int) -> None:
        """Ticks who the helpers of a pledge are."""
        meeting_id = self.meeting_id

        def read(books: Books) -> tuple[PledgeDraft, dict[int, str]]:
            draft = books.pledges.draft_of(pledge_id)
            return draft, pointed_out(books, None, draft.when, meeting_id, pledge_id)

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
