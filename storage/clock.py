"""What the time is: the machine's clock, the practice club's, and one for tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; nothing else in the books or the screens asks the machine."""

    def now(self) -> datetime:
        """This moment, with its offset."""
        ...

    def today(self) -> date:
        """The day that is written on what is made now."""
        ...


class SystemClock:
    """The clock of the machine, in its own zone."""

    def now(self) -> datetime:
        """This moment, with its offset."""
        return datetime.now(UTC).astimezone()

    def today(self) -> date:
        """Today where the machine stands."""
        return self.now().date()


class FixedDayClock:
    """A clock for the practice club: always the same day, while the hours run on."""

    def __init__(self, start: datetime, monotonic: Callable[[], float] = time.monotonic) -> None:
        _require_zone(start)
        self._start = start
        self._monotonic = monotonic
        self._started = monotonic()

    def now(self) -> datetime:
        """The start and what has passed since; past midnight too, so that it never goes back."""
        return self._start + timedelta(seconds=self._monotonic() - self._started)

    def reach(self, moment: datetime) -> None:
        """Goes on from a moment that was reached when the program last ran; never back."""
        self._start += max(timedelta(), moment - self.now())

    def today(self) -> date:
        """The day of the start, however long the practice takes."""
        return self._start.date()


class FixedClock:
    """A clock that moves only when it is told to."""

    def __init__(self, moment: datetime) -> None:
        _require_zone(moment)
        self._moment = moment

    def now(self) -> datetime:
        """The moment it was set or moved to."""
        return self._moment

    def today(self) -> date:
        """The day of that moment."""
        return self._moment.date()

    def advance(self, seconds: float) -> None:
        """Moves the clock on."""
        self._moment += timedelta(seconds=seconds)


def _require_zone(moment: datetime) -> None:
    # A moment without its offset would be stored as if it were known, and is not.
    if moment.utcoffset() is None:
        raise ValueError("A clock needs a moment with its offset.")
