"""When a meeting was held that is typed in from paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HeldOnPaper:
    """The hours of a meeting that was held on paper, on a day without the computer."""

    began: datetime
    ended: datetime
