"""The machine's clock, where it is wrong at the start or is set later on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from screens.base import ListScreen
from screens.language import _
from storage.clock import SystemClock
from storage.meeting.timekeeping import ClockWatch

if TYPE_CHECKING:
    from tui.app import ChungTayApp

_SEEN_TO_JUMP = timedelta(minutes=1)
"""By less nobody sees it on the wall."""


class MovedClock:
    """Keeps the time of a run right, whatever happens to the machine's clock."""

    def __init__(self, app: ChungTayApp) -> None:
        self._app = app
        self._watch = ClockWatch(app.clock)
        self._catching_up = False

    def watch(self) -> None:
        """From now on the program's clock is another, or another day was given to it."""
        self._watch = ClockWatch(self._app.clock)

    async def ask_the_day(self, begin: Callable[[], Awaitable[None]]) -> None:
        """Begins; but where the clock can hardly be right, what day it is is asked before."""
        clock = self._app.clock
        doubt = await self._app.ask(lambda books: books.time.doubt())
        if doubt is None or not isinstance(clock, SystemClock):
            await begin()
            return
        from screens.safekeeping.ask_day import DayPopup

        async def take(day: date | None) -> None:
            if day is not None:
                clock.give_day(day)
                self.watch()
            await begin()

        self._app.push_screen(DayPopup(doubt), take)

    def noticed(self) -> bool:
        """Whether the clock was set, and what was begun is not yet moved with it."""
        if self._watch.moved():
            self._catching_up = True
            self._app.run_worker(self._catch_up(), group="clock")
        return self._catching_up

    async def _catch_up(self) -> None:
        """Moves what was begun with the clock, shows it, and says so where people saw it jump."""
        try:
            moved = await self._app.ask(lambda books: books.time.catch_up())
        finally:
            self._catching_up = False
        for screen in self._app.screen_stack:
            if isinstance(screen, ListScreen):
                await screen.refresh_page()
        if abs(moved) >= _SEEN_TO_JUMP and isinstance(self._app.screen, ListScreen):
            self._app.screen.say(_("Giờ của máy vừa đổi. Thời gian đã họp vẫn tính đúng."))
