"""What step 5, the choice of the hardest cases, shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from storage.records.cases import HardshipCase
from storage.records.kinds import Outcome


@dataclass(frozen=True, slots=True)
class CaseOnTable:
    """A case that the club may choose, with what was decided on it."""

    case: HardshipCase
    outcome: Outcome | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A round of counting hands: among which cases, for how many places, with which hands."""

    number: int
    seats: int
    cases: tuple[int, ...]
    hands: Mapping[int, int] = field(default_factory=dict)
    """By case; a case that is missing is not counted yet."""

    @property
    def complete(self) -> bool:
        """Whether hands were counted on every case."""
        return all(case in self.hands for case in self.cases)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the counts so far come to."""

    chosen: tuple[int, ...] = ()
    """The cases that are through, with the most hands first."""
    tied: tuple[int, ...] = ()
    """The cases with as many hands at the edge, where they are more than the places left."""
    places_left: int = 0
    """How many places the tied are counted on again for."""


@dataclass(frozen=True, slots=True)
class SelectionOverview:
    """All cases of the meeting side by side, and how the club's opinion was taken."""

    cases: tuple[CaseOnTable, ...]
    day: date
    """The meeting's day."""
    seats: int
    present: int
    rounds: tuple[Round, ...] = ()
    standing: Standing = field(default_factory=Standing)

    @property
    def chosen(self) -> tuple[CaseOnTable, ...]:
        """The cases that were chosen."""
        return tuple(each for each in self.cases if each.outcome is Outcome.CHOSEN)

    @property
    def round(self) -> Round | None:
        """The round that is being counted, or was counted last."""
        return self.rounds[-1] if self.rounds else None

    @property
    def counting(self) -> bool:
        """Whether hands are being counted now."""
        return self.round is not None and not self.chosen
