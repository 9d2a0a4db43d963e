"""Drives the app as a person does: keys in, and what stands on the screen out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from screens.between_meetings.book import BookScreen
from screens.widgets.line_list import LineList
from screens.widgets.lines import Line
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea
from storage.clock import Clock
from storage.errors import Trouble
from tui.app import ChungTayApp
from tui.keys_in_turn import waits_for_messages

_DEADLINE_SECONDS = 60
_SCREEN_SECONDS = 2
_NO_POPUP = 2
"""Screens on the stack, besides books, where no popup and no form is open."""
_QUIET_TURNS = 3
TURNS_AWAKE = 5
NAP_SECONDS = 0.001
"""After some turns it sleeps: while it looks again and again the books' thread waits for it."""
_NAMED = {" ": "space", "+": "plus", "-": "minus", "\n": "enter"}
_CHARACTERS = {"space": " ", "plus": "+", "minus": "-"}


class Driver:
    """Presses keys, waits until the program is at rest, and reads the screen."""

    def __init__(self, app: ChungTayApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot
        self.control_keys = 0
        """Keys pressed that are no text."""

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other, at rest between them."""
        for name in keys:
            self.control_keys += 1
            focused = self.app.focused
            key = _NAMED.get(name, name)
            self.app.post_message(Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None)))
            await self.rest()
            # A text field waits on Enter for the last word of an input method.
            if isinstance(focused, VietnameseInput | VietnameseTextArea) and focused.submitting:
                while focused.submitting:
                    await asyncio.sleep(0.01)
                # Only now is the word handed on, and the next field asked for the focus.
                await self.rest()

    async def type(self, text: str) -> None:
        """Types text into the field in focus, as a burst."""
        for character in text:
            self.app.post_message(Key(_NAMED.get(character, character), character))
        await self.rest()

    async def type_number(self, digits: str) -> None:
        """Types a number that was said aloud, digit by digit: it is text as much as a name is."""
        before = self.control_keys
        await self.press(*digits)
        self.control_keys = before

    async def rest(self) -> None:
        """Lets messages, workers and the books' thread come to rest."""
        quiet_turns = 0
        while quiet_turns < _QUIET_TURNS:
            await self._settle()
            await self.app.ask(lambda _books: None)
            quiet_turns = 0 if self._messages_wait else quiet_turns + 1
            if self.app.screen._callbacks:
                # What waits for the frame is done once it is drawn.
                quiet_turns = 0
                self.app.screen._on_timer_update()
            if self._working:
                quiet_turns = 0
                await asyncio.sleep(0.005)
        self.app.screen._on_timer_update()

    @property
    def _messages_wait(self) -> bool:
        """A message goes from the list to the screen in several, each waiting for its turn."""
        pumps = [self.app, *self.app.screen.walk_children(with_self=True)]
        return self.app.keys.waiting or any(pump.message_queue_size for pump in pumps)

    async def _settle(self) -> None:
        """Lets every widget of the screen take its messages; one that is going never does.

        The pilot would ask each of them for an answer, which took a fifth of all tests.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + _SCREEN_SECONDS
        turns = 0
        while not self._all_wait and loop.time() < deadline:
            turns += 1
            await asyncio.sleep(0 if turns < TURNS_AWAKE else NAP_SECONDS)

    @property
    def _all_wait(self) -> bool:
        """Whether everything on the screen has taken what it was told."""
        return all(map(waits_for_messages, self.app.screen.walk_children(with_self=True)))

    @property
    def _working(self) -> bool:
        """A worker that asks in a popup goes on for as long as the popup is open."""
        screens = [each for each in self.app.screen_stack if not isinstance(each, BookScreen)]
        if len(screens) > _NO_POPUP:
            return False
        return any(worker.is_running for worker in self.app.workers)

    def text(self) -> str:
        """Everything on the screen, row by row."""
        width, height = self.app.size
        rows = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in rows[:height] if width)

    def row(self, identifier: str) -> str:
        """The text of one row of the frame, by its identifier."""
        return str(self.app.screen.query_one(f"#{identifier}").render()).strip()

    def notice(self) -> str:
        """The line of notices."""
        return self.row("notice")

    async def until(self, words: str) -> None:
        """Waits until these words are on the screen."""
        await self._wait(lambda: words in self.text(), words)

    async def until_one_of(self, *words: str) -> None:
        """Waits until at least one of these is on the screen."""
        await self._wait(lambda: any(each in self.text() for each in words), " or ".join(words))

    async def until_gone(self, words: str) -> None:
        """Waits until these words are no longer on the screen."""
        await self._wait(lambda: words not in self.text(), f"no more {words}")

    async def until_laid_out(self) -> None:
        """Waits until the list of the screen has its place."""
        lists = self.app.screen.query(LineList)
        await self._wait(
            lambda: all(lines.scrollable_content_region.width for lines in lists),
            "a list that has its place",
        )
        await self.rest()

    async def until_closed(self, screen: Screen[object]) -> None:
        """Waits until a screen is no longer open."""
        await self._wait(lambda: screen not in self.app.screen_stack, "another screen")
        await self.rest()

    async def wait_for_focus(self, identifier: str) -> None:
        """Waits until a widget has the focus."""

        def reached() -> bool:
            focused = self.app.focused
            return focused is not None and focused.id == identifier

        await self._wait(reached, f"the focus on {identifier}")

    async def until_focus_leaves(self, before: Widget | None) -> None:
        """Waits until another widget has the focus than before."""
        await self._wait(lambda: self.app.focused is not before, "another focus")

    async def go_to_line(self, key: str) -> None:
        """Puts the cursor of the list on a line, with the arrows."""
        await self._walk(lambda line: line is not None and line.key == key, key)

    async def go_to_text(self, words: str) -> None:
        """Puts the cursor of the list on the first line that holds these words."""
        await self._walk(lambda line: line is not None and words in " ".join(line.cells), words)

    async def _walk(self, reached: Callable[[Line | None], bool], goal: str) -> None:
        lines = self.app.screen.query_one("#lines", LineList)
        goals = [i for i, line in enumerate(lines.shown_lines) if reached(line)]
        # As a person does: the way to where the line is seen.
        above = bool(goals) and lines.highlighted is not None and goals[0] < lines.highlighted
        for way in ("up", "down") if above else ("down", "up"):
            for _turn in range(60):
                if reached(lines.line):
                    return
                before = lines.highlighted
                await self.press(way)
                if lines.highlighted == before or (way == "down" and lines.highlighted == 0):
                    break
        raise AssertionError(f"no line {goal}\n{self.text()}")

    async def _wait(self, reached: Callable[[], bool], words: str) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + _DEADLINE_SECONDS
        while not reached():
            if loop.time() > deadline:
                raise AssertionError(f"not on the screen: {words}\n{self.text()}")
            await asyncio.sleep(0.005)
            await self.rest()


class PatientDriver(Driver):
    """Rests while no books are open, too."""

    async def rest(self) -> None:
        """As much as there is to wait for."""
        with suppress(Trouble):
            await super().rest()


@contextmanager
def _drawn_when_looked_at() -> Iterator[None]:
    """Without a terminal nobody sees the frames between two looks: they were a sixth of the time.

    The monkeys, and what runs at a terminal, draw them all.
    """
    drawn = Compositor.render_update

    def undrawn(
        self: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> RenderableType | None:
        if full:
            return drawn(self, full, screen_stack, simplify)
        # Whoever looks sees what lies behind a popup, too.
        visible_screen_stack.set(screen_stack or [])
        self._dirty_regions.clear()
        return None

    Compositor.render_update = undrawn  # type: ignore[method-assign]
    try:
        yield
    finally:
        Compositor.render_update = drawn  # type: ignore[method-assign]


@asynccontextmanager
async def driven(
    folder: Path, clock: Clock, *, size: tuple[int, int] = (80, 24), practice: bool = False
) -> AsyncIterator[Driver]:
    """Runs the app on the books of a folder; a frame is drawn when somebody looks at it."""
    app = ChungTayApp(folder, clock, practice=practice)
    with _drawn_when_looked_at():
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.rest()
            yield driver
            await app.save_all()
