"""Ticks in the making: kept with each tick, so that a power cut takes none of them away."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress

from textual.widget import Widget

from screens.room import room_of
from storage.books import Books
from storage.errors import BooksError


class KeptTicks:
    """The ticks of one list, under the name of what they are made for.

    They count only for a list that begins as theirs began: once they are recorded it begins
    with them, and what was kept says nothing new.
    """

    def __init__(self, list_of_ticks: Widget, key: str, before: Collection[int]) -> None:
        self._list = list_of_ticks
        self._key = key
        self._before = sorted(before)

    async def taken_up(self) -> set[int]:
        """What is ticked: what was at the beginning, or when the program ended."""
        kept = await room_of(self._list).ask(lambda books: books.drafts.get(self._key)) or {}
        ticked = kept.get("ticked")
        if kept.get("before") != self._before or not isinstance(ticked, list):
            return set(self._before)
        return {int(each) for each in ticked}

    def keep(self, ticked: Collection[int]) -> None:
        """Keeps them as they are now; the next tick need not wait for it."""
        content = {"before": self._before, "ticked": sorted(ticked)}
        self._list.run_worker(self._write(lambda books: books.drafts.keep(self._key, content)))

    async def forget(self) -> None:
        """They are given up."""
        await self._write(lambda books: books.drafts.forget(self._key))

    async def _write(self, write: Callable[[Books], None]) -> None:
        # What hinders it hinders the entry too, and is said then.
        with suppress(BooksError):
            await room_of(self._list).ask(write)
