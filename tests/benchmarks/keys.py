"""From a key to the frame that it changed, ours against a bare Textual app with as many rows."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

import tui.app
from benchmarks.alternating import Row, late, middle
from screens.club_books import book_of_key, open_book
from screens.menu_screen import MenuScreen
from screens.widgets.line_list import LineList
from storage.clock import SystemClock
from storage.records.kinds import Step
from tui.app import ChungTayApp

_QUIET = 0.12
_SIZE = (80, 24)


class Frames:
    """Notes when a frame was drawn last."""

    drawn = 0.0

    def _display(self, *told: Any) -> None:
        super()._display(*told)  # type: ignore[misc]
        self.drawn = time.perf_counter()


class Ours(Frames, ChungTayApp):
    """Chung Tay, watched."""

    CSS_PATH = str(Path(tui.app.__file__).with_name("app.tcss"))


class Bare(Frames, App[None]):
    """A field, a list with as many rows, and the rows of a frame, and nothing behind them."""

    CSS = "Static { height: 1; } OptionList { height: 1fr; }"

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """As many widgets as a screen of ours has."""
        for _ in range(10):
            yield Static("một dòng chữ của khung", markup=False)
        yield Input()
        yield OptionList(*self._options(""))

    def _options(self, letters: str) -> Iterator[Option]:
        """The rows that hold these letters."""
        for number in range(self._rows):
            text = f"Nguyễn Thị Lành {number:03d}   gặt lúa, cấy   Tổ 1   12/10/2026"
            if letters.lower() in text.lower():
                yield Option(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows the rows that match."""
        found = self.query_one(OptionList)
        found.clear_options()
        found.add_options(self._options(event.value))


async def pressed(app: Frames, deed: Callable[[], object]) -> float:
    """Milliseconds from a deed to the last frame that it changed; quiet follows."""
    began = time.perf_counter()
    app.drawn = 0.0
    done = deed()
    if isinstance(done, Awaitable):
        await done
    while not app.drawn or time.perf_counter() - app.drawn < _QUIET:
        await asyncio.sleep(0.005)
        if time.perf_counter() - began > 5:
            raise RuntimeError("no frame was changed")
    return (app.drawn - began) * 1000


def key(app: App[Any], name: str) -> Callable[[], object]:
    """Presses a key."""
    return lambda: app.post_message(Key(name, name if len(name) == 1 else None))


@asynccontextmanager
async def running(app: App[Any]) -> AsyncIterator[None]:
    """Runs an app until its first screen is still."""
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause(1)
        yield
        if isinstance(app, Ours):
            await app.save_all()


async def keys(books: Path, times: int, years: str) -> list[Row]:
    """Moving in the longest list, a letter in the member search, and opening steps and books."""
    ours = Ours(books, SystemClock())
    async with running(ours):
        rows = [
            await _compared(
                ours, "tracking", "down", f"moving in the tracking book, {years}", times
            )
        ]
        rows.append(
            await _compared(ours, "members", "n", f"a letter in the member search, {years}", times)
        )
        return rows + [await _step(ours, step, years, max(4, times // 5)) for step in Step]


async def _compared(ours: Ours, book: str, name: str, what: str, times: int) -> Row:
    """A key in one of our books and in a bare list, in turn."""
    page = book_of_key(book)
    if page is None or not isinstance(ours.screen, MenuScreen):
        raise RuntimeError(book)
    await open_book(ours.screen, page)
    await asyncio.sleep(1)
    count = len(ours.screen.query_one("#lines", LineList).shown_lines)
    mine: list[float] = []
    other: list[float] = []
    bare = Bare(count)
    async with running(bare):
        bare.query_one(OptionList if name == "down" else Input).focus()
        await asyncio.sleep(_QUIET)
        for turn in range(times):
            pressed_now = name if turn % 2 == 0 or name == "down" else "backspace"
            mine.append(await pressed(ours, key(ours, pressed_now)))
            other.append(await pressed(bare, key(bare, pressed_now)))
    ours.post_message(Key("escape", None))
    await asyncio.sleep(0.5)
    if book == "members":
        ours.post_message(Key("escape", None))
        await asyncio.sleep(0.5)
    return Row(f"{what} ({count} rows), 95th percentile", late(mine), late(other), "ms", 1.5)


async def _step(ours: Ours, step: Step, years: str, times: int) -> Row:
    """Going to a step that was opened before, from another."""
    aside = Step.ATTENDANCE if step is not Step.ATTENDANCE else Step.APPROVAL
    taken = []
    for _ in range(times + 1):
        await pressed(ours, lambda: ours.show_step(aside))
        taken.append(await pressed(ours, lambda: ours.show_step(step)))
    return Row(f"opening step {int(step)}, {years}", middle(taken[1:]), 0, "ms")
