"""What is drawn on the wall at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.records.meetings import Countdown
from storage.records.wall import LargePage


@dataclass(frozen=True, slots=True)
class HandsShown:
    """A count of hands for and against that is being taken: the number called out now."""

    label: str
    """What the hands are raised for."""
    number: int
    present: int


@dataclass(frozen=True, slots=True)
class Wall:
    """A page at a moment, ready to be drawn."""

    page: LargePage
    now: datetime
    countdown: Countdown | None = None
    notice: str = ""
    """What was stored or refused, or that it is practice; below the page."""
