"""What the club must not forget, gathered for the main page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.records.cases import HardshipCase
    from storage.records.follow_up import AwaitedAnswer, Promise, Targets, UrgentStory
    from storage.records.home_care import CareCase


@dataclass(frozen=True, slots=True)
class KeptCase:
    """A case that waits for a meeting, and the meeting that kept it."""

    case: HardshipCase
    meeting_id: int = 0
    """Nought where the home-care volunteers brought it back."""
    referral_id: int = 0
    """Of what they brought back."""


@dataclass(frozen=True, slots=True)
class UnansweredMatter:
    """A matter without an answer of the locality, and the meeting that agreed on it."""

    awaited: AwaitedAnswer
    meeting_id: int = 0


@dataclass(frozen=True, slots=True)
class Attention:
    """Both targets as they stand today, and everything that waits for someone."""

    targets: Targets
    missed: tuple[date, ...] = ()
    """The months of the year, over by now, in which the community was not helped (S1)."""
    urgent: tuple[UrgentStory, ...] = ()
    """Reports without a decision (S32)."""
    overdue: tuple[Promise, ...] = ()
    due: tuple[Promise, ...] = ()
    """Promises whose last day comes within a week."""
    referrals: tuple[CareCase, ...] = ()
    """Cases without a survey (S29)."""
    kept: tuple[KeptCase, ...] = ()
    answers: tuple[UnansweredMatter, ...] = ()
    old_cases: int = 0
    """Closed cases that are older than the club wishes to keep what was said in them."""
