"""Which records an act was about is kept with it, so that each record has a history."""

from __future__ import annotations

from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Takes over what the acts so far say of persons and members."""
    schema = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in schema.split(";"):
        if statement.strip():
            database.execute_sql(statement)
