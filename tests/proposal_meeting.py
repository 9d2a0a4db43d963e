"""The screen of step 4 with books prepared for it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from driver import Driver, driven
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import (
    Step,
)


class ProposalMeeting:
    """The books of a meeting that stands at step 4, to be prepared and then shown."""

    def __init__(self, books: Books, meeting_id: int, folder: Path, clock: FixedClock) -> None:
        self.books = books
        self.id = meeting_id
        self.folder = folder
        self.clock = clock
        self.groups = [group.id for group in books.register.groups()]
        books.meetings.go_to(meeting_id, Step.PROPOSALS)

    @asynccontextmanager
    async def shown(self) -> AsyncIterator[Driver]:
        """The step on the screen; the books belong to the app from here on."""
        self.books.close()
        async with driven(self.folder, self.clock) as driver:
            await driver.until("Các tổ trình bày đề xuất")
            yield driver
