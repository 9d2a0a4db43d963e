"""A moment as the machine's clock says it, beside seconds that nobody can set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

_BREATH = timedelta(seconds=2)
"""By so little two clocks may differ without one of them having been set."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks, read at once."""

    moment: datetime
    steady: float
    """Seconds that only run."""
    boot: str
    """Since what they run: only readings of the same can be compared."""

    def moved_since(self, before: Reading) -> timedelta:
        """By how much the clock was set ahead or back since an earlier reading."""
        if self.boot != before.boot:
            return timedelta()
        gone = timedelta(seconds=self.steady - before.steady)
        moved = self.moment - before.moment - gone
        return moved if abs(moved) > _BREATH else timedelta()
