"""The log of exports tells of papers and backups too: which, how, where to, and who was there."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

_COLUMNS = (
    "\"paper\" TEXT NOT NULL DEFAULT ''",
    "\"way\" TEXT NOT NULL DEFAULT 'file'",
    "\"place\" TEXT NOT NULL DEFAULT ''",
    '"copies" INTEGER NOT NULL DEFAULT 1',
    '"public" INTEGER NOT NULL DEFAULT 0',
    "\"by_user\" TEXT NOT NULL DEFAULT ''",
)


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """What was noted so far were files."""
    for column in _COLUMNS:
        database.execute_sql(f'ALTER TABLE "export" ADD COLUMN {column}')
