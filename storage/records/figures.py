"""Số liệu: what the club has done in some months of a year, as numbers."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.follow_up import UrgentStory
from storage.records.help_totals import HelpTotal
from storage.records.kinds import HelpForm
from storage.records.pledges import Pledge
from storage.records.tracking import TrackedEntry


@dataclass(frozen=True, slots=True)
class Period:
    """Some months of a year, one after the other."""

    year: int
    first_month: int = 1
    last_month: int = 12

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.first_month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        days = monthrange(self.year, self.last_month)[1]
        return date(self.year, self.last_month, days)

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month."""
        numbers = range(self.first_month, self.last_month + 1)
        return tuple(date(self.year, month, 1) for month in numbers)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """A meeting of the period, and how many of the members came."""

    day: date
    present: int
    members: int
    """How many belonged to the club on that day."""


@dataclass(frozen=True, slots=True)
class PledgeTold:
    """A promise of which something was told in the period, be it of an earlier meeting."""

    pledge: Pledge
    case: HardshipCase | None = None
    """Whom it helps, with every group that ever proposed the case."""
    matter: Matter | None = None


@dataclass(frozen=True, slots=True)
class FiguresSource:
    """Everything that the figures of a period are worked out from."""

    today: date
    activities_wanted: int = 1
    """In each month, as the club set itself (S1)."""
    persons_wanted: int = 1
    """In a month, on average (S2)."""
    since: date | None = None
    """The day of the first meeting of which the books tell."""
    groups: tuple[str, ...] = ()
    meetings: tuple[MeetingHeld, ...] = ()
    entries: tuple[TrackedEntry, ...] = ()
    """Of the tracking book, of the same months."""
    told: tuple[PledgeTold, ...] = ()
    urgent: tuple[UrgentStory, ...] = ()
    """What was reported or helped at once in the period."""


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One month of the period."""

    month: date
    """Its first day."""
    counts: bool = True
    """It is over, or a meeting was held in it: the targets are measured by it."""
    meetings: int = 0
    activities: int = 0
    """Activities for the community that were done in it (S1)."""
    helped: int = 0
    """Persons who were helped in it (S2)."""
    labour: int = 0
    """Days of labour that were given."""
    money: int = 0
    """Whole đồng that were given."""


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One group's share; a case that two groups brought counts for both."""

    name: str
    proposed: int = 0
    chosen: int = 0
    helped: int = 0


@dataclass(frozen=True, slots=True)
class FormFigures:
    """One of the seven forms of help (S8)."""

    form: HelpForm
    needed: int = 0
    """Cases that need it, of those proposed in the period."""
    helped: int = 0
    """Cases that were helped in it in the period."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All numbers of a period; cases, activities and matters count once each."""

    period: Period
    activities_wanted: int = 1
    """In each month, as the club set itself (S1)."""
    persons_wanted: int = 1
    """In a month, on average (S2)."""
    months: tuple[MonthFigures, ...] = ()
    """Those that count since the books begin, and any in which something was done."""
    missed: tuple[date, ...] = ()
    """The months that count and had no meeting, by their first day."""
    meetings: int = 0
    present: int = 0
    """Members present, all meetings together."""
    members: int = 0
    """Members who could have been, all meetings together."""
    proposed: int = 0
    """Cases that came before a meeting of the period."""
    chosen: int = 0
    helped: int = 0
    """Cases that were helped in the period, whenever they were proposed."""
    by_group: tuple[GroupFigures, ...] = ()
    by_form: tuple[FormFigures, ...] = ()
    given: tuple[HelpTotal, ...] = ()
    """What was really given to persons, by form and unit; things each by themselves."""
    activities_agreed: int = 0
    activities_done: int = 0
    matters: int = 0
    """Matters that the club agreed to take to the locality in the period."""
    answered: int = 0
    """Those among them that have an answer by now."""
    urgent: int = 0
    """Reports that could not wait for a meeting (S32)."""
    urgent_helped: int = 0
    referred: int = 0
    """Cases that were passed to the home-care volunteers (S29)."""

    @property
    def labour(self) -> int:
        """Days of labour that were given."""
        return sum(month.labour for month in self.months)

    @property
    def money(self) -> int:
        """Whole đồng that were given."""
        return sum(month.money for month in self.months)

    @property
    def counted(self) -> int:
        """How many months both targets are measured by."""
        return sum(month.counts for month in self.months)

    @property
    def months_with_activity(self) -> int:
        """The months in which the community was helped often enough (S1)."""
        wanted = max(1, self.activities_wanted)
        return sum(month.counts and month.activities >= wanted for month in self.months)

    @property
    def community_met(self) -> bool:
        """Whether the community was helped often enough in every month (S1)."""
        return 0 < self.counted == self.months_with_activity

    @property
    def persons(self) -> int:
        """Persons helped, each counted once in each month (S2)."""
        return sum(month.helped for month in self.months)

    @property
    def persons_average(self) -> float:
        """Persons helped a month, over the months that count (S2)."""
        return self.persons / self.counted if self.counted else 0.0

    @property
    def persons_met(self) -> bool:
        """Whether enough persons a month were helped on average (S2)."""
        return 0 < self.counted * self.persons_wanted <= self.persons

    @property
    def attendance(self) -> float:
        """The share of the members who were present, from 0 to 1."""
        return self.present / self.members if self.members else 0.0
