"""Tables on paper: the head repeats on every page, and a row stays whole where it can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from printouts.typesetting.fonts import REGULAR, text_width
from printouts.typesetting.page import PORTRAIT, TEXT_HEIGHT, Shape
from printouts.typesetting.styles import STYLES
from printouts.typesetting.text import markup, printable
from storage.records.minutes import MinutesTable

LINE = 0.5
"""How thick the lines of a table are."""
_SIDE_PADDING = 4
_TOP_PADDING = 2
_BOTTOM_PADDING = 4
_FIRST_LINES = 4 * STYLES.cell.leading
"""What is shown at least of a row that is too tall for a page."""
_SMALL = 0.25
"""A table of so much of a page is not split."""
_PAIR = 0.25
"""Two rows of so much of a page stay together at the foot and at the head of a page."""
BARE = TableStyle(
    [
        # Never drawn with, but ReportLab would list its own Helvetica for every cell.
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
)
"""For a table that only arranges: no lines, no padding."""

_CELLS = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), _TOP_PADDING),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _BOTTOM_PADDING),
    ],
    parent=BARE,
)


class WholeRows(Table):
    """A table that splits a row only where no page could hold it, and itself only if it is long."""

    _rowHeights: list[float]  # noqa: N815 - ReportLab's name
    """Known to ReportLab after `wrap`."""
    page_height: float = TEXT_HEIGHT
    """Between the margins of the sheet."""
    closing_line: bool = False
    """A line goes under what stands on a page, wherever the table is split."""
    whole_up_to: float = 0
    """Up to so much of a page it stands whole, and at least two rows stand on each page."""

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Splits between rows; within one only if it is taller than a page."""
        heights = self._heights(availWidth)
        if self._whole(heights):
            return []
        row = _row_at(heights, availHeight)
        within = self._too_tall(heights, row)
        if not within:
            row = self._without_single_rows(heights, row)
            if row <= self.repeatRows:
                return []
            availHeight = sum(heights[:row])  # noqa: N806 - ReportLab's name
        self.splitByRow, self.splitInRow = int(not within), int(within)
        parts: list[Flowable] = super().split(availWidth, availHeight)
        for part in parts:
            if isinstance(part, WholeRows):
                part.page_height = self.page_height
                part.whole_up_to = self.whole_up_to
                part.closing_line = self.closing_line
                if self.closing_line:
                    part.setStyle(TableStyle([("LINEBELOW", (0, -1), (-1, -1), LINE, black)]))
        return parts

    def beginning(self, width: float) -> float:
        """The height of what must stand at the foot of a page: the head and the first rows."""
        heights = self._heights(width)
        if self._whole(heights):
            return sum(heights)
        head = self.repeatRows
        if len(heights) > head and self._too_tall(heights, head):
            return sum(heights[:head]) + _FIRST_LINES
        return sum(heights[: head + self._together(heights[head : head + 2])])

    def head(self, width: float) -> float:
        """The height of the head, which is repeated on every page."""
        return sum(self._heights(width)[: self.repeatRows])

    def last_rows(self, width: float) -> float:
        """The height of the rows that must stand together at the head of a page."""
        heights = self._heights(width)
        if self._whole(heights):
            return sum(heights)
        last = heights[self.repeatRows :][-2:]
        return sum(last[-self._together(last) :]) if last else sum(heights)

    def _whole(self, heights: Sequence[float]) -> bool:
        return sum(heights) <= self.whole_up_to * self.page_height

    def _together(self, rows: Sequence[float]) -> int:
        """How many of two rows stand together."""
        return 2 if self.whole_up_to and sum(rows) <= _PAIR * self.page_height else 1

    def _without_single_rows(self, heights: Sequence[float], row: int) -> int:
        """Before which row the page ends, so that no row stands alone here or on the next."""
        head, last = self.repeatRows, heights[-2:]
        if row == len(heights) - 1 and self._together(last) == 2:
            row -= 1
        if row == head + 1 and self._together(heights[head : head + 2]) == 2:
            row -= 1
        return row

    def _too_tall(self, heights: Sequence[float], row: int) -> bool:
        return sum(heights[: self.repeatRows]) + heights[row] > self.page_height

    def _heights(self, width: float) -> list[float]:
        self.wrap(width, self.page_height)
        return self._rowHeights


def _row_at(heights: Sequence[float], height: float) -> int:
    """The row in which the page ends."""
    for row, below in enumerate(accumulate(heights)):
        if below > height:
            return row
    return len(heights) - 1


@dataclass(frozen=True, slots=True)
class TableLook:
    """How a table with lines is set."""

    head: ParagraphStyle
    cell: ParagraphStyle
    number: ParagraphStyle
    side_padding: float = _SIDE_PADDING
    lines: tuple[tuple[Any, ...], ...] = (("GRID", (0, 0), (-1, -1), LINE, black),)
    """ReportLab's commands for the lines between the cells."""


IN_TEXT = TableLook(STYLES.column_head, STYLES.cell, STYLES.numeric_cell)
"""A table among the paragraphs of an official paper."""


def without_empty_columns(table: MinutesTable) -> MinutesTable:
    """The table without columns in which nothing stands, as the circumstances in a public copy."""
    filled = [
        place
        for place in range(len(table.columns))
        if not table.rows or any(row[place].strip() for row in table.rows)
    ]
    share = sum(table.columns[place].share for place in filled)
    if not share or len(filled) == len(table.columns):
        return table
    return MinutesTable(
        tuple(
            replace(table.columns[place], share=table.columns[place].share / share)
            for place in filled
        ),
        tuple(tuple(row[place] for place in filled) for row in table.rows),
    )


def grid(
    table: MinutesTable,
    shape: Shape = PORTRAIT,
    look: TableLook = IN_TEXT,
    *,
    least_height: float = 0,
    whole_up_to: float = _SMALL,
) -> WholeRows:
    """A table over the whole width of the text; rows for the pen have a least height."""
    widths = [column.share * shape.text_width for column in table.columns]
    styles = [
        _number_style(look, [row[place] for row in table.rows], widths[place])
        if column.numeric
        else look.cell
        for place, column in enumerate(table.columns)
    ]
    cells = [[Paragraph(markup(column.title), look.head) for column in table.columns]]
    cells += [
        [Paragraph(markup(text), style) for text, style in zip(row, styles, strict=True)]
        for row in table.rows
    ]
    padding = look.side_padding
    sides = [(side, (0, 0), (-1, -1), padding) for side in ("LEFTPADDING", "RIGHTPADDING")]
    rows = WholeRows(
        # ReportLab splits a cell that is a list, not one that is a bare paragraph.
        [[[cell] for cell in row] for row in cells],
        colWidths=widths,
        # Measured here once; ReportLab would measure every cell again at each question.
        rowHeights=[
            max(_row_height(row, widths, padding), least_height if number else 0)
            for number, row in enumerate(cells)
        ],
        style=TableStyle([*sides, *look.lines], parent=_CELLS),
        repeatRows=1,
        spaceBefore=STYLES.body.spaceBefore,
    )
    rows.page_height = shape.text_height
    rows.closing_line = True
    rows.whole_up_to = whole_up_to
    return rows


def _number_style(look: TableLook, numbers: Sequence[str], width: float) -> ParagraphStyle:
    """Numbers end under each other, the widest of them in the middle of its column."""
    style = look.number
    if style.alignment != TA_RIGHT:
        return style
    widest = max(
        (text_width(printable(each), style.fontName, style.fontSize) for each in numbers), default=0
    )
    free = max(0, width - 2 * look.side_padding - widest)
    return ParagraphStyle(style.name, parent=style, rightIndent=free / 2)


def _row_height(row: Sequence[Any], widths: Sequence[float], padding: float) -> float:
    heights = [
        cell.wrap(width - 2 * padding, TEXT_HEIGHT)[1]
        for cell, width in zip(row, widths, strict=True)
    ]
    return float(max(heights)) + _TOP_PADDING + _BOTTOM_PADDING
