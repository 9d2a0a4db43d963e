"""What could not wait for the meeting, as its form gives it and as its book shows it (S32)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.records.case_draft import CaseDraft
from storage.records.follow_up import UrgentStory
from storage.records.help_totals import Gap, HelpTotal
from storage.records.pledges import Pledge


@dataclass(frozen=True, slots=True)
class UrgentDraft:
    """A report with what is known by then: leaders report by telephone, it is typed in later."""

    case: CaseDraft
    reported_at: datetime
    reported_by: int | None = None
    reported_to: int | None = None
    cause: str = ""
    """Why it could not wait for the meeting."""
    decision: str = ""
    decided_by: int | None = None
    decided_at: datetime | None = None
    help_given: str = ""
    helped_at: datetime | None = None
    """When all of it was given; None while only a part was."""


@dataclass(frozen=True, slots=True)
class UrgentCase:
    """A report with its story and what was pledged on it."""

    story: UrgentStory
    pledges: tuple[Pledge, ...] = ()
    totals: tuple[HelpTotal, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def id(self) -> int:
        """The number of the report."""
        return self.story.id

    @property
    def decided(self) -> bool:
        """Whether the leader's report was answered."""
        return bool(self.story.decision)

    @property
    def open(self) -> bool:
        """Whether it still waits for a decision or for help."""
        return not self.decided or self.story.helped_at is None


@dataclass(frozen=True, slots=True)
class UrgentOverview:
    """The book Việc cần giúp ngay: what is open first, the newest on top."""

    open: tuple[UrgentCase, ...] = ()
    done: tuple[UrgentCase, ...] = ()

    def report(self, report_id: int) -> UrgentCase | None:
        """One report."""
        return next((each for each in (*self.open, *self.done) if each.id == report_id), None)
