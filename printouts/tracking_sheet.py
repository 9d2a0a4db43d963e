"""The tracking book as a spreadsheet; XlsxWriter is loaded only when one is made."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from printouts.tracking_columns import COLUMNS, written
from storage.records.tracking import TrackingContent
from storage.vietnamese import visible_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed mark: the same book makes the same bytes
_FIRST_YEAR = 1901
"""Spreadsheets know no days before 1900, and hold that to be a leap year."""
_LONGEST = 32_767
"""So many characters a cell of a spreadsheet holds; one more, and it would be lost."""
_CUT = "…"
FORMULA_STARTS = ("=", "+", "-", "@")
_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF))
"""XML cannot hold them: a file with one would not open."""
_MM_A_CHARACTER = 1.7
_TITLE_ROW, _HEAD_ROW = 0, 2


def tracking_book_xlsx(content: TrackingContent) -> bytes:
    """The book as an xlsx file: a line a row, days as days; the same content, the same bytes."""
    from xlsxwriter.workbook import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    name = f"Sổ theo dõi {content.months}"
    book.set_properties({"title": name, "author": cell_text(content.club_name), "created": MADE})
    sheet = book.add_worksheet("Sổ theo dõi")
    sheet.write_string(_TITLE_ROW, 0, f"{name} – {cell_text(content.club_name)}", _title(book))
    _set_out(book, sheet, len(content.lines))
    _write_lines(book, sheet, content)
    book.close()
    return target.getvalue()


def _title(book: Workbook) -> Format:
    return book.add_format({"bold": True, "font_size": 14, "font_name": "Times New Roman"})


def _set_out(book: Workbook, sheet: Worksheet, lines: int) -> None:
    """The column heads, what stays in sight, and how it is printed."""
    head = book.add_format(
        {
            "bold": True,
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
            "border": 1,
            "font_name": "Times New Roman",
        }
    )
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width / _MM_A_CHARACTER)
        sheet.write_string(_HEAD_ROW, number, column.title, head)
    sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + max(lines, 1), len(COLUMNS) - 1)
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)


def _write_lines(book: Workbook, sheet: Worksheet, content: TrackingContent) -> None:
    """Every line in full, also where it goes on with an entry: rows are sorted and filtered."""
    plain = {"text_wrap": True, "valign": "top", "border": 1, "font_name": "Times New Roman"}
    usual = book.add_format(plain)
    day = book.add_format({**plain, "num_format": "dd/mm/yyyy"})
    quoted = book.add_format(plain)
    # Text it stays, also when someone edits the cell.
    quoted.set_quote_prefix()
    for row, line in enumerate(content.lines, start=_HEAD_ROW + 1):
        for number, column in enumerate(COLUMNS):
            cell = column.cell(line)
            if isinstance(cell, date) and cell.year >= _FIRST_YEAR:
                moment = datetime.combine(cell, time())
                sheet.write_datetime(row, number, moment, day)
            elif isinstance(cell, int):
                sheet.write_number(row, number, cell, usual)
            else:
                text = cell_text(written(cell))
                form = quoted if text.startswith(FORMULA_STARTS) else usual
                sheet.write_string(row, number, text, form)


def cell_text(text: str) -> str:
    """The text as a cell can hold it."""
    text = visible_text(text).translate(_NO_CHARACTERS)
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
