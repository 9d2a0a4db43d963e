"""What SQLite and Peewee say went wrong, under its true name.

Peewee hides a full disk behind "cannot rollback", and SQLite a disk that cannot be read behind
damage: the first is told in the exception chain, the second only by the file itself.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from storage.errors import Trouble, TroubleKind
from storage.passphrase.cipher import database_errors
from storage.safekeeping.private_files import LOGS, beside, has_no_room
from storage.tables import connection

_KINDS = {
    "SQLITE_FULL": TroubleKind.DISK_FULL,
    "SQLITE_READONLY": TroubleKind.READ_ONLY,
    "SQLITE_BUSY": TroubleKind.IN_USE,
    "SQLITE_LOCKED": TroubleKind.IN_USE,
    "SQLITE_CORRUPT": TroubleKind.DAMAGED,
    "SQLITE_NOTADB": TroubleKind.NOT_OURS,
    "SQLITE_CANTOPEN": TroubleKind.CANNOT_OPEN,
    "SQLITE_IOERR_READ": TroubleKind.CANNOT_READ,
    "SQLITE_IOERR_SHORT_READ": TroubleKind.CANNOT_READ,
    "SQLITE_IOERR": TroubleKind.DISK_ERROR,
}
_MAYBE_FULL = frozenset({TroubleKind.CANNOT_OPEN, TroubleKind.DISK_ERROR, TroubleKind.READ_ONLY})
"""So SQLite calls it where no other file can be made, or a sync finds no room."""
_AT_ONCE = 1 << 20

_looked_into: list[int] = []
"""Descriptors of files that were looked into: closing one would take SQLite's locks away."""


def storage_errors() -> tuple[type[Exception], ...]:
    """What Peewee raises, and what SQLite raises past it."""
    return (peewee.PeeweeException, *database_errors())


@contextmanager
def named_errors(path: str = "") -> Iterator[None]:
    """Turns what Peewee and SQLite raise into a `Trouble` that names the true cause.

    What goes wrong while rows are fetched Peewee passes on as it is.
    """
    try:
        yield
    except storage_errors() as error:
        kind = true_kind_of(error)
        if kind is None:
            raise
        raise Trouble(kind, file=path) from error
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema quotes it, be it no letters any more.
        raise Trouble(TroubleKind.DAMAGED, file=path) from error


def true_kind_of(error: BaseException) -> TroubleKind | None:
    """What is wrong with the open books, or with the disk they are on."""
    kind = kind_of(error)
    books = Path(connection.database)
    if kind in _MAYBE_FULL and has_no_room(books.parent):
        return TroubleKind.DISK_FULL
    if kind is TroubleKind.DAMAGED and cannot_be_read(books):
        return TroubleKind.CANNOT_READ
    return kind


def kind_of(error: BaseException) -> TroubleKind | None:
    """What SQLite says is wrong, somewhere in the chain of an error; None where it says nothing."""
    pending: list[BaseException | None] = [error]
    seen: set[int] = set()
    while pending:
        current = pending.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        original = getattr(current, "orig", None)
        pending += [current.__cause__, current.__context__, original]
        name = getattr(current, "sqlite_errorname", "")
        for prefix, kind in _KINDS.items():
            if name.startswith(prefix):
                return kind
    return None


def cannot_be_read(books: Path) -> bool:
    """Whether the disk does not give back the file or its log, whatever stands in them."""
    return any(_fails_to_read(path) for path in (books, beside(books, LOGS[0])))


def _fails_to_read(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY)
        _looked_into.append(descriptor)
        while os.read(descriptor, _AT_ONCE):
            pass
    except OSError as error:
        return error.errno == errno.EIO
    return False
