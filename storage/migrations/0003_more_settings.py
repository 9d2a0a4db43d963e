"""Settings of the club: its targets, a third signature, a second backup folder, and removal."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

_COLUMNS = (
    "\"third_signature\" TEXT NOT NULL DEFAULT ''",
    '"community_target" INTEGER NOT NULL DEFAULT 1',
    '"persons_target" INTEGER NOT NULL DEFAULT 1',
    '"meeting_day" INTEGER NOT NULL DEFAULT 0',
    "\"backup_folder\" TEXT NOT NULL DEFAULT ''",
    '"removal_years" INTEGER NOT NULL DEFAULT 3',
)


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Adds the columns, each with what held until now."""
    for column in _COLUMNS:
        database.execute_sql(f'ALTER TABLE "club" ADD COLUMN {column}')
