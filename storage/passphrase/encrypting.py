"""Puts the books under a passphrase, under another one, or under none.

A new file is written beside them, checked, and takes their name in one step: whenever the power
goes, the books are whole under the old passphrase or under the new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.database import FILE_NAME, Lock, close_file, open_file
from storage.errors import Refusal, RefusalKind, Trouble, TroubleKind
from storage.passphrase.cipher import LEAST_LETTERS, clean_passphrase, database_errors, rewrite
from storage.passphrase.leftovers import NEW, OLD
from storage.safekeeping.checking import check_file
from storage.safekeeping.file_mark import lift_mark
from storage.safekeeping.private_files import (
    is_full,
    make_empty,
    remove_file,
    remove_if_possible,
    sync_file,
    sync_folder,
    wipe,
)
from storage.true_causes import kind_of


def require_strong(typed: str) -> str:
    """A new passphrase as it is kept.

    Raises:
        Refusal: it is too short.
    """
    passphrase = clean_passphrase(typed)
    if len(passphrase) < LEAST_LETTERS:
        raise Refusal(RefusalKind.PASSPHRASE_SHORT, least=LEAST_LETTERS)
    return passphrase


def change_passphrase(folder: Path, passphrase: str, other: str) -> None:
    """Puts the books of a folder, which are closed, under another passphrase or under none.

    Raises:
        Trouble: the passphrase is not theirs, they are in use or damaged, or the disk does not
            take the copy; they are as they were.
    """
    lock = Lock(folder)
    lock.take()
    try:
        put_under(folder / FILE_NAME, passphrase, other)
    finally:
        lock.release()


def put_under(file: Path, passphrase: str, other: str) -> None:
    """Puts a file that nobody has open under another passphrase or under none.

    Raises:
        Trouble: it could not be done; the file is as it was.
    """
    new = file.with_name(NEW)
    with _named(file):
        # From here on the file is no longer, byte for byte, as it was closed.
        lift_mark(file)
        remove_file(new)
        try:
            make_empty(new)
            rewrite(file, passphrase, new, other)
            _check(new, other)
            sync_file(new)
            _take_place(new, file)
        finally:
            remove_if_possible(new)


def _check(file: Path, passphrase: str) -> None:
    try:
        open_file(file, passphrase)
        findings = check_file()
    finally:
        close_file()
    if findings:
        raise Trouble(TroubleKind.DAMAGED, file=file.name)


def _take_place(new: Path, file: Path) -> None:
    """The old bytes keep a name of their own until they are written over."""
    old = file.with_name(OLD)
    old.unlink(missing_ok=True)
    # FAT knows no second names; the old bytes then go when the disk needs their room.
    with suppress(OSError):
        old.hardlink_to(file)
    new.replace(file)
    # They are under the other passphrase now, which must be said whatever the disk does: what it
    # keeps of the old bytes is written over when the books are next opened.
    with suppress(OSError):
        sync_folder(file.parent)
        if old.exists():
            wipe(old)


@contextmanager
def _named(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        kind = TroubleKind.DISK_FULL if is_full(error) else TroubleKind.DISK_ERROR
        raise Trouble(kind, file=str(file)) from error
    except database_errors() as error:
        raise Trouble(kind_of(error) or TroubleKind.DISK_ERROR, file=str(file)) from error
