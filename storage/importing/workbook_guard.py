"""Looks into a workbook before it is opened: one that would burst is refused unopened.

An xlsx file is a zip archive. Its list of contents says how large each part is, but may lie:
the parts are inflated here piece by piece, kept nowhere, and no further than the limit. On the
way the cells are looked at, since one value in the last cell of a sheet makes a reader set up
all seventeen thousand million cells before it.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from storage.errors import Refusal, RefusalKind

MOST_ROWS = 5_000
"""Of a file; a club has some hundred members, and a preview must be read by someone."""
MOST_COLUMNS = 200
_MOST_BYTES = 60_000_000
"""Of all parts of a workbook together."""
_MOST_PARTS = 500
_PIECE = 1 << 16
_LONGEST_CELL_HEAD = 200
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*?(?<!/)>')
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
        is_sheet = part.filename.startswith("xl/worksheets/")
        tail = b""
        for piece in _inflated(content, part):
            left -= len(piece)
            if left < 0:
                raise Refusal(RefusalKind.FILE_TOO_LARGE)
            if is_sheet:
                _require_small_sheet(tail + piece)
                tail = piece[-_LONGEST_CELL_HEAD:]


def _require_small_sheet(xml: bytes) -> None:
    for column, row in _CELL.findall(xml):
        if int(row) > MOST_ROWS:
            raise Refusal(RefusalKind.TOO_MANY_ROWS, most=MOST_ROWS)
        if _column_number(column) > MOST_COLUMNS:
            raise Refusal(RefusalKind.FILE_TOO_LARGE)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
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
