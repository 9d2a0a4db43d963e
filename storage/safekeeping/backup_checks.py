"""Looks into a backup, and verifies it, without touching the books that are open.

It reads with a connection of its own: Peewee's tables belong to the open books.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from storage.database import APPLICATION_ID, FILE_NAME, SCHEMA_VERSION
from storage.errors import Trouble, TroubleKind
from storage.passphrase.cipher import connect_to, database_errors, seems_encrypted
from storage.records.backups import Contents, MeetingInBackup
from storage.records.kinds import MeetingState
from storage.safekeeping.private_files import beside
from storage.sealing.seal_text import chain_digest

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_UNREADABLE = ("SQLITE_CANTOPEN", "SQLITE_IOERR")

_NEWEST = """
    SELECT day, state, number FROM meeting WHERE state <> 'abandoned' ORDER BY id DESC LIMIT 1
"""
_SEALED = """
    SELECT meeting.day, meeting.state, meeting.number
    FROM minutes JOIN meeting ON meeting.id = minutes.meeting_id ORDER BY minutes.id DESC LIMIT 1
"""
_SEAL = "SELECT previous_digest, content, digest FROM {table} ORDER BY id DESC LIMIT 1"
_WITH_SEALS = """
    SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('minutes', 'addendum')
"""
"""Books of the first version have no addenda."""


_TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"


def recognise(path: Path) -> None:
    """Looks at the first bytes alone: a film on the stick must not be read to its end.

    What is under a passphrase tells nothing of itself before it is opened.

    Raises:
        Trouble: the file cannot be read, is empty, not ours, or of a newer version.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise Trouble(TroubleKind.BACKUP_UNREADABLE, file=path.name) from error
    if not header:
        raise Trouble(TroubleKind.BACKUP_DAMAGED, file=path.name)
    if seems_encrypted(path):
        return
    if not header.startswith(_MAGIC) or _number_at(header, 68) != APPLICATION_ID:
        raise Trouble(TroubleKind.BACKUP_NOT_OURS, file=path.name)
    if _number_at(header, 60) > SCHEMA_VERSION:
        raise Trouble(TroubleKind.BACKUP_NEWER, file=path.name)


def look_into(path: Path, passphrase: str = "") -> Contents:
    """What a backup holds, without verifying it.

    Raises:
        Trouble: it cannot be read, is not ours, newer, is seen to be damaged, or is under
            another passphrase.
    """
    recognise(path)
    with _reading(path, passphrase) as copy:
        return _contents(copy)


def books_now(path: Path, passphrase: str = "") -> Contents | None:
    """What the books hold that a backup would take the place of.

    None where there are none, or where they cannot be read: then nothing can be said of them.
    """
    try:
        return look_into(path, passphrase)
    except Trouble:
        return None


def verify(path: Path, passphrase: str = "") -> Contents:
    """Verifies a backup as far as it can tell by itself, and says what it holds.

    Raises:
        Trouble: it cannot be read, is not ours, newer, damaged, or is under another passphrase.
    """
    recognise(path)
    with _reading(path, passphrase) as copy:
        (answer,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        lost = copy.execute("PRAGMA foreign_key_check").fetchone()
        if answer != "ok" or lost is not None or not _last_seal_holds(copy):
            raise Trouble(TroubleKind.BACKUP_DAMAGED, file=path.name)
        return _contents(copy)


def content_digest(path: Path, passphrase: str = "") -> bytes:
    """The digest of all rows: of the same books no two files under a passphrase are the same.

    Raises:
        Trouble: it cannot be read, is damaged, or is under another passphrase.
    """
    digest = hashlib.sha256()
    with _reading(path, passphrase) as copy:
        for name, statement in copy.execute(_TABLES).fetchall():
            digest.update(str(statement).encode())
            for row in copy.execute(f'SELECT * FROM "{name}"'):  # noqa: S608
                digest.update(repr(row).encode())
    return digest.digest()


_IMMUTABLE = "mode=ro&immutable=1"
"""Nothing is written beside the file, so it opens on a medium that is read-only."""
_WITH_ITS_LOG = "mode=ro"
"""What was recorded last may stand in the log alone, and without it the file may not be whole."""


@contextmanager
def _reading(path: Path, passphrase: str) -> Iterator[sqlite3.Connection]:
    log, shared = beside(path, "-wal"), beside(path, "-shm")
    try:
        has_log = log.exists() and log.stat().st_size > 0 and os.access(path.parent, os.W_OK)
        in_use = shared.exists() or path.name == FILE_NAME
        copy = connect_to(path, passphrase, _WITH_ITS_LOG if has_log else _IMMUTABLE)
        try:
            _require_ours(copy, path)
            yield copy
        finally:
            copy.close()
            if has_log and not in_use:
                shared.unlink(missing_ok=True)
    except database_errors() as error:
        unreadable = getattr(error, "sqlite_errorname", "").startswith(_UNREADABLE)
        kind = TroubleKind.BACKUP_UNREADABLE if unreadable else TroubleKind.BACKUP_DAMAGED
        raise Trouble(kind, file=path.name) from error
    except OSError as error:
        raise Trouble(TroubleKind.BACKUP_UNREADABLE, file=path.name) from error
    except (ValueError, TypeError) as error:
        # A day or a state that is none.
        raise Trouble(TroubleKind.BACKUP_DAMAGED, file=path.name) from error


def _require_ours(copy: sqlite3.Connection, path: Path) -> None:
    """Says of a file under a passphrase, once it is open, what the first bytes do not tell."""
    (application,) = copy.execute("PRAGMA application_id").fetchone()
    (version,) = copy.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise Trouble(TroubleKind.BACKUP_NOT_OURS, file=path.name)
    if version > SCHEMA_VERSION:
        raise Trouble(TroubleKind.BACKUP_NEWER, file=path.name)


def _contents(copy: sqlite3.Connection) -> Contents:
    (club,) = copy.execute("SELECT name FROM club WHERE id = 1").fetchone()
    act = copy.execute("SELECT id, at FROM act ORDER BY id DESC LIMIT 1").fetchone()
    return Contents(
        club=str(club),
        newest=_meeting(copy, _NEWEST),
        sealed=_meeting(copy, _SEALED),
        last_act=datetime.fromisoformat(act[1]) if act else None,
        acts=act[0] if act else 0,
    )


def _meeting(copy: sqlite3.Connection, question: str) -> MeetingInBackup | None:
    row = copy.execute(question).fetchone()
    if row is None:
        return None
    day, state, number = row
    return MeetingInBackup(date.fromisoformat(day), MeetingState(state), number)


def _last_seal_holds(copy: sqlite3.Connection) -> bool:
    """Whether the newest minutes and the newest addendum are what was sealed."""
    newest = [
        copy.execute(_SEAL.format(table=table)).fetchone()
        for (table,) in copy.execute(_WITH_SEALS).fetchall()
    ]
    return all(row is None or chain_digest(row[0], row[1]) == row[2] for row in newest)


def _number_at(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")
