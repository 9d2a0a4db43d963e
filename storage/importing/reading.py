"""A file read into rows of text: a workbook's first sheet with a list on it, or a text file."""

from __future__ import annotations

import csv
import datetime
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

from storage.errors import Refusal, RefusalKind
from storage.importing.decoding import decoded, looks_binary
from storage.importing.legacy_fonts import Font, font_of, to_unicode
from storage.importing.workbook_guard import (
    MOST_COLUMNS,
    MOST_ROWS,
    is_archive,
    is_compound,
    require_moderate,
    require_unlocked,
)
from storage.vietnamese import clean_line

_MOST_BYTES = 10_000_000
"""Of a file as it lies there; a list of members takes a hundredth of it."""
_SEPARATORS = ("\t", ";", ",", "|")
_LONGEST_CELL = 2_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty, with the number that it has in the file."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        """What stands in it."""
        return [cell for cell in self.cells if cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file's sheet, and the font in which they were written."""

    file: str
    name: str
    """Of the sheet; a text file has none."""
    font: Font
    rows: tuple[Row, ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a file that has anything in it, the first one first.

    Raises:
        Refusal: it cannot be read, is too large, is locked, or is no spreadsheet.
    """
    content = _content(path)
    if not content:
        raise Refusal(RefusalKind.FILE_EMPTY)
    if is_archive(content) or is_compound(content):
        tables = list(_workbook(content))
    else:
        tables = [("", _text_table(decoded(content)))]
    sheets = tuple(_sheet(path.name, name, table) for name, table in tables)
    found = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        raise Refusal(RefusalKind.FILE_EMPTY)
    return found


def _content(path: Path) -> bytes:
    try:
        # A pipe would never begin, and a device never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refusal(RefusalKind.FILE_UNREADABLE, file=path.name)
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise Refusal(RefusalKind.FILE_UNREADABLE, file=path.name) from error
    if len(content) > _MOST_BYTES:
        raise Refusal(RefusalKind.FILE_TOO_LARGE)
    return content


def _workbook(content: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    import python_calamine

    if is_archive(content):
        require_moderate(content)
    else:
        require_unlocked(content)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        for number in range(len(book.sheet_names)):
            sheet = book.get_sheet_by_index(number)
            if sheet.total_height > MOST_ROWS:
                raise Refusal(RefusalKind.TOO_MANY_ROWS, most=MOST_ROWS)
            rows = sheet.to_python(skip_empty_area=False)
            yield sheet.name, [[_text(cell) for cell in row[:MOST_COLUMNS]] for row in rows]
    except python_calamine.PasswordError as error:
        raise Refusal(RefusalKind.FILE_LOCKED) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise Refusal(RefusalKind.FILE_DAMAGED) from error


def _text(cell: object) -> str:
    """A cell as it is read; a whole number has no ".0" (a telephone kept as a number)."""
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime.datetime):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, datetime.date):
        return cell.strftime("%d/%m/%Y")
    return str(cell)[:_LONGEST_CELL]


def _text_table(text: str) -> list[list[str]]:
    if looks_binary(text):
        raise Refusal(RefusalKind.NO_SPREADSHEET)
    lines = text.splitlines()
    if len(lines) > MOST_ROWS:
        raise Refusal(RefusalKind.TOO_MANY_ROWS, most=MOST_ROWS)
    separator = max(_SEPARATORS, key=lambda each: sum(each in line for line in lines))
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        return [[cell[:_LONGEST_CELL] for cell in row[:MOST_COLUMNS]] for row in reader]
    except csv.Error as error:
        raise Refusal(RefusalKind.FILE_DAMAGED) from error


def _sheet(file: str, name: str, table: Sequence[Sequence[str]]) -> Sheet:
    font = font_of(cell for row in table for cell in row)
    rows = (
        Row(number, tuple(clean_line(to_unicode(cell, font)) for cell in cells))
        for number, cells in enumerate(table, start=1)
    )
    return Sheet(
        file, clean_line(to_unicode(name, font)), font, tuple(row for row in rows if row.filled)
    )
