"""The digest of the file as it was closed: a byte that changed since then was not the program's.

SQLite's own checks pass one damaged file in seven; a digest passes none. It lies beside the books
only while they are closed, so after a power cut there is none to compare with.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from storage.safekeeping.private_files import make_empty, sync_folder

FILE_NAME = "chungtay.dau"


def leave_mark(books: Path) -> None:
    """Keeps the digest of books that were just closed; without it there is one check less."""
    with suppress(OSError):
        mark = books.with_name(FILE_NAME)
        digest = _digest(books)
        make_empty(mark)
        mark.write_text(digest, encoding="ascii")


def mark_holds(books: Path) -> bool:
    """Whether the file is as it was closed; true where nothing is known."""
    try:
        told = books.with_name(FILE_NAME).read_bytes().decode("ascii", "replace")
        return len(told) != hashlib.sha256().digest_size * 2 or told == _digest(books)
    except OSError:
        return True


def lift_mark(books: Path) -> None:
    """Takes the digest away before anything is written, also from the disk itself."""
    mark = books.with_name(FILE_NAME)
    if mark.exists():
        mark.unlink()
        sync_folder(books.parent)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
