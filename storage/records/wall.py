"""What the wall shows: one large page, whatever screen or window draws it."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.meetings import Countdown


@dataclass(frozen=True, slots=True)
class LargePage:
    """What the large view shows of a step: only what the room needs."""

    title: str
    """What the meeting is doing."""
    subject: str = ""
    """The question, or the person or matter under discussion."""
    digits: str = ""
    """The count."""
    countdown: bool = False
    """The clock of the discussion stands large, and says beside it how it is."""
    cells: tuple[str, ...] = ()
    """Short words that stand side by side, as many in a row as there is room for."""
    paragraphs: tuple[str, ...] = ()
    current: int = 0
    """Which paragraph must be in sight where not all of them are."""


@dataclass(frozen=True, slots=True)
class Projection:
    """All that the wall's own window may know; nothing that is hidden is in it."""

    page: LargePage
    countdown: Countdown | None = None
    """The clock of the discussion; its window counts by itself what is left."""
    blank: bool = False
    """The wall is blanked (F6); the page is empty then."""
    practice: bool = False
    theme: str = ""
    ahead: int = 0
    """Seconds by which the club's clock is ahead of the machine's, as in the practice club."""
    zone: int = 0
    """Seconds by which the club's clock is ahead of Greenwich's."""
