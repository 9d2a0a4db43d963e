"""Popups in which something is half given: open when the program ended, they open again."""

from __future__ import annotations

from typing import TypeVar

from screens.leaving import Popup
from screens.room import room_of
from storage.books import Books
from storage.drafts import OPEN_POPUP

Result = TypeVar("Result")


class OpenAgain(Popup[Result]):
    """Tells the books that it is open, for as long as it is."""

    def __init__(self, draft: str) -> None:
        super().__init__()
        self.draft = draft
        """Under this name what is half given in it is kept; it tells for what it was opened."""

    async def on_mount(self) -> None:
        """It is open."""
        content = {"popup": self.draft}
        await room_of(self).keep(lambda books: books.drafts.keep(OPEN_POPUP, content))

    async def on_unmount(self) -> None:
        """It is closed; where that is because the program ends, the books are closed already."""
        await room_of(self).keep(self._forget)

    def _forget(self, books: Books) -> None:
        # The next one may be open by now.
        if books.drafts.get(OPEN_POPUP) == {"popup": self.draft}:
            books.drafts.forget(OPEN_POPUP)
