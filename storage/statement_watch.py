"""Which tables a statement names: those that were read, and how often each was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache

_WORD = re.compile(r"\w+")
_WRITES = re.compile(r"\b(?:INSERT|UPDATE|DELETE|REPLACE)\b(?!\()")
"""But for the function that gives other letters."""
_WRITTEN = re.compile(
    r'\s*(?:(?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)'
)
_WRITTEN_ALONG = {
    "act": ("row_change", "act_subject"),
    "meeting": ("meeting_progress",),
    "pledge": ("open_pledge",),
    "fulfilment": ("open_pledge",),
}
"""Tables whose rows come and go with those of another; nothing names them when that happens."""
_KNOWN_STATEMENTS = 2000


class StatementWatch:
    """Hears every statement of the connection.

    A table counts as read wherever its name stands in a statement, be it as a column: that is once
    too often now and then, and never once too few. Where a statement that writes does not say
    plainly which table, all that it names count as written.
    """

    def __init__(self) -> None:
        self._tables: frozenset[str] = frozenset()
        self._written: dict[str, int] = {}
        self._readings: list[set[str]] = []
        self.untouched = True
        """Whether nothing was written since the transaction began that is under way."""
        self._named = lru_cache(_KNOWN_STATEMENTS)(self._tables_of)

    def know(self, tables: frozenset[str]) -> None:
        """The names of all tables."""
        self._tables = tables
        self._named.cache_clear()

    def hear(self, statement: str) -> None:
        """A statement is carried out."""
        tables, written = self._named(statement)
        if written:
            self.untouched = False
            for table in written:
                self._written[table] = self._written.get(table, 0) + 1
        for reading in self._readings:
            reading |= tables

    def begin(self) -> None:
        """A transaction begins."""
        self.untouched = True

    @contextmanager
    def reading(self) -> Iterator[set[str]]:
        """Gathers the tables that are read in the block."""
        tables: set[str] = set()
        self._readings.append(tables)
        try:
            yield tables
        finally:
            self._readings.pop()

    def rests_on(self, tables: frozenset[str]) -> None:
        """What is being read rests on these tables, though they are not asked again."""
        for reading in self._readings:
            reading |= tables

    def state(self, tables: frozenset[str]) -> Mapping[str, int]:
        """How often each of these was written."""
        return {table: self._written.get(table, 0) for table in tables}

    def _tables_of(self, statement: str) -> tuple[frozenset[str], frozenset[str]]:
        """The tables that a statement names, and those that it writes."""
        tables = self._tables.intersection(_WORD.findall(statement))
        if not _WRITES.search(statement):
            return tables, frozenset()
        plainly = _WRITTEN.match(statement)
        written = tables.intersection(plainly.groups() if plainly else ()) or tables
        return tables, written.union(*(_WRITTEN_ALONG.get(table, ()) for table in written))
