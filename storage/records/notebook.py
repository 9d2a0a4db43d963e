"""What the leaders noted in their areas between meetings, and what became of it (S3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.kinds import Outcome
from storage.records.people import Group


@dataclass(frozen=True, slots=True)
class AreaNote:
    """A case or a matter that a leader noted, and how far it came."""

    group_id: int | None
    case: HardshipCase | None = None
    matter: Matter | None = None
    on: date | None = None
    """When it was noted."""
    proposed_on: date | None = None
    """The day of the last meeting to which it was brought."""
    outcome: Outcome | None = None
    """What that or an earlier meeting decided last."""

    @property
    def waiting(self) -> bool:
        """Whether it still waits for a meeting."""
        return self.proposed_on is None and self.outcome is None


@dataclass(frozen=True, slots=True)
class GroupNotes:
    """A group with what its leader noted, the newest first."""

    group: Group
    notes: tuple[AreaNote, ...] = ()


@dataclass(frozen=True, slots=True)
class NotebookOverview:
    """The book Sổ ghi nhận ở địa bàn."""

    groups: tuple[GroupNotes, ...] = ()

    @property
    def waiting(self) -> int:
        """How many notes wait for a meeting."""
        return sum(note.waiting for row in self.groups for note in row.notes)

    def of_case(self, case_id: int) -> AreaNote | None:
        """The note of one case."""
        notes = (note for row in self.groups for note in row.notes)
        return next((note for note in notes if note.case and note.case.id == case_id), None)

    def of_matter(self, matter_id: int) -> AreaNote | None:
        """The note of one matter."""
        notes = (note for row in self.groups for note in row.notes)
        return next((note for note in notes if note.matter and note.matter.id == matter_id), None)
