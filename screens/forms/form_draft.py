"""What is half typed in an open form: stored a moment behind the fingers."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

from screens.room import room_of
from storage.books import Books
from storage.drafts import OPEN_FORM

_SECONDS = 0.2
"""With the writing, on a slow disk too, no more than 0.3 behind the fingers."""
_AGAIN_SECONDS = 2


class FormDraft:
    """The draft of one form, from its opening until it is accepted, dropped or left."""

    def __init__(
        self,
        screen: Widget,
        key: str,
        half_typed: Callable[[], dict[str, object]],
        taken_at_last: Callable[[], None],
    ) -> None:
        self._screen, self._key, self._half_typed = screen, key, half_typed
        self._taken_at_last = taken_at_last
        self._waiting: Timer | None = None
        self._held = False
        """The form is being accepted, dropped or left: nothing is stored by itself."""
        self._over = False
        """It was accepted or dropped: nothing of it is half typed any more."""
        self._refused = False
        """The disk did not take it; it is tried again until it does."""

    async def take_up(self) -> dict[str, object] | None:
        """Says that the form is open; what was left half typed in it."""
        room = room_of(self._screen)
        await room.keep(lambda books: books.drafts.keep(OPEN_FORM, {"form": self._key}))
        return await room.ask(lambda books: books.drafts.get(self._key))

    def save_soon(self) -> None:
        """Stores it in a moment, with what is typed until then."""
        if self._waiting is None and not self._held:
            self._waiting = self._screen.set_timer(_SECONDS, self.save)

    def hold(self) -> None:
        """Stores nothing by itself any more."""
        self._held = True
        self._stop()

    def go_on(self) -> None:
        """The form stays open after all."""
        self._held = False
        self.save_soon()

    async def save(self) -> None:
        """Stores it now, and not once more in a moment."""
        self._stop()
        content = self._half_typed()

        def keep(books: Books) -> None:
            # On the books' thread, so that it is known whether the form was accepted meanwhile.
            if not self._over:
                books.drafts.keep(self._key, content)

        kept = await room_of(self._screen).keep(keep)
        if kept and self._refused:
            self._taken_at_last()
        self._refused = not kept
        if self._refused and not self._held:
            self._waiting = self._screen.set_timer(_AGAIN_SECONDS, self.save)

    async def drop(self) -> None:
        """The form was dropped, or is needed no more."""

        def drop(books: Books) -> None:
            self.forget(books)
            self.end()

        await room_of(self._screen).keep(drop)

    def forget(self, books: Books) -> None:
        """Part of what accepts the form: it must not come back as half typed after a power cut."""
        books.drafts.forget(self._key)
        books.drafts.forget(OPEN_FORM)

    def end(self) -> None:
        """The form is accepted: what comes late is not kept. On the books' thread."""
        self._over = True

    async def leave(self) -> None:
        """Keeps it for the next time; the form does not open again by itself."""
        waits = self._waiting is not None
        self.hold()
        if waits:
            await self.save()
        await room_of(self._screen).keep(lambda books: books.drafts.forget(OPEN_FORM))

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
