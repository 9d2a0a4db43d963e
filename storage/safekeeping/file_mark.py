"""The digest of the file as it was closed: a byte that changed since then was not the program's.

SQLite's own checks pass one damaged file in seven; a digest passes none. It lies beside the books
while they are closed, and after that until the first frame is there: what is written until then is
in the log alone. After a power cut later on there is none to compare with.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from io import BufferedReader
from pathlib import Path

from storage.database import SCHEMA_VERSION
from storage.safekeeping.private_files import make_empty, sync_folder

FILE_NAME = "chungtay.dau"
_HEADER = 100
_PLAIN, _WITH_LOG = b"SQLite format 3\0", b"\2\2"
"""How a file begins that is not under a passphrase, and what it says of one that has a log."""


class Mark:
    """The mark of books that are opened: looked at once, before a byte of their file changes."""

    def __init__(self, books: Path) -> None:
        self._books = books
        self.looked_at = False
        self.holds = True
        """Whether the file is, byte for byte, as it was closed, as far as that was looked at."""
        self._file: BufferedReader | None = None

    def wait(self) -> None:
        """It is looked at once the books are open.

        The file is opened for that before SQLite opens it, and closed after that (`put_away`):
        closing a file takes away the locks that SQLite holds on it in the same program.

        Raises:
            OSError: it cannot be read.
        """
        self._file = self._books.open("rb")

    def put_away(self) -> None:
        """SQLite has closed the file."""
        if self._file is not None:
            self._file.close()

    def look(self) -> bool:
        """Whether it is; the mark is taken away if so.

        Raises:
            OSError: the disk does not let it go.
        """
        if not self.looked_at:
            self.looked_at = True
            self.holds = mark_holds(self._books, self._file)
            if self.holds:
                lift_mark(self._books)
        return self.holds

    def let_go(self) -> None:
        """Takes the mark away, whatever it says: somebody wants it so, or the file has changed.

        Raises:
            OSError: the disk does not let it go.
        """
        lift_mark(self._books)
        self.looked_at = self.holds = True


def may_wait(books: Path) -> bool:
    """Whether a file stays as it is when it is opened, and until its log is brought into it.

    So it is where it keeps a log already and needs no migration; of a file under a passphrase
    nobody can tell from outside. To read all of it takes longer than all else that the first
    frame needs of the books.
    """
    try:
        with books.open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return False
    begins, log = header.startswith(_PLAIN), header[18:20] == _WITH_LOG
    return begins and log and int.from_bytes(header[60:64], "big") == SCHEMA_VERSION


def leave_mark(books: Path) -> None:
    """Keeps the digest of books that were just closed; without it there is one check less."""
    with suppress(OSError):
        mark = books.with_name(FILE_NAME)
        digest = _digest(books)
        make_empty(mark)
        mark.write_text(digest, encoding="ascii")


def mark_holds(books: Path, opened: BufferedReader | None = None) -> bool:
    """Whether the file is as it was closed; true where nothing is known."""
    try:
        told = books.with_name(FILE_NAME).read_bytes().decode("ascii", "replace")
        return len(told) != hashlib.sha256().digest_size * 2 or told == _digest(books, opened)
    except OSError:
        return True


def lift_mark(books: Path) -> None:
    """Takes the digest away before anything is written, also from the disk itself."""
    mark = books.with_name(FILE_NAME)
    if mark.exists():
        mark.unlink()
        sync_folder(books.parent)


def _digest(path: Path, opened: BufferedReader | None = None) -> str:
    if opened is not None:
        opened.seek(0)
        return hashlib.file_digest(opened, "sha256").hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
