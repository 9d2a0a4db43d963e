"""The columns of the tracking book, one list for the sheet of paper and the spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from storage.days import on_screen
from storage.records.tracking import TrackingLine

Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class TrackingColumn:
    """One column of the book."""

    title: str
    width: float
    """On paper, in millimetres."""
    cell: Callable[[TrackingLine], Cell]
    of_entry: bool = False
    """It tells what the entry is about: said once for all its lines."""
    on_every_line: bool = False
    """Of the entry, and yet on every line: an entry may go on over the page."""
    centred: bool = False


COLUMNS = (
    TrackingColumn(
        "STT", 9, lambda line: line.number, of_entry=True, on_every_line=True, centred=True
    ),
    TrackingColumn("Ngày", 16, lambda line: line.day, of_entry=True, centred=True),
    TrackingColumn("Tổ đề xuất", 11, lambda line: line.groups, of_entry=True),
    TrackingColumn("Loại", 13, lambda line: line.kind, of_entry=True),
    TrackingColumn("Họ tên người được giúp", 19.5, lambda line: line.who, of_entry=True),
    TrackingColumn("Địa chỉ", 13, lambda line: line.address, of_entry=True),
    TrackingColumn("Đối tượng", 14, lambda line: line.relation, of_entry=True),
    TrackingColumn("Hoàn cảnh, nội dung", 19, lambda line: line.circumstances, of_entry=True),
    TrackingColumn("Nhu cầu", 16, lambda line: line.needs, of_entry=True),
    TrackingColumn("Hình thức", 12, lambda line: line.form),
    TrackingColumn("Số lượng, trị giá", 16, lambda line: line.amount),
    TrackingColumn("Thành viên tham gia", 25.5, lambda line: line.helpers),
    TrackingColumn("Thời gian dự kiến", 18, lambda line: line.planned),
    TrackingColumn("Ngày thực hiện", 16, lambda line: line.done_on, centred=True),
    TrackingColumn("Kết quả", 17, lambda line: line.result),
    TrackingColumn("Người theo dõi", 14, lambda line: line.in_charge),
    TrackingColumn("Ghi chú", 13, lambda line: line.note),
)
"""As the handbook's book has them (S33)."""


def written(cell: Cell) -> str:
    """A cell as it is read on paper or screen."""
    if isinstance(cell, date):
        return on_screen(cell)
    return "" if cell is None else str(cell)
