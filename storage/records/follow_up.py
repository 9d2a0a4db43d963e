"""Both targets, what was promised, who has answered, and what could not wait."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from storage.records.cases import HardshipCase, When
from storage.records.community import Answer, Matter
from storage.records.kinds import FulfilmentState
from storage.records.pledges import Fulfilment, Pledge


@dataclass(frozen=True, slots=True)
class Targets:
    """How far the club is with what it set itself (S1, S2)."""

    month: date
    """The first day of the meeting's month."""
    activities: int = 0
    """Activities for the community that were done in this month."""
    helped: int = 0
    """Persons helped in the months that are counted, each once a month."""
    months: int = 1
    """How many months are counted: twelve, or as many as the books go back."""
    activities_wanted: int = 1
    """In each month, as the club set itself."""
    persons_wanted: int = 1
    """In a month, on average."""

    @property
    def average(self) -> float:
        """Persons helped a month."""
        return self.helped / self.months

    @property
    def community_met(self) -> bool:
        """Whether the community was helped often enough in this month (S1)."""
        return self.activities >= self.activities_wanted

    @property
    def persons_met(self) -> bool:
        """Whether on average enough persons a month were helped (S2)."""
        return self.helped >= self.months * self.persons_wanted


@dataclass(frozen=True, slots=True)
class Promise:
    """A pledge of earlier that is open, or whose outcome was told in this meeting."""

    pledge: Pledge
    case: HardshipCase | None = None
    """Whom it helps, with the groups that ever proposed the case."""
    matter: Matter | None = None
    """The community's activity that it is about."""
    promised_on: date | None = None
    """The day of the meeting in which it was promised."""
    due: When = field(default_factory=When)
    """By when: as it was promised, or as it was put off last."""
    overdue_days: int = 0
    ahead: bool = False
    """Its day is still to come: nobody misses its outcome yet."""
    told: Fulfilment | None = None
    """What was told in this meeting."""
    before: Fulfilment | None = None
    """What was told last before this meeting."""
    kept_on: date | None = None
    """The day that is kept with it when it is told as done and no other day is said."""

    @property
    def missed(self) -> bool:
        """Whether the meeting still has to hear what became of it."""
        return self.told is None and not self.ahead

    @property
    def state(self) -> FulfilmentState | None:
        """What became of it, as told in this meeting."""
        return self.told.state if self.told else None


@dataclass(frozen=True, slots=True)
class AwaitedAnswer:
    """A matter that was taken to the locality, and what it answered in this meeting (S11)."""

    matter: Matter
    agreed_on: date
    overdue_days: int = 0
    """Since the day by which the club meant to speak."""
    ahead: bool = False
    told: Answer | None = None

    @property
    def missed(self) -> bool:
        """Whether the meeting still has to hear of it."""
        return self.told is None and not self.ahead


@dataclass(frozen=True, slots=True)
class UrgentStory:
    """Help that could not wait for the meeting, told in full (S32)."""

    id: int
    case: HardshipCase
    reported_at: datetime
    reported_by: str = ""
    """Addressed, as are the others."""
    reported_to: str = ""
    cause: str = ""
    """Why it could not wait for the meeting."""
    decision: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    help_given: str = ""
    helped_at: datetime | None = None
    """When all of it was given; None while only a part was."""

    @property
    def hours(self) -> int | None:
        """Whole hours from the report to the help; None until it was given."""
        if self.helped_at is None:
            return None
        return max(0, int((self.helped_at - self.reported_at).total_seconds()) // 3600)

    @property
    def helped_in_part(self) -> bool:
        """Whether something was given, and more is still to come."""
        return bool(self.help_given) and self.helped_at is None
