"""Reads what can still be read of a damaged file, row by row."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from storage.passphrase.cipher import connect, database_errors, passphrase_for
from storage.safekeeping.private_files import make_empty, sync_file

Row = tuple[object, ...]

_PAGE = 4096
"""Bytes: of SQLite's pages, and of most disks' blocks."""

_GIVEN_UP_AFTER = 5_000
"""Numbers in a row at which there was nothing."""


def copy_what_can_be_read(source: Path, target: Path) -> None:
    """Copies a file page by page; what the disk does not give back is nought in the copy.

    Raises:
        OSError: the file cannot even be opened, or there is no room for the copy.
    """
    make_empty(target)
    with source.open("rb", buffering=0) as pages, target.open("r+b") as copy:
        size = source.stat().st_size
        for place in range(0, size, _PAGE):
            try:
                pages.seek(place)
                page = os.read(pages.fileno(), _PAGE)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                page = bytes(min(_PAGE, size - place))
            copy.write(page)
    sync_file(target)


class DamagedBooks:
    """A damaged file; where it is under a passphrase, opened again after each error."""

    def __init__(self, path: Path, passphrase: str = "") -> None:
        self._path = path
        self._passphrase = passphrase_for(path, passphrase)
        self._file = self._open()

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def columns(self, table: str) -> frozenset[str]:
        """The columns of a table; none where the file no longer knows it."""
        try:
            found = self._file.execute(f'PRAGMA table_info("{table}")').fetchall()
        except database_errors():
            self._open_again()
            return frozenset()
        return frozenset(row[1] for row in found)

    def rows(self, table: str, columns: str) -> Iterator[Row | None]:
        """The rows in their order while that goes well, then number by number; None for a lost one.

        The columns are given as they stand in the statement.
        """
        last = 0
        question = f'SELECT rowid, {columns} FROM "{table}" ORDER BY rowid'  # noqa: S608
        try:
            for number, *row in self._file.execute(question):
                last = int(number)
                yield tuple(row)
        except database_errors():
            self._open_again()
            yield from self._one_by_one(table, columns, last)

    def _one_by_one(self, table: str, columns: str, last: int) -> Iterator[Row | None]:
        """Behind the row that was read last; what fails is lost where a row comes after it."""
        question = f'SELECT {columns} FROM "{table}" WHERE rowid = ?'  # noqa: S608
        number, missed = last, 0
        while number - last < _GIVEN_UP_AFTER:
            number += 1
            try:
                row = self._file.execute(question, (number,)).fetchone()
            except database_errors():
                self._open_again()
                missed += 1
                continue
            if row is not None:
                yield from [None] * missed
                yield tuple(row)
                last, missed = number, 0

    def _open(self) -> sqlite3.Connection:
        file = connect(self._path, self._passphrase)
        file.text_factory = lambda data: data.decode("utf-8", "replace")
        # Else SQLite refuses a file that was cut off as a whole; nothing is written here.
        file.execute("PRAGMA writable_schema = ON")
        return file

    def _open_again(self) -> None:
        """SQLCipher gives nothing more after an error; SQLite does."""
        if not self._passphrase:
            return
        self._file.close()
        self._file = self._open()
