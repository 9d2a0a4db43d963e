"""Addenda to sealed minutes, and whether letters to the locality have the form of a công văn."""

from __future__ import annotations

from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Makes the tables, and adds the setting."""
    schema = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in schema.split(";"):
        if statement.strip():
            database.execute_sql(statement)
