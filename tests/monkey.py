"""A monkey at the keyboard of the practice club: keys, words, pastes, clicks, windows of any size.

`PYTHONPATH=.:tests python tests/monkey.py 20000` is the long form, with `--seed` for another one.
Nothing may end in the log, and the books must pass their check afterwards.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from textual.errors import NoWidget
from textual.events import Key, Paste
from textual.pilot import OutOfBounds

from bad_texts import ALL_AT_ONCE, LONG
from driver import PatientDriver
from prepared import MORNING
from printouts.printing.printers import Printers
from screens.papers import paper_page
from storage.books import Books
from storage.clock import FixedClock
from storage.safekeeping.checking import check_books
from tui.app import ChungTayApp
from tui.crash_log import FILE_NAME as LOG_NAME

_KEYS = {
    "enter": 16,
    "down": 14,
    "escape": 8,
    "pagedown": 8,
    "up": 6,
    "space": 6,
    "tab": 4,
    "pageup": 3,
    "plus": 3,
    "minus": 2,
    "backspace": 3,
    "home": 1,
    "end": 2,
    "delete": 1,
    "left": 1,
    "right": 1,
    "shift+tab": 1,
    "ctrl+z": 3,
    "ctrl+y": 2,
    "ctrl+g": 1,
    "ctrl+a": 1,
    **{f"f{number}": 1 for number in range(1, 10)},
    **dict.fromkeys("1234567890", 3),
}
"""How often each is pressed, against the others."""
_WORDS = (
    "mùi",
    "Nguyễn Thị Ưng",
    "gãy chân",
    "Ba\N{COMBINING GRAVE ACCENT} Lê\N{COMBINING ACUTE ACCENT}",
    "ngày mai",
    "rằm tháng 7",
    "31/02/2026",
    "10.000",
    "99999999999999999999",
    "[bold]ai[/bold]",
    "'; DROP TABLE",
    "vì bận",
)
_SIZES = ((80, 24), (60, 16), (100, 30), (160, 45), (50, 15), (24, 8), (200, 12))
_LEAVING = 400
"""Once in so many keys the program is left, and opened again."""
_PATIENCE_SECONDS = 120


@dataclass
class Monkey:
    """Presses what its dice say, and remembers what it pressed last."""

    folder: Path
    dice: Random
    clock: FixedClock = field(default_factory=lambda: FixedClock(MORNING))
    pressed: int = 0
    begun: int = 0
    """How often the program was opened."""
    last: list[str] = field(default_factory=list)

    async def press(self, keys: int) -> None:
        """Presses so many keys; where the program was left, it is opened again."""
        while self.pressed < keys:
            self.begun += 1
            app = ChungTayApp(self.folder, self.clock, practice=True)
            async with app.run_test(size=self.dice.choice(_SIZES)) as pilot:
                driver = PatientDriver(app, pilot)
                await driver.rest()
                for _turn in range(self.dice.randint(1, 2 * _LEAVING)):
                    if self.pressed >= keys or not await self._went_on(driver):
                        break
                await app.save_all()

    async def _went_on(self, driver: PatientDriver) -> bool:
        """Presses something; tells whether the program is still there afterwards."""
        burst = asyncio.create_task(self._burst(driver))
        for _look in range(2 * _PATIENCE_SECONDS):
            await asyncio.wait({burst}, timeout=0.5)
            if burst.done():
                burst.result()
                break
            if not driver.app.is_running:
                # It was left; nothing there comes to rest any more.
                burst.cancel()
                break
        else:
            working = [str(each) for each in driver.app.workers if each.is_running]
            open_now = driver.app.screen_stack
            raise TimeoutError(f"nothing comes to rest: {open_now}, {working}")
        return driver.app.is_running

    async def _burst(self, driver: PatientDriver) -> None:
        """Some keys without a pause between them, as hands do; now and then something else."""
        self.clock.advance(self.dice.choice((0, 0, 1, 20)))
        match self.dice.randint(0, 39):
            case 0:
                await self._resize(driver)
            case 1:
                self._paste(driver)
            case 2 | 3:
                await self._click(driver)
            case 4 | 5 | 6 | 7:
                self._type(driver, self.dice.choice(_WORDS))
            case _:
                for key in self._some_keys():
                    self._send(driver, key, key if len(key) == 1 else None)
        await driver.rest()

    def _some_keys(self) -> list[str]:
        return self.dice.choices(list(_KEYS), list(_KEYS.values()), k=self.dice.randint(1, 4))

    def _send(self, driver: PatientDriver, key: str, character: str | None) -> None:
        self.pressed += 1
        self._note(key)
        driver.app.post_message(Key(key, character))

    def _type(self, driver: PatientDriver, words: str) -> None:
        for character in words:
            self._send(driver, "space" if character == " " else character, character)

    def _paste(self, driver: PatientDriver) -> None:
        bad = self.dice.choice((ALL_AT_ONCE, LONG))
        self.pressed += 1
        self._note("paste")
        driver.app.post_message(Paste(bad.typed))

    async def _click(self, driver: PatientDriver) -> None:
        width, height = driver.app.size
        place = self.dice.randrange(width), self.dice.randrange(height)
        self.pressed += 1
        self._note(f"click {place}")
        # Between two screens there is nothing under the mouse.
        with suppress(OutOfBounds, NoWidget):
            # The window may just have become smaller.
            await driver.pilot.click(offset=place)

    async def _resize(self, driver: PatientDriver) -> None:
        size = self.dice.choice(_SIZES)
        self.pressed += 1
        self._note(f"resize {size}")
        await driver.pilot.resize_terminal(*size)

    def _note(self, what: str) -> None:
        self.last = [*self.last[-39:], what]


def trouble_after(folder: Path, clock: FixedClock) -> list[str]:
    """What the log and the check of the books say; nothing is as it should be."""
    log = folder / LOG_NAME
    found = [log.read_text(encoding="utf-8")] if log.exists() else []
    books = Books(folder, clock)
    try:
        return found + [f"{each.kind} {each.values}" for each in check_books()]
    finally:
        books.close()


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description="A monkey at the keyboard.")
    parser.add_argument("keys", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["HOME"] = place
        vars(paper_page)["find_printers"] = Printers
        monkey = Monkey(Path(place) / "books", Random(asked.seed))
        try:
            asyncio.run(monkey.press(asked.keys))
        except BaseException:
            sys.stdout.write(f"after {monkey.pressed} keys: {' '.join(monkey.last)}\n")
            for log in monkey.folder.rglob(LOG_NAME):
                sys.stdout.write(log.read_text(encoding="utf-8"))
            raise
        found = trouble_after(monkey.folder, monkey.clock)
        told = f"{monkey.pressed} keys, the program opened {monkey.begun} times"
        sys.stdout.write("\n".join((f"{told}: {len(found)} troubles", *found, "")))
        return bool(found)


if __name__ == "__main__":
    raise SystemExit(main())
