"""The way between the main page, the steps and the books that lie over them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual import events
from textual.screen import Screen
from textual.worker import NoActiveWorker, get_current_worker

from screens.base import ListScreen
from screens.between_meetings.home import HomeScreen
from screens.leaving import LeftOnce
from storage.books import Books
from storage.clock import Clock
from storage.drafts import OPEN_FORM, OPEN_POPUP, PART, SETTING_UP
from storage.records.kinds import Step
from tui.keys_in_turn import KeysInTurn, Typed
from tui.lockable_app import LockableApp
from tui.routes import step_screen

_A_MOMENT = 0.01
_NO_BOOK_OPEN = 2
"""Screens on the stack: the empty one that Textual begins with, and a step or the main page."""


class WalkingApp(LockableApp):
    """Goes where the meeting goes; one screen for each step, made when it is first gone to."""

    def __init__(self, folder: Path, clock: Clock, *, practice: bool = False) -> None:
        super().__init__(folder, clock, practice=practice)
        self.details_hidden = True
        self._reopen = self._popup = ""
        self._moving: asyncio.Task[None] | None = None
        """Goes from one screen of the walk to another."""
        self.keys = KeysInTurn(self)
        """The keys that are typed ahead."""

    async def on_event(self, event: events.Event) -> None:
        """Keys act in turn; what a widget has left of one comes back here."""
        if isinstance(event, Typed) and not event.is_forwarded and self.screen_stack:
            await self.keys.take(event)
        else:
            await super().on_event(event)

    async def act_on(self, event: Typed) -> None:
        """It is a key's turn; where nothing has the focus, it goes to what the screen is for.

        After a click where the window ended a moment ago all keys but Esc went to nobody.
        """
        if self.screen.focused is None:
            self.screen._update_auto_focus()
        await super().on_event(event)

    @property
    def at_work(self) -> object | None:
        """What a key typed ahead has to wait for; None where the next one may act."""
        if self._moving is not None and not self._moving.done():
            return self._moving
        return self.screen.at_work if isinstance(self.screen, LeftOnce) else None

    def forget_typed_ahead(self) -> None:
        """Something was refused, and whoever typed on has not yet seen it."""
        self.keys.forget()

    def push_screen(
        self,
        screen: Screen[Any] | str,
        callback: Callable[[Any], Any] | None = None,
        wait_for_dismiss: bool = False,
        *,
        mode: str | None = None,
    ) -> Any:
        """Opens a screen over the one that shows it, and never over what took its place meanwhile.

        Between a key and what it opens the books are asked: by then the menu may be open, the
        wall blank or locked, or the meeting at another step. A question is answered with None.
        """
        if not self._asked_from_below():
            push: Callable[..., Any] = super().push_screen
            return push(screen, callback, wait_for_dismiss, mode=mode)
        nobody: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        nobody.set_result(None)
        return nobody

    async def push_screen_wait(self, screen: Screen[Any] | str, *, mode: str | None = None) -> Any:
        """Asks with a screen; whoever asks may go meanwhile, with the book that is being left.

        Textual has the worker that asks take the left screen away itself. That ends the worker,
        which would end what is taken away, and the whole program with it, without a word.
        """
        await asyncio.shield(asyncio.create_task(self._flush_next_callbacks()))
        return await super().push_screen_wait(screen, mode=mode)

    def _asked_from_below(self) -> bool:
        """Whether a worker of a screen that is not on top would open another one."""
        try:
            worker = get_current_worker()
        except NoActiveWorker:
            return False
        # A screen that a worker opened has the worker's context, but is at work itself.
        if worker._task is not asyncio.current_task() or worker.node is self:
            return False
        return not worker.node.is_attached or worker.node.screen is not self.screen

    async def form_to_reopen(self) -> str:
        """The form that was open when the program last ended, or else the popup; said once."""
        form, self._reopen = self._reopen, ""
        return form

    def popup_to_reopen(self, form_key: str) -> str:
        """The draft of the popup that was open over this form; it is said once."""
        popup, self._popup = self._popup, ""
        return popup if popup.startswith(form_key + PART) else ""

    async def go_on(self) -> None:
        """To the first run, the main page, or the step at which the meeting was."""
        await self.take_up_choices()
        club, meeting, step, drafts = await self.ask(
            lambda books: (
                books.club.get(),
                books.meetings.current(),
                _current_step(books),
                books.drafts.those(OPEN_FORM, OPEN_POPUP, SETTING_UP),
            )
        )
        popup = str(drafts.get(OPEN_POPUP, {}).get("popup", ""))
        # What was given in it is gone where it was recorded in the moment before.
        if popup and await self.ask(lambda books: books.drafts.get(popup)) is None:
            popup = ""
        self._popup = popup
        # Before any screen is shown: other books were open until now.
        self.meeting_id = meeting.id if meeting else None
        self._reopen = str(drafts.get(OPEN_FORM, {}).get("form", "")) or self._popup
        if club is None or SETTING_UP in drafts:
            from screens.settings.first_run import FirstRunScreen

            await self._show("first-run", FirstRunScreen)
        elif meeting is None:
            await self.show_home()
        else:
            await self.show_step(step)
        self.calm.wait()

    async def show_step(self, step: Step) -> None:
        """Goes to a step of the walk, and keeps that the meeting is there."""
        meeting_id = self.meeting_id
        if meeting_id is None:
            meeting = await self.ask(lambda books: books.meetings.begin())
            self.details_hidden = True
            meeting_id = self.meeting_id = meeting.id
            self.run_worker(self.back_up_beside(), group="backup")
        await self.keep(lambda books: books.meetings.go_to(meeting_id, step))
        await self._show(f"step-{int(step)}", lambda: step_screen(step))
        self.call_after_refresh(self.calm.begin)

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
        self._moving = asyncio.create_task(self._take_place(name))
        await asyncio.shield(self._moving)

    async def _take_place(self, name: str) -> None:
        """Closes the books that lie over the screen shown so far, and takes its place."""
        while len(self.screen_stack) > _NO_BOOK_OPEN:
            while not self.screen.is_mounted:
                # One that is only just being opened would look for what has gone with it.
                await asyncio.sleep(_A_MOMENT)
            await self._close_top()
        if len(self.screen_stack) < _NO_BOOK_OPEN:
            await self.push_screen(name)
        elif self.screen is self.get_screen(name):
            # Other books were opened under it.
            await self._show_anew(self.screen)
        else:
            await self.switch_screen(name)

    async def _show_anew(self, screen: Screen[Any]) -> None:
        if isinstance(screen, ListScreen):
            screen.say("")
            await screen.shown()

    async def _close_top(self) -> None:
        """Closes what lies on top; whoever asked there is told that nobody answers."""
        with suppress(asyncio.InvalidStateError):
            self.screen.dismiss(None)
            await asyncio.sleep(0)
            return
        # It was answered just now, and is about to go.
        await self.pop_screen()


def _current_step(books: Books) -> Step:
    meeting = books.meetings.current()
    return books.meetings.step(meeting.id) if meeting else Step.ATTENDANCE
