"""What a check code that was read off a paper belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaperFound:
    """A sealed paper that bears a check code."""

    code: str
    day: date
    """Of the meeting."""
    number: int | None
    """Of the minutes."""
    addendum: int | None = None
    """Which addendum it is; None of the minutes themselves."""
    sound: bool = True
    """What was sealed under this code is still as it was."""
