"""What a club tells the Association of its sealed months, and what many clubs make together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.figures import MonthFigures


@dataclass(frozen=True, slots=True)
class BundleHead:
    """Whose bundle it is, and what the club holds itself to."""

    name: str
    hamlet: str
    commune: str
    province: str
    members: int
    """How many belong to the club now."""
    activities_wanted: int
    """In each month, as the club set itself (S1)."""
    persons_wanted: int
    """In a month, on average (S2)."""
    acts: int
    """How much was ever recorded in the books: of two bundles the later one has more."""


@dataclass(frozen=True, slots=True)
class SealedMeeting:
    """What the seal froze of a meeting, in numbers."""

    day: date
    number: int
    """Of its minutes, within the year."""
    present: int
    proposed: int
    """Cases that came before it."""
    chosen: int


@dataclass(frozen=True, slots=True)
class SealLink:
    """One link of the club's chain of seals."""

    seal: str
    """The digest that also makes the check code on paper."""
    previous: str
    """Of the seal before it; empty before the first."""
    meeting: SealedMeeting | None = None
    """None for an addendum."""


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Someone who was helped and agreed to be named outside the club."""

    month: date
    """Its first day."""
    name: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """A club's sealed months."""

    head: BundleHead
    links: tuple[SealLink, ...]
    months: tuple[MonthFigures, ...]
    """What is known now of each month up to the last sealed one."""
    persons: tuple[ToldPerson, ...] = ()
    """Empty where the club sends counts only."""

    @property
    def meetings(self) -> tuple[SealedMeeting, ...]:
        """The sealed meetings, in the order of their seals."""
        return tuple(link.meeting for link in self.links if link.meeting is not None)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a bundle added to the database."""

    club: str
    commune: str
    added: int
    """Sealed meetings that were not there before."""
    replaced: int = 0
    """Meetings that went, since the club's chain is another from there on."""
    updated: bool = False
    """Something else of the club is newer now: what became of its promises, its names."""


@dataclass(frozen=True, slots=True)
class ClubYear:
    """One club's year, as the Association counts it."""

    name: str
    hamlet: str
    commune: str
    province: str
    members: int
    held: int = 0
    """Months with a sealed meeting."""
    meetings: int = 0
    counted: int = 0
    """Months by which both targets are measured."""
    activities: int = 0
    persons: int = 0
    """Persons helped, each counted once in each month."""
    labour: int = 0
    money: int = 0
    community_met: bool = False
    """S1."""
    persons_met: bool = False
    """S2."""


@dataclass(frozen=True, slots=True)
class PlaceYear:
    """Some clubs' year together: a commune's, a province's, or everyone's."""

    province: str
    commune: str = ""
    """Empty for a whole province."""
    clubs: int = 0
    members: int = 0
    held: int = 0
    counted: int = 0
    activities: int = 0
    persons: int = 0
    labour: int = 0
    money: int = 0
    community_met: int = 0
    """Clubs that met S1."""
    persons_met: int = 0
    """Clubs that met S2."""


@dataclass(frozen=True, slots=True)
class AssociationFigures:
    """A year of all gathered clubs."""

    year: int
    clubs: tuple[ClubYear, ...]
    """By province, commune and name, in Vietnamese order."""
    months: tuple[MonthFigures, ...]
    """All clubs together, month by month."""
    silent: int = 0
    """Clubs that were gathered and of which nothing is known of this year."""
