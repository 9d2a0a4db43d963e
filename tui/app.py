"""The app: its keys and colours, and the way between the main page, the steps and the books."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from screens.home import HomeScreen
from storage.books import Books
from storage.clock import Clock, FixedDayClock
from storage.drafts import OPEN_FORM, SETTING_UP
from storage.records.kinds import Step
from tui.data_folder import PRACTICE_FOLDER
from tui.lockable_app import LockableApp
from tui.opening import Opening
from tui.routes import step_screen
from tui.start import started

_A_MOMENT = 0.01
_NO_BOOK_OPEN = 2
"""Screens on the stack: the empty one that Textual begins with, and a step or the main page."""
PRACTICE_MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))


class ChungTayApp(LockableApp):
    """Chung Tay on one screen of a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "Chung Tay"
    ENABLE_COMMAND_PALETTE = False  # its search is a stock field that spells Vietnamese wrong
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (100, "-medium"),
        (150, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f12,ctrl+q,ctrl+c", "ask_to_leave", show=False, priority=True),
        Binding("ctrl+l", "lock", show=False, priority=True),
        Binding("ctrl+g", "next_typing_method", show=False, priority=True),
        # In every popup and form too: what is on the wall may have to go at once.
        Binding("f6", "blank", show=False, priority=True),
    ]

    def __init__(self, folder: Path, clock: Clock, *, practice: bool = False) -> None:
        super().__init__(folder, clock, practice=practice)
        self.details_hidden = True
        self.large_view = False
        self.animation_level = "none"
        self._opening = Opening(self)
        self._reopen = ""

    async def on_mount(self) -> None:
        """Opens the books, and goes to where the meeting was."""
        await self._opening.open(self.folder, self.clock)
        self.call_after_refresh(started)

    async def open_practice(self) -> None:
        """Closes these books and opens the practice club, kept apart from them."""
        self.practice = True
        self.clock = FixedDayClock(start=PRACTICE_MORNING)
        self._opening.moved_clock.watch()
        self.projector.keep_time_by(self.clock)
        await self._opening.open(self.folder / PRACTICE_FOLDER, self.clock)

    def clock_moved(self) -> bool:
        """Whether the machine's clock was set; then what was begun is put right first."""
        return self._opening.moved_clock.noticed()

    async def form_to_reopen(self) -> str:
        """The form that was open when the program last ended; it is said once."""
        form, self._reopen = self._reopen, ""
        return form

    # The way between the screens.

    async def go_on(self) -> None:
        """To the first run, the main page, or the step at which the meeting was."""
        await self.take_up_choices()
        club, meeting, step, form, setting_up = await self.ask(
            lambda books: (
                books.club.get(),
                books.meetings.current(),
                _current_step(books),
                books.drafts.get(OPEN_FORM),
                books.drafts.get(SETTING_UP) is not None,
            )
        )
        self._reopen = str(form.get("form", "")) if form else ""
        if club is None or setting_up:
            from screens.first_run import FirstRunScreen

            await self._show("first-run", FirstRunScreen)
        elif meeting is None:
            await self.show_home()
        else:
            self.meeting_id = meeting.id
            await self.show_step(step)

    async def show_step(self, step: Step) -> None:
        """Goes to a step of the walk, and keeps that the meeting is there."""
        meeting_id = self.meeting_id
        if meeting_id is None:
            meeting = await self.ask(lambda books: books.meetings.begin())
            self.details_hidden = True
            meeting_id = self.meeting_id = meeting.id
        await self.ask(lambda books: books.meetings.go_to(meeting_id, step))
        await self._show(f"step-{int(step)}", lambda: step_screen(step))

    async def show_home(self) -> None:
        """Goes to the main page."""
        meeting = await self.ask(lambda books: books.meetings.current())
        self.meeting_id = meeting.id if meeting else None
        await self._show("home", HomeScreen)

    async def _show(self, name: str, make: Callable[[], Screen[Any]]) -> None:
        """Shows a screen; one that is shown again costs a tenth of one made anew."""
        if not self.is_screen_installed(name):
            self.install_screen(make(), name)
        # A book that is closed ends the worker that asks for this; it must come to its end.
        await asyncio.shield(self._take_place(name))

    async def _take_place(self, name: str) -> None:
        """Closes the books that lie over the screen shown so far, and takes its place."""
        while len(self.screen_stack) > _NO_BOOK_OPEN:
            while not self.screen.is_mounted:
                # One that is only just being opened would look for what has gone with it.
                await asyncio.sleep(_A_MOMENT)
            await self._close_top()
        if len(self.screen_stack) < _NO_BOOK_OPEN:
            await self.push_screen(name)
        else:
            await self.switch_screen(name)

    async def _close_top(self) -> None:
        """Closes what lies on top; whoever asked there and stays is told that nobody answers."""
        if len(self.screen_stack) == _NO_BOOK_OPEN + 1:
            with suppress(asyncio.InvalidStateError):
                self.screen.dismiss(None)
                await asyncio.sleep(0)
                return
        await self.pop_screen()

    # The keys that work everywhere.

    def action_blank(self) -> None:
        """F6."""
        self.blank()

    def blank(self) -> None:
        """Nothing on the wall, or what was there before; a locked screen shows nothing anyway."""
        from screens.blank import BlankScreen
        from screens.passphrase_popup import LockScreen

        if isinstance(self.screen, LockScreen):
            return
        if isinstance(self.screen, BlankScreen):
            self.screen.action_lift()
        else:
            self.push_screen(BlankScreen())

    def action_ask_to_leave(self) -> None:
        """F12, Ctrl+Q, Ctrl+C."""
        self.ask_to_leave()


def _current_step(books: Books) -> Step:
    meeting = books.meetings.current()
    return books.meetings.step(meeting.id) if meeting else Step.ATTENDANCE
