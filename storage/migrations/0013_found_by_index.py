"""Indexes for what the screens look for, and the open pledges apart."""

from __future__ import annotations

from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Makes the indexes and the table; the triggers that are made after it fill it."""
    schema = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in schema.split(";"):
        if statement.strip():
            database.execute_sql(statement)
