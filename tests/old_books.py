"""Books as an earlier program left them: the tables of its schema, and rows written by hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import peewee
from playhouse.migrations import Runner

import storage.database
from storage.database import APPLICATION_ID, FILE_NAME

_MIGRATIONS = Path(storage.database.__file__).parent / "migrations"


def make_old_books(folder: Path, last_migration: str, rows: str) -> None:
    """Makes books with the migrations up to this one, and these statements."""
    path = folder / FILE_NAME
    old = peewee.SqliteDatabase(str(path))
    Runner(old, directory=str(_MIGRATIONS)).up(last_migration)
    old.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute_sql(f"PRAGMA user_version = {int(last_migration[:4])}")
    old.close()
    with closing(sqlite3.connect(path)) as plain:
        plain.executescript(rows)
