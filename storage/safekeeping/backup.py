"""Backups: verified copies under a new number each time, beside the books or on a USB stick.

They are kept by number, never by date: the clock of the machine may say anything.
"""

from __future__ import annotations

import errno
import hashlib
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from storage.errors import Trouble, TroubleKind
from storage.passphrase.cipher import READ_ONCE, database_errors, is_plain
from storage.records.backups import BackupFile
from storage.safekeeping.backup_checks import content_digest, verify
from storage.safekeeping.private_files import (
    is_full,
    make_empty,
    remove_if_possible,
    sync_file,
    sync_folder,
)
from storage.tables.base import open_beside
from storage.true_causes import cannot_be_read

FOLDER = "sao-luu"
"""Beside the books."""
STICK_FOLDER = "chungtay-sao-luu"
"""On a stick, where other things lie too."""
KEPT_AT_SEALS = 24
KEPT_BETWEEN_SEALS = 10

_NAME = re.compile(r"chungtay-([0-9]{4,})(-chot)?\.db")
_UNFINISHED = ".dang-sao-luu.part"
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})
_OF_A_STICK_THAT_WENT = frozenset({TroubleKind.BACKUP_FAILED, TroubleKind.BACKUP_UNREADABLE})
_SQLITE_KINDS = {
    "SQLITE_FULL": TroubleKind.BACKUP_FULL,
    "SQLITE_READONLY": TroubleKind.BACKUP_READ_ONLY,
    "SQLITE_CORRUPT": TroubleKind.BOOKS_UNSOUND,
    "SQLITE_NOTADB": TroubleKind.BOOKS_UNSOUND,
}


class Backups:
    """Makes and finds the backups of one file of books.

    It reads the books with a connection of its own, which in WAL mode holds up nobody: a
    meeting goes on while a slow stick is written.
    """

    def __init__(self, books: Path, passphrase: str = "") -> None:
        self.folder = books.parent / FOLDER
        self._books = books
        self._passphrase = passphrase
        self._one_at_a_time = threading.Lock()

    def make(self, *, sealed: bool = False, second: str = "") -> BackupFile | None:
        """Makes a backup beside the books, then deletes those that are too many.

        Another goes into the second folder, where there is one. Gives None where there is
        nothing to keep: no club yet, or nothing changed since the newest backup.

        Raises:
            Trouble: it could not be made; the books and the older backups are as they were.
        """
        with self._one_at_a_time:
            made = self._write(self.folder, FOLDER, sealed=sealed, unchanged_too=sealed)
            if made is not None:
                _delete_surplus(self.folder)
            if second:
                folder = Path(second) / STICK_FOLDER
                if self._write(folder, second, sealed=sealed, unchanged_too=sealed) is not None:
                    _delete_surplus(folder)
            return made

    def make_on(self, stick: Path) -> BackupFile | None:
        """Makes a backup on a stick; older ones there are left alone. None without a club.

        Raises:
            Trouble: the stick is full, read-only or gone, or does not give back what it took.
        """
        with self._one_at_a_time:
            place = stick.name or str(stick)
            return self._write(stick / STICK_FOLDER, place, sealed=False, unchanged_too=True)

    def _write(
        self, folder: Path, place: str, *, sealed: bool, unchanged_too: bool
    ) -> BackupFile | None:
        unfinished = folder / _UNFINISHED
        with _named(place, folder):
            if not folder.is_dir():
                # Without its parents: those of a pulled-out stick would be made on the disk.
                folder.mkdir(mode=0o700, exist_ok=True)
                sync_folder(folder.parent)
            before = found(folder)
            try:
                make_empty(unfinished)
                with self._reading():
                    copied = _copy(self._books, unfinished)
                if not copied:
                    return None
                if before and not unchanged_too and self._same(unfinished, before[-1].path):
                    return None
                digest = _digest(unfinished)
                sync_file(unfinished)
                if _digest(unfinished) != digest:
                    raise Trouble(TroubleKind.BACKUP_FAILED, place=place)
                self._verify(unfinished)
                made = _following(folder, before, sealed=sealed)
                unfinished.rename(made.path)
            finally:
                remove_if_possible(unfinished)
            sync_folder(folder)
        return made

    def _same(self, copy: Path, other: Path) -> bool:
        """Whether nothing changed; a backup that cannot be read any more is another."""
        if is_plain(copy) != is_plain(other):
            return False
        try:
            # The same plain books give the same bytes: their rows need not be read.
            return _digest(copy) == _digest(other) or (
                content_digest(copy, self._passphrase) == content_digest(other, self._passphrase)
            )
        except (Trouble, OSError):
            return False

    def _verify(self, copy: Path) -> None:
        try:
            verify(copy, self._passphrase)
        except Trouble as error:
            if error.kind is not TroubleKind.BACKUP_DAMAGED:
                raise
            # The disk gave back what was written: what is wrong with it is wrong with the books.
            raise Trouble(TroubleKind.BOOKS_UNSOUND) from error

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """While the books are read; SQLite calls them damaged where the disk cannot be read."""
        try:
            yield
        except database_errors() as error:
            if not cannot_be_read(self._books):
                raise
            raise Trouble(TroubleKind.CANNOT_READ, file=str(self._books)) from error


def found(folder: Path) -> tuple[BackupFile, ...]:
    """The backups in a folder, the newest last; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    named = ((path, _NAME.fullmatch(path.name)) for path in folder.iterdir())
    files = (
        BackupFile(path, int(match[1]), sealed=match[2] is not None)
        for path, match in named
        if match is not None
    )
    return tuple(sorted(files, key=lambda file: file.number))


def surplus(files: Sequence[BackupFile]) -> tuple[BackupFile, ...]:
    """Those of the backups, given with the newest last, that need not be kept any longer."""
    at_seals = [file for file in files if file.sealed]
    between = [file for file in files if not file.sealed]
    return (*at_seals[:-KEPT_AT_SEALS], *between[:-KEPT_BETWEEN_SEALS])


def _following(folder: Path, before: Sequence[BackupFile], *, sealed: bool) -> BackupFile:
    """The file of the next number: higher than all, so that nothing stands under its name."""
    number = before[-1].number + 1 if before else 1
    name = f"chungtay-{number:04d}{'-chot' if sealed else ''}.db"
    return BackupFile(folder / name, number, sealed)


def _copy(books: Path, target: Path) -> bool:
    """Copies the books into an empty file; says whether there is a club in them."""
    # VACUUM INTO writes into a file that is there and empty, and leaves it private; a copy of
    # books under a passphrase is under the same.
    with closing(open_beside(books, "mode=ro")) as source:
        source.execute(READ_ONCE)
        if source.execute("SELECT 1 FROM club").fetchone() is None:
            return False
        source.execute("VACUUM INTO ?", (str(target),))
        return True


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _delete_surplus(folder: Path) -> None:
    # The new backup is made and verified: one too many is no harm, and goes next time.
    with suppress(OSError):
        for file in surplus(found(folder)):
            file.path.unlink()


@contextmanager
def _named(place: str, folder: Path) -> Iterator[None]:
    """Names what the disk or SQLite says, with the place that was to be written to.

    A stick that is pulled out is many things to them: it could not be read, or was not written to.
    """
    try:
        yield
    except OSError as error:
        raise Trouble(_unless_gone(folder, _kind_of(error)), place=place) from error
    except database_errors() as error:
        raise Trouble(_unless_gone(folder, _kind_of_sqlite(error)), place=place) from error
    except Trouble as error:
        if error.kind is not TroubleKind.BACKUP_UNREADABLE:
            raise
        raise Trouble(
            _unless_gone(folder, error.kind), **error.values | {"place": place}
        ) from error


def _unless_gone(folder: Path, kind: TroubleKind) -> TroubleKind:
    if kind in _OF_A_STICK_THAT_WENT and not folder.is_dir():
        return TroubleKind.BACKUP_GONE
    return kind


def _kind_of(error: OSError) -> TroubleKind:
    if is_full(error):
        return TroubleKind.BACKUP_FULL
    if error.errno in _FORBIDDEN:
        return TroubleKind.BACKUP_READ_ONLY
    if error.errno in _GONE:
        return TroubleKind.BACKUP_GONE
    return TroubleKind.BACKUP_FAILED


def _kind_of_sqlite(error: Exception) -> TroubleKind:
    name = str(getattr(error, "sqlite_errorname", ""))
    return next(
        (kind for start, kind in _SQLITE_KINDS.items() if name.startswith(start)),
        TroubleKind.BACKUP_FAILED,
    )
