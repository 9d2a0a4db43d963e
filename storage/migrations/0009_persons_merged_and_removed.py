"""Two entries of one person become one; a person's data can be removed (Law 91/2025/QH15)."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

_STATEMENTS = (
    # The row images go, as with every migration: their columns are others from here on.
    "DELETE FROM row_change",
    'ALTER TABLE person ADD COLUMN merged_into_id INTEGER REFERENCES "person" ("id")',
    "ALTER TABLE person ADD COLUMN removed_on DATE",
)


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Adds the columns."""
    for statement in _STATEMENTS:
        database.execute_sql(statement)
