"""Ours and bare Textual apps, with a note of when each frame was drawn."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

import tui.app
from tui.app import ChungTayApp

QUIET = 0.12
"""Seconds without a frame: what a key does is done."""
_AT_MOST = 60
"""Seconds; a machine that has so much else to do measures nothing anyway."""
_SIZE = (80, 24)
_WIDGETS_BESIDE = 15
"""Rows of the frame around the list of a screen of ours."""


class Frames:
    """Notes when a frame was drawn last, and how much of the processor it had taken by then."""

    drawn = 0.0
    worked = 0.0

    def _display(self, *told: Any) -> None:
        super()._display(*told)  # type: ignore[misc]
        self.drawn, self.worked = time.perf_counter(), time.process_time()


class Ours(Frames, ChungTayApp):
    """Chung Tay, watched."""

    CSS_PATH = str(Path(tui.app.__file__).with_name("app.tcss"))


class BareScreen(Screen[None]):
    """As many widgets as a screen of ours has, and nothing behind them."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """The rows of a frame, a field, and a list."""
        for _ in range(_WIDGETS_BESIDE - 1):
            yield Static("một dòng chữ của khung", markup=False)
        yield Input()
        yield OptionList(*_options(self._rows, ""))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows the rows that match."""
        found = self.query_one(OptionList)
        found.clear_options()
        found.add_options(_options(self._rows, event.value))

    def on_key(self, event: Key) -> None:
        """A tick, or one more: the row under the cursor changes; after a tick the next is due."""
        found = self.query_one(OptionList)
        if event.key in ("space", "plus") and found.highlighted is not None:
            row = found.get_option_at_index(found.highlighted)
            found.replace_option_prompt_at_index(found.highlighted, f"{row.prompt}"[::-1])
            if event.key == "space":
                found.action_cursor_down()


class Bare(Frames, App[None]):
    """The bare library: a screen to work on, and two to go to."""

    CSS = "Static { height: 1; } OptionList { height: 1fr; }"

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def on_mount(self) -> None:
        """Shows a screen; two are kept to be shown again."""
        for name in ("aside", "step"):
            self.install_screen(BareScreen(self._rows), name)
        self.push_screen(BareScreen(self._rows))


def _options(rows: int, letters: str) -> Iterator[Option]:
    """The rows that hold these letters."""
    for number in range(rows):
        text = f"Nguyễn Thị Lành {number:03d}   gặt lúa, cấy   Tổ 1   12/10/2026"
        if letters.lower() in text.lower():
            yield Option(text)


async def pressed(app: Ours | Bare, deed: Callable[[], object]) -> float:
    """Milliseconds from a deed to the last frame that it changed; quiet follows."""
    began = time.perf_counter()
    app.drawn = 0.0
    # Two apps run in this task; each must be the one that its screens find around them.
    with app._context():
        done = deed()
        if isinstance(done, Awaitable):
            await done
    while not app.drawn or time.perf_counter() - app.drawn < QUIET:
        await asyncio.sleep(0.005)
        if time.perf_counter() - began > _AT_MOST:
            raise RuntimeError("no frame was changed")
    return (app.drawn - began) * 1000


async def worked(app: Ours | Bare, deed: Callable[[], object]) -> float:
    """Milliseconds of all threads from a deed to the last frame that it changed.

    Frames come sixty times a second at most; how long one waits for the next is chance, and would
    be most of what is measured here.
    """
    began = time.process_time()
    await pressed(app, deed)
    return (app.worked - began) * 1000


def key(app: App[Any], name: str) -> Callable[[], object]:
    """Presses a key."""
    sign = {"plus": "+", "space": " "}.get(name, name)
    return lambda: app.post_message(Key(name, sign if len(sign) == 1 else None))


@asynccontextmanager
async def running(app: App[Any]) -> AsyncIterator[None]:
    """Runs an app until its first screen is still."""
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause(1)
        # As the program does itself, once its first frame is there.
        gc.collect()
        gc.freeze()
        yield
        if isinstance(app, Ours):
            await app.save_all()
