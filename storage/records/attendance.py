"""What step 1, Điểm danh, shows."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.guests import Guest
from storage.records.people import Member


@dataclass(frozen=True, slots=True)
class GroupAttendance:
    """Who of a group is here: ticked by name, or counted."""

    group_id: int
    name: str
    leader: str
    members: tuple[Member, ...]
    ticked: frozenset[int] = frozenset()
    """The members who were ticked."""
    counted: int | None = None
    """How many were counted; None where the group is ticked by name."""

    @property
    def present(self) -> int:
        """How many are here."""
        return len(self.ticked) if self.counted is None else self.counted

    @property
    def total(self) -> int:
        """How many belong to the group."""
        return len(self.members)

    @property
    def taken(self) -> bool:
        """Whether anyone has looked who of the group is here."""
        return self.counted is not None or bool(self.ticked)


@dataclass(frozen=True, slots=True)
class AttendanceOverview:
    """The officers, the guests, and who is here by group."""

    chair: Member | None
    facilitator: Member | None
    secretary: Member | None
    place: str
    guests: tuple[Guest, ...]
    groups: tuple[GroupAttendance, ...]

    @property
    def present(self) -> int:
        """Members present in all; guests do not raise hands and are not counted."""
        return sum(group.present for group in self.groups)

    @property
    def total(self) -> int:
        """Members in all."""
        return sum(group.total for group in self.groups)
