"""What the frame shows around every step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from storage.records.kinds import Step, StepState
from storage.records.meetings import CLOCK_JUMP, Countdown, Meeting

if TYPE_CHECKING:
    from storage.records.lacks import Lack


@dataclass(frozen=True, slots=True)
class Head:
    """What the frame of every step shows above and below its work."""

    club_name: str
    part_number: str
    meeting: Meeting
    present: int
    total: int
    step: Step = Step.ATTENDANCE
    """At which step the meeting is."""
    states: dict[Step, StepState] = field(default_factory=dict)
    lacks: dict[Step, tuple[Lack, ...]] = field(default_factory=dict)
    """What each step that was gone to still lacks."""
    countdown: Countdown | None = None
    step_minutes: int = 0
    """How long the club wished to be at this step; nought where it said nothing."""
    step_since: datetime | None = None
    """When the meeting came to this step."""
    can_undo: bool = False
    can_redo: bool = False

    def step_over(self, now: datetime) -> bool:
        """Whether the time that the club gave this step is over; nobody is cut off by it."""
        if not self.step_minutes or self.step_since is None or not self.meeting.open:
            return False
        return timedelta(minutes=self.step_minutes) <= now - self.step_since <= CLOCK_JUMP
