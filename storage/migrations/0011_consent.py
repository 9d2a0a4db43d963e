"""Consent becomes a history of answers, each with its scope, its day and who asked."""

from __future__ import annotations

from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, database: SqliteDatabase) -> None:
    """Carries the one answer of each person over to the scopes that its question named."""
    schema = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in schema.split(";"):
        if statement.strip():
            database.execute_sql(statement)
