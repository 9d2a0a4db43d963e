"""The Association's report of a year: on paper like a club's own, and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from printouts.spreadsheet import CELL, HEAD, HEAD_ROW, MADE, TextCells, set_out, title_look
from storage.records.association import AssociationFigures, ClubYear, PlaceYear
from storage.records.report import ReportContent
from storage.rules.association import by_commune, by_province, everywhere

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_TOTAL = "Tổng cộng"
_YES = "đạt"
_NO = "chưa đạt"
_Cell = str | int
_PLACE_NUMBERS: tuple[tuple[str, Callable[[PlaceYear], int]], ...] = (
    ("CLB", lambda place: place.clubs),
    ("Thành viên", lambda place: place.members),
    ("Tháng có họp", lambda place: place.held),
    ("Tháng tính mục tiêu", lambda place: place.counted),
    ("Lượt người được giúp", lambda place: place.persons),
    ("Ngày công", lambda place: place.labour),
    ("Tiền (đ)", lambda place: place.money),
    ("Việc cho cộng đồng", lambda place: place.activities),
    ("CLB đạt mục tiêu 1", lambda place: place.community_met),
    ("CLB đạt mục tiêu 2", lambda place: place.persons_met),
)
_CLUB_CELLS: tuple[tuple[str, Callable[[ClubYear], _Cell]], ...] = (
    ("Tỉnh, thành phố", lambda club: club.province),
    ("Xã, phường", lambda club: club.commune),
    ("Thôn, tổ dân phố", lambda club: club.hamlet),
    ("Câu lạc bộ", lambda club: club.name),
    ("Thành viên", lambda club: club.members),
    ("Tháng có họp", lambda club: club.held),
    ("Buổi họp", lambda club: club.meetings),
    ("Tháng tính mục tiêu", lambda club: club.counted),
    ("Lượt người được giúp", lambda club: club.persons),
    ("Ngày công", lambda club: club.labour),
    ("Tiền (đ)", lambda club: club.money),
    ("Việc cho cộng đồng", lambda club: club.activities),
    ("Mục tiêu 1", lambda club: _YES if club.community_met else _NO),
    ("Mục tiêu 2", lambda club: _YES if club.persons_met else _NO),
)
_MONTH_HEADS = ("Tháng", "Lượt người được giúp", "Ngày công", "Tiền (đ)", "Việc cho cộng đồng")
_TEXT_WIDTH, _NUMBER_WIDTH = 28, 14


def association_pdf(content: ReportContent) -> bytes:
    """The report as PDF; ReportLab is loaded only when one is made."""
    from printouts.report import report_pdf

    return report_pdf(content)


def association_xlsx(figures: AssociationFigures) -> bytes:
    """The figures as sheets by province, commune, club and month; all text is only text."""
    from xlsxwriter.workbook import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    year = f"năm {figures.year}"
    book.set_properties({"title": f"Số liệu các CLB {year}", "created": MADE})
    sheets = _Sheets(book)
    provinces = [[each.province, *_numbers(each)] for each in by_province(figures.clubs)]
    total = [[_TOTAL, *_numbers(everywhere(figures.clubs))]]
    heads = [head for head, _number in _PLACE_NUMBERS]
    sheets.add("Theo tỉnh", f"Theo tỉnh, {year}", ["Tỉnh, thành phố", *heads], provinces + total)
    communes = [
        [each.province, each.commune, *_numbers(each)] for each in by_commune(figures.clubs)
    ]
    sheets.add("Theo xã", f"Theo xã, {year}", ["Tỉnh, thành phố", "Xã, phường", *heads], communes)
    clubs = [[cell(club) for _head, cell in _CLUB_CELLS] for club in figures.clubs]
    sheets.add("Từng CLB", f"Từng CLB, {year}", [head for head, _cell in _CLUB_CELLS], clubs)
    months: list[list[_Cell]] = [
        [f"{each.month:%m/%Y}", each.helped, each.labour, each.money, each.activities]
        for each in figures.months
    ]
    sheets.add("Theo tháng", f"Tất cả các CLB theo tháng, {year}", _MONTH_HEADS, months)
    book.close()
    return target.getvalue()


def _numbers(place: PlaceYear) -> list[_Cell]:
    return [number(place) for _head, number in _PLACE_NUMBERS]


class _Sheets:
    """Sheets of one book that look alike."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._title = title_look(book)
        self._head = book.add_format(HEAD)
        self._texts = TextCells(book, CELL)
        self._number = book.add_format({**CELL, "num_format": "#,##0"})

    def add(
        self, name: str, title: str, heads: Sequence[str], rows: Sequence[Sequence[_Cell]]
    ) -> None:
        """A sheet with a row of heads, which stays in sight and is printed on every page."""
        sheet = self._book.add_worksheet(name)
        sheet.write_string(0, 0, title, self._title)
        texts = sum(isinstance(cell, str) for cell in rows[0]) if rows else 1
        for place, head in enumerate(heads):
            width = _TEXT_WIDTH if place < texts else _NUMBER_WIDTH
            sheet.set_column(place, place, width)
            sheet.write_string(HEAD_ROW, place, head, self._head)
        for number, row in enumerate(rows, start=HEAD_ROW + 1):
            for place, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(number, place, cell, self._number)
                else:
                    self._texts.write(sheet, number, place, cell)
        set_out(sheet, rows=len(rows), columns=len(heads), kept=1)
