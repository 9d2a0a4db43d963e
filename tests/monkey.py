"""A monkey at the keyboard of the practice club: keys, words, pastes, the mouse, other windows.

`PYTHONPATH=.:tests python tests/monkey.py 20000` is the long form, with `--seed` for another one.
Nothing may end in the log, the program must always come to rest and let itself be left, and the
books must pass their check each time that it was.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from textual.drivers.headless_driver import HeadlessDriver
from textual.events import (
    AppBlur,
    AppFocus,
    Key,
    MouseDown,
    MouseMove,
    MouseScrollDown,
    MouseScrollUp,
    MouseUp,
    Paste,
    Resize,
)
from textual.geometry import Size
from textual.message import Message

from hasty_driver import HastyDriver
from long_run import say
from monkey_hands import (
    LEAVING,
    SIZES,
    memory,
    say_nothing,
    some_keys,
    some_words,
    something_pasted,
    somewhere_else,
    stay_inside,
    things_at_once,
)
from prepared import MORNING
from printouts.printing.printers import Printers
from screens.papers import paper_page
from storage.books import Books
from storage.clock import FixedClock
from storage.safekeeping.checking import check_books
from storage.tables.acts import ActRow
from tui.app import ChungTayApp
from tui.crash_log import FILE_NAME as LOG_NAME

_CHARACTERS = {"space": " ", "plus": "+", "minus": "-"}
_LEAVING = 400
"""Once in so many turns the program is left, and opened again."""
_DAY = 86_400
_A_MOMENT = 0.01
_PATIENCE_SECONDS = 120


@dataclass
class Monkey:
    """Presses what its dice say, and remembers what it pressed last and where it came to."""

    folder: Path
    dice: Random
    clock: FixedClock = field(default_factory=lambda: FixedClock(MORNING))
    pressed: int = 0
    begun: int = 0
    """How often the program was opened."""
    last: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    """How often it saw each screen."""

    @property
    def told(self) -> str:
        """How far it came."""
        return f"{self.pressed} keys, the program opened {self.begun} times"

    async def press(self, keys: int, say: Callable[[str], None] = say_nothing) -> None:
        """Presses so many keys; where the program was left, it is opened again, and that is said.

        Raises:
            AssertionError: the log or the check of the books says something.
            TimeoutError: the program came to no rest, or could not be left.
        """
        while self.pressed < keys:
            self.begun += 1
            self.clock.advance(self.dice.choice((0, 0, 0, _DAY, 31 * _DAY)))
            app = ChungTayApp(self.folder, self.clock, practice=True)
            async with app.run_test(size=self.dice.choice(SIZES)) as pilot:
                driver = HastyDriver(app, pilot)
                await driver.rest()
                for _turn in range(self.dice.randint(1, 2 * _LEAVING)):
                    if self.pressed >= keys or not await self._went_on(driver, self._some_things):
                        break
                if app.is_running and self.dice.randint(0, 1):
                    await self._went_on(driver, self._leave)
                if app.is_running:
                    await app.save_all()
            trouble = trouble_after(self.folder, self.clock)
            assert not trouble, "\n".join(trouble)
            say(f"{self.told}, no trouble so far")

    async def _went_on(
        self, driver: HastyDriver, deed: Callable[[HastyDriver], Awaitable[None]]
    ) -> bool:
        """Does something; tells whether the program is still there afterwards."""
        doing = asyncio.ensure_future(deed(driver))
        for _look in range(2 * _PATIENCE_SECONDS):
            await asyncio.wait({doing}, timeout=0.5)
            if doing.done():
                doing.result()
                break
            if not driver.app.is_running:
                # It was left; nothing there comes to rest any more.
                doing.cancel()
                break
        else:
            working = [str(each) for each in driver.app.workers if each.is_running]
            open_now = driver.app.screen_stack
            raise TimeoutError(f"nothing comes to rest: {open_now}, {working}")
        return driver.app.is_running

    async def _leave(self, driver: HastyDriver) -> None:
        """Leaves the program as people do, from wherever it is."""
        for key in LEAVING:
            self._send(driver, key, None)
            await driver.rest()
        while driver.app.is_running:
            await asyncio.sleep(_A_MOMENT)

    async def _some_things(self, driver: HastyDriver) -> None:
        """One thing or several, as they come in while a slow laptop is busy; then it rests."""
        self.clock.advance(self.dice.choice((0, 0, 1, 20)))
        for keys in somewhere_else(self.dice):
            self._press(driver, keys)
            await driver.rest()
        for _thing in range(things_at_once(self.dice)):
            self._do_something(driver)
        await driver.rest()
        if driver.app.is_running:
            self.seen[type(driver.app.screen).__name__] += 1

    def _do_something(self, driver: HastyDriver) -> None:
        """Some keys, mostly; now and then something else that a terminal sends."""
        match self.dice.randint(0, 39):
            case 0:
                self._resize(driver)
            case 1:
                self._post(driver, "paste", Paste(something_pasted(self.dice)))
            case 2 | 3 | 4:
                self._use_mouse(driver)
            case 5:
                self._post(driver, "away", AppBlur())
                self._post(driver, "back", AppFocus())
            case 6 | 7 | 8:
                self._type(driver, some_words(self.dice))
            case _:
                self._press(driver, some_keys(self.dice))

    def _press(self, driver: HastyDriver, keys: list[str]) -> None:
        for key in keys:
            self._send(driver, key, key if len(key) == 1 else _CHARACTERS.get(key))

    def _send(self, driver: HastyDriver, key: str, character: str | None) -> None:
        self._post(driver, key, Key(key, character))

    def _type(self, driver: HastyDriver, words: str) -> None:
        for character in words:
            self._send(driver, "space" if character == " " else character, character)

    def _resize(self, driver: HastyDriver) -> None:
        size = Size(*self.dice.choice(SIZES))
        terminal = driver.app._driver
        assert isinstance(terminal, HeadlessDriver)
        terminal._size = (size.width, size.height)
        self._post(driver, f"resize {size}", Resize(size, size))

    def _use_mouse(self, driver: HastyDriver) -> None:
        """A click, or a turn of the wheel."""
        width, height = driver.app.size
        place = self.dice.randrange(width), self.dice.randrange(height)
        wheel = self.dice.choice((MouseScrollDown, MouseScrollUp, None, None))
        for kind in (MouseMove, wheel) if wheel else (MouseMove, MouseDown, MouseUp):
            button = 1 if kind in (MouseDown, MouseUp) else 0
            event = kind(None, *place, 0, 0, button, False, False, False, *place)
            self._post(driver, f"{kind.__name__} {place}", event)

    def _post(self, driver: HastyDriver, what: str, message: Message) -> None:
        """Has the program get what its terminal would send."""
        self.pressed += 1
        self.last = [*self.last[-59:], what]
        message.set_sender(driver.app)
        driver.app.post_message(message)


def trouble_after(folder: Path, clock: FixedClock) -> list[str]:
    """What the log and the check of the books say; nothing is as it should be."""
    log = folder / LOG_NAME
    found = [log.read_text(encoding="utf-8")] if log.exists() else []
    books = Books(folder, clock)
    try:
        return found + [f"{each.kind} {each.values}" for each in check_books()]
    finally:
        books.close()


def acts_in(folder: Path, clock: FixedClock) -> Counter[str]:
    """How often the books say that each act was done."""
    books = Books(folder, clock)
    try:
        return Counter(row.kind for row in ActRow.select(ActRow.kind))
    finally:
        books.close()


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description="A monkey at the keyboard.")
    parser.add_argument("keys", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=memory()) as place:
        stay_inside(Path(place))
        vars(paper_page)["find_printers"] = Printers
        monkey = Monkey(Path(place) / "books", Random(asked.seed))
        try:
            asyncio.run(monkey.press(asked.keys, say))
        except BaseException:
            say(f"after {monkey.pressed} keys: {' '.join(monkey.last)}")
            for log in monkey.folder.rglob(LOG_NAME):
                say(log.read_text(encoding="utf-8"))
            raise
        acts = acts_in(monkey.folder, monkey.clock)
        say(f"{monkey.told}: no trouble")
        say(f"{acts.total()} acts of {len(acts)} kinds: {_listed(acts)}")
        say(f"{len(monkey.seen)} screens: {_listed(monkey.seen)}")
    return 0


def _listed(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {times}" for name, times in counted.most_common())


if __name__ == "__main__":
    raise SystemExit(main())
