"""The Association's report of a year, on paper and as a spreadsheet."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from python_calamine import CalamineWorkbook

from paper import read_text
from printouts.association_report import association_pdf, association_xlsx
from storage.records.association import AssociationFigures, ClubYear
from storage.records.figures import MonthFigures
from storage.rules.association_report import content

DONG = ClubYear(
    name="CLB Liên thế hệ tự giúp nhau thôn Đông",
    hamlet="thôn Đông",
    commune="xã An Bình",
    province="tỉnh Hưng Yên",
    members=58,
    held=11,
    meetings=12,
    counted=12,
    activities=15,
    persons=20,
    labour=1_240,
    money=12_500_000,
    community_met=True,
    persons_met=True,
)
DOAI = replace(DONG, name="CLB thôn Đoài", hamlet="thôn Đoài", community_met=False)
HA = replace(DONG, name="CLB thôn Hạ", commune="", province="", persons_met=False)
FIGURES = AssociationFigures(
    2026,
    (DONG, DOAI, HA),
    (MonthFigures(date(2026, 1, 1), helped=7, activities=4), MonthFigures(date(2026, 2, 1))),
    silent=2,
)


def sheet(name: str, figures: AssociationFigures = FIGURES) -> list[list[object]]:
    """The rows of a sheet under its title."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(association_xlsx(figures)))
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [list(row) for row in rows[2:]]


def test_the_paper_says_what_all_clubs_did_and_how_many_met_their_targets() -> None:
    text = read_text(association_pdf(content(FIGURES, "Hội Người cao tuổi Việt Nam")))
    for said in (
        "HỘI NGƯỜI CAO TUỔI VIỆT NAM",
        "Số liệu năm 2026 tổng hợp từ 3 câu lạc bộ (CLB) ở 1 xã, phường của 1 tỉnh, thành phố:",
        "3 CLB có 174 thành viên. Cộng lại, các CLB có họp trong 33 trên 36 tháng.",
        "Đã giúp 60 lượt người có khó khăn đột xuất, với 3.720 ngày công và 37.500.000 đ.",
        "Ngoài ra 2 CLB đã gửi gói số liệu mà chưa có tháng nào của năm 2026.",
        "ít nhất 1 lần (hoặc số lần CLB tự đặt): 2/3 CLB đạt (66,7 %).",
        "Tỉnh Hưng Yên 2 22 40 2.480 25.000.000 1 2",
        "Chưa ghi tỉnh 1 11 20 1.240 12.500.000 1 0",
        "Tổng cộng 3 33 60 3.720 37.500.000 2 2",
        "Xã An Bình 2 22 40 2.480 25.000.000 1 2",
        "Chưa ghi xã 1 11 20 1.240 12.500.000 1 0",
        "Lưu: Hội.",
    ):
        assert said in text


def test_the_sums_of_thirty_thousand_clubs_stand_on_one_line() -> None:
    total = replace(DONG, held=341_700, persons=727_080, labour=3_603_750, money=72_360_600_000)
    clubs = (*(replace(DONG, held=0, persons=0, labour=0, money=0) for _ in range(29_999)), total)
    text = read_text(association_pdf(content(replace(FIGURES, clubs=clubs))))
    assert "Tổng cộng 30.000 341.700 727.080 3.603.750 72.360.600.000 30.000 30.000" in text


def test_without_a_name_the_head_is_left_to_the_pen() -> None:
    assert read_text(association_pdf(content(FIGURES))).startswith("……………………")


def test_the_same_figures_make_the_same_bytes() -> None:
    assert association_pdf(content(FIGURES)) == association_pdf(content(FIGURES))
    assert association_xlsx(FIGURES) == association_xlsx(FIGURES)


def test_the_sheets_have_numbers_as_numbers() -> None:
    provinces = sheet("Theo tỉnh")
    assert provinces[0][:4] == ["Tỉnh, thành phố", "CLB", "Thành viên", "Tháng có họp"]
    assert provinces[1] == ["tỉnh Hưng Yên", 2, 116, 22, 24, 40, 2_480, 25_000_000, 30, 1, 2]
    assert provinces[-1] == ["Tổng cộng", 3, 174, 33, 36, 60, 3_720, 37_500_000, 45, 2, 2]
    assert [row[:3] for row in sheet("Theo xã")[1:]] == [
        ["tỉnh Hưng Yên", "xã An Bình", 2],
        ["", "", 1],
    ]
    assert sheet("Từng CLB")[2][3:] == [
        *("CLB thôn Đoài", 58, 11, 12, 12, 20, 1_240, 12_500_000, 15),
        *("chưa đạt", "đạt"),
    ]
    assert sheet("Theo tháng")[1] == ["01/2026", 7, 0, 0, 4]


def test_a_name_is_never_a_formula() -> None:
    evil = replace(DONG, name='=HYPERLINK("http://x","y")', commune="+1+1", province="@SUM(A1)")
    rows = sheet("Từng CLB", replace(FIGURES, clubs=(evil,)))
    assert rows[1][:4] == ["@SUM(A1)", "+1+1", "thôn Đông", '=HYPERLINK("http://x","y")']
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(association_xlsx(replace(FIGURES, clubs=(evil,))))
    )
    assert book.sheet_names == ["Theo tỉnh", "Theo xã", "Từng CLB", "Theo tháng"]
    text = read_text(association_pdf(content(replace(FIGURES, clubs=(evil,)), "<b>x</b>")))
    assert "<B>X</B>" in text
