"""Counts what the books are asked, so that no screen asks more the more there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from storage.tables import connection


@contextmanager
def counted_statements() -> Iterator[Callable[[], int]]:
    """How many statements the books are asked meanwhile."""
    statements: list[str] = []
    raw: sqlite3.Connection = connection.connection()
    raw.set_trace_callback(statements.append)
    yield lambda: len(statements)
    raw.set_trace_callback(None)
