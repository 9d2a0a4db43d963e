"""Meetings that were held on paper, and typed in later."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Every meeting so far was held at the screen."""
    database.execute_sql(
        'ALTER TABLE "meeting_progress" ADD COLUMN "on_paper" INTEGER NOT NULL DEFAULT 0'
    )
