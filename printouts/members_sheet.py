"""The members as a spreadsheet that can be read in again; XlsxWriter is loaded when one is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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
from storage.days import on_screen
from storage.records.kinds import Sex
from storage.records.people import Member
from storage.records.register import Register
from storage.rules.terms import POSITION

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_SEX = {Sex.FEMALE: "Nữ", Sex.MALE: "Nam", None: ""}
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
    sheet.write_string(0, 0, title, title_look(book))
    members = [member for member in register.members if member.left is None]
    members.sort(key=lambda member: member.group_id)
    _write(book, sheet, [_row(member, register) for member in members])
    book.close()
    return target.getvalue()


def _row(member: Member, register: Register) -> list[str]:
    return [cell(member, register) for _title, _width, cell in _COLUMNS]


def _write(book: Workbook, sheet: Worksheet, rows: list[list[str]]) -> None:
    head = book.add_format(HEAD)
    # As text ("@") a telephone keeps its nought, also when someone edits the cell.
    texts = TextCells(book, {**CELL, "num_format": "@"})
    sheet.set_column(0, 0, 6)
    sheet.write_string(HEAD_ROW, 0, "STT", head)
    for column, (title, width, _cell) in enumerate(_COLUMNS, start=1):
        sheet.set_column(column, column, width)
        sheet.write_string(HEAD_ROW, column, title, head)
    for number, row in enumerate(rows, start=1):
        sheet.write_number(HEAD_ROW + number, 0, number, texts.usual)
        for column, text in enumerate(row, start=1):
            texts.write(sheet, HEAD_ROW + number, column, text)
    set_out(sheet, rows=len(rows), columns=1 + len(_COLUMNS), kept=3)


def _offices(member: Member) -> str:
    words = [POSITION[position] for position in POSITION if position in member.positions]
    return ", ".join([*words, *(["Tổ trưởng"] if member.leads_group else [])])
