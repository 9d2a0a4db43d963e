"""Hands the wall's own window what it may show, beside the work of the screens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from screens.language import _
from storage.clock import Clock, SystemClock
from storage.projection import write_projection
from storage.records.wall import LargePage, Projection

_A_SECOND = 1
_BLANK = LargePage("")


@dataclass(slots=True)
class _Hours:
    """How far the club's clock is from the machine's: the practice club has its own day."""

    clock: Clock
    machine: Clock
    ahead: int = 0

    def now_ahead(self) -> int:
        """Whole seconds; what is only the breath between two looks is no change."""
        ahead = (self.clock.now() - self.machine.now()).total_seconds()
        if abs(ahead - self.ahead) > _A_SECOND:
            self.ahead = round(ahead)
        return self.ahead


class Projector:
    """Writes what changed, off the loop; of several pages in a row only the newest counts.

    F8 shows details to whoever sits at the keyboard. What is projected keeps to what was agreed,
    so a page that is handed over here must be worded as hidden.
    """

    def __init__(self, folder: Path, clock: Clock, failed: Callable[[OSError], None]) -> None:
        self._folder = folder
        self._hours = _Hours(clock, SystemClock())
        self._failed = failed
        self._shown: Projection | None = None
        self._newest: Projection | None = None
        self._written: Projection | None = None
        self._writing: asyncio.Task[None] | None = None
        self._blank = False
        self._for_good = False
        self._club_name = ""

    def keep_time_by(self, clock: Clock) -> None:
        """The practice club was opened, whose clock is another."""
        self._hours = _Hours(clock, SystemClock())

    async def move_to(self, folder: Path, clock: Clock) -> None:
        """The club's own books were opened from the practice club, which may lie elsewhere."""
        if folder != self._folder:
            await self.close()
            self._folder, self._for_good = folder, False
            self._shown = self._newest = self._written = None
        self.keep_time_by(clock)

    def show(self, projection: Projection) -> None:
        """Hands over a page, and by which clock it is to be read."""
        zone = self._hours.clock.now().utcoffset()
        self._shown = replace(
            projection,
            ahead=self._hours.now_ahead(),
            zone=round(zone.total_seconds()) if zone else 0,
        )
        self._hand_over()

    def rest(self, club_name: str = "") -> None:
        """No step is shown: the name of the club stands on the wall, and asks to wait."""
        self._club_name = club_name or self._club_name
        page = LargePage("", subject=self._club_name, paragraphs=(_("Xin chờ một lát."),))
        before = self._shown or Projection(page)
        self.show(replace(before, page=page, countdown=None))

    def blank(self, blank: bool) -> None:
        """Takes everything off the wall (F6), or brings it back."""
        self._blank = blank
        self._hand_over()

    def rest_for_good(self) -> None:
        """Whoever only looks on has no wall: it belongs to the copy that holds the meeting."""
        self._for_good = True

    async def close(self) -> None:
        """The program ends: leaves a page that says so, if it ever showed one."""
        if self._shown is None:
            return
        self._blank = False
        self.rest()
        # A screen that is going may still have a second to tell.
        self._for_good = True
        if self._writing is not None:
            await self._writing

    def _hand_over(self) -> None:
        shown = self._shown
        if shown is None or self._for_good:
            return
        if self._blank:
            shown = replace(shown, page=_BLANK, countdown=None, blank=True)
        if shown == self._newest:
            return
        self._newest = shown
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())

    async def _write(self) -> None:
        """Writes until nothing newer is there; trouble is told, and tried again at the next."""
        while self._newest is not None and self._written != self._newest:
            projection = self._newest
            try:
                await asyncio.to_thread(write_projection, self._folder, projection)
            except OSError as error:
                self._failed(error)
            self._written = projection
