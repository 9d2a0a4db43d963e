"""What is done while nobody types: the log of the books is brought into their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.worker import Worker

from storage.clock import steady_seconds

if TYPE_CHECKING:
    from tui.books_app import BooksApp

_CALM = 2.0
"""Seconds without a key: hands that type or count are never still for so long."""


class CalmMoments:
    """Waits until nobody has pressed a key for a while, and once more after that.

    An entry never waits for this, but for one that is made in the very moment.
    """

    def __init__(self, app: BooksApp) -> None:
        self._app = app
        self._since = 0.0
        self._waiting: Timer | None = None
        self._bringing: Worker[None] | None = None

    def wait(self) -> None:
        """Somebody pressed a key: it is not calm before a while has passed."""
        self._since = steady_seconds()
        if self._waiting is None and not self._app.worker.ended:
            self._waiting = self._app.set_timer(_CALM, self._look)

    def begin(self) -> None:
        """The meeting went on to another step, which is looked at first."""
        # Not begun here: one that the end of the program overtakes would never be waited for.
        work = self._bring_in_log
        self._bringing = self._app.run_worker(work, group="calm", exclusive=True)

    def _look(self) -> None:
        self._waiting = None
        left = self._since + _CALM - steady_seconds()
        if left > 0:
            self._waiting = self._app.set_timer(left, self._look)
        else:
            self.begin()

    async def _bring_in_log(self) -> None:
        if not await self._app.ask(lambda books: books.bring_in_log()):
            # Somebody reads the books, as a backup does.
            self.wait()
