"""Who has the books open, as the person who comes second is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """A copy of the program that writes these books."""

    computer: str
    user: str
    since: datetime
