"""A setting of the club: whether the check code stands on the minutes as a QR code too."""

from __future__ import annotations

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Adds the column, which says no."""
    database.execute_sql('ALTER TABLE "club" ADD COLUMN "minutes_qr" INTEGER NOT NULL DEFAULT 0')
