"""What a check code that was read off a paper belongs to."""

from __future__ import annotations

from datetime import date

from storage.records.frozen import frozen


@frozen
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
