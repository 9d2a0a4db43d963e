"""The members as a spreadsheet that can be read in again; XlsxWriter is loaded when one is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from printouts.tracking_sheet import FORMULA_STARTS, MADE, cell_text
from storage.days import on_screen
from storage.records.kinds import Sex
from storage.records.people import Member
from storage.records.register import Register
from storage.rules.terms import POSITION

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FONT = "Times New Roman"
_SEX = {Sex.FEMALE: "Nữ", Sex.MALE: "Nam", None: ""}
_HEAD_ROW = 2
_Column = tuple[str, int, Callable[[Member, Register], str]]
_COLUMNS: tuple[_Column, ...] = (
    ("Tổ", 10, lambda member, register: register.group_names[member.group_id]),
    ("Họ và tên", 30, lambda member, _register: member.name),
    ("Xưng hô", 9, lambda member, _register: str(member.person.address_form or "")),
    ("Giới tính", 9, lambda member, _register: _SEX[member.person.sex]),
    ("Năm sinh", 10, lambda member, _register: str(member.person.birth_year or "")),
    ("Địa chỉ", 30, lambda member, _register: member.person.address),
    ("Điện thoại", 16, lambda member, _register: member.person.telephone),
    ("Chủ hộ", 24, lambda member, _register: member.person.household),
    ("Chức vụ", 22, lambda member, _register: _offices(member)),
    ("TNV chăm sóc tại nhà", 12, lambda member, _register: "x" if member.home_care else ""),
    ("Có thể giúp", 30, lambda member, _register: member.can_help),
    ("Vào CLB", 12, lambda member, _register: on_screen(member.joined) if member.joined else ""),
)


def members_xlsx(register: Register, club: str, day: date) -> bytes:
    """Those who belong to the club now, by group and name: all of it text, nothing a formula."""
    from xlsxwriter.workbook import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    title = f"Danh sách thành viên – {cell_text(club)} – {on_screen(day)}"
    book.set_properties({"title": title, "author": cell_text(club), "created": MADE})
    sheet = book.add_worksheet("Thành viên")
    bold = book.add_format({"bold": True, "font_size": 14, "font_name": _FONT})
    sheet.write_string(0, 0, title, bold)
    members = [member for member in register.members if member.left is None]
    members.sort(key=lambda member: member.group_id)
    _write(book, sheet, [_head(), *(_row(member, register) for member in members)])
    book.close()
    return target.getvalue()


def _head() -> list[str]:
    return ["STT", *(title for title, _width, _cell in _COLUMNS)]


def _row(member: Member, register: Register) -> list[str]:
    return ["", *(cell(member, register) for _title, _width, cell in _COLUMNS)]


def _write(book: Workbook, sheet: Worksheet, rows: list[list[str]]) -> None:
    plain = {"text_wrap": True, "valign": "top", "border": 1, "font_name": _FONT}
    head = book.add_format({**plain, "bold": True, "align": "center"})
    # As text ("@") a telephone keeps its nought, also when someone edits the cell.
    usual = book.add_format({**plain, "num_format": "@"})
    quoted = book.add_format({**plain, "num_format": "@"})
    quoted.set_quote_prefix()
    sheet.set_column(0, 0, 6)
    for number, (_title, width, _cell) in enumerate(_COLUMNS, start=1):
        sheet.set_column(number, number, width)
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            text = cell_text(cell)
            form = quoted if text.startswith(FORMULA_STARTS) else usual
            sheet.write_string(_HEAD_ROW + number, place, text, form if number else head)
        if number:
            sheet.write_number(_HEAD_ROW + number, 0, number, usual)
    sheet.freeze_panes(_HEAD_ROW + 1, 3)
    sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + max(len(rows) - 1, 1), len(_COLUMNS))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)


def _offices(member: Member) -> str:
    words = [POSITION[position] for position in POSITION if position in member.positions]
    return ", ".join([*words, *(["Tổ trưởng"] if member.leads_group else [])])
