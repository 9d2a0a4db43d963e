"""Sổ ghi nhận ở địa bàn: what leaders note when they see it, until a meeting takes it over (S3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from peewee import ForeignKeyField

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.meeting.case_history import unheard_cases, waiting_matters, year_before
from storage.meeting.case_rows import case_row, cases_of_rows
from storage.meeting.case_writing import (
    accepted_case,
    accepted_matter,
    add_case,
    add_matter,
    delete_case,
    rewrite_case,
    rewrite_matter,
)
from storage.meeting.matter_rows import matter_row, matters_of_rows
from storage.people.register import RegisterBook
from storage.records.acts import ActKind
from storage.records.case_draft import CaseDraft
from storage.records.community import MatterDraft
from storage.records.kinds import MeetingState, Outcome, Source
from storage.records.notebook import AreaNote, GroupNotes, NotebookOverview
from storage.tables import DecisionRow, HardshipCaseRow, MatterRow, MeetingRow, ProposalRow


class Fate(NamedTuple):
    """How far a case or a matter came in meetings."""

    proposed_on: date | None = None
    outcome: Outcome | None = None


_NOTHING_YET = Fate()


class NotebookBook:
    """What was noted in the areas, by group."""

    def __init__(self, desk: Desk, register: RegisterBook) -> None:
        self.desk = desk
        self.register = register

    def overview(self) -> NotebookOverview:
        """By group what waits, and what was noted in the last twelve months."""
        notes = [*self._cases(), *self._matters()]
        notes.sort(key=lambda note: note.on or date.min, reverse=True)
        return NotebookOverview(
            tuple(
                GroupNotes(group, tuple(note for note in notes if note.group_id == group.id))
                for group in self.register.groups()
            )
        )

    def note_case(self, group_id: int, draft: CaseDraft) -> int:
        """Writes a case that a leader saw, and gives its number.

        Raises:
            Refusal: it has no name, not one sentence, or neither a need nor home care.
        """
        cleaned = accepted_case(draft)
        with self.desk.act_now(ActKind.CASE_NOTED, group_id=group_id) as told:
            row = add_case(cleaned, Source.AREA, self.desk.clock.today())
            row.noted_by_id, row.noted_on = group_id, self.desk.clock.today()
            row.save()
            told["person_id"] = row.person_id
        return int(row.id)

    def note_matter(self, group_id: int, draft: MatterDraft) -> int:
        """Writes something for the community that a leader saw, and gives its number.

        Raises:
            Refusal: it does not say what it is.
        """
        cleaned = accepted_matter(draft)
        with self.desk.act_now(ActKind.MATTER_NOTED, group_id=group_id, what=cleaned.what):
            row = add_matter(cleaned, Source.AREA)
            row.noted_by_id, row.noted_on = group_id, self.desk.clock.today()
            row.save()
        return int(row.id)

    def change_case(self, case_id: int, draft: CaseDraft) -> None:
        """Writes over a case what its form says now.

        Raises:
            Refusal: it is not valid any more, or a meeting has taken it over.
        """
        cleaned = accepted_case(draft)
        row = _waiting_case(case_id)
        with self.desk.act_now(ActKind.CASE_CHANGED) as told:
            rewrite_case(row, cleaned, self.desk.clock.today())
            told["person_id"] = row.person_id

    def change_matter(self, matter_id: int, draft: MatterDraft) -> None:
        """Writes over a matter what its form says now.

        Raises:
            Refusal: it does not say any more what it is, or a meeting has taken it over.
        """
        cleaned = accepted_matter(draft)
        row = _waiting_matter(matter_id)
        with self.desk.act_now(ActKind.MATTER_CHANGED, what=cleaned.what):
            rewrite_matter(row, cleaned)

    def remove_case(self, case_id: int) -> None:
        """Takes out a case that was noted by mistake, or needs no help any more.

        Raises:
            Refusal: a meeting has taken it over.
        """
        row = _waiting_case(case_id)
        with self.desk.act_now(ActKind.NOTED_CASE_REMOVED, person_id=row.person_id):
            delete_case(case_id)

    def remove_matter(self, matter_id: int) -> None:
        """Takes out a matter that was noted by mistake, or is settled.

        Raises:
            Refusal: a meeting has taken it over.
        """
        row = _waiting_matter(matter_id)
        with self.desk.act_now(ActKind.NOTED_MATTER_REMOVED, what=row.what):
            row.delete_instance()

    def _cases(self) -> list[AreaNote]:
        recent = HardshipCaseRow.noted_on > year_before(self.desk.clock.today())
        waiting = sorted(unheard_cases())
        rows = list(
            HardshipCaseRow.select().where(
                HardshipCaseRow.source == str(Source.AREA),
                recent | HardshipCaseRow.id.in_(waiting),
            )
        )
        fates = _fates(
            ProposalRow.hardship_case, DecisionRow.hardship_case, [row.id for row in rows]
        )
        return [
            AreaNote(row.noted_by_id, case, None, row.noted_on, *fates.get(row.id, _NOTHING_YET))
            for row, case in zip(rows, cases_of_rows(rows), strict=True)
        ]

    def _matters(self) -> list[AreaNote]:
        recent = MatterRow.noted_on > year_before(self.desk.clock.today())
        waiting = sorted(waiting_matters())
        rows = list(
            MatterRow.select().where(
                MatterRow.source == str(Source.AREA), recent | MatterRow.id.in_(waiting)
            )
        )
        fates = _fates(ProposalRow.matter, DecisionRow.matter, [row.id for row in rows])
        return [
            AreaNote(row.noted_by_id, None, matter, row.noted_on, *fates.get(row.id, _NOTHING_YET))
            for row, matter in zip(rows, matters_of_rows(rows), strict=True)
        ]


def _fates(
    proposed: ForeignKeyField, decided: ForeignKeyField, ids: Sequence[int]
) -> dict[int, Fate]:
    """To which meeting each was brought last, and what was decided last."""
    held = MeetingRow.state != str(MeetingState.ABANDONED)
    days: dict[int, date] = {}
    proposals = ProposalRow.select(ProposalRow, MeetingRow).join(MeetingRow)
    for row in proposals.where(proposed.in_(ids), held).order_by(ProposalRow.id):
        days[getattr(row, proposed.object_id_name)] = row.meeting.day
    outcomes: dict[int, Outcome] = {}
    decisions = DecisionRow.select(DecisionRow, MeetingRow).join(MeetingRow)
    for made in decisions.where(decided.in_(ids), held).order_by(DecisionRow.id):
        outcomes[getattr(made, decided.object_id_name)] = Outcome(made.outcome)
    return {each: Fate(days.get(each), outcomes.get(each)) for each in {*days, *outcomes}}


def _waiting_case(case_id: int) -> HardshipCaseRow:
    row = case_row(case_id)
    spoken = ProposalRow.select().where(ProposalRow.hardship_case == case_id).exists()
    if row.source != Source.AREA or spoken or case_id not in unheard_cases():
        raise Refusal(RefusalKind.NOTE_TAKEN_OVER)
    return row


def _waiting_matter(matter_id: int) -> MatterRow:
    row = matter_row(matter_id)
    if matter_id not in waiting_matters():
        raise Refusal(RefusalKind.NOTE_TAKEN_OVER)
    return row
