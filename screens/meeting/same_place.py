"""Where a step was when the program ended: the line, the number in the making."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar, TypeVar

from textual import on
from textual.timer import Timer

from screens.menu_screen import MenuScreen
from screens.widgets.line_list import LineList
from storage.drafts import NUMBER, line_draft
from storage.errors import BooksError
from storage.records.kinds import Step

Overview = TypeVar("Overview")

_KEPT_AFTER = 0.2
"""Seconds; with the writing no more than 0.3 behind the fingers, and one entry for many lines."""


class SamePlaceScreen(MenuScreen[Overview]):
    """Comes back to its line after a power cut, and not to the first one."""

    STEP: ClassVar[Step]

    def __init__(self) -> None:
        super().__init__()
        self._line_taken_up = False
        self._line_kept = ("", "")
        self._keeping: Timer | None = None

    @property
    def meeting_id(self) -> int:
        """The meeting that is held."""
        raise NotImplementedError

    @property
    def number_draft(self) -> str:
        """Of this meeting: what was typed and not stored means nothing in the next one."""
        return f"{NUMBER}:{self.meeting_id}:{self.STEP}"

    @property
    def _line_draft(self) -> str:
        return line_draft(self.meeting_id, self.STEP)

    async def shown(self) -> None:
        """Takes up what was in the making when the program ended: a number, a line, a form."""
        number, key = self.number_draft, self._line_draft
        kept = await self.room.ask(lambda books: books.drafts.those(number, key))
        self.number.restore(kept.get(number))
        await super().shown()
        if not self._line_taken_up:
            self._line_taken_up = True
            self._line_kept = (key, str(kept.get(key, {}).get("line", "")))
            self.lines.go_to(self._line_kept[1])

    @on(LineList.CursorMoved)
    def _keep_line_soon(self) -> None:
        if self._keeping is None and self._line_taken_up:
            self._keeping = self.set_timer(_KEPT_AFTER, self._keep_line)

    async def _keep_line(self) -> None:
        self._keeping = None
        line = self.lines.line
        if line is None or self.room.meeting_id is None:
            return
        key, content = self._line_draft, {"line": line.key}
        if self._line_kept == (key, line.key):
            return
        self._line_kept = (key, line.key)
        # What hinders it hinders the next entry too, and is said then.
        with suppress(BooksError):
            await self.room.ask(lambda books: books.drafts.keep(key, content))
