"""Looks at what the books are asked: how often, and whether whole tables are looked through."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from storage.memory import forget_all
from storage.tables import ALL_TABLES, connection

_SMALL = {
    "club",
    "club_group",
    "member",
    "member_span",
    "open_pledge",
    "draft",
    "current_act",
}
"""Tables that are no larger after thirty years than after one."""
_GROWING = {str(table._meta.table_name) for table in ALL_TABLES} - _SMALL
_OF_FEW = "urgent_report_undecided"
"""An index that holds only what still waits."""
_NOTHING = re.compile(r"WHERE \(+0 = 1\)(?! OR )")
"""SQLite does not begin to look where nothing is wanted."""


@contextmanager
def heard_statements() -> Iterator[list[str]]:
    """The statements that the books are asked meanwhile, with nothing remembered of before."""
    statements: list[str] = []
    raw: sqlite3.Connection = connection.connection()
    forget_all()
    raw.set_trace_callback(statements.append)
    yield statements
    raw.set_trace_callback(None)


@contextmanager
def counted_statements() -> Iterator[Callable[[], int]]:
    """How many statements the books are asked meanwhile."""
    with heard_statements() as statements:
        yield lambda: len(statements)


def statements_of(read: Callable[[], object]) -> int:
    """How many statements a reading takes, with nothing remembered of before."""
    with counted_statements() as count:
        read()
        return count()


def steps_of(read: Callable[[], object]) -> int:
    """How many steps SQLite takes for a reading: the same on every machine, however busy."""
    raw: sqlite3.Connection = connection.connection()
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    forget_all()
    raw.set_progress_handler(step, 1)
    read()
    raw.set_progress_handler(None, 0)
    return steps


def looked_through(statements: Iterable[str], allowed: Iterable[str] = ()) -> dict[str, str]:
    """The statements that look through a whole table that grows, each with the table."""
    found = {}
    for statement in dict.fromkeys(statements):
        if statement.startswith(("SELECT", "UPDATE", "DELETE", "WITH", "INSERT")):
            for table in _scanned(statement) & (_GROWING - set(allowed)):
                found[statement] = table
    return found


def _scanned(statement: str) -> set[str]:
    if _NOTHING.search(statement):
        return set()
    plan = connection.execute_sql(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    lines = [str(line[3]) for line in plan]
    if " LIMIT " in statement and not any("TEMP B-TREE" in line for line in lines):
        # The first that fit are among the newest.
        return set()
    names: dict[str, set[str]] = {}
    for table, alias in re.findall(r'"(\w+)" AS "(\w+)"', statement):
        names.setdefault(alias, set()).add(table)
    scanned = [
        line.split()[1] for line in lines if line.startswith("SCAN ") and _OF_FEW not in line
    ]
    return {table for name in scanned for table in names.get(name, {name})}
