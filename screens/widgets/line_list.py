"""The one list of a screen: headings, rows in columns and acts, walked with the arrows."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from rich.segment import Segment
from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.events import Resize
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.widgets.fitting import fitted
from screens.widgets.lines import Column, Line, LineKind
from screens.widgets.unseen_text import UnseenNote, UnseenText

_CURSOR = "► "
_LEGIBLE = 16
"""Cells in which most names can still be told apart."""


class LineList(OptionList, inherit_bindings=False):
    """Shows lines, keeps the cursor on its line when they change, and tells what is pressed."""

    BINDINGS = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter,ctrl+j", "select", show=False),
        Binding("space", "tick", show=False),
        Binding("plus,add", "amount(1)", show=False),
        Binding("minus,subtract", "amount(-1)", show=False),
        Binding("backspace,ctrl+h", "digit('')", show=False),
        *(Binding(digit, f"digit('{digit}')", show=False) for digit in "0123456789"),
    ]

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """Where the cursor is. Of all rows that are seen, two change when it moves."""

    @dataclass
    class Entered(Message):
        """Enter on a line, or a click."""

        line: Line

    @dataclass
    class Ticked(Message):
        """Space on a line."""

        line: Line

    @dataclass
    class DigitTyped(Message):
        """A digit on a line; an empty digit is a backspace."""

        line: Line
        digit: str

    @dataclass
    class AmountChanged(Message):
        """Plus or minus on a line."""

        line: Line
        amount: int

    @dataclass
    class CursorMoved(Message):
        """The cursor is on another line."""

        line: Line

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        cursor_when_away: bool = True,
    ) -> None:
        super().__init__(id=id, markup=False)
        self._cursor_when_away = True
        self.cursor_when_away = cursor_when_away
        self._columns: tuple[Column, ...] = ()
        self._lines_shown: tuple[Line, ...] = ()
        self._drawn_width = 0

    @property
    def cursor_when_away(self) -> bool:
        """Whether the cursor is seen while the focus is elsewhere: Enter there takes its line."""
        return self._cursor_when_away

    @cursor_when_away.setter
    def cursor_when_away(self, seen: bool) -> None:
        self._cursor_when_away = seen
        self.set_class(not seen, "quiet")

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        if self.highlighted is None or self.highlighted >= len(self._lines_shown):
            return None
        return self._lines_shown[self.highlighted]

    @property
    def shown_lines(self) -> tuple[Line, ...]:
        """All lines, seen or scrolled away."""
        return self._lines_shown

    def show(self, columns: Sequence[Column], lines: Sequence[Line]) -> None:
        """Shows these lines; the cursor stays on the line with the same key."""
        if (tuple(columns), tuple(lines)) == (self._columns, self._lines_shown):
            return
        before, shown = self.line, self._lines_shown
        same_rows = tuple(columns) == self._columns and _rows(lines) == _rows(shown)
        self._columns, self._lines_shown = tuple(columns), tuple(lines)
        if same_rows:
            self._reword(shown)
        else:
            self._lay_out(before.key if before else "")

    def go_to(self, key: str) -> None:
        """Puts the cursor on a line."""
        for index, line in enumerate(self._lines_shown):
            if line.key == key:
                self.highlighted = index
                return

    def _reword(self, before: Sequence[Line]) -> None:
        """Changes only the lines that say something else, as after a tick or one hand more."""
        for index, line in enumerate(self._lines_shown):
            if line != before[index]:
                self._draw_anew(index, self._prompt(line))
        at = self.highlighted
        if at is not None and self._lines_shown[at].detail != before[at].detail:
            self.post_message(self.CursorMoved(self._lines_shown[at]))

    def _draw_anew(self, index: int, prompt: Visual) -> None:
        """Draws one row anew, where it stays one; Textual would draw all rows that are seen."""
        row = self._index_to_line.get(index)
        if row is None or not isinstance(prompt, UnseenText):
            self.replace_option_prompt_at_index(index, prompt)
            return
        self.get_option_at_index(index)._set_prompt(prompt)
        self._option_render_cache.clear()
        self.refresh_line(row)

    def _lay_out(self, key: str) -> None:
        scroll = self.scroll_y
        options = [
            Option(
                self._prompt(line),
                disabled=not _walked(line),
            )
            for line in self._lines_shown
        ]
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(options)
            self.scroll_to(y=scroll, animate=False)
            self.highlighted = self._index_of(key)
        if self.line is not None:
            self.post_message(self.CursorMoved(self.line))

    def _index_of(self, key: str) -> int | None:
        rows = [index for index, line in enumerate(self._lines_shown) if _walked(line)]
        same = (index for index in rows if self._lines_shown[index].key == key)
        return next(same, rows[0] if rows else None)

    def _prompt(self, line: Line) -> Visual:
        if line.kind is LineKind.HEADING and len(line.cells) == 1:
            return Content.styled(" " + line.cells[0], "bold")
        if line.kind is LineKind.NOTE:
            return UnseenNote(partial(_hanging, line.cells[0]))
        return UnseenText(partial(self._text_of_row, line))

    def _text_of_row(self, line: Line, list_width: int) -> Content:
        width = max(10, list_width - len(_CURSOR) - 1)
        if line.kind is LineKind.HEADING:
            return Content.styled(" " * len(_CURSOR) + self._row(line.cells, width), "bold")
        gap = " " * len(_CURSOR)
        if len(line.cells) == 1:
            return Content(gap + fitted(line.cells[0], width))
        row = Content(gap + self._row(line.cells, width))
        if not line.bar:
            return row
        start = len(gap) + self._columns[0].width + 2
        return row.stylize("on $primary", start, start + line.bar)

    def _row(self, cells: tuple[str, ...], width: int) -> str:
        widths = shared_out(tuple(each.width for each in self._columns[: len(cells)]), width)
        texts = [
            fitted(cell, wide, right=column.right)
            for cell, column, wide in zip(cells, self._columns, widths, strict=False)
        ]
        return "  ".join(texts)

    def watch_highlighted(self, before: int | None, now: int | None) -> None:  # type: ignore[override]
        """Draws the row that the cursor left, and the one to which it came."""
        super().watch_highlighted(now)
        for index in (before, now):
            row = self._index_to_line.get(index) if index is not None else None
            if row is not None:
                self.refresh_line(row)

    def render_line(self, y: int) -> Strip:
        """Draws a line; the cursor is a sign as well as a colour."""
        strip = super().render_line(y)
        row = self._index_to_line.get(self.highlighted) if self.highlighted is not None else None
        away = not self.has_focus and not self._cursor_when_away
        if row is None or row != self.scroll_offset.y + y or away:
            return strip
        first = next(iter(strip), None)
        style = first.style if first else None
        return Strip([Segment(_CURSOR, style), *strip.crop(len(_CURSOR))])

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draws what is seen; nothing that was drawn for more or less room is used again."""
        width = self.scrollable_content_region.width
        if width != self._drawn_width:
            self._drawn_width = width
            self._option_render_cache.clear()
            self._line_cache.clear()
        return super().render_lines(crop)

    def on_resize(self, event: Resize) -> None:
        """Keeps the cursor in sight when there is more or less room.

        Textual would draw all rows anew, also where only the scroll bar has come.
        """
        event.prevent_default()
        self.scroll_to_highlight()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Keeps the cursor in sight; on the first line that bears it, the heading above it too."""
        above = self._lines_shown[: self.highlighted or 0]
        row = self._index_to_line.get(len(above), 0)
        if row < self.scrollable_content_region.height and not any(map(_walked, above)):
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        else:
            super().scroll_to_highlight(top)

    def action_page_down(self) -> None:
        """A page further, to the last line at most; below that nothing can bear the cursor."""
        super().action_page_down()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_last()

    def action_page_up(self) -> None:
        """A page back, to the first line at most."""
        super().action_page_up()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            self.action_first()

    @on(OptionList.OptionHighlighted)
    def _tell_moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        # By now other lines may stand there than those among which it moved.
        if self.line is not None:
            self.post_message(self.CursorMoved(self.line))

    def action_select(self) -> None:
        """Enter, or a click: tells of the line that was seen, whatever stands there then."""
        if self.line is not None and _walked(self.line):
            self.post_message(self.Entered(self.line))

    def action_tick(self) -> None:
        """Space."""
        if self.line is not None:
            self.post_message(self.Ticked(self.line))

    def action_digit(self, digit: str) -> None:
        """A digit, or a backspace."""
        if self.line is not None:
            self.post_message(self.DigitTyped(self.line, digit))

    def action_amount(self, amount: int) -> None:
        """Plus or minus."""
        if self.line is not None:
            self.post_message(self.AmountChanged(self.line, amount))


def _walked(line: Line) -> bool:
    """Whether the cursor comes to it."""
    return line.kind in (LineKind.ROW, LineKind.ACT)


def _rows(lines: Sequence[Line]) -> list[tuple[str, LineKind]]:
    """Which lines there are, whatever they say."""
    return [(line.key, line.kind) for line in lines]


@cache
def shared_out(wished: tuple[int, ...], width: int) -> tuple[int, ...]:
    """The widths of columns: what the fixed ones leave is for the others.

    In a narrow window the widest fixed one gives way, until the others can be read too.
    """
    widths = list(wished)
    open_ends = [place for place, wide in enumerate(widths) if not wide]
    left = width - sum(widths) - 2 * (len(widths) - 1)
    while open_ends and left < _LEGIBLE * len(open_ends) and max(widths) > _LEGIBLE:
        widths[widths.index(max(widths))] -= 1
        left += 1
    for place in open_ends:
        widths[place] = max(4, left // len(open_ends))
    return tuple(widths)


def _hanging(text: str, width: int) -> Content:
    """A note over as many rows as it needs, each beginning below the first."""
    words = text.lstrip()
    indent = " " * (3 + len(text) - len(words))
    return Content(
        textwrap.fill(words, max(20, width - 1), initial_indent=indent, subsequent_indent=indent)
    )
