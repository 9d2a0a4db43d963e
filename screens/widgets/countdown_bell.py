"""When the clock of the discussion is heard: with a minute left, and at its end."""

from __future__ import annotations

from datetime import datetime

from storage.records.meetings import Countdown

_HEARD_AT = (60, 0)
"""Seconds that are left."""


class CountdownBell:
    """Remembers how much was left, and says when one of its moments has just passed."""

    def __init__(self) -> None:
        self._left: int | None = None

    def rings(self, countdown: Countdown | None, now: datetime) -> bool:
        """Whether it rings now: once each moment, and never for one that nobody waited for."""
        before = self._left
        running = countdown is not None and countdown.started is not None
        self._left = left = countdown.left(now) if countdown is not None and running else None
        if before is None or left is None:
            return False
        return any(left <= moment < before for moment in _HEARD_AT)
