"""From a key to the frame that it changed, ours against a bare Textual app with as many rows."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.widgets import Input, OptionList

from benchmarks.alternating import Row, late, middle
from benchmarks.watched import QUIET, Bare, Ours, key, pressed, running
from prepared import PreparedBooks, Stage, clock_at
from screens.between_meetings.club_books import book_of_key, open_book
from screens.menu_screen import MenuScreen
from screens.widgets.line_list import LineList
from storage.clock import SystemClock

_BACK = {"n": "backspace"}
"""What takes a key back, so that it can be pressed again."""


async def keys(books: Path, times: int) -> list[Row]:
    """Moving in the longest list, and a letter in the member search."""
    ours = Ours(books, SystemClock())
    rows: list[Row] = []
    async with running(ours):
        for book, name, what in (
            ("tracking", "down", "moving in the tracking book"),
            ("members", "n", "a letter in the member search"),
        ):
            page = book_of_key(book)
            if page is None or not isinstance(ours.screen, MenuScreen):
                raise RuntimeError(book)
            await open_book(ours.screen, page)
            await asyncio.sleep(1)
            rows += await _compared(ours, name, what, times)
            await ours.pop_screen()
    return rows


async def keys_of_a_meeting(folder: Path, times: int) -> list[Row]:
    """A name ticked, and one hand more, in the sample meeting."""
    prepared = PreparedBooks(folder / "prepared")
    rows: list[Row] = []
    for stage, way, name, what in (
        (Stage.ATTENDANCE, ("enter", "1"), "space", "a name ticked"),
        (Stage.COUNTING, (), "plus", "one hand more"),
    ):
        ours = Ours(prepared.copy(stage, folder / stage.name), clock_at(stage))
        async with running(ours):
            if stage is Stage.ATTENDANCE:
                lines = ours.screen.query_one("#lines", LineList)
                lines.go_to(next(each.key for each in lines.shown_lines if "Tổ 3" in each.cells[0]))
            for each in way:
                await pressed(ours, key(ours, each))
            rows += await _compared(ours, name, what, times)
    return rows


async def _compared(ours: Ours, name: str, what: str, times: int) -> list[Row]:
    """A key on the screen of ours that is open and in a bare list, in turn."""
    count = len(ours.screen.query_one(LineList).shown_lines)
    mine: list[float] = []
    other: list[float] = []
    bare = Bare(count)
    async with running(bare):
        bare.screen.query_one(Input if name in _BACK else OptionList).focus()
        await asyncio.sleep(QUIET)
        for turn in range(times):
            now = name if turn % 2 == 0 else _BACK.get(name, name)
            mine.append(await pressed(ours, key(ours, now)))
            other.append(await pressed(bare, key(bare, now)))
    what = f"{what} ({count} rows)"
    return [
        Row(f"{what}, median", middle(mine), middle(other), "ms", 1.5),
        Row(f"{what}, 95th percentile", late(mine), late(other), "ms", 1.5),
    ]
