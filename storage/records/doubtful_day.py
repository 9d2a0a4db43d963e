"""A day that the machine's clock says and that can hardly be today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DoubtfulDay:
    """A day that the machine's clock says and that can hardly be today."""

    today: date
    last: date | None
    """The day of the last entry in the books, if there is one."""
