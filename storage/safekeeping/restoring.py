"""Restore: a backup takes the place of the books; what was there is kept under another name."""

from __future__ import annotations

import re
from pathlib import Path

from storage.database import FILE_NAME, Lock, close_file, open_file
from storage.errors import Refusal, RefusalKind, Trouble, TroubleKind
from storage.passphrase.cipher import passphrase_for
from storage.passphrase.encrypting import put_under
from storage.records.backups import BackupFile, Contents, Restored
from storage.safekeeping.backup_checks import recognise, verify
from storage.safekeeping.checking import check_file, check_last_seal
from storage.safekeeping.file_mark import lift_mark
from storage.safekeeping.private_files import (
    LOGS,
    beside,
    is_full,
    remove_file,
    remove_if_possible,
    sync_file,
    sync_folder,
    write_private,
)
from storage.true_causes import named_errors

_ASIDE = re.compile(r"chungtay-truoc-khi-mo-lai-([0-9]{4,})\.db")
_UNFINISHED = ".dang-mo-lai.part"

_KINDS = {
    TroubleKind.NOT_OURS: TroubleKind.BACKUP_NOT_OURS,
    TroubleKind.NEWER: TroubleKind.BACKUP_NEWER,
    TroubleKind.DAMAGED: TroubleKind.BACKUP_DAMAGED,
    TroubleKind.DISK_FULL: TroubleKind.RESTORE_FULL,
    TroubleKind.READ_ONLY: TroubleKind.RESTORE_FAILED,
    TroubleKind.DISK_ERROR: TroubleKind.RESTORE_FAILED,
    TroubleKind.CANNOT_READ: TroubleKind.BACKUP_UNREADABLE,
    TroubleKind.CANNOT_OPEN: TroubleKind.RESTORE_FAILED,
}


def restore(folder: Path, source: Path, passphrase: str = "", *, of_books: str = "") -> Restored:
    """Puts a backup in the place of the books of a folder, which are closed.

    All of it is checked on a copy first; until that is done the books are not touched. They
    are never deleted. What is restored comes under the passphrase of the books, if they have one.

    Raises:
        Refusal: the file is the books themselves.
        Trouble: the backup cannot be read, is not ours, newer or damaged, the books are in use,
            or the disk does not take it.
    """
    try:
        recognise(source)
        return _restore(folder, source, passphrase or of_books, of_books)
    except OSError as error:
        kind = TroubleKind.RESTORE_FULL if is_full(error) else TroubleKind.RESTORE_FAILED
        raise Trouble(kind, file=source.name) from error
    except Trouble as error:
        kind = TroubleKind(error.kind)
        raise Trouble(_KINDS.get(kind, kind), file=source.name) from error


def kept_aside(folder: Path) -> tuple[BackupFile, ...]:
    """The books that were there before each restore, the newest last."""
    named = ((path, _ASIDE.fullmatch(path.name)) for path in folder.iterdir())
    files = (BackupFile(path, int(match[1])) for path, match in named if match is not None)
    return tuple(sorted(files, key=lambda file: file.number))


def _restore(folder: Path, source: Path, passphrase: str, of_books: str) -> Restored:
    books, copy = folder / FILE_NAME, folder / _UNFINISHED
    if books.exists() and books.samefile(source):
        raise Refusal(RefusalKind.BACKUP_IS_BOOKS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = Lock(folder)
    lock.take()
    try:
        contents = _take_in(source, copy, passphrase)
        needed = passphrase_for(copy, passphrase)
        if of_books and of_books != needed:
            put_under(copy, needed, of_books)
            needed = of_books
        return Restored(contents, put_in_place(copy, books, needed), needed)
    finally:
        remove_if_possible(copy)
        lock.release()


def _take_in(source: Path, copy: Path, passphrase: str) -> Contents:
    """Copies the backup beside the books, and opens and checks the copy as books are."""
    remove_file(copy)
    write_private(copy, _read(source))
    log = beside(source, "-wal")
    if log.exists():
        # It was copied past the program: what was recorded last may be in its log alone.
        write_private(beside(copy, "-wal"), _read(log))
    try:
        open_file(copy, passphrase)
        findings = check_file()
    finally:
        close_file()
    if findings:
        raise Trouble(TroubleKind.DAMAGED)
    sync_file(copy)
    return verify(copy, passphrase)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(TroubleKind.BACKUP_UNREADABLE) from error


def put_in_place(
    copy: Path, books: Path, passphrase: str = "", *, as_sealed: bool = True
) -> Path | None:
    """Lets a file take the place of the books, which are kept; gives where they are kept.

    What was salvaged may have lost a seal, and takes the place all the same.
    """
    aside = _set_aside(books) if books.exists() else None
    try:
        for suffix in LOGS:
            beside(books, suffix).unlink(missing_ok=True)
        lift_mark(books)
        copy.replace(books)
        sync_folder(books.parent)
        _open_and_close(books, passphrase, as_sealed=as_sealed)
    except BaseException:
        if aside is not None:
            _put_back(aside, books)
        raise
    return aside


def _open_and_close(books: Path, passphrase: str, *, as_sealed: bool) -> None:
    try:
        open_file(books, passphrase)
        with named_errors():
            findings = check_last_seal() if as_sealed else []
    finally:
        close_file()
    if findings:
        raise Trouble(TroubleKind.DAMAGED)


def _set_aside(books: Path) -> Path:
    """Gives the present books a second name, under which they stay; they are never absent."""
    before = kept_aside(books.parent)
    number = before[-1].number + 1 if before else 1
    aside = books.with_name(f"chungtay-truoc-khi-mo-lai-{number:04d}.db")
    log = beside(books, "-wal")
    try:
        # First, since without it the books would not be whole.
        if log.exists():
            _keep(log, beside(aside, "-wal"))
        _keep(books, aside)
    except OSError:
        remove_if_possible(aside)
        raise
    sync_folder(books.parent)
    return aside


def _keep(path: Path, other: Path) -> None:
    try:
        other.hardlink_to(path)
    except OSError:
        # FAT knows no second names; the copy has its own once it is whole.
        part = beside(other, ".part")
        try:
            write_private(part, path.read_bytes())
            part.replace(other)
        finally:
            remove_if_possible(part)


def _put_back(aside: Path, books: Path) -> None:
    close_file()
    for suffix in LOGS:
        beside(books, suffix).unlink(missing_ok=True)
    log = beside(aside, "-wal")
    if log.exists():
        log.replace(beside(books, "-wal"))
    if aside.samefile(books):
        aside.unlink()
    else:
        aside.replace(books)
    sync_folder(books.parent)
