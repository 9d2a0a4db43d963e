"""Files that somebody might give the import by mistake or on purpose, made without end."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import cycle
from pathlib import Path
from random import Random

from spreadsheet_files import RIGHT, WRONG
from spreadsheets import PEOPLE, mapped, separated, tcvn3, vni, western, windows_1258

Hostile = Callable[[Path, Random], Path]
"""Makes one file in a folder."""

_ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "'
    + b"lol" * 1000
    + b'">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
    )
    + b"]>"
)
_OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;">]>'
_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="DS">'
)
_ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
_NASTY_NAMES = (
    '=HYPERLINK("http://x","Nguyễn")',
    "=cmd|'/C calc'!A0",
    "+84912345678",
    "-2+3",
    "@SUM(A1)",
    "[bold]Mùi[/bold] [/]",
    "<b>Mùi</b>&amp;",
    "../../etc/passwd",
    "C:\\Windows\\win.ini",
    "Mùi\x00Thị",
    "Mùi\x1b[31m",
    "\u202eiùM",
    "M\u200bùi",
    "\ue000person.1.name\ue001",
    "Nguyễn " * 3000,
    "😀" * 50,
    "'; DROP TABLE member; --",
    "{name.__class__}",
    "%s%n",
    "1E308",
    "NaN",
    "#REF!",
)


def hostile_files(number: int, chance: Random) -> Iterator[tuple[str, Hostile]]:
    """As many files as wished: each kind in turn, each time another one."""
    kinds = cycle(chance.sample(_KINDS, len(_KINDS)))
    for _turn in range(number):
        yield next(kinds)


def _spoiled(name: str) -> Hostile:
    """A right file in which bytes are flipped, missing, doubled or noughts."""

    def make(folder: Path, chance: Random) -> Path:
        path = RIGHT[name](folder)
        data = bytearray(path.read_bytes())
        for _time in range(chance.randint(1, 12)):
            place = chance.randrange(len(data))
            match chance.randrange(5):
                case 0:
                    data[place] ^= 1 << chance.randrange(8)
                case 1:
                    del data[place : place + chance.randint(1, 200)]
                case 2:
                    data[place:place] = data[place : place + chance.randint(1, 400)]
                case 3:
                    data[place : place + 4] = bytes(4)
                case 4:
                    data[place:place] = chance.randbytes(chance.randint(1, 40))
            if not data:
                break
        path.write_bytes(data)
        return path

    return make


def _within(name: str) -> Hostile:
    """A workbook of which one part, unpacked, is spoiled, and packed soundly again."""

    def make(folder: Path, chance: Random) -> Path:
        path = RIGHT[name](folder)
        with zipfile.ZipFile(path) as book:
            parts = {each: book.read(each) for each in book.namelist()}
        part = chance.choice([each for each in parts if each.startswith(("xl/", "[Content"))])
        data = parts[part]
        place = chance.randrange(max(1, len(data)))
        ends = (b"<!--", b"<v>1e999</v>", b"&a;", b"<", b'r="XFD1048576"', b"\x00", b"]]>", b'"')
        old, new = chance.choice(
            (
                (data, data[:place]),
                (data, data[:place] + chance.choice(ends) + data[place:]),
                (b"<?xml", _ENTITIES + b"<?xml"),
                (
                    b'standalone="yes"?>',
                    b'standalone="yes"?>' + chance.choice((_ENTITIES, _OUTSIDE)),
                ),
                ("Mùi".encode(), b"&a;"),
                (b'count="', b'count="9999999'),
                (b't="s"', b't="inlineStr"'),
                (b"<v>", b"<v>-"),
                (b'r:id="rId1"', b'r:id="rId77"'),
                (
                    b"<sheetData>",
                    b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>',
                ),
                (b'ref="', b'ref="A1:XFD1048576" x="'),
            )
        )
        parts[part] = data.replace(old, new) if old else new
        if chance.random() < 0.2:
            parts["../../../tmp/evil.txt"] = parts[f"/{part}"] = b"x"
        return _packed(path, parts)

    return make


def _packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return path


def _names(folder: Path, chance: Random) -> Path:
    """People with nasty names, in any code."""
    rows = [PEOPLE[0]]
    for number in range(chance.randint(1, 30)):
        row = list(PEOPLE[1 + number % 3])
        for column in (1, 4, 5, 6, 7):
            if chance.random() < 0.5:
                row[column] = chance.choice(_NASTY_NAMES)
        rows.append(tuple(row))
    code = chance.choice(("utf-8", "utf-16", "utf-16-le", "utf-8-sig"))
    path = folder / "danh-sach.csv"
    path.write_bytes(separated(rows, chance.choice(",;\t")).encode(code, "surrogatepass"))
    return path


def _two_codes(folder: Path, chance: Random) -> Path:
    """Lines in one code and lines in another."""
    codes: tuple[Callable[[str], bytes], ...] = (
        lambda text: text.encode(),
        windows_1258,
        lambda text: western(tcvn3(text)),
        lambda text: western(vni(text)),
        lambda text: text.encode("utf-16-le"),
    )
    lines = separated(PEOPLE).split("\r\n")
    path = folder / "danh-sach.csv"
    path.write_bytes(b"\r\n".join(chance.choice(codes)(line) for line in lines))
    return path


def _text_of_any_shape(folder: Path, chance: Random) -> Path:
    """Endless lines, columns, quotes that never end, noughts."""
    head = ",".join(str(cell) for cell in PEOPLE[0]) + "\n"
    body = chance.choice(
        (
            '"' + "Mùi\n" * 4000,
            "," * 2_000_000,
            "x" * 5_000_000,
            "\n".join(["a,b"] * 6000),
            "Mùi,1948,Nữ\x00\n" * 100,
            "\r" * 4000,
            "1," + "=1+1," * 3000,
            "\ufeff" * 1000,
            '""""""' * 100_000,
            "1,Mùi,99999999999999999999999999999999,Nữ,,," + "9" * 100_000,
        )
    )
    path = folder / chance.choice(("danh-sach.csv", "danh-sach.txt", "danh-sach.xlsx"))
    path.write_text(head + body, encoding="utf-8")
    return path


def _ods(folder: Path, chance: Random) -> Path:
    """An OpenDocument sheet, whose rows and columns are repeated without end."""
    value = 'office:value-type="string"'
    cell = f"<table:table-cell {value}{{more}}><text:p>{{text}}</text:p></table:table-cell>"

    def row(texts: Sequence[object], more: str = "", of_cell: str = "") -> str:
        cells = "".join(cell.format(text=text or "", more=of_cell) for text in texts)
        return f"<table:table-row{more}>{cells}</table:table-row>"

    many = chance.choice((1, 50, 1_000_000, 2**31, 10**30, -1))
    rows = [row(PEOPLE[0]), *(row(each) for each in PEOPLE[1:])]
    rows.append(
        chance.choice(
            (
                row(PEOPLE[1], f' table:number-rows-repeated="{many}"'),
                row(PEOPLE[1], of_cell=f' table:number-columns-repeated="{many}"'),
                "<table:table-row " * 200,
                row(("&a;",)),
            )
        )
    )
    content = _ODS_HEAD + "".join(rows) + _ODS_TAIL
    data = content.encode()
    if chance.random() < 0.4:
        data = data.replace(b"?>", b"?>" + chance.choice((_ENTITIES, _OUTSIDE)), 1)
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    return _packed(folder / "danh-sach.ods", {"mimetype": mime, "content.xml": data})


def _old_workbook(folder: Path, chance: Random) -> Path:
    """A compound file with any bytes behind its head."""
    head = bytes.fromhex("d0cf11e0a1b11ae1000000000000000000000000000000003e000300feff0900")
    path = folder / "danh-sach.xls"
    noise = bytes(chance.choice((0, 255, chance.randrange(256))) for _byte in range(6000))
    path.write_bytes(head + noise)
    return path


def _no_file(folder: Path, chance: Random) -> Path:
    """What is no file, or one that ends never."""
    path = folder / "danh-sach.xlsx"
    match chance.randrange(6):
        case 0:
            path.symlink_to("/dev/zero")
        case 1:
            os.mkfifo(path)
        case 2:
            path.mkdir()
        case 3:
            path.symlink_to(path.name)
        case 4:
            path.symlink_to("/etc/passwd")
        case 5:
            path.write_bytes(b"x")
            path.chmod(0)
    return path


def _nested(folder: Path, chance: Random) -> Path:
    """An archive of archives, of very many parts, or of one that is nothing but noughts."""
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as book:
        for number in range(chance.choice((1, 400, 3000))):
            book.writestr(f"xl/worksheets/sheet{number}.xml", bytes(chance.choice((10, 40_000))))
    parts = {"xl/workbook.xml": inner.getvalue(), "xl/worksheets/sheet1.xml": inner.getvalue()}
    return _packed(folder / "danh-sach.xlsx", parts)


def _known(make: Callable[[Path], Path]) -> Hostile:
    return lambda folder, _chance: make(folder)


_WORKBOOKS = ("xlsx", "a sheet a group", "TCVN3 in a workbook")
_KINDS: tuple[tuple[str, Hostile], ...] = (
    *((f"{name}, spoiled", _spoiled(name)) for name in RIGHT),
    *((f"{name}, a part spoiled", _within(name)) for name in _WORKBOOKS * 3),
    ("nasty names", _names),
    ("two codes", _two_codes),
    ("a text of any shape", _text_of_any_shape),
    ("an OpenDocument sheet", _ods),
    ("an OpenDocument sheet", _ods),
    ("an old workbook", _old_workbook),
    ("no file", _no_file),
    ("no file", _no_file),
    ("archives in an archive", _nested),
    *((name, _known(make)) for name, (make, _kind) in WRONG.items()),
    *((name, _known(make)) for name, make in RIGHT.items()),
    ("as in the other font", lambda folder, _chance: _other_font(folder)),
)


def _other_font(folder: Path) -> Path:
    path = folder / "danh-sach.csv"
    path.write_bytes(western(vni(separated(mapped(PEOPLE, str.upper)))))
    return path
