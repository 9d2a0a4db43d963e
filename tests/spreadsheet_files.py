"""The folder of files for the import: those that can be read, and those that are refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

from spreadsheets import (
    FAR_CELLS,
    PEOPLE,
    Table,
    bomb,
    far_cell,
    long_list,
    mapped,
    plain_archive,
    separated,
    tcvn3,
    vni,
    western,
    windows_1258,
    workbook,
)
from storage.errors import RefusalKind

Make = Callable[[Path], Path]
"""Makes a file in a folder, and says where."""

_SPLIT: Table = (
    ("TT", "Họ đệm", "Tên", "Ngày sinh", "Nam", "Nữ", "SĐT", "Thuộc tổ"),
    (1, "Nguyễn Thị", "Mùi", "05/08/1948", None, "x", 912345678, 1),
    (2, "Đặng Văn", "Đức", "1955", "x", None, "9.87654321E+08", 2),
    (3, "Phạm Thị", "Ổn", "1960-02-03", None, "X", None, 3),
)
_TITLES: Table = (("CLB LIÊN THẾ HỆ THÔN ĐÔNG",), (None, "Danh sách năm 2026"), (), *PEOPLE)
_TURNED_ROUND: Table = tuple(tuple(reversed(row)) for row in PEOPLE)
_A_SHEET_A_GROUP: dict[str, Table] = {
    f"Tổ_{group}": tuple(row[:6] for row in (PEOPLE[0], PEOPLE[group])) for group in (1, 2, 3)
}
_ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _bytes(content: bytes, name: str = "danh-sach.csv") -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def _sheets(**tables: Table) -> Make:
    return lambda folder: workbook(folder / "danh-sach.xlsx", **tables)


def _made(how: Callable[[Path], Path]) -> Make:
    return lambda folder: how(folder / "danh-sach.xlsx")


RIGHT: dict[str, Make] = {
    "xlsx": _sheets(Danh_sách=PEOPLE),
    "titles above the headings": _sheets(Danh_sách=_TITLES),
    "columns the other way round": _sheets(Danh_sách=_TURNED_ROUND),
    "a cover sheet first": _sheets(Bìa=(("Câu lạc bộ",), ("Năm 2026",)), DS=PEOPLE),
    "a sheet a group": _sheets(**_A_SHEET_A_GROUP),
    "the name in two columns, ticks, numbers": _sheets(Danh_sách=_SPLIT),
    "utf-8": _bytes(separated(PEOPLE).encode()),
    "utf-8 with a mark": _bytes(separated(PEOPLE).encode("utf-8-sig")),
    "utf-8, decomposed": _bytes(separated(mapped(PEOPLE, _decomposed)).encode()),
    "semicolons": _bytes(separated(PEOPLE, ";").encode()),
    "tabs": _bytes(separated(PEOPLE, "\t").encode()),
    "utf-16 with a mark": _bytes(separated(PEOPLE, "\t").encode("utf-16")),
    "utf-16 without a mark": _bytes(separated(PEOPLE, "\t").encode("utf-16-le")),
    "utf-16, the other way round": _bytes(separated(PEOPLE, "\t").encode("utf-16-be")),
    "windows-1258": _bytes(windows_1258(separated(PEOPLE))),
    "TCVN3 as bytes": _bytes(western(tcvn3(separated(PEOPLE)))),
    "TCVN3 in a workbook": _sheets(DS=mapped(PEOPLE, tcvn3)),
    "VNI as bytes": _bytes(western(vni(separated(PEOPLE)))),
    "VNI in a workbook": _sheets(DS=mapped(PEOPLE, vni)),
    "a text file by another name": _bytes(separated(PEOPLE).encode(), "danh-sach.xlsx"),
}
"""Each holds the same three people."""

WRONG: dict[str, tuple[Make, RefusalKind]] = {
    "empty": (_bytes(b""), RefusalKind.FILE_EMPTY),
    "only empty lines": (_bytes(b"\r\n,,,\r\n"), RefusalKind.FILE_EMPTY),
    "an empty workbook": (_sheets(Sheet1=()), RefusalKind.FILE_EMPTY),
    "no headings": (_sheets(DS=PEOPLE[1:]), RefusalKind.NO_HEADINGS),
    "other headings": (_sheets(DS=(("Ngày", "Thu", "Chi"), (1, 2, 3))), RefusalKind.NO_HEADINGS),
    "a letter": (_bytes("Kính gửi Hội NCT xã,\nxin báo cáo.".encode()), RefusalKind.NO_HEADINGS),
    "a picture": (
        _bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        RefusalKind.NO_SPREADSHEET,
    ),
    "another archive": (
        _made(lambda path: plain_archive(path, word__document_xml=b"<document/>")),
        RefusalKind.NO_SPREADSHEET,
    ),
    "a workbook cut off": (
        _made(lambda path: _cut_off(workbook(path, DS=PEOPLE))),
        RefusalKind.FILE_DAMAGED,
    ),
    "a workbook in name only": (
        _made(lambda path: plain_archive(path, xl__workbook_xml=b"<nothing")),
        RefusalKind.FILE_DAMAGED,
    ),
    "an old workbook in name only": (
        _bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000), "danh-sach.xls"),
        RefusalKind.FILE_DAMAGED,
    ),
    "locked with a password": (_bytes(_ENCRYPTED, "danh-sach.xlsx"), RefusalKind.FILE_LOCKED),
    "twenty thousand rows": (_sheets(DS=long_list(20_000)), RefusalKind.TOO_MANY_ROWS),
    "twenty thousand lines": (
        _bytes(separated(long_list(20_000)).encode()),
        RefusalKind.TOO_MANY_ROWS,
    ),
    "a zip bomb": (_made(lambda path: bomb(path, lying=False)), RefusalKind.FILE_TOO_LARGE),
    "a zip bomb that lies": (
        _made(lambda path: bomb(path, lying=True)),
        RefusalKind.FILE_TOO_LARGE,
    ),
    **{
        f"a value far away, {how}": (
            _made(partial(far_cell, cell=cell)),
            RefusalKind.TOO_MANY_ROWS,
        )
        for how, cell in FAR_CELLS.items()
    },
    "a value far away, in a sheet that lies elsewhere": (
        _made(partial(far_cell, cell=FAR_CELLS["as Excel writes it"], elsewhere=True)),
        RefusalKind.TOO_MANY_ROWS,
    ),
    "a value far to the right": (
        _made(partial(far_cell, cell=b"<row>" + b"<c><v>1</v></c>" * 300 + b"</row>")),
        RefusalKind.FILE_TOO_LARGE,
    ),
    "definitions of entities": (
        _made(partial(far_cell, cell=b"", head=b'<!DOCTYPE a [<!ENTITY b "c">]>')),
        RefusalKind.FILE_DAMAGED,
    ),
    "eleven megabytes": (_bytes(b"a,b\n" * 2_750_000), RefusalKind.FILE_TOO_LARGE),
}


def _cut_off(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:2000])
    return path
