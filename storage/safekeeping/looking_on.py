"""A private copy of the books for whoever only looks on; what is in the books is not touched."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from storage.database import FILE_NAME, LOCK_NAME, Lock
from storage.errors import Trouble, TroubleKind
from storage.passphrase.cipher import connect, connect_to, database_errors, passphrase_for
from storage.safekeeping.private_files import make_empty, write_private
from storage.true_causes import kind_of

_PREFIX = "chungtay-chi-xem-"
_LOG = FILE_NAME + "-wal"
_NO_LOG = frozenset({TroubleKind.CANNOT_OPEN, TroubleKind.READ_ONLY, TroubleKind.DISK_ERROR})
"""What SQLite answers where it can make no write-ahead log."""


def copy_to_look_on(folder: Path, passphrase: str = "") -> tuple[Path, Lock]:
    """Copies the books into a folder of the system's temporary ones, and takes its lock.

    Whoever has the books open goes on writing meanwhile.

    Raises:
        Trouble: there is no room for the copy, the books cannot be read, or they are under
            another passphrase.
    """
    books = folder / FILE_NAME
    with _named(str(books)):
        _remove_left_behind()
        place = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = Lock(place)
        lock.take()
        try:
            _copy(books, place, passphrase)
        except BaseException:
            remove_copy(place, lock)
            raise
    return place, lock


def remove_copy(place: Path, lock: Lock) -> None:
    """Removes a copy; one that cannot go now goes when somebody next looks on."""
    lock.release()
    with suppress(OSError):
        shutil.rmtree(place)


def _copy(books: Path, place: Path, passphrase: str) -> None:
    copy = place / FILE_NAME
    make_empty(copy)
    try:
        _back_up(books, copy, passphrase)
    except database_errors() as error:
        if kind_of(error) not in _NO_LOG:
            raise
        # SQLite opens a write-ahead log on no read-only medium; nobody writes there meanwhile.
        write_private(copy, books.read_bytes())
        log = books.with_name(_LOG)
        if log.exists():
            write_private(place / _LOG, log.read_bytes())


def _back_up(books: Path, copy: Path, passphrase: str) -> None:
    target_of = passphrase_for(books, passphrase)
    source = connect_to(books, passphrase, "mode=ro")
    with closing(source), closing(connect(copy, target_of)) as target:
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
    except database_errors() as error:
        raise Trouble(kind_of(error) or TroubleKind.CANNOT_LOOK_ON, file=file) from error
