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

    @property
    def chosen(self) -> bool:
        """Whether the club chose it."""
        return self.outcome is Outcome.CHOSEN


@dataclass(frozen=True, slots=True)
class Round:
    """A round of counting hands: among which cases, for how many places, with which hands."""

    number: int
    seats: int
    """The places that are counted for; nobody raises a hand more often than that."""
    cases: tuple[int, ...]
    hands: Mapping[int, int] = field(default_factory=dict)
    """By case; a case that is missing is not counted yet."""

    @property
    def uncounted(self) -> tuple[int, ...]:
        """The cases on which hands were not counted yet."""
        return tuple(case for case in self.cases if case not in self.hands)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the counts so far come to."""

    chosen: tuple[int, ...] = ()
    """The cases that are through, with the most hands first."""
    tied: tuple[int, ...] = ()
    """The cases with as many hands at the edge, where they are more than the places left."""
    places_left: int = 0
    """How many places the tied are counted on again for."""
    complete: bool = False
    """Whether everything is counted and nothing ties."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The little that the line of what is missing needs."""

    outcomes: tuple[Outcome | None, ...] = ()
    """What was decided on each case; None where nothing is."""
    seats: int = 1
    counted: bool = False
    """Whether hands were counted at all."""
    reason_given: bool = False
    """Whether it is written down why no case is chosen."""


@dataclass(frozen=True, slots=True)
class SelectionOverview:
    """All cases of the meeting side by side, and how the club's opinion was taken."""

    cases: tuple[CaseOnTable, ...]
    day: date
    """The meeting's day."""
    seats: int
    """How many cases are to be chosen in all (S20)."""
    present: int
    rounds: tuple[Round, ...] = ()
    """Each round that was counted, without the cases that have left the table since."""
    standing: Standing = field(default_factory=Standing)
    agreed: bool = False
    """Whether the whole club agreed on a choice (nhất trí)."""

    @property
    def chosen(self) -> tuple[CaseOnTable, ...]:
        """The cases that were chosen."""
        return tuple(each for each in self.cases if each.chosen)

    @property
    def undecided(self) -> tuple[CaseOnTable, ...]:
        """The cases on which nothing was decided."""
        return tuple(each for each in self.cases if each.outcome is None)

    @property
    def round(self) -> Round | None:
        """The round that is being counted, or was counted last."""
        return self.rounds[-1] if self.rounds else None

    @property
    def counting(self) -> bool:
        """Whether a count was begun whose result is not written down yet."""
        if not self.rounds:
            return False
        among = self.rounds[0].cases
        return bool(among) and not any(each.case.id in among for each in self.chosen)

    def find(self, case_id: int) -> CaseOnTable | None:
        """One case on the table."""
        return next((each for each in self.cases if each.case.id == case_id), None)
