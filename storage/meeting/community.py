"""What the club does for the community, and what it says to the locality (step 7)."""

from __future__ import annotations

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.meeting.attendance import present_count
from storage.meeting.case_writing import add_matter, rewrite_matter
from storage.meeting.community_rows import (
    decision_row,
    forget_opinion,
    invited_in,
    keep_promise,
    matters_of_meeting,
    opinions_of,
    write_decision,
    write_opinion,
)
from storage.meeting.follow_up import FollowUpBook
from storage.meeting.matter_rows import matter_row, matters_of_rows
from storage.meeting.meeting_rows import meeting_if_known
from storage.meeting.meetings import guests_of
from storage.meeting.open_pledges import meeting_before
from storage.meeting.opinions import opinion_taken, require_possible
from storage.memory import remembered
from storage.records.acts import ActKind
from storage.records.community import MatterDraft
from storage.records.community_step import CommunityOverview, MatterOnTable
from storage.records.kinds import CountSubject, Outcome, Source
from storage.records.lacks import Lack
from storage.rules import community as rules
from storage.rules.pledges import carried
from storage.rules.proposals import cleaned_matter, matter_fault
from storage.tables import AnswerRow, DecisionRow, MatterRow, ProposalRow
from storage.vietnamese import clean_line


class CommunityBook:
    """Activities and matters for the locality, each agreed or not taken on."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @remembered
    def overview(self, meeting_id: int) -> CommunityOverview:
        """All matters of the meeting, with the club's opinion on each."""
        ids = matters_of_meeting(meeting_id)
        rows = {row.id: row for row in MatterRow.select().where(MatterRow.id.in_(list(ids)))}
        matters = matters_of_rows([rows[number] for number in ids], meeting_id)
        opinions = opinions_of(meeting_id)
        answered = {
            row.matter_id for row in AnswerRow.select().where(AnswerRow.meeting == meeting_id)
        }
        meeting = meeting_if_known(meeting_id)
        return CommunityOverview(
            present=present_count(meeting_id),
            guests=guests_of(meeting_id),
            on_table=tuple(
                MatterOnTable(matter, opinions.get(matter.id), matter.id in answered)
                for matter in rules.beside(matters)
            ),
            reason_given=bool(meeting and meeting.no_community_reason),
        )

    @remembered
    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """What is not settled yet."""
        return rules.lacking(self.overview(meeting_id))

    @remembered
    def begun(self, meeting_id: int) -> bool:
        """Whether a matter was settled here, or one came up that no group had proposed."""
        decided = DecisionRow.select().where(
            DecisionRow.meeting == meeting_id, DecisionRow.matter.is_null(False)
        )
        added = ProposalRow.select().where(
            ProposalRow.meeting == meeting_id, ProposalRow.group.is_null()
        )
        return bool(decided.exists() or added.exists())

    def invited(self, meeting_id: int) -> tuple[str, ...]:
        """Whom the meeting before agreed to invite: they come back as guests of this one (S6)."""
        before = meeting_before(meeting_id)
        return invited_in(before.id) if before else ()

    def add(self, meeting_id: int, draft: MatterDraft) -> int:
        """Writes a matter that came up in the general discussion, and gives its number.

        Raises:
            Refusal: it does not say what is to be done.
        """
        cleaned = _valid(draft)
        with self.desk.act(meeting_id, ActKind.MATTER_ADDED, what=cleaned.what):
            row = add_matter(cleaned, Source.MEETING)
            ProposalRow.create(meeting=meeting_id, matter=row.id)
        return int(row.id)

    def change(self, meeting_id: int, matter_id: int, draft: MatterDraft) -> None:
        """Writes over a matter what its form says now; what was agreed stays agreed.

        Raises:
            Refusal: it does not say any more what is to be done.
        """
        cleaned = _valid(draft)
        with self.desk.act(meeting_id, ActKind.MATTER_CHANGED, what=cleaned.what):
            row = matter_row(matter_id)
            rewrite_matter(row, cleaned)
            decision = decision_row(meeting_id, matter_id)
            keep_promise(
                meeting_id, row, made=bool(decision and decision.outcome == Outcome.AGREED)
            )

    def agree(
        self,
        meeting_id: int,
        matter_id: int,
        *,
        unanimous: bool,
        in_favour: int = 0,
        against: int = 0,
        other: int = 0,
    ) -> bool:
        """Keeps the club's opinion on a matter, and says whether the club takes it on.

        By hands it does with more than half of those present. An earlier opinion of this
        meeting on it gives way. An activity that is agreed becomes a promise of everyone's,
        so that the next meeting asks what became of it.

        Raises:
            Refusal: more hands are said to be raised than members are present, or none.
        """
        row = matter_row(matter_id)
        hands = None if unanimous else (in_favour, against, other)
        present = present_count(meeting_id)
        opinion = opinion_taken(CountSubject.MATTER, present, hands, matter_id=matter_id)
        require_possible(opinion)
        taken_on = carried(opinion)
        kind = ActKind.MATTER_AGREED if unanimous else ActKind.MATTER_COUNTED
        with self.desk.act(meeting_id, kind, what=row.what, count=opinion.in_favour):
            forget_opinion(meeting_id, matter_id)
            write_opinion(meeting_id, opinion)
            outcome = Outcome.AGREED if taken_on else Outcome.NOT_DONE
            write_decision(meeting_id, matter_id, outcome)
            keep_promise(meeting_id, row, made=taken_on)
        return taken_on

    def drop(self, meeting_id: int, matter_id: int, reason: str) -> None:
        """Keeps that the club does not take a matter on, and why.

        Raises:
            Refusal: no reason is given.
        """
        cleaned = clean_line(reason)
        if not cleaned:
            raise Refusal(RefusalKind.REASON_MISSING)
        row = matter_row(matter_id)
        with self.desk.act(meeting_id, ActKind.MATTER_DROPPED, what=row.what, reason=cleaned):
            forget_opinion(meeting_id, matter_id)
            write_decision(meeting_id, matter_id, Outcome.NOT_DONE, cleaned)
            keep_promise(meeting_id, row, made=False)

    def reopen(self, meeting_id: int, matter_id: int) -> None:
        """Takes back what the meeting settled about a matter."""
        row = matter_row(matter_id)
        with self.desk.act(meeting_id, ActKind.MATTER_REOPENED, what=row.what):
            forget_opinion(meeting_id, matter_id)
            keep_promise(meeting_id, row, made=False)

    def answer(self, meeting_id: int, matter_id: int, by: str, text: str) -> None:
        """Keeps what an invited leader answers here, as step 2 keeps an earlier answer (S11).

        Raises:
            Refusal: the answer has no words, or the matter is none for the locality.
        """
        FollowUpBook(self.desk).answer(meeting_id, matter_id, by, text)


def _valid(draft: MatterDraft) -> MatterDraft:
    cleaned = cleaned_matter(draft)
    fault = matter_fault(cleaned)
    if fault is not None:
        raise Refusal(fault)
    return cleaned
