"""The tracking book as a spreadsheet; XlsxWriter is loaded only when one is made."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from printouts.spreadsheet import (
    CELL,
    HEAD,
    HEAD_ROW,
    MADE,
    TextCells,
    cell_text,
    set_out,
    title_look,
)
from printouts.tracking_columns import COLUMNS, written
from storage.records.tracking import TrackingContent

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FIRST_YEAR = 1901
"""Spreadsheets know no days before 1900, and hold that to be a leap year."""
_MM_A_CHARACTER = 1.7


def tracking_book_xlsx(content: TrackingContent) -> bytes:
    """The book as an xlsx file: a line a row, days as days; the same content, the same bytes."""
    from xlsxwriter.workbook import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    name = f"Sổ theo dõi {content.months}"
    book.set_properties({"title": name, "author": cell_text(content.club_name), "created": MADE})
    sheet = book.add_worksheet("Sổ theo dõi")
    sheet.write_string(0, 0, f"{name} – {cell_text(content.club_name)}", title_look(book))
    _write_heads(book, sheet)
    set_out(sheet, rows=len(content.lines), columns=len(COLUMNS), kept=2)
    _write_lines(book, sheet, content)
    book.close()
    return target.getvalue()


def _write_heads(book: Workbook, sheet: Worksheet) -> None:
    head = book.add_format({**HEAD, "valign": "vcenter"})
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width / _MM_A_CHARACTER)
        sheet.write_string(HEAD_ROW, number, column.title, head)


def _write_lines(book: Workbook, sheet: Worksheet, content: TrackingContent) -> None:
    """Every line in full, also where it goes on with an entry: rows are sorted and filtered."""
    texts = TextCells(book, CELL)
    day = book.add_format({**CELL, "num_format": "dd/mm/yyyy"})
    for row, line in enumerate(content.lines, start=HEAD_ROW + 1):
        for number, column in enumerate(COLUMNS):
            cell = column.cell(line)
            if isinstance(cell, date) and cell.year >= _FIRST_YEAR:
                moment = datetime.combine(cell, time())
                sheet.write_datetime(row, number, moment, day)
            elif isinstance(cell, int):
                sheet.write_number(row, number, cell, texts.usual)
            else:
                texts.write(sheet, row, number, written(cell))
