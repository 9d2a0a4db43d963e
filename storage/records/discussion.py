"""What step 3, Các tổ thảo luận, shows: the clock, and each group with its state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from storage.records.meetings import Countdown
from storage.records.people import Group


class TalkState(StrEnum):
    """How far a group is with talking things over (S16)."""

    TALKING = "talking"
    AGREED = "agreed"
    """It said that it has agreed, or its proposals are all written down."""


@dataclass(frozen=True, slots=True)
class GroupTalk:
    """A group while it talks things over."""

    group: Group
    agreed: bool = False
    """Its leader said that the group has agreed."""
    cases: int = 0
    """How many cases are written down for it already."""
    matters: int = 0
    no_case: bool = False
    no_matter: bool = False

    @property
    def state(self) -> TalkState:
        """How far it is."""
        spoken = (self.cases or self.no_case) and (self.matters or self.no_matter)
        return TalkState.AGREED if self.agreed or spoken else TalkState.TALKING


@dataclass(frozen=True, slots=True)
class DiscussionOverview:
    """All that step 3 shows beside its two questions."""

    countdown: Countdown
    groups: tuple[GroupTalk, ...] = ()

    @property
    def agreed(self) -> int:
        """How many groups have agreed."""
        return sum(talk.state is TalkState.AGREED for talk in self.groups)

    def of_group(self, group_id: int) -> GroupTalk | None:
        """One group."""
        return next((talk for talk in self.groups if talk.group.id == group_id), None)
