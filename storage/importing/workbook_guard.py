"""Looks into a workbook before it is opened: one that would burst is refused unopened.

An xlsx file is a zip archive. Its list of contents says how large each part is, but may lie:
the parts are inflated here piece by piece, and no further than the limit. Of what is a sheet
the cells are looked at, since one value in the last cell makes a reader set up all seventeen
thousand million cells before it.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.parsers import expat

from storage.errors import Refusal, RefusalKind

MOST_ROWS = 5_000
"""Of a file; a club has some hundred members, and a preview must be read by someone."""
MOST_COLUMNS = 200
_MOST_BYTES = 60_000_000
"""Of all parts of a workbook together."""
_MOST_PARTS = 500
_PIECE = 1 << 16
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_CELL = re.compile(r"([A-Za-z]{1,3})([0-9]+)")
_OF_A_SHEET = b"sheetData"
"""Stands in every part that is read as a sheet, wherever in the archive it lies."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_archive(content: bytes) -> bool:
    """Whether the content is a zip archive, as an xlsx file is."""
    return content.startswith(b"PK\x03\x04")


def is_compound(content: bytes) -> bool:
    """Whether the content is one of the old Office files, or an encrypted new one."""
    return content.startswith(_COMPOUND)


def require_unlocked(content: bytes) -> None:
    """Refuses a workbook that a password protects.

    Raises:
        Refusal: it is encrypted.
    """
    if _ENCRYPTED in content:
        raise Refusal(RefusalKind.FILE_LOCKED)


def require_moderate(content: bytes) -> None:
    """Refuses an archive that is no workbook, or too large once it is unpacked.

    Raises:
        Refusal: it is.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refusal(RefusalKind.FILE_DAMAGED) from error
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise Refusal(RefusalKind.NO_SPREADSHEET)
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise Refusal(RefusalKind.FILE_TOO_LARGE)
    left = _MOST_BYTES
    for part in parts:
        inflated = bytearray()
        for piece in _inflated(content, part):
            inflated += piece
            if len(inflated) > left:
                raise Refusal(RefusalKind.FILE_TOO_LARGE)
        left -= len(inflated)
        if _OF_A_SHEET in inflated:
            _Cells().require_near(bytes(inflated))


class _Cells:
    """Goes through the cells of a sheet, counting as a reader does where one names no place."""

    def __init__(self) -> None:
        self._row = self._column = 0

    def require_near(self, xml: bytes) -> None:
        """Refuses a sheet with a value too far down or to the right, or that is no sound XML."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begun
        parser.StartDoctypeDeclHandler = _no_definitions
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            raise Refusal(RefusalKind.FILE_DAMAGED) from error

    def _begun(self, name: str, told: Mapping[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                number = told.get("r", "")
                self._row = _row_number(number) if number.isdecimal() else self._row + 1
                self._column = 0
            case "c":
                self._column += 1
                place = _CELL.fullmatch(told.get("r", ""))
                if place is not None:
                    self._column, self._row = _column_number(place[1]), _row_number(place[2])
            case "v" | "is" | "f":
                self._require_here()

    def _require_here(self) -> None:
        """A cell that only has a colour may lie anywhere: a reader passes over it."""
        if self._row > MOST_ROWS:
            raise Refusal(RefusalKind.TOO_MANY_ROWS, most=MOST_ROWS)
        if self._column > MOST_COLUMNS:
            raise Refusal(RefusalKind.FILE_TOO_LARGE)


def _no_definitions(*_told: object) -> None:
    raise Refusal(RefusalKind.FILE_DAMAGED)


def _row_number(digits: str) -> int:
    """A number of a thousand digits is too high all the same."""
    return int(digits.lstrip("0")[:10] or 0)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _inflated(content: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part as they come, whatever the list of contents says of their number."""
    header = content[part.header_offset : part.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size:
        raise Refusal(RefusalKind.FILE_DAMAGED)
    *_fields, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start = part.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    packed = content[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise Refusal(RefusalKind.FILE_DAMAGED)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not inflater.eof:
            piece = inflater.decompress(packed, _PIECE)
            packed = inflater.unconsumed_tail
            yield piece
    except zlib.error as error:
        raise Refusal(RefusalKind.FILE_DAMAGED) from error
