"""The seals' triggers are made anew, as after every migration: they hear rowid too."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, _database: SqliteDatabase) -> None:
    """Changes no table."""
