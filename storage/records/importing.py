"""What a spreadsheet would change in the register, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.records.kinds import Position
from storage.records.member_drafts import MemberDraft


class RowState(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    """The register has all of it already."""
    REFUSED = "refused"


class Remark(StrEnum):
    """Why a row is refused, or what of it is not taken over."""

    NO_NAME = "no_name"
    NAME_STRANGE = "name_strange"
    NO_GROUP = "no_group"
    TWICE = "twice"
    HAS_LEFT = "has_left"
    IN_OTHER_GROUP = "in_other_group"
    NAMESAKE = "namesake"
    YEAR_UNCLEAR = "year_unclear"
    TELEPHONE_UNCLEAR = "telephone_unclear"
    SEX_UNCLEAR = "sex_unclear"
    FORM_UNCLEAR = "form_unclear"
    JOINED_UNCLEAR = "joined_unclear"
    OFFICE_UNKNOWN = "office_unknown"
    OFFICE_THERE = "office_there"
    LEADER_THERE = "leader_there"
    GROUP_NEW = "group_new"


@dataclass(frozen=True, slots=True)
class RowRemark:
    """A remark with what its sentence names."""

    kind: Remark
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What a row changes of a member: a field by its name, and how it is before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of the file, and what becomes of it."""

    number: int
    """As the spreadsheet numbers it."""
    state: RowState
    name: str
    group: str = ""
    draft: MemberDraft | None = None
    """None where the row is refused."""
    member_id: int | None = None
    """Who is changed."""
    positions: frozenset[Position] = frozenset()
    leads: bool = False
    changes: tuple[Change, ...] = ()
    remarks: tuple[RowRemark, ...] = ()
    sheet: str = ""
    """The sheet's name."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that a file would do."""

    file: str
    font: str
    """"unicode", or the old font from which it was converted."""
    new_groups: tuple[str, ...]
    rows: tuple[PlannedRow, ...]
    unused: tuple[str, ...]
    """Headings of columns that are not taken over."""

    def count(self, state: RowState) -> int:
        """How many rows come to this."""
        return sum(row.state is state for row in self.rows)

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to accept."""
        return any(row.state in (RowState.ADDED, RowState.CHANGED) for row in self.rows)
