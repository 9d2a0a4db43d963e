"""Tells when everything between the focus and the program has taken a key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from textual.app import App
from textual.message_pump import MessagePump

_TIMES = 2
"""Behind the key itself, and behind the message that a widget makes of it."""


class KeyTrail:
    """Goes the way of a key behind it, from widget to widget up to the program.

    Each takes its messages in their order, and the next one only once it is done with the last.
    """

    def __init__(self, app: App[int], arrived: Callable[[], Awaitable[None]]) -> None:
        self._app, self._arrived = app, arrived
        self._mark: object | None = None
        """What is under way now; whatever else comes back belongs to a key before."""
        self._left = 0
        """How often it has to go once more."""
        self._stuck: object | None = None
        """What was waited for in vain."""

    @property
    def under_way(self) -> bool:
        """Whether the last key is not yet taken by all."""
        return self._mark is not None

    def begin(self) -> None:
        """Goes behind a key; nothing while somebody is stuck on the way."""
        if self._stuck is None:
            self._left = _TIMES
            self._set_out()

    def give_up(self) -> None:
        """Somebody on the way does not come to an end: keys are not waited for until that does."""
        self._stuck, self._mark = self._mark, None

    def _set_out(self) -> None:
        self._left -= 1
        self._mark = object()
        start = self._app.focused or self._app.screen
        below = [each for each in start.ancestors_with_self if each is not self._app]
        self._hand_on(self._mark, iter((*below, self._app)))

    def _hand_on(self, mark: object, way: Iterator[MessagePump]) -> bool:
        """To the next on the way that still takes something; False behind the last of them."""
        return any(each.call_later(self._came, mark, way) for each in way)

    async def _came(self, mark: object, way: Iterator[MessagePump]) -> None:
        if self._hand_on(mark, way):
            return
        if mark is self._stuck:
            self._stuck = None
        elif mark is not self._mark:
            return
        elif self._left:
            self._set_out()
        else:
            self._mark = None
            await self._arrived()
