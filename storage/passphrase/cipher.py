"""Books under a passphrase: SQLCipher in the place of Python's own SQLite, for those alone.

A file under a passphrase is random bytes from its first to its last; whether a passphrase is
wrong or the first page is damaged, nobody can tell, SQLCipher neither.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import unicodedata
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from storage.errors import Trouble, TroubleKind

LEAST_LETTERS = 8
"""A shorter passphrase is soon found by trying."""

_MAGIC = b"SQLite format 3\0"
_PAGE = 4096
_LIKE_NOISE = 230
"""Different values among the bytes of a page; random ones have nearly all 256, rows far fewer."""
_SALT = 16
_KEY = 32
_ROUNDS = 256_000
"""As SQLCipher 4 derives its keys."""
_DRIVER = "sqlcipher3.dbapi2"

READ_ONCE = "PRAGMA cache_size = -256"
"""For whoever reads a file from its beginning to its end: SQLite would keep two megabytes of it."""


def clean_passphrase(typed: str) -> str:
    """The same passphrase by whatever input method: composed, without blanks at its ends."""
    composed = unicodedata.normalize("NFC", typed)
    return "".join(letter for letter in composed if letter.isprintable()).strip()


def is_plain(path: Path) -> bool:
    """Whether a file is SQLite's own, which anybody can read who has it."""
    return _beginning(path).startswith(_MAGIC)


def seems_encrypted(path: Path) -> bool:
    """Whether a file looks like books under a passphrase; a damaged plain one does not."""
    page = _beginning(path)
    return not page.startswith(_MAGIC) and len(page) == _PAGE and len(set(page)) >= _LIKE_NOISE


def connect(path: Path, passphrase: str, options: str = "", **driver: Any) -> sqlite3.Connection:
    """A connection to a file, which is plain where the passphrase is empty.

    The options are SQLite's own, as they stand in a URI.

    Raises:
        Trouble: the part of the program that reads encrypted files is not installed.
    """
    return connect_by_key(path, key_of(path, passphrase), options, **driver)


def key_of(path: Path, passphrase: str) -> str:
    """What opens a file: the key that its passphrase and its salt make; none for a plain one.

    The passphrase itself is never handed over: SQLCipher would take some for keys in hexadecimal.
    The file is looked into, and must not be open in this program: closing a file takes away the
    locks that SQLite holds on it.
    """
    if not passphrase:
        return ""
    salt = _beginning(path)[:_SALT]
    return _derived(passphrase, salt if len(salt) == _SALT else os.urandom(_SALT))


def connect_by_key(path: Path, key: str, options: str = "", **driver: Any) -> sqlite3.Connection:
    """A connection to a file by its key, none for a plain one, without a look into the file.

    Raises:
        Trouble: the part of the program that reads encrypted files is not installed.
    """
    place = f"{path.absolute().as_uri()}?{options}" if options else str(path)
    if not key:
        return cast("sqlite3.Connection", sqlite3.connect(place, uri=bool(options), **driver))
    connection = _by_cipher(place, uri=bool(options), **driver)
    connection.execute(f"PRAGMA key = {_quoted(key)}")
    return connection


def connect_to(path: Path, passphrase: str, options: str) -> sqlite3.Connection:
    """A connection of its own to a file beside the open books.

    The passphrase is used only where the file is under one.

    Raises:
        Trouble: it is, and none or a wrong one was given.
    """
    needed = passphrase_for(path, passphrase)
    connection = connect(path, needed, options)
    try:
        if needed:
            _require_right(connection, path)
        connection.execute(READ_ONCE)
    except BaseException:
        connection.close()
        raise
    return connection


def passphrase_for(path: Path, passphrase: str) -> str:
    """The passphrase with which to open a file, clean: none where it is plain.

    Raises:
        Trouble: it is under a passphrase, and none was given.
    """
    if not seems_encrypted(path):
        return ""
    given = clean_passphrase(passphrase)
    if not given:
        raise Trouble(TroubleKind.PASSPHRASE_NEEDED, file=str(path))
    return given


def database_errors() -> tuple[type[Exception], ...]:
    """What a connection of either kind raises: SQLCipher's driver has errors of its own."""
    driver = sys.modules.get(_DRIVER)
    return (sqlite3.Error,) if driver is None else (sqlite3.Error, driver.Error)


def available() -> bool:
    """Whether books can be put under a passphrase here."""
    from importlib.util import find_spec

    return find_spec("sqlcipher3") is not None


def rewrite(source: Path, passphrase: str, target: Path, other: str) -> None:
    """Copies books that nobody has open into an empty file, under another passphrase or none.

    What was in their log is in the file itself afterwards.

    Raises:
        Trouble: the passphrase is not theirs, or not all of them arrived.
    """
    needed = passphrase_for(source, passphrase)
    with closing(_by_cipher(source, isolation_level=None)) as books:
        if needed:
            books.execute(f"PRAGMA key = {_quoted(key_of(source, needed))}")
            _require_right(books, source)
        books.execute("PRAGMA journal_mode = delete")
        books.execute("ATTACH ? AS copy KEY ?", (str(target), key_of(target, other)))
        # The copy is synced as a whole before it is used: until then nothing waits for the disk.
        books.execute("PRAGMA copy.synchronous = OFF")
        books.execute("PRAGMA copy.journal_mode = OFF")
        books.execute("BEGIN")
        books.execute("SELECT sqlcipher_export('copy')")
        for name in ("application_id", "user_version"):
            (value,) = books.execute(f"PRAGMA main.{name}").fetchone()
            books.execute(f"PRAGMA copy.{name} = {value}")
        books.execute("COMMIT")
        if _rows_of(books, "main") != _rows_of(books, "copy"):
            raise Trouble(TroubleKind.DAMAGED, file=str(source))
        books.execute("DETACH copy")


def _rows_of(books: sqlite3.Connection, name: str) -> dict[str, int]:
    """How many rows there are in each table of one of the files."""
    tables = books.execute(f"SELECT name FROM {name}.sqlite_master WHERE type = 'table'").fetchall()  # noqa: S608
    return {
        table: books.execute(f'SELECT count(*) FROM {name}."{table}"').fetchone()[0]  # noqa: S608
        for (table,) in tables
    }


def _by_cipher(place: Path | str, **driver: Any) -> sqlite3.Connection:
    """A connection by SQLCipher's driver, as yet without a passphrase."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise Trouble(TroubleKind.CIPHER_MISSING, file=str(place)) from error
    connection = cast("sqlite3.Connection", dbapi2.connect(str(place), **driver))
    # Its log goes to the stream on which the screen is drawn.
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


@lru_cache(maxsize=8)
def _derived(passphrase: str, salt: bytes) -> str:
    """A tenth of a second's work, once: the backups of a file have its salt."""
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, _KEY)
    return f"x'{key.hex()}{salt.hex()}'"


def _quoted(text: str) -> str:
    """A text as it stands in a statement that takes no parameters."""
    return "'" + text.replace("'", "''") + "'"


def _require_right(connection: sqlite3.Connection, path: Path) -> None:
    """Reads the first page, which shows whether the passphrase was the right one."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except database_errors() as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            raise Trouble(TroubleKind.PASSPHRASE_WRONG, file=str(path)) from error
        raise


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_PAGE)
    except OSError:
        return b""
