"""The sample meeting, typed key by key at a real terminal; each screen is the one the tests see.

`PYTHONPATH=.:tests python tests/meeting_at_a_terminal.py` holds it in each of the sizes and in both
themes, on Linux or macOS. First it is held as the tests hold it, and what stands on the screen
before each key is kept; then the program is started at a terminal, and no key is pressed before
its screen is there. `python tests/meeting_at_a_terminal.py FOLDER` is that program.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from textual.pilot import Pilot

import sample_meeting
from driver import Driver
from live_meeting import CONTROL
from pseudo_terminal import PseudoTerminal
from storage.clock import FixedClock
from tui.app import ChungTayApp

MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))
SIZES = ((80, 24), (100, 30), (160, 45))
_SENT = CONTROL | {
    "space": " ",
    "plus": "+",
    "minus": "-",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "tab": "\t",
    "backspace": "\x7f",
    "f2": "\x1bOQ",
    "ctrl+s": CONTROL["save"],
}
"""What the terminal sends for a key that is no letter."""
_ROOT = Path(__file__).parents[1]
_FIRST = "Bắt đầu phần IV hôm nay"
_LAST = "Đã chốt. Mã kiểm tra"
_PATIENCE_SECONDS = 30.0

Act = Callable[[Driver], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Typed:
    """Some keys, and what stands on the screen before the first of them."""

    keys: tuple[str, ...]
    screen: str


class RecordingDriver(Driver):
    """Keeps what it presses, and where."""

    def __init__(self, app: ChungTayApp, pilot: Pilot[int]) -> None:
        super().__init__(app, pilot)
        self.typed: list[Typed] = []

    async def press(self, *keys: str) -> None:
        """Keeps each key by itself."""
        for key in keys:
            self.typed.append(Typed((key,), self.text()))
            await super().press(key)

    async def type(self, text: str) -> None:
        """Keeps the letters together: what stands between them comes and goes."""
        self.typed.append(Typed(tuple(text), self.text()))
        await super().type(text)


async def recorded(
    folder: Path, size: tuple[int, int], acts: Sequence[Act], *, light: bool
) -> list[Typed]:
    """Holds the meeting as the tests do."""
    app = ChungTayApp(folder, FixedClock(MORNING), practice=True)
    async with app.run_test(size=size) as pilot:
        driver = RecordingDriver(app, pilot)
        await driver.rest()
        await driver.until(_FIRST)
        if light:
            await change_theme(driver)
        for act in acts:
            await act(driver)
        driver.typed.append(Typed((), driver.text()))
        await app.save_all()
    return driver.typed


async def change_theme(driver: Driver) -> None:
    """By the menu, as a person does."""
    await driver.press("f2")
    await driver.type("nen sang")
    await driver.until("► Nền tối hoặc nền sáng")
    await driver.press("enter")
    await driver.until(_FIRST)


def typed_at_a_terminal(folder: Path, typed: Sequence[Typed], size: tuple[int, int]) -> int:
    """Types the same at a terminal; how many keys it took.

    Raises:
        AssertionError: a screen is another one, even after some time.
    """
    program = [__file__, str(folder)]
    paths = f"{_ROOT}:{_ROOT / 'tests'}"
    environment = {"PYTHONPATH": paths, "ESCDELAY": "25", "COLORTERM": "truecolor"}
    with PseudoTerminal(
        program, patience=_PATIENCE_SECONDS, size=size, environment=environment
    ) as terminal:
        for each in typed:
            _wait_for(terminal, each.screen)
            for key in each.keys:
                terminal.send(key if len(key) == 1 else _SENT[key])
                while terminal.read(0):
                    pass
    return sum(len(each.keys) for each in typed)


def _wait_for(terminal: PseudoTerminal, screen: str) -> None:
    wanted = _plain(screen)
    end = time.monotonic() + _PATIENCE_SECONDS
    while _plain(terminal.screen.text) != wanted:
        assert time.monotonic() < end, f"{terminal.screen.text}\n--- and not\n{screen}"
        terminal.read()


def _plain(screen: str) -> list[str]:
    """The rows; the check code is another one in all books."""
    rows = [row.rstrip() for row in screen.rstrip().split("\n")]
    return [row if _LAST not in row else _LAST for row in rows]


def held(size: tuple[int, int], *, light: bool, acts: Sequence[Act] = sample_meeting.STEPS) -> int:
    """Holds the meeting both ways; how many keys it took."""
    with tempfile.TemporaryDirectory(prefix="chungtay-typed-") as place:
        typed = asyncio.run(recorded(Path(place) / "first", size, acts, light=light))
        return typed_at_a_terminal(Path(place) / "second", typed, size)


def main() -> int:
    """The long form."""
    for size in SIZES:
        for light in (False, True):
            keys = held(size, light=light)
            theme = "light" if light else "dark"
            sys.stdout.write(f"{size[0]}×{size[1]}, {theme}: {keys} keys, each screen the same\n")
            sys.stdout.flush()
    return 0


def program(folder: str) -> int:
    """What runs at the terminal."""
    app = ChungTayApp(Path(folder), FixedClock(MORNING), practice=True)
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    os.environ["COLORTERM"] = "truecolor"
    sys.exit(program(sys.argv[1]) if sys.argv[1:] else main())
