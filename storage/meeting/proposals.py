"""What the groups propose, one act each (step 4)."""

from __future__ import annotations

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.meeting.board import overview_of, spoken_of
from storage.meeting.case_history import waiting_cases
from storage.meeting.case_rows import case_of_row, case_row, cases_of_rows
from storage.meeting.case_writing import (
    accepted_case,
    accepted_matter,
    add_case,
    add_matter,
    case_has_history,
    delete_case,
    draft_of_case,
    rewrite_case,
    rewrite_matter,
)
from storage.meeting.matter_rows import matter_draft_of_row, matter_row
from storage.meeting.proposal_rows import (
    forget_case,
    forget_matter,
    has_proposed,
    move_proposals,
    require_new,
    say_case,
    say_matter,
    turn_row,
)
from storage.memory import remembered
from storage.records.acts import ActKind
from storage.records.case_draft import CaseDraft
from storage.records.cases import HardshipCase
from storage.records.community import MatterDraft
from storage.records.kinds import Source
from storage.records.lacks import Lack
from storage.records.proposals import ProposalOverview
from storage.rules import proposals as rules
from storage.tables import GroupTurnRow, HardshipCaseRow, PersonRow, ProposalRow
from storage.vietnamese import clean_line, fold

_NOTHING = {
    (True, True): ActKind.NOTHING_PROPOSED,
    (True, False): ActKind.NO_CASE_SAID,
    (False, True): ActKind.NO_MATTER_SAID,
    (False, False): ActKind.NOTHING_PROPOSED,
}
"""Which act it is to have no case, no matter, or neither."""


class ProposalBook:
    """The board of the groups' proposals."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def overview(self, meeting_id: int) -> ProposalOverview:
        """The board: a row a group, whose turn it is, and what waits to be taken over."""
        return overview_of(self.desk, meeting_id)

    @remembered
    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """Which groups have not spoken yet."""
        return rules.lacking(spoken_of(meeting_id))

    @remembered
    def begun(self, meeting_id: int) -> bool:
        """Whether a group has proposed something, or said that it has nothing."""
        proposed = ProposalRow.select().where(
            ProposalRow.meeting == meeting_id, ProposalRow.group.is_null(False)
        )
        spoken = GroupTurnRow.select().where(
            GroupTurnRow.meeting == meeting_id, GroupTurnRow.no_case | GroupTurnRow.no_matter
        )
        return bool(proposed.exists() or spoken.exists())

    def propose_case(self, meeting_id: int, group_id: int, draft: CaseDraft) -> int:
        """Writes a case that a group proposes, and gives its number.

        Raises:
            Refusal: it has no name, not one sentence, or neither a need nor home care.
        """
        cleaned = accepted_case(draft)
        with self.desk.act(meeting_id, ActKind.CASE_PROPOSED, group_id=group_id) as told:
            row = add_case(cleaned, Source.MEETING, self.desk.clock.today())
            ProposalRow.create(meeting=meeting_id, group=group_id, hardship_case=row.id)
            say_case(meeting_id, group_id)
            told["person_id"] = row.person_id
        return int(row.id)

    def change_case(self, meeting_id: int, case_id: int, draft: CaseDraft) -> None:
        """Writes over a case what its form says now.

        Raises:
            Refusal: it is not valid any more.
        """
        cleaned = accepted_case(draft)
        with self.desk.act(meeting_id, ActKind.CASE_CHANGED) as told:
            row = case_row(case_id)
            rewrite_case(row, cleaned, self.desk.clock.today())
            told["person_id"] = row.person_id

    def case_draft(self, case_id: int) -> CaseDraft:
        """A case as its form shows it again.

        Raises:
            Refusal: there is no such case.
        """
        return draft_of_case(case_of_row(case_row(case_id)))

    def propose_existing(self, meeting_id: int, group_id: int, case_id: int) -> None:
        """A group proposes a case that the books have: noted, kept, or of another group.

        Raises:
            Refusal: this group has proposed it already.
        """
        row = case_row(case_id)
        require_new(meeting_id, group_id, row)
        with self.desk.act(
            meeting_id, ActKind.CASE_PROPOSED, group_id=group_id, person_id=row.person_id
        ):
            ProposalRow.create(meeting=meeting_id, group=group_id, hardship_case=case_id)
            say_case(meeting_id, group_id)

    def same_person(
        self, meeting_id: int, name: str, exclude: int | None = None
    ) -> tuple[HardshipCase, ...]:
        """The cases in this meeting, or open from before, whose person bears this name."""
        folded = fold(clean_line(name))
        if not folded:
            return ()
        proposed = ProposalRow.select(ProposalRow.hardship_case).where(
            ProposalRow.meeting == meeting_id, ProposalRow.hardship_case.is_null(False)
        )
        named = HardshipCaseRow.select().join(PersonRow).where(PersonRow.folded == folded)
        found = {row.id: row for row in named.where(HardshipCaseRow.id.in_(proposed))}
        waiting = waiting_cases(meeting_id)
        found |= {row.id: row for row in named.where(HardshipCaseRow.id.in_(sorted(waiting)))}
        found.pop(exclude or 0, None)
        return tuple(cases_of_rows(found.values(), meeting_id))

    def join_cases(self, meeting_id: int, keep_id: int, other_id: int) -> int:
        """Makes one case of two that are about one person, and gives its number.

        Both groups' proposals point to the one that stays. Of the two it is the other that
        stays where only that one has a history.

        Raises:
            Refusal: both have a history of their own, or they are one already.
        """
        if keep_id == other_id:
            raise Refusal(RefusalKind.SAME_CASE)
        if case_has_history(other_id, meeting_id):
            if case_has_history(keep_id, meeting_id):
                raise Refusal(RefusalKind.CASES_APART)
            keep_id, other_id = other_id, keep_id
        draft = rules.joined(self.case_draft(keep_id), self.case_draft(other_id))
        with self.desk.act(meeting_id, ActKind.CASES_JOINED) as told:
            row = case_row(keep_id)
            rewrite_case(row, draft, self.desk.clock.today())
            move_proposals(row, other_id)
            delete_case(other_id)
            told["person_id"] = row.person_id
        return keep_id

    def propose_matter(self, meeting_id: int, group_id: int, draft: MatterDraft) -> int:
        """Writes a matter that a group proposes, and gives its number.

        Raises:
            Refusal: it does not say what is to be done.
        """
        cleaned = accepted_matter(draft)
        with self.desk.act(
            meeting_id, ActKind.MATTER_PROPOSED, group_id=group_id, what=cleaned.what
        ):
            row = add_matter(cleaned, Source.MEETING)
            ProposalRow.create(meeting=meeting_id, group=group_id, matter=row.id)
            say_matter(meeting_id, group_id)
        return int(row.id)

    def change_matter(self, meeting_id: int, matter_id: int, draft: MatterDraft) -> None:
        """Writes over a matter what its form says now.

        Raises:
            Refusal: it does not say any more what is to be done.
        """
        cleaned = accepted_matter(draft)
        with self.desk.act(meeting_id, ActKind.MATTER_CHANGED, what=cleaned.what):
            rewrite_matter(matter_row(matter_id), cleaned)

    def matter_draft(self, matter_id: int) -> MatterDraft:
        """A matter as its form shows it again.

        Raises:
            Refusal: there is no such matter.
        """
        return matter_draft_of_row(matter_row(matter_id))

    def propose_existing_matter(self, meeting_id: int, group_id: int, matter_id: int) -> None:
        """A group proposes a matter that was noted in the area.

        Raises:
            Refusal: this group has proposed it already.
        """
        row = matter_row(matter_id)
        require_new(meeting_id, group_id, row)
        with self.desk.act(meeting_id, ActKind.MATTER_PROPOSED, group_id=group_id, what=row.what):
            ProposalRow.create(meeting=meeting_id, group=group_id, matter=matter_id)
            say_matter(meeting_id, group_id)

    def remove_proposal(self, meeting_id: int, proposal_id: int) -> None:
        """Takes a proposal off the board; what nothing else speaks of goes with it.

        Raises:
            Refusal: there is no such proposal in this meeting.
        """
        proposal = ProposalRow.get_or_none(
            ProposalRow.id == proposal_id, ProposalRow.meeting == meeting_id
        )
        if proposal is None:
            raise Refusal(RefusalKind.PROPOSAL_MISSING)
        with self.desk.act(
            meeting_id, ActKind.PROPOSAL_REMOVED, group_id=proposal.group_id
        ) as told:
            ProposalRow.delete().where(ProposalRow.id == proposal_id).execute()
            if proposal.matter is not None:
                told["what"] = proposal.matter.what
                forget_matter(proposal.matter)
            if proposal.hardship_case is not None:
                told["person_id"] = proposal.hardship_case.person_id
                forget_case(meeting_id, proposal.hardship_case)

    def nothing(self, meeting_id: int, group_id: int, *, case: bool, matter: bool) -> None:
        """A group says outright that it has no case, nothing for the community, or neither."""
        with self.desk.act(meeting_id, _NOTHING[case, matter], group_id=group_id):
            turn = turn_row(meeting_id, group_id)
            turn.no_case |= case and not has_proposed(ProposalRow.hardship_case, turn)
            turn.no_matter |= matter and not has_proposed(ProposalRow.matter, turn)
            turn.postponed = False
            turn.save()

    def postpone(self, meeting_id: int, group_id: int) -> None:
        """A group asks to present later."""
        with self.desk.act(meeting_id, ActKind.GROUP_POSTPONED, group_id=group_id):
            turn = turn_row(meeting_id, group_id)
            turn.postponed = True
            turn.save()

    def set_presenter(self, meeting_id: int, group_id: int, member_id: int) -> None:
        """Says who presents for a group in its leader's place."""
        with self.desk.act(
            meeting_id, ActKind.PRESENTER_SET, group_id=group_id, member_id=member_id
        ):
            turn = turn_row(meeting_id, group_id)
            GroupTurnRow.update(presenter=member_id).where(GroupTurnRow.id == turn.id).execute()
