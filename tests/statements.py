"""Counts what the books are asked, so that no screen asks more the more there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from storage.memory import forget_all
from storage.tables import connection


@contextmanager
def counted_statements() -> Iterator[Callable[[], int]]:
    """How many statements the books are asked meanwhile, with nothing remembered of before."""
    statements: list[str] = []
    raw: sqlite3.Connection = connection.connection()
    forget_all()
    raw.set_trace_callback(statements.append)
    yield lambda: len(statements)
    raw.set_trace_callback(None)


def statements_of(read: Callable[[], object]) -> int:
    """How many statements a reading takes, with nothing remembered of before."""
    with counted_statements() as count:
        read()
        return count()
