"""What every table shares: the connection and how moments and closed lists are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

from peewee import (
    OP,
    SCOPE_VALUES,
    AutoField,
    Context,
    Expression,
    Field,
    Model,
    NodeList,
    SqliteDatabase,
)
from peewee import FieldAlias as _OfAlias

from storage.passphrase import cipher
from storage.statement_watch import StatementWatch

_COMPARING = frozenset({OP.EQ, OP.NE, OP.LT, OP.LTE, OP.GT, OP.GTE})
_PLAIN_VALUES = frozenset({int, str, bool, date})


class _Statement(Context):
    """Writes columns, what they are compared with, and lists of numbers down at once.

    Peewee makes eight objects of each, which took a third of an act.
    """

    def sql(self, obj: Any) -> Context:
        """Adds a part to the statement."""
        kind = type(obj)
        if kind is Expression:
            if obj.op in _COMPARING and type(obj.rhs) in _PLAIN_VALUES and _is_column(obj.lhs):
                return self._comparison(obj)
        elif kind is NodeList:
            if obj.glue == ", " and not obj.parens and all(map(_is_column, obj.nodes)):
                return self.literal(", ".join(map(self._column, obj.nodes)))
        elif _is_column(obj):
            return self.literal(self._column(obj))
        elif kind is list and obj and all(type(each) is int for each in obj):
            self._values.extend(obj)  # type: ignore[attr-defined]
            return self.literal(f"({', '.join('?' * len(obj))})")
        return cast("Context", super().sql(obj))  # type: ignore[no-untyped-call]

    def _column(self, column: Field[Any]) -> str:
        if self.state.scope == SCOPE_VALUES:
            return f'"{column.column_name}"'
        alias = self.alias_manager[column.model._meta.table]
        return f'"{alias}"."{column.column_name}"'

    def _comparison(self, compared: Expression) -> Context:
        """A column beside a value."""
        self._values.append(compared.lhs.db_value(compared.rhs))  # type: ignore[attr-defined]
        written = f"{self._column(compared.lhs)} {compared.op} ?"
        return self.literal(written if compared.flat else f"({written})")


def _is_column(obj: object) -> bool:
    return isinstance(obj, Field) and not isinstance(obj, _OfAlias)


class _BooksConnection(SqliteDatabase):
    """A connection to the books, whether or not they are under a passphrase."""

    context_class = _Statement
    key = ""

    def _connect(self) -> sqlite3.Connection:
        if not self.key:
            return cast("sqlite3.Connection", super()._connect())  # type: ignore[misc]
        opened = cipher.connect_by_key(Path(self.database), self.key, isolation_level=None)
        self._add_conn_hooks(opened)  # type: ignore[attr-defined]
        return opened

    def begin(self, lock_type: str | None = None) -> None:
        """Begins a transaction; the watch hears of it."""
        super().begin(lock_type)
        watch.begin()

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> sqlite3.Cursor:
        """Carries out a statement; the watch hears of it."""
        watch.hear(sql)
        return cast("sqlite3.Cursor", super().execute_sql(sql, params))  # type: ignore[no-untyped-call]


watch = StatementWatch()
"""Hears every statement, so that what is remembered of the books is not outlived."""
_books = _BooksConnection(None)
connection: SqliteDatabase = _books
"""The one connection of this process; `storage.database` opens it."""


def open_with(key: str) -> None:
    """What the connection of each thread is opened with from now on; plain books take none."""
    _books.key = key


def open_beside(books: Path, options: str) -> sqlite3.Connection:
    """A connection of its own to the open books, as they were opened themselves."""
    return cipher.connect_by_key(books, _books.key, options)


class Table(Model):
    """A table of the books.

    Days are ISO dates, moments ISO texts with their offset, closed lists their values,
    money whole đồng; text is NFC (`storage.vietnamese` cleans it on the way in).
    The number behind each reference (`meeting_id`) is declared for the type checker alone.
    """

    id: AutoField[int]
    """Peewee adds it where a table names no primary key; the checker is told here."""

    @classmethod
    def create_all(cls, rows: Iterable[Mapping[str, object]]) -> None:
        """Writes these rows in their order, by one statement."""
        made = list(rows)
        if made:
            cls.insert_many(made).execute()

    class Meta:
        """All tables live on the one connection, named as their classes in snake case.

        A row that is saved again writes what was changed in it, and not every column.
        """

        database = connection
        legacy_table_names = False
        only_save_dirty = True
