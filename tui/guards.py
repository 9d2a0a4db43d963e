"""An app that keeps everything and restores the terminal, however it comes to its end.

Each guard stands here because the stock app was seen to fail without it: it was killed with the
terminal left raw, ran on at full speed without a terminal, and showed names in its tracebacks.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.worker import WorkerFailed

from screens.language import _
from storage.errors import Trouble
from tui.command_line import command_words as words
from tui.crash_log import CrashLog

_CRASHED = 1
_KILLED = 128
"""What a shell adds to the number of the signal that ended a program."""
_LONGEST_END = 2.0
"""Seconds after everything is stored: a machine that is to stop waits for nobody much longer."""


class GuardedApp(App[int]):
    """The app below ours: what it must survive, and how it ends."""

    ALLOW_SELECT = False  # selecting with the mouse crashes when what is under it goes away

    folder: Path
    """Where the books lie, and the log beside them; the app sets it."""

    _crash_sentence = ""
    _end_status: int | None = None
    _saving: asyncio.Task[None] | None = None
    _ending: asyncio.Task[None] | None = None
    _stopping: asyncio.Task[None] | None = None
    _watch: asyncio.Task[None] | None = None

    async def save_all(self) -> None:
        """Stores what is half typed, and closes the books; for the app to say how."""
        raise NotImplementedError

    async def keep_half_typed(self) -> None:
        """Stores what is half typed, while the program goes on; for the app to say how."""

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        """Guards the driver before it touches the terminal; tests without one have no need."""
        driver = super()._build_driver(headless, inline, mouse, size)
        if not headless:
            asyncio.get_running_loop().set_exception_handler(self._note_lost_error)
            self._guard_terminal(driver)
        return driver

    def _guard_terminal(self, driver: Driver) -> None:
        if sys.platform == "win32":
            return
        from textual.drivers.linux_driver import LinuxDriver

        from tui.terminal_watch import guard

        if isinstance(driver, LinuxDriver):
            self._watch = guard(driver, self._end_by_signal, self._stop_by_signal)

    def _end_by_signal(self, number: int) -> None:
        if self._end_status is None:
            self._end_status = _KILLED + number
            self._ending = asyncio.create_task(self._save_and_exit())

    def _stop_by_signal(self) -> None:
        if self._end_status is None:
            self._stopping = asyncio.create_task(self._keep_and_stop())

    async def _keep_and_stop(self) -> None:
        from tui.terminal_watch import stop

        try:
            await self.keep_half_typed()
        except Exception as error:  # noqa: BLE001 - it is to stop all the same, and is still there
            self.note(error)
        stop(self._driver)

    async def _save_and_exit(self) -> None:
        await self._save_once()
        self.exit(return_code=self._end_status or 0)

    async def _save_once(self) -> None:
        """Saves, or waits for the saving that is under way."""
        if self._saving is None:
            self._saving = asyncio.create_task(self._save())
        await asyncio.shield(self._saving)

    async def _save(self) -> None:
        try:
            await self.save_all()
        except Exception as error:  # noqa: BLE001 - the program ends all the same, and says so
            self.note(error)

    def _handle_exception(self, error: Exception) -> None:
        """Notes the error where nobody's name can be read, then ends as the stock app does."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        logged = self.note(cause)
        if isinstance(cause, Trouble):
            from screens.wording import error_sentence

            self._stop(error_sentence(cause))
        else:
            self._stop(_(words.CRASHED_AND_LOGGED if logged else words.CRASHED))
        super()._handle_exception(error)

    def panic(self, *_renderables: RenderableType) -> None:
        """Ends the app; what the stock app would print here can hold names."""
        self._return_code = _CRASHED
        self._stop(_(words.CRASHED))

    def _fatal_error(self) -> None:
        """Ends the app; the stock one prints a traceback with the values of all variables."""
        self._stop(_(words.CRASHED))

    def _stop(self, sentence: str) -> None:
        # The first error is the one that matters; more of them often follow while it ends.
        self._crash_sentence = self._crash_sentence or sentence
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """One sentence, once the terminal is as it was before."""
        if self._crash_sentence and self._end_status is None:
            self._exit_renderables[:] = [self._crash_sentence]
            self._crash_sentence = ""
        super()._print_error_renderables()

    async def _shutdown(self) -> None:
        """Saves what a crash left half typed, while the screens still hold it."""
        if self._crash_sentence or self._end_status is not None:
            await self._save_once()
        await super()._shutdown()
        if self._end_status is not None:
            self._return_code = self._end_status
            if self._watch is not None:
                self._wait_no_longer(self._end_status)

    def _wait_no_longer(self, status: int) -> None:
        """Ends soon, whatever still runs beside: a copy onto a slow stick, a check of the books.

        All is stored by now and the terminal given back, and what is cut short is as after a kill.
        """
        ending = threading.Timer(_LONGEST_END, os._exit, (status,))
        ending.daemon = True
        ending.start()

    def _note_lost_error(
        self, _loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]
    ) -> None:
        """An error that nobody waited for; the loop's own words would end up on the screen."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.note(error)

    def note(self, error: BaseException) -> bool:
        """Writes an error into the log; says whether that was possible."""
        return CrashLog(self.folder).write(error)
