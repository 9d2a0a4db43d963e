"""Indexes for what refers to a person or a member: both are found, and taken back, at once."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

_INDEXES = (
    'CREATE INDEX "person_merged_into" ON "person" ("merged_into_id")',
    'CREATE INDEX "consent_asked_by_id" ON "consent" ("asked_by_id")',
)


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Makes the indexes."""
    for index in _INDEXES:
        database.execute_sql(index)
