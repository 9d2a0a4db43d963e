"""What the time is: the machine's clock, the practice club's, and one for tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from storage.records.moments import Reading

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_SLEEPING_COUNTS = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""The clock that nobody sets and that runs on while the laptop sleeps; Windows has but one."""


class Clock(Protocol):
    """Tells the time; nothing else in the books or the screens asks the machine."""

    def now(self) -> datetime:
        """This moment, with its offset."""
        ...

    def today(self) -> date:
        """The day that is written on what is made now."""
        ...

    def reading(self) -> Reading | None:
        """This moment beside seconds that only run; None of a clock that nobody can set."""
        ...


class SystemClock:
    """The clock of the machine, in its own zone; where that is wrong, from the day on given to it.

    A day that was given runs on by the steady seconds, until the machine's clock says that day.
    """

    def __init__(
        self,
        machine: Callable[[], datetime] | None = None,
        steady: Callable[[], float] | None = None,
    ) -> None:
        self._machine = machine or _machine_time
        self._steady = steady or steady_seconds
        self._given: Reading | None = None

    def now(self) -> datetime:
        """This moment, with its offset."""
        machine = self._machine()
        if self._given is None:
            return machine
        gone = timedelta(seconds=self._steady() - self._given.steady)
        given = (self._given.moment + gone).astimezone(machine.tzinfo)
        return machine if machine.date() == given.date() else given

    def today(self) -> date:
        """Today where the machine stands."""
        return self.now().date()

    def reading(self) -> Reading:
        """This moment beside seconds that only run."""
        return Reading(self.now(), self._steady(), _this_boot())

    def give_day(self, day: date) -> None:
        """Says what day it is; the hour stays the machine's."""
        machine = self._machine()
        moment = machine + timedelta(days=(day - machine.date()).days)
        self._given = Reading(moment, self._steady(), _this_boot())


class FixedDayClock:
    """A clock for the practice club: always the same day, while the hours run on."""

    def __init__(self, start: datetime, steady: Callable[[], float] | None = None) -> None:
        _require_zone(start)
        self._start = start
        self._steady = steady or steady_seconds
        self._started = self._steady()

    def now(self) -> datetime:
        """The start and what has passed since; past midnight too, so that it never goes back."""
        return self._start + timedelta(seconds=self._steady() - self._started)

    def reach(self, moment: datetime) -> None:
        """Goes on from a moment that was reached when the program last ran; never back."""
        self._start += max(timedelta(), moment - self.now())

    def today(self) -> date:
        """The day of the start, however long the practice takes."""
        return self._start.date()

    def reading(self) -> None:
        """Nobody sets it."""


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

    def reading(self) -> None:
        """It moves when it is told to, and that is no jump."""

    def advance(self, seconds: float) -> None:
        """Moves the clock on."""
        self._moment += timedelta(seconds=seconds)


def steady_seconds() -> float:
    """Seconds that only run: nobody sets them, and a laptop that sleeps does not stop them.

    The room talks by the wall's time, so the time that the laptop sleeps counts.
    """
    if _SLEEPING_COUNTS is None:
        return time.monotonic()
    return time.clock_gettime(_SLEEPING_COUNTS)


def _machine_time() -> datetime:
    return datetime.now(UTC).astimezone()


@cache
def _this_boot() -> str:
    """Since when the steady seconds run: since this boot, or where none is known, this program."""
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return uuid4().hex


def _require_zone(moment: datetime) -> None:
    # A moment without its offset would be stored as if it were known, and is not.
    if moment.utcoffset() is None:
        raise ValueError("A clock needs a moment with its offset.")
