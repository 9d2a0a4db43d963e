"""What all spreadsheets share: text that stays text, one typeface, the look of a printed list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from storage.vietnamese import visible_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed mark: the same records make the same bytes
HEAD_ROW = 2
"""Under the title and an empty row."""
_FONT = "Times New Roman"
CELL = {"text_wrap": True, "valign": "top", "border": 1, "font_name": _FONT}
"""The look of a cell with text."""
HEAD = {**CELL, "bold": True, "align": "center"}
_A4 = 9
_LONGEST = 32_767
"""So many characters a cell of a spreadsheet holds; one more, and it would be lost."""
_CUT = "…"
_FORMULA_STARTS = ("=", "+", "-", "@")
_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF))
"""XML cannot hold them: a file with one would not open."""


class TextCells:
    """Writes text into cells as nothing but text."""

    def __init__(self, book: Workbook, look: Mapping[str, object]) -> None:
        self.usual: Format = book.add_format(dict(look))
        self._quoted: Format = book.add_format(dict(look))
        # Text it stays, also when someone edits the cell.
        self._quoted.set_quote_prefix()

    def write(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        """Writes one cell; what a spreadsheet would compute is quoted."""
        text = cell_text(text)
        form = self._quoted if text.startswith(_FORMULA_STARTS) else self.usual
        sheet.write_string(row, column, text, form)


def cell_text(text: str) -> str:
    """The text as a cell can hold it."""
    text = visible_text(text).translate(_NO_CHARACTERS)
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT


def title_look(book: Workbook) -> Format:
    """The look of a sheet's title."""
    return book.add_format({"bold": True, "font_size": 14, "font_name": _FONT})


def set_out(sheet: Worksheet, *, rows: int, columns: int, kept: int) -> None:
    """Under the heads one filters; they and the first columns stay in sight, and on each page."""
    sheet.autofilter(HEAD_ROW, 0, HEAD_ROW + max(rows, 1), columns - 1)
    sheet.freeze_panes(HEAD_ROW + 1, kept)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
