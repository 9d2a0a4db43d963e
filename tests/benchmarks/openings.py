"""Opening a step or a book, against going to a bare screen with as many widgets and rows."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path
from typing import Any, cast

from benchmarks.alternating import Row, middle
from benchmarks.watched import Bare, BareScreen, Ours, pressed, running
from screens.between_meetings.club_books import CLUB_BOOKS, ClubBook, open_book
from screens.menu_screen import MenuScreen
from screens.widgets.line_list import LineList
from storage.clock import SystemClock
from storage.records.kinds import Step

_ROWS = 40
"""A step has fewer."""


async def openings(books: Path, times: int) -> list[Row]:
    """Every book, opened anew, and every step, shown again."""
    ours, bare = Ours(books, SystemClock()), Bare(_ROWS)
    async with running(ours), running(bare):
        return [
            *[await _book(ours, bare, book, times) for book in CLUB_BOOKS],
            *[await _step(ours, bare, step, times) for step in Step],
        ]


async def _book(ours: Ours, bare: Bare, book: ClubBook, times: int) -> Row:
    def open_ours() -> Awaitable[object]:
        return open_book(cast("MenuScreen[Any]", ours.screen), book)

    def open_bare() -> Awaitable[object]:
        return bare.push_screen(BareScreen(rows))

    mine, other = [], []
    for _ in range(times + 1):
        mine.append(await pressed(ours, open_ours))
        rows = len(ours.screen.query_one("#lines", LineList).shown_lines)
        await pressed(ours, ours.pop_screen)
        other.append(await pressed(bare, open_bare))
        await pressed(bare, bare.pop_screen)
    what = f"opening the book {book.key} ({rows} rows)"
    return Row(what, middle(mine[1:]), middle(other[1:]), "ms", 1.5)


async def _step(ours: Ours, bare: Bare, step: Step, times: int) -> Row:
    # Another one than that shown now: the same again would draw nothing.
    aside = Step.APPROVAL if step is not Step.APPROVAL else Step.ATTENDANCE
    mine, other = [], []
    for _ in range(times + 1):
        await pressed(ours, lambda: ours.show_step(aside))
        mine.append(await pressed(ours, lambda: ours.show_step(step)))
        await pressed(bare, lambda: bare.switch_screen("aside"))
        other.append(await pressed(bare, lambda: bare.switch_screen("step")))
    return Row(f"opening step {int(step)}", middle(mine[1:]), middle(other[1:]), "ms", 1.5)
