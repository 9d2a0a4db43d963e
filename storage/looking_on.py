"""A private copy of the books for whoever only looks on; what is in the books is not touched."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from storage.database import FILE_NAME, LOCK_NAME, Lock, kind_of
from storage.errors import Trouble, TroubleKind
from storage.private_files import make_empty, write_private

_PREFIX = "chungtay-chi-xem-"
_LOG = FILE_NAME + "-wal"


def copy_to_look_on(folder: Path) -> tuple[Path, Lock]:
    """Copies the books into a folder of the system's temporary ones, and takes its lock.

    Whoever has the books open goes on writing meanwhile.

    Raises:
        Trouble: there is no room for the copy, or the books cannot be read.
    """
    books = folder / FILE_NAME
    with _named(str(books)):
        _remove_left_behind()
        place = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = Lock(place)
        lock.take()
        try:
            _copy(books, place)
        except BaseException:
            remove_copy(place, lock)
            raise
    return place, lock


def remove_copy(place: Path, lock: Lock) -> None:
    """Removes a copy; one that cannot go now goes when somebody next looks on."""
    lock.release()
    with suppress(OSError):
        shutil.rmtree(place)


def _copy(books: Path, place: Path) -> None:
    copy = place / FILE_NAME
    make_empty(copy)
    try:
        _back_up(books, copy)
    except sqlite3.OperationalError:
        # SQLite opens a write-ahead log on no read-only medium; nobody writes there meanwhile.
        write_private(copy, books.read_bytes())
        log = books.with_name(_LOG)
        if log.exists():
            write_private(place / _LOG, log.read_bytes())


def _back_up(books: Path, copy: Path) -> None:
    source = sqlite3.connect(f"{books.absolute().as_uri()}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _remove_left_behind() -> None:
    """Removes the copies of programs that were killed: nobody holds their lock any more."""
    for held in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{LOCK_NAME}"):
        lock = Lock(held.parent)
        try:
            lock.take()
        except Trouble:
            continue
        remove_copy(held.parent, lock)


@contextmanager
def _named(file: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Trouble(TroubleKind.CANNOT_LOOK_ON, file=file) from error
    except sqlite3.Error as error:
        raise Trouble(kind_of(error) or TroubleKind.CANNOT_LOOK_ON, file=file) from error
