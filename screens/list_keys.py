"""What the keys do on a screen's one list: one deed at a time, and numbers that are typed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any, TypeVar

from textual import on
from textual.worker import Worker

from screens.leaving import LeftOnce
from screens.room import Room, room_of
from screens.widgets.foot import SPACE
from screens.widgets.line_list import LineList
from screens.widgets.lines import Line
from screens.widgets.number_typing import NumberTyping
from screens.wording import error_sentence
from storage.drafts import NUMBER
from storage.errors import BooksError

Answer = TypeVar("Answer")

_A_MOMENT = 0.01
_OF_NUMBERS = frozenset({"0–9", "+ −", "0–9 + −"})
_OF_A_LINE = _OF_NUMBERS | {"Enter", SPACE}


def digits(last: int) -> str:
    """The digits that open something, as the foot names them: "1–5"."""
    return "1" if last == 1 else f"1–{min(last, 9)}"


class ListKeys(LeftOnce[None]):
    """A screen around one list: what its lines do when a key is pressed on them."""

    def __init__(self) -> None:
        super().__init__()
        self.number = NumberTyping()
        """A number in the making."""
        self._begun: list[Worker[Any]] = []
        """What keys have begun here."""
        self._room: Room | None = None

    @property
    def room(self) -> Room:
        """The program around this screen.

        It is remembered: what is read for a screen on the books' thread may end after the screen
        has gone with the program, and then nothing leads from it to there.
        """
        if self._room is None:
            self._room = room_of(self)
        return self._room

    @property
    def lines(self) -> LineList:
        """The list of this screen."""
        return self.query_one("#lines", LineList)

    @property
    def is_whole(self) -> bool:
        """Whether its rows are all there: as it closes, or the program ends, they go one by one."""
        return self.is_mounted and self.display and self.app.is_running

    @property
    def at_work(self) -> object | None:
        """What a key typed ahead has to wait for: what the one before it does here."""
        return super().at_work or self._deed

    @property
    def _deed(self) -> Worker[Any] | None:
        """What a key has begun, and what has not yet come to its end."""
        self._begun = [each for each in self._begun if not each.is_finished]
        return next(iter(self._begun), None)

    # What each screen gives.

    def show_page(self) -> None:
        """Shows what was last read."""
        raise NotImplementedError

    def show_lines(self) -> None:
        """Shows the list anew, and what else a number in the making changes."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Says one sentence in the line of notices."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Says why something was refused or could not be done."""
        raise NotImplementedError

    def describe(self, line: Line) -> None:
        """The cursor came to a line."""
        raise NotImplementedError

    def works(self, key: str, line: Line | None) -> bool:
        """Whether a key of the foot, named as it stands there, does something on this line now."""
        if line is None:
            return key not in _OF_A_LINE
        return key not in _OF_NUMBERS or self.number_of(line) is not None

    async def entered(self, line: Line) -> None:
        """Enter on a line; it may ask in a popup."""

    async def ticked(self, line: Line) -> None:
        """Space on a line; by default as Enter."""
        await self.entered(line)

    async def digit(self, line: Line, digit: str) -> None:
        """A digit on a line that takes no number; a backspace is an empty one."""

    def number_of(self, line: Line) -> int | None:  # noqa: ARG002 - for the screens that count
        """The number that stands on a line that takes one; None where it takes none."""
        return None

    async def number_entered(self, line: Line, number: int) -> bool:  # noqa: ARG002 - as above
        """A number was typed on the line, and Enter pressed. Says whether it was accepted."""
        return False

    async def amount(self, line: Line, amount: int) -> None:
        """Plus or minus on a line that takes no number."""

    # What the list tells.

    @on(LineList.Entered)
    async def _on_entered(self, event: LineList.Entered) -> None:
        event.stop()
        line = await self._line_after_deed(event.line)
        if line is None:
            return
        if self.number.line == line.key and self.number.text:
            self.begin(self._store_number(line, int(self.number.text)))
        else:
            self.begin(self.entered(line))

    @on(LineList.Ticked)
    async def _on_ticked(self, event: LineList.Ticked) -> None:
        event.stop()
        line = await self._line_after_deed(event.line)
        if line is not None:
            self.begin(self.ticked(line))

    def begin(
        self, deed: Coroutine[Any, Any, object], *, group: str = "deed", exclusive: bool = False
    ) -> None:
        """Does what a key asks for, in a worker, since it may ask in a popup.

        Of an exclusive group it ends what was begun before.
        """
        work = self.guarded(deed)
        self._begun.append(self.run_worker(work, group=group, exclusive=exclusive))

    async def _line_after_deed(self, pressed: Line) -> Line | None:
        """Waits for what the key before this one does; gives the line the cursor is on then.

        On a slow laptop the next number is typed before the last one is stored: its digits
        must wait for the cursor to have moved on. A key that was pressed before a popup or
        form came up was meant for neither; it must not act once that is closed.
        """
        if self._deed is None:
            return pressed
        while self._deed is not None:
            if self.app.screen is not self:
                return None
            await asyncio.sleep(_A_MOMENT)
        return self.lines.line or pressed

    @on(LineList.CursorMoved)
    async def _on_cursor_moved(self, event: LineList.CursorMoved) -> None:
        event.stop()
        self.describe(event.line)
        # The list and what is told of its line are drawn as one frame, not the latter a frame late.
        for _turn in range(2):
            await asyncio.sleep(0)

    @on(LineList.DigitTyped)
    async def _on_digit(self, event: LineList.DigitTyped) -> None:
        event.stop()
        line = await self._line_after_deed(event.line)
        if line is None:
            return
        if self.number_of(line) is None:
            self.begin(self.digit(line, event.digit))
            return
        self.number.type(line.key, event.digit)
        self._show_number()

    @on(LineList.AmountChanged)
    async def _on_amount(self, event: LineList.AmountChanged) -> None:
        event.stop()
        line = await self._line_after_deed(event.line)
        if line is None:
            return
        before = self.number_of(line)
        if before is None:
            self.begin(self.amount(line, event.amount))
            return
        self.number.change(line.key, before, event.amount)
        self._show_number()

    def _show_number(self) -> None:
        """Shows a number in the making, and keeps it once it is seen."""
        self.show_lines()
        self.lines.call_after_refresh(self._keep_number)

    async def _keep_number(self) -> None:
        key, content = self.number_draft, self.number.content
        # It may have been stored meanwhile.
        if self.number.line and self.is_mounted:
            await self.room.keep(lambda books: books.drafts.keep(key, content))

    @property
    def number_draft(self) -> str:
        """The key under which a number in the making is kept."""
        return f"{NUMBER}:{type(self).__name__}"

    async def _store_number(self, line: Line, number: int) -> None:
        self.number.refused = True
        if not await self.number_entered(line, number):
            return
        await self.drop_number()
        self.number_stored()

    async def drop_number(self) -> None:
        """Forgets the number in the making."""
        self.number.clear()
        key = self.number_draft
        await self.room.keep(lambda books: books.drafts.forget(key))
        if self.is_whole:
            self.show_page()

    def number_stored(self) -> None:
        """Goes on to the next line once a number is stored."""
        self.lines.action_cursor_down()

    async def guarded(self, work: Awaitable[Answer]) -> Answer | None:
        """Does something; a refusal or trouble of the books is said, not raised."""
        try:
            return await work
        except BooksError as error:
            self.refuse(error_sentence(error))
            return None
