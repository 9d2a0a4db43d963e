"""The tracking book as a spreadsheet: days as days, and text that stays text."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from printouts.tracking_columns import COLUMNS
from printouts.tracking_sheet import tracking_book_xlsx
from storage.records.tracking import TrackingContent, TrackingLine

LINE = TrackingLine(
    number=1,
    first=True,
    day=date(2026, 10, 24),
    groups="Tổ 3",
    kind="Cá nhân",
    who="Cụ Phạm Thị Hiền",
    address="xóm Chùa",
    relation="thành viên gia đình",
    circumstances="bệnh nặng",
    needs="Hiện vật: chăn",
    done_on=date(2026, 11, 1),
)


def rows_of(*lines: TrackingLine) -> list[list[object]]:
    """The rows under the column heads, as a reader of spreadsheets gives them."""
    content = TrackingContent("Hội NCT", "CLB thôn Đông", "năm 2026", lines)
    sheet = CalamineWorkbook.from_filelike(
        io.BytesIO(tracking_book_xlsx(content))
    ).get_sheet_by_index(0)
    rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    assert rows[0][0] == "Sổ theo dõi năm 2026 – CLB thôn Đông"
    assert rows[2] == [column.title for column in COLUMNS]
    return rows[3:]


def test_every_line_is_a_row_with_days_that_can_be_sorted() -> None:
    going_on = replace(LINE, first=False, form="Hiện vật", amount="02 bộ quần áo", done_on=None)
    first, second = rows_of(LINE, going_on)
    assert first[:6] == [1.0, date(2026, 10, 24), "Tổ 3", "Cá nhân", LINE.who, "xóm Chùa"]
    assert first[13] == date(2026, 11, 1)
    # What an entry is about stands in all of its rows: they are sorted and filtered.
    assert second[:6] == first[:6]
    assert second[9:11] == ["Hiện vật", "02 bộ quần áo"]
    assert second[13] == ""


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://x","y")', "+84912345678", "-1", "@SUM(A1)", "=1+1", "{=A1}", "0912"],
)
def test_text_that_looks_like_a_formula_is_text(text: str) -> None:
    (row,) = rows_of(replace(LINE, who=text, note=text))
    assert (row[4], row[16]) == (text, text)
    content = TrackingContent("", "CLB", "năm 2026", (replace(LINE, who=text),))
    data = tracking_book_xlsx(content)
    assert data == tracking_book_xlsx(content)


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(1979, 12, 31), date(1901, 1, 1)])
def test_a_day_of_a_clock_that_lags_is_a_day(day: date) -> None:
    (row,) = rows_of(replace(LINE, day=day))
    assert row[1] == day


def test_a_day_before_all_spreadsheets_is_written_out() -> None:
    (row,) = rows_of(replace(LINE, day=date(1, 1, 1), done_on=date(1900, 2, 28)))
    assert (row[1], row[13]) == ("01/01/0001", "28/02/1900")


def test_what_no_cell_can_hold_is_left_out_and_what_is_too_long_is_cut() -> None:
    hostile = "Hoàn\x00 cảnh\x0b \ufffe\uffff\ud800<&>"
    (row,) = rows_of(replace(LINE, circumstances=hostile, note="ô" * 40_000))
    assert row[7] == "Hoàn cảnh\n <&>"
    assert len(str(row[16])) == 32_767
    assert str(row[16]).endswith("ô…")


def test_a_book_without_an_entry_has_its_heads() -> None:
    assert rows_of() == []
