"""Ticks in the making: kept with each tick, so that a power cut takes none of them away."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress

from textual.timer import Timer
from textual.widget import Widget

from screens.room import room_of
from storage.books import Books
from storage.errors import BooksError

_KEPT_AFTER = 0.2
"""Seconds; with the writing no more than 0.3 behind the fingers."""


class KeptTicks:
    """The ticks of one list, under the name of what they are made for.

    They count only for a list that begins as theirs began: once they are recorded it begins
    with them, and what was kept says nothing new.
    """

    def __init__(self, list_of_ticks: Widget, key: str, before: Collection[int]) -> None:
        self._list = list_of_ticks
        self._key = key
        self._before = sorted(before)
        self._ticked = set(before)
        self._waiting: Timer | None = None
        self.place = ""
        """The line of the cursor, or what was typed to find one."""

    async def taken_up(self) -> set[int]:
        """What is ticked: what was at the beginning, or when the program ended."""
        kept = await room_of(self._list).ask(lambda books: books.drafts.get(self._key)) or {}
        ticked = kept.get("ticked")
        if kept.get("before") == self._before and isinstance(ticked, list):
            self._ticked = {int(each) for each in ticked}
            self.place = str(kept.get("place", ""))
        return set(self._ticked)

    def keep(self, ticked: Collection[int]) -> None:
        """Keeps them as they are now; the next tick need not wait for it."""
        self.stop()
        self._ticked = set(ticked)
        content = {"before": self._before, "ticked": sorted(ticked), "place": self.place}
        self._list.run_worker(self._write(lambda books: books.drafts.keep(self._key, content)))

    def move(self, place: str) -> None:
        """Keeps where the cursor is, or what is typed, a moment behind the fingers."""
        if place != self.place:
            self.place = place
            self._waiting = self._waiting or self._list.set_timer(_KEPT_AFTER, self._keep_place)

    def _keep_place(self) -> None:
        self.keep(self._ticked)

    def stop(self) -> None:
        """The list is about to close: nothing more is kept."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    async def forget(self) -> None:
        """They are given up."""
        self.stop()
        await self._write(lambda books: books.drafts.forget(self._key))

    async def _write(self, write: Callable[[Books], None]) -> None:
        # What hinders it hinders the entry too, and is said then.
        with suppress(BooksError):
            await room_of(self._list).ask(write)
