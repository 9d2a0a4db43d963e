"""How long the club wishes to be at each step, and since when the meeting is at its step."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

_SETTINGS = (
    "attendance_minutes",
    "last_month_minutes",
    "proposals_minutes",
    "selection_minutes",
    "assignment_minutes",
    "community_minutes",
    "approval_minutes",
)


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Adds the settings, which say nothing, and the moment, which nobody knows yet."""
    for setting in _SETTINGS:
        database.execute_sql(
            f'ALTER TABLE "club" ADD COLUMN "{setting}" INTEGER NOT NULL DEFAULT 0'
        )
    database.execute_sql('ALTER TABLE "meeting_progress" ADD COLUMN "step_since" TEXT')
