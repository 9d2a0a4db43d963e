"""Opens the database that the Association's operator names: a SQLite file, or PostgreSQL.

This is the one place of the program from which a connection may leave the machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import peewee
from playhouse import db_url

from storage.association.faults import Fault, NotGathered
from storage.association.tables import GATHERED_TABLES, FormatRow, gathering
from storage.safekeeping.private_files import make_empty

VERSION = 1
"""Of the tables."""
_SQLITE, _POSTGRESQL = "sqlite", ("postgresql", "postgres")
_PRAGMAS = {"journal_mode": "wal", "synchronous": "full", "secure_delete": 1}
"""Of a SQLite file: what was taken is on the disk, and a name that went is gone from it."""
_SECONDS_TO_CONNECT = 10
_SECONDS_TO_WAIT = 30
"""While somebody else writes into the same file."""


@contextmanager
def opened(url: str, *, make: bool) -> Iterator[None]:
    """The database of this URL, open, with the Association's tables in it.

    Raises:
        NotGathered: the URL is unclear, nothing answers, or the database is something else.
    """
    database = _named(url, make=make)
    try:
        with _faults_named():
            database.connect()
            _prepare(database, make=make)
            yield
    finally:
        database.close()


@contextmanager
def one_file() -> Iterator[None]:
    """One transaction for what a bundle brings; SQLite takes the lock before it reads."""
    database = gathering.obj
    how = ("IMMEDIATE",) if isinstance(database, peewee.SqliteDatabase) else ()
    with database.atomic(*how):
        yield


def _named(url: str, *, make: bool) -> peewee.Database:
    try:
        scheme = urlsplit(url).scheme
        if scheme == _SQLITE:
            return _sqlite(url, make=make)
        if scheme in _POSTGRESQL:
            return _postgresql(url)
    except peewee.ImproperlyConfigured as error:
        raise NotGathered(Fault.DRIVER_MISSING) from error
    except (ValueError, RuntimeError, TypeError) as error:
        raise NotGathered(Fault.URL_UNCLEAR) from error
    raise NotGathered(Fault.URL_UNCLEAR)


def _postgresql(url: str) -> peewee.Database:
    database: peewee.Database = db_url.connect(
        url,
        unquote_password=True,
        unquote_user=True,
        prefer_psycopg3=True,
        connect_timeout=_SECONDS_TO_CONNECT,
    )
    return database


def _sqlite(url: str, *, make: bool) -> peewee.Database:
    name = str(db_url.parse(url)["database"])
    if name == ":memory:" or urlsplit(url).netloc:
        raise NotGathered(Fault.URL_UNCLEAR)
    path = Path(name)
    try:
        if not path.exists():
            if not make:
                raise NotGathered(Fault.NO_GATHERING)
            # Private from the first byte: it may hold names.
            make_empty(path)
    except OSError as error:
        raise NotGathered(Fault.CANNOT_CONNECT, detail=error.strerror or "") from error
    return peewee.SqliteDatabase(name, timeout=_SECONDS_TO_WAIT)


@contextmanager
def _faults_named() -> Iterator[None]:
    try:
        yield
    except peewee.ImproperlyConfigured as error:
        # Peewee looks for the driver when it first connects.
        raise NotGathered(Fault.DRIVER_MISSING) from error
    except peewee.OperationalError as error:
        raise NotGathered(Fault.CANNOT_CONNECT, detail=_first_line(error)) from error
    except peewee.PeeweeException as error:
        raise NotGathered(Fault.DATABASE_FAILED, detail=_first_line(error)) from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "")


def _prepare(database: peewee.Database, *, make: bool) -> None:
    """Makes the tables in a new database, and looks whether they are ours in any other."""
    gathering.initialize(database)
    tables = set(database.get_tables())
    ours = {table._meta.table_name for table in GATHERED_TABLES}
    if not tables & ours:
        # A file that holds something else is somebody's; a server may serve many.
        if tables and isinstance(database, peewee.SqliteDatabase):
            raise NotGathered(Fault.NOT_A_GATHERING)
        if not make:
            raise NotGathered(Fault.NO_GATHERING)
        with database.atomic():
            database.create_tables(GATHERED_TABLES, safe=False)
            FormatRow.create(version=VERSION)
    elif not ours <= tables:
        raise NotGathered(Fault.NOT_A_GATHERING)
    elif FormatRow.get().version > VERSION:
        raise NotGathered(Fault.GATHERING_NEWER)
    if isinstance(database, peewee.SqliteDatabase):
        # Only now: these stay in the file, and it might have been somebody else's.
        for name, value in _PRAGMAS.items():
            database.pragma(name, value, permanent=True)
