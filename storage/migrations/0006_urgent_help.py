"""To whom an urgent case was reported, and why it could not wait (S32)."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

_STATEMENTS = (
    # The row images go, as with every migration: their columns are others from here on.
    "DELETE FROM row_change",
    'ALTER TABLE "urgent_report" ADD COLUMN "reported_to_id" INTEGER REFERENCES "member" ("id")',
    'ALTER TABLE "urgent_report" ADD COLUMN "cause" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "urgent_report" ADD COLUMN "entered_at" TEXT NOT NULL DEFAULT \'\'',
    'CREATE INDEX "urgent_report_reported_to_id" ON "urgent_report" ("reported_to_id")',
)


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Adds the columns; of what was reported until now nobody knows them."""
    for statement in _STATEMENTS:
        database.execute_sql(statement)
