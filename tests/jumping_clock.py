"""A machine whose clock is set while the seconds run on, as in a laptop with a flat battery."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.clock import SystemClock


class Machine:
    """Its clock can be set; the seconds that nobody sets run on beside it."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment
        self._seconds = 5000.0

    @property
    def clock(self) -> SystemClock:
        """The program's clock on this machine; another one for each run."""
        return SystemClock(lambda: self._moment, lambda: self._seconds)

    def run(self, seconds: float) -> None:
        """Time passes, awake or asleep."""
        self._moment += timedelta(seconds=seconds)
        self._seconds += seconds

    def set_ahead(self, by: timedelta) -> None:
        """Somebody, or something, sets the clock."""
        self._moment += by
