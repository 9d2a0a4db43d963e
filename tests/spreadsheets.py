"""Lists of members as clubs keep them, made for the tests: right, wrong, old, huge, hostile."""

from __future__ import annotations

import struct
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import xlsxwriter

Cell = str | int | float | None
Table = Sequence[Sequence[Cell]]

PEOPLE: Table = (
    ("STT", "Họ và tên", "Năm sinh", "Giới tính", "Địa chỉ", "Điện thoại", "Tổ", "Chức vụ"),
    (1, "Nguyễn Thị Mùi", 1948, "Nữ", "xóm Đình", "0912345678", "Tổ 1", "Tổ trưởng"),
    (2, "Đặng Văn Đức", 1955, "Nam", "xóm Giữa", "0987 654 321", "Tổ 2", "Chủ nhiệm"),
    (3, "Phạm Thị Ổn", 1960, "Nữ", "xóm Chùa", "", "Tổ 3", "Thành viên"),
)
_TCVN3_FROM = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐỔ"
_TCVN3_TO = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®¡¢£¤¥¦§æ"
_VNI_MARKS = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_CIRCUMFLEX = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã"} | {
    "\u0323": "ä"
}
_VNI_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_VNI_ALONE = {"đ": "ñ", "ơ": "ô", "ư": "ö", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "í": "í"}
_VNI_ALONE |= {"ì": "ì"}


def tcvn3(text: str) -> str:
    """The text as an ABC font wants it."""
    return text.translate(str.maketrans(_TCVN3_FROM, _TCVN3_TO))


def vni(text: str) -> str:
    """The text as a VNI font wants it."""
    return "".join(_vni_letter(letter) for letter in unicodedata.normalize("NFC", text))


def _vni_letter(letter: str) -> str:
    low = letter.lower()
    if low in _VNI_ALONE:
        alone = _VNI_ALONE[low]
        return alone.upper() if letter.isupper() else alone
    apart = unicodedata.normalize("NFD", low)
    base, marks = apart[0], apart[1:]
    tone = next((mark for mark in marks if mark in _VNI_MARKS), "")
    if "\u0302" in marks:
        after = _VNI_CIRCUMFLEX[tone]
    elif "\u0306" in marks:
        after = _VNI_BREVE[tone]
    else:
        base = {"o\u031b": "ô", "u\u031b": "ö"}.get(base + "\u031b" * ("\u031b" in marks), base)
        after = _VNI_MARKS.get(tone, "")
    return (base + after).upper() if letter.isupper() else base + after


def mapped(table: Table, change: Callable[[str], str]) -> Table:
    """The table with every text changed."""
    return [[change(cell) if isinstance(cell, str) else cell for cell in row] for row in table]


def separated(table: Table, separator: str = ",") -> str:
    """The table as a text file."""
    rows = [["" if cell is None else str(cell) for cell in row] for row in table]
    return "\r\n".join(
        separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in rows
    )


def windows_1258(text: str) -> bytes:
    """The text in windows-1258, whose tones stand after their letters."""
    coded = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            coded += letter.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", letter)
            tones = [mark for mark in marks if mark in _VNI_MARKS]
            base = "".join(mark for mark in marks if mark not in _VNI_MARKS)
            coded += (unicodedata.normalize("NFC", base) + "".join(tones)).encode("cp1258")
    return coded


def western(text: str) -> bytes:
    """The letters of an old font as their bytes."""
    return text.encode("latin-1")


def workbook(path: Path, **sheets: Table) -> Path:
    """An xlsx file with these sheets."""
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False})
    for name, table in sheets.items():
        sheet = book.add_worksheet(name.replace("_", " "))
        for number, row in enumerate(table):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(number, column, cell)
    book.close()
    return path


def merged_workbook(path: Path) -> Path:
    """Titles over the list, a merged row a group, and signatures below, as such lists are."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("DSTV")
    form = book.add_format({"bold": True})
    sheet.merge_range("A1:F1", "CÂU LẠC BỘ LIÊN THẾ HỆ TỰ GIÚP NHAU THÔN ĐÔNG", form)
    sheet.merge_range("A2:F2", "DANH SÁCH THÀNH VIÊN NĂM 2026", form)
    sheet.merge_range("C4:D4", "Năm sinh", form)
    sheet.write_row("A4", ["STT", "Họ và tên"])
    sheet.write_row("E4", ["Xóm", "Ghi chú"])
    sheet.write_row("C5", ["Nam", "Nữ"])
    sheet.merge_range("A6:F6", "TỔ 1: XÓM ĐÌNH", form)
    sheet.write_row("A7", [1, "NGUYỄN THỊ MÙI", "", 1948, "xóm Đình", "sống một mình"])
    sheet.write_row("A8", [2, "Bà Đỗ Thị Thơm", "", "1961", "xóm Đình"])
    sheet.merge_range("A9:F9", "Tổ 2 (1 người)", form)
    sheet.write_row("A10", [1, "đặng văn đức", 1955, "", "xóm Giữa"])
    sheet.write_row("A12", ["", "Tổng cộng", "", "", "", "3"])
    sheet.merge_range("D14:F14", "Người lập danh sách")
    book.close()
    return path


def plain_archive(path: Path, **parts: bytes) -> Path:
    """A zip archive with these parts; two underscores stand for a stroke, one for a full stop."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return path


def bomb(path: Path, *, lying: bool) -> Path:
    """A workbook of a few kilobytes that unpacks to gigabytes; lying, it does not say so."""
    plain_archive(path, xl__workbook_xml=b"<workbook/>", xl__worksheets__s_xml=bytes(80_000_000))
    if not lying:
        return path
    content = bytearray(path.read_bytes())
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<L", 100)
    path.write_bytes(content)
    return path


FAR_CELLS = {
    "as Excel writes it": b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "in single quotes": b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "in small letters, with spaces": b'<row r="9000"><c s=">" r = "xfd9000"><f>1</f></c></row>',
    "by its row alone": b'<row r="1048576"><c><v>1</v></c></row>',
    "with a number of many digits": b'<row><c r="A%s"><v>1</v></c></row>' % (b"9" * 5000),
}
"""A value in a cell that makes a reader set up all those before it."""


def far_cell(path: Path, cell: bytes, *, head: bytes = b"", elsewhere: bool = False) -> Path:
    """A list with one more value far away; its sheet may lie where sheets do not lie."""
    workbook(path, Danh_sách=PEOPLE)
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    changed = parts[sheet].replace(b"<worksheet", head + b"<worksheet")
    parts[sheet] = changed.replace(b"</sheetData>", cell + b"</sheetData>")
    if elsewhere:
        parts["xl/media/picture.png"] = parts.pop(sheet)
        of_sheets = "xl/_rels/workbook.xml.rels"
        parts[of_sheets] = parts[of_sheets].replace(b"worksheets/sheet1.xml", b"media/picture.png")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def long_list(rows: int) -> Table:
    """A list of so many people."""
    heads: list[Sequence[Cell]] = [("Họ và tên", "Năm sinh", "Tổ")]
    names = ("An", "Bình", "Cúc", "Dung", "Đức", "Hà", "Hoa", "Lan", "Mai", "Nga")
    return heads + [
        (f"Nguyễn Thị {names[number % 10]} {names[number // 10 % 10]}", 1940 + number % 40, "Tổ 1")
        for number in range(rows)
    ]
