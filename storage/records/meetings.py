"""A meeting's part IV: its day, officers, state and its place in the walk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storage.records.kinds import MeetingState, Step

CLOCK_JUMP = timedelta(days=1)
"""No discussion is that long: the machine's clock was set, or the machine slept."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One monthly meeting's part IV."""

    id: int
    day: date
    state: MeetingState
    place: str
    began: datetime
    ended: datetime | None = None
    chair_id: int | None = None
    facilitator_id: int | None = None
    secretary_id: int | None = None
    number: int | None = None
    """Of its minutes, within the year; given at approval and kept."""
    seats: int = 1
    """How many cases are to be chosen (S20)."""
    no_case_reason: str = ""
    """Why no case was chosen, asked for at the close."""
    no_community_reason: str = ""
    """Why nothing is done for the community, asked for at the close."""
    abandoned_reason: str = ""

    @property
    def open(self) -> bool:
        """Whether its records may still change."""
        return self.state is MeetingState.RUNNING


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a meeting stands on its way."""

    step: Step = Step.ATTENDANCE
    visited: frozenset[Step] = frozenset({Step.ATTENDANCE})
    """The steps that were opened."""
    step_since: datetime | None = None
    """When the meeting came to its step."""
    countdown: Countdown | None = None
    """The clock of the discussion."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """The clock of the discussion; it runs on when the program does not (S13).

    It keeps when it was started and how much was used before, never an end.
    """

    length: int
    """Seconds given to the discussion, with the minutes added and taken."""
    used: int = 0
    """Seconds used before it was last started."""
    started: datetime | None = None
    """When it was last started; None while it is paused."""
    ended: bool = False

    @property
    def begun(self) -> bool:
        """Whether it has been started at all."""
        return self.ended or self.used > 0 or self.started is not None

    def left(self, now: datetime) -> int:
        """Seconds left at this moment, never below nought."""
        if self.ended:
            return 0
        return max(0, self.length - self.used - self.gone(now))

    def gone(self, now: datetime) -> int:
        """Seconds gone since it was last started.

        A machine's clock that went back, or ahead by more than a day, counts as no time gone.
        """
        if self.started is None or not timedelta() <= now - self.started <= CLOCK_JUMP:
            return 0
        return int((now - self.started).total_seconds())
