"""Opening the one file of the books: lock, pragmas, identity, migrations, and true error names."""

from __future__ import annotations

import os
from pathlib import Path

import peewee
from filelock import FileLock, Timeout

from storage.acts.triggers import drop_triggers, make_triggers
from storage.errors import Trouble, TroubleKind
from storage.memory import forget_all
from storage.passphrase.cipher import clean_passphrase, key_of, passphrase_for
from storage.safekeeping.private_files import (
    make_empty,
    remove_file,
    remove_if_possible,
    sync_file,
    sync_folder,
    trouble_of,
)
from storage.tables import connection
from storage.tables.base import open_with
from storage.true_causes import kind_of, named_errors

FILE_NAME = "chungtay.db"
LOCK_NAME = "chungtay.lock"
APPLICATION_ID = 0x43_54_61_79
""""CTay" in the header of the file: a file without it is not ours."""
SCHEMA_VERSION = 17
"""The number of the newest migration."""

BUSY_TIMEOUT = 2000
"""Milliseconds that a statement waits for whoever reads beside it."""

# Peewee's defaults lost the last acknowledged entry in 96 of 100 power cuts, these in none.
_PRAGMAS = (
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT}",
)

_WHILE_MADE = ("PRAGMA synchronous = OFF", *_PRAGMAS[1:])
"""It is synced as a whole before it takes its name."""
_UNFINISHED = ".part"


class Lock:
    """One writer at a time: a lock on a file beside the books, never on them."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, mode=0o600)

    def take(self) -> None:
        """Takes the lock.

        Raises:
            Trouble: another copy of the program has the books open.
        """
        try:
            self._lock.acquire()
        except Timeout as error:
            raise Trouble(TroubleKind.IN_USE, file=self._lock.lock_file) from error
        except OSError as error:
            raise Trouble(trouble_of(error), file=self._lock.lock_file) from error

    def release(self) -> None:
        """Gives the lock back."""
        self._lock.release()


def open_file(path: Path, passphrase: str = "") -> str:
    """Opens the file on the process's connection, and makes or migrates it where needed.

    A new file is put under the passphrase; a plain one stays plain. Gives the passphrase under
    which the file is, empty where it is plain.

    Raises:
        Trouble: it cannot be written, is not ours, is damaged, or is of a newer version; or it
            is under a passphrase, and that is not the one given.
    """
    try:
        if not _is_there(path):
            _make(path, clean_passphrase(passphrase))
    except OSError as error:
        raise Trouble(trouble_of(error), file=str(path)) from error
    needed = passphrase_for(path, passphrase)
    _open(path, needed)
    return needed


def _open(path: Path, passphrase: str, pragmas: tuple[str, ...] = _PRAGMAS) -> None:
    open_with(key_of(path, passphrase))
    forget_all()
    with named_errors(str(path)):
        connection.init(str(path))
        connection.connect(reuse_if_open=True)
        try:
            _identify(path, encrypted=bool(passphrase))
            _set_pragmas(pragmas)
            _require_writing()
            _migrate(path, passphrase)
        except UnicodeDecodeError as error:
            # SQLite names in its message what is damaged, in the bytes that stand there now.
            connection.close()
            raise Trouble(TroubleKind.DAMAGED, file=str(path)) from error
        except BaseException:
            connection.close()
            raise


def keeps_log() -> bool:
    """Whether what is written goes into a log first, and not into the file."""
    return bool(connection.execute_sql("PRAGMA journal_mode").fetchone()[0] == "wal")


def close_file() -> None:
    """Writes the log into the file, and closes it; also where the disk does not take that.

    Raises:
        Trouble: what is in the log is not in the file itself yet; nothing of it is lost.
    """
    if connection.is_closed():
        return
    try:
        checkpoint()
    finally:
        connection.close()


def checkpoint() -> bool:
    """Brings what is in the write-ahead log into the file itself; says whether all of it is."""
    with named_errors():
        busy = connection.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def _is_there(path: Path) -> bool:
    """Whether there are books, which can be written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        return False
    if path.stat().st_size == 0:
        raise Trouble(TroubleKind.DAMAGED, file=str(path))
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise Trouble(TroubleKind.READ_ONLY, file=str(path))
    return True


def _make(path: Path, passphrase: str) -> None:
    """Makes empty books, readable by their owner alone from the first byte.

    They take their name when they are whole: an empty file under it, as a power cut would leave,
    is damage.
    """
    made = path.with_name(path.name + _UNFINISHED)
    remove_file(made)
    try:
        make_empty(made)
        try:
            _open(made, passphrase, _WHILE_MADE)
        finally:
            close_file()
        sync_file(made)
        made.rename(path)
    finally:
        remove_if_possible(made)
    sync_folder(path.parent)


def _identify(path: Path, *, encrypted: bool) -> None:
    try:
        application = pragma("application_id")
    except peewee.DatabaseError as error:
        if encrypted and kind_of(error) is TroubleKind.NOT_OURS:
            raise Trouble(TroubleKind.PASSPHRASE_WRONG, file=str(path)) from error
        raise
    tables = connection.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables == 0 and application == 0:
        connection.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        return
    if application != APPLICATION_ID:
        raise Trouble(TroubleKind.NOT_OURS, file=str(path))
    if pragma("user_version") > SCHEMA_VERSION:
        raise Trouble(TroubleKind.NEWER, file=str(path))


def _set_pragmas(pragmas: tuple[str, ...]) -> None:
    mode = connection.execute_sql("PRAGMA journal_mode = wal").fetchone()[0]
    if mode != "wal":
        connection.execute_sql("PRAGMA journal_mode = truncate")
    for statement in pragmas:
        connection.execute_sql(statement)


def _require_writing() -> None:
    """Begins to write, and takes it back.

    Where SQLite could not make what it shares with other connections it opens the books for
    reading alone, and would refuse every entry until they are opened anew.
    """
    version = pragma("user_version")
    connection.execute_sql("BEGIN")
    try:
        connection.execute_sql(f"PRAGMA user_version = {version}")
    finally:
        connection.execute_sql("ROLLBACK")


def _migrate(path: Path, passphrase: str) -> None:
    """Brings the schema up to date; the runner is loaded only when there is something to do.

    A club's own books are backed up before: there is a way back to the version of the program
    that wrote them.
    """
    version = pragma("user_version")
    if version == SCHEMA_VERSION:
        return
    if version and path.name == FILE_NAME:
        from storage.safekeeping.backup import Backups

        Backups(path, passphrase).make()
    from playhouse.migrations import Runner

    # A column rebuild drops a table's triggers silently, and the seal's would refuse the updates.
    with connection.atomic():
        drop_triggers()
    Runner(connection, directory=str(Path(__file__).parent / "migrations")).up()
    # Each of the hundred and more triggers by itself would wait for the disk.
    with connection.atomic():
        make_triggers()
        connection.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def pragma(name: str) -> int:
    """The number that a pragma answers with."""
    return int(connection.execute_sql(f"PRAGMA {name}").fetchone()[0])
