"""What the screens of the register show: the list, one member's page, what was written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from storage.records.people import Group, Member
from storage.records.spans import Span


@dataclass(frozen=True, slots=True)
class Register:
    """All groups and all members, those who have left included."""

    groups: tuple[Group, ...]
    members: tuple[Member, ...]
    """In the order of their names."""
    helping: Mapping[int, int] = field(default_factory=dict)
    """How often each member helped in the last twelve months; who did not is left out."""
    helped: Mapping[int, int] = field(default_factory=dict)
    """How often each member was helped."""

    @property
    def group_names(self) -> dict[int, str]:
        """The groups' names by number."""
        return {group.id: group.name for group in self.groups}

    @property
    def present_members(self) -> int:
        """How many belong to the club now."""
        return sum(member.left is None for member in self.members)


@dataclass(frozen=True, slots=True)
class MemberStory:
    """All that the books know of a member as a member."""

    member: Member
    group: Group
    spans: tuple[Span, ...]
    """In their order; what has no end holds now."""
    fellows: tuple[str, ...]
    """Others of the same household, with their forms of address."""
    helping: int
    """How often they helped in the last twelve months."""
    helped: int
    """How often they were helped."""
