"""What the groups propose (step 4): the board, and what waits to be taken over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.people import Group


class TurnState(StrEnum):
    """How far a group is with presenting its proposals (S17)."""

    WAITING = "waiting"
    PARTLY = "partly"
    """It has spoken on a case or on the community, and not yet on the other."""
    SPOKEN = "spoken"
    NOTHING = "nothing"
    """It said outright that it has no proposal."""
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class GroupSpoken:
    """Which of the two questions a group has answered (S14, S15)."""

    name: str
    on_case: bool
    on_matter: bool


@dataclass(frozen=True, slots=True)
class ProposedCase:
    """A case with the proposal that brought it to the board."""

    proposal_id: int
    case: HardshipCase


@dataclass(frozen=True, slots=True)
class ProposedMatter:
    """An activity or a matter for the locality with the proposal that brought it."""

    proposal_id: int
    matter: Matter


@dataclass(frozen=True, slots=True)
class GroupProposals:
    """A row of the board: a group, who presents for it, and what it proposed."""

    group: Group
    presenter_id: int | None = None
    presenter: str = ""
    """With the form of address; the leader unless someone else was named."""
    agreed: bool = False
    """The group has agreed among itself (S16)."""
    cases: tuple[ProposedCase, ...] = ()
    matters: tuple[ProposedMatter, ...] = ()
    no_case: bool = False
    no_matter: bool = False
    postponed: bool = False

    @property
    def has_case(self) -> bool:
        """Whether it has spoken on a case, be it to say that it has none."""
        return bool(self.cases) or self.no_case

    @property
    def has_matter(self) -> bool:
        """Whether it has spoken on the community, be it to say that it has nothing."""
        return bool(self.matters) or self.no_matter

    @property
    def state(self) -> TurnState:
        """How far the group is."""
        if self.has_case and self.has_matter:
            proposed = self.cases or self.matters
            return TurnState.SPOKEN if proposed else TurnState.NOTHING
        if self.postponed:
            return TurnState.POSTPONED
        return TurnState.PARTLY if self.has_case or self.has_matter else TurnState.WAITING


@dataclass(frozen=True, slots=True)
class NotedCase:
    """A case that waits: noted in the area (S3), or kept by an earlier meeting."""

    case: HardshipCase
    group_id: int | None = None
    """The group whose leader noted it."""
    group: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class NotedMatter:
    """A matter that waits: noted in the area, and not proposed yet."""

    matter: Matter
    group_id: int | None = None
    group: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ProposalOverview:
    """The board of step 4."""

    groups: tuple[GroupProposals, ...] = ()
    turn: int | None = None
    """The group whose turn it is; None when all have spoken."""
    noted_cases: tuple[NotedCase, ...] = ()
    noted_matters: tuple[NotedMatter, ...] = ()

    def of_group(self, group_id: int) -> GroupProposals | None:
        """The row of one group."""
        return next((row for row in self.groups if row.group.id == group_id), None)

    def noted_for(self, group_id: int) -> tuple[NotedCase | NotedMatter, ...]:
        """What a group may take over: its own notes first, then what nobody's leader noted."""
        notes: tuple[NotedCase | NotedMatter, ...] = (*self.noted_cases, *self.noted_matters)
        own = tuple(note for note in notes if note.group_id == group_id)
        return own + tuple(note for note in notes if note.group_id is None)

    @property
    def spoken(self) -> int:
        """How many groups have spoken on both questions."""
        return sum(row.has_case and row.has_matter for row in self.groups)
