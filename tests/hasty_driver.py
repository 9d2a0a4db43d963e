"""Rests more quickly than the driver of the other tests, for those that press very many keys."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual.app import ScreenStackError

from driver import NAP_SECONDS, TURNS_AWAKE, PatientDriver
from storage.errors import Trouble

_QUIET_TURNS = 4


class HastyDriver(PatientDriver):
    """Rests until no message waits and nothing works; asks no widget for it, which takes long."""

    async def rest(self) -> None:
        """Until nothing happens any more."""
        quiet_turns, turns = 0, 0
        # Where it was left there are no books any more, and no screen.
        with suppress(Trouble, ScreenStackError):
            while quiet_turns < _QUIET_TURNS and self.app.is_running:
                await asyncio.sleep(0 if turns < TURNS_AWAKE else NAP_SECONDS)
                if self._messages_wait or self._later:
                    quiet_turns, turns = 0, turns + 1
                    continue
                await self.app.ask(lambda _books: None)
                quiet_turns, turns = quiet_turns + 1, 0
                if self._working:
                    quiet_turns = 0
                    await asyncio.sleep(0.005)
            self.app.screen._on_timer_update()

    @property
    def _later(self) -> bool:
        pumps = [self.app, *self.app.screen.walk_children(with_self=True)]
        return any(pump._next_callbacks for pump in pumps)
