"""What is told between meetings waits for the next one; an answer may not be the last one."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

_STATEMENTS = (
    # The row images go, as with every migration: their columns are others from here on.
    "DELETE FROM row_change",
    "ALTER TABLE fulfilment ADD COLUMN between_meetings INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE answer ADD COLUMN between_meetings INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE answer ADD COLUMN settled INTEGER NOT NULL DEFAULT 1",
)


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Adds the columns; whatever was answered until now was the last word."""
    for statement in _STATEMENTS:
        database.execute_sql(statement)
