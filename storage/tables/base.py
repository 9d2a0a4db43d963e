"""What every table shares: the connection and how moments and closed lists are kept."""

from __future__ import annotations

from peewee import AutoField, Model, SqliteDatabase

connection = SqliteDatabase(None)
"""The one connection of this process; `storage.database` opens it."""


class Table(Model):
    """A table of the books.

    Days are ISO dates, moments ISO texts with their offset, closed lists their values,
    money whole đồng; text is NFC (`storage.vietnamese` cleans it on the way in).
    The number behind each reference (`meeting_id`) is declared for the type checker alone.
    """

    id: AutoField[int]
    """Peewee adds it where a table names no primary key; the checker is told here."""

    class Meta:
        """All tables live on the one connection, named as their classes in snake case."""

        database = connection
        legacy_table_names = False
