"""Salvage: what can still be read of damaged books, row by row, in a new file in their place.

It comes second: the last verified backup is whole, and this never is for sure. The damaged file
is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from storage.database import FILE_NAME, Lock, close_file, named_errors, open_file
from storage.errors import Trouble, TroubleKind
from storage.private_files import is_full, sync_file, write_private
from storage.records.salvage import Salvaged
from storage.restoring import put_in_place, remove_file
from storage.tables import (
    ALL_TABLES,
    HardshipCaseRow,
    MeetingRow,
    MemberRow,
    MinutesRow,
    PledgeRow,
    Table,
    connection,
)
from storage.triggers import drop_triggers, make_triggers

_DAMAGED = ".dang-cuu.part"
_SAVED = ".da-cuu.part"
_LOGS = ("", "-wal")
_GIVEN_UP_AFTER = 5_000
"""Numbers in a row at which there was nothing."""

Row = tuple[object, ...]


def salvage(folder: Path) -> Salvaged:
    """Puts what can be read of a folder's books in their place.

    Raises:
        Trouble: nothing could be read, the books are in use, or the disk does not take it.
    """
    lock = Lock(folder)
    lock.take()
    try:
        return _salvage(folder)
    except OSError as error:
        kind = TroubleKind.RESTORE_FULL if is_full(error) else TroubleKind.RESTORE_FAILED
        raise Trouble(kind, file=FILE_NAME) from error
    finally:
        for name in (_DAMAGED, _SAVED):
            remove_file(folder / name)
        lock.release()


def _salvage(folder: Path) -> Salvaged:
    books, damaged, saved = folder / FILE_NAME, folder / _DAMAGED, folder / _SAVED
    for path in (damaged, saved):
        remove_file(path)
    for suffix in _LOGS:
        # A copy: opening brings its log into it, and the damaged file is kept as it is.
        part = books.with_name(books.name + suffix)
        if part.exists():
            write_private(damaged.with_name(damaged.name + suffix), part.read_bytes())
    lost = _into_new_file(damaged, saved)
    try:
        open_file(saved)
        with named_errors(str(saved)):
            salvaged = _counted(lost)
    finally:
        close_file()
    if not (salvaged.meetings or salvaged.members):
        raise Trouble(TroubleKind.NOTHING_SALVAGED)
    sync_file(saved)
    return replace(salvaged, aside=put_in_place(saved, books, as_sealed=False))


def _counted(lost: int) -> Salvaged:
    return Salvaged(
        meetings=_count(MeetingRow),
        sealed=_count(MinutesRow),
        members=_count(MemberRow),
        cases=_count(HardshipCaseRow),
        pledges=_count(PledgeRow),
        lost=lost,
        aside=None,
    )


def _into_new_file(damaged: Path, saved: Path) -> int:
    """Fills new books with the rows that can be read; says how many could not be kept."""
    lost = 0
    try:
        open_file(saved)
        with named_errors(str(saved)):
            drop_triggers()
            connection.execute_sql("PRAGMA foreign_keys = OFF")
            with closing(sqlite3.connect(damaged)) as source, connection.atomic():
                source.text_factory = lambda data: data.decode("utf-8", "replace")
                for table in ALL_TABLES:
                    lost += _take_over(source, table)
                lost += _drop_strays()
            make_triggers()
    finally:
        close_file()
    return lost


def _take_over(source: sqlite3.Connection, table: type[Table]) -> int:
    name = table._meta.table_name
    columns = _columns_in_both(source, name)
    if not columns:
        return 0
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    statement = f'INSERT OR IGNORE INTO "{name}" ({listed}) VALUES ({marks})'  # noqa: S608
    lost = 0
    for row in _rows(source, name, listed):
        lost += row is None or not _put(statement, row)
    return lost


def _put(statement: str, row: Row) -> bool:
    cursor = connection.execute_sql(statement, row)
    return bool(cursor.rowcount)


def _columns_in_both(source: sqlite3.Connection, name: str) -> list[str]:
    """The columns that both files know; none where the damaged one no longer knows the table."""
    try:
        there = {row[1] for row in source.execute(f'PRAGMA table_info("{name}")')}
    except sqlite3.DatabaseError:
        return []
    ours = [row[1] for row in connection.execute_sql(f'PRAGMA table_info("{name}")').fetchall()]
    return [column for column in ours if column in there]


def _rows(source: sqlite3.Connection, name: str, listed: str) -> Iterator[Row | None]:
    """The rows in their order while that goes well, then number by number; None for a lost one."""
    last = 0
    try:
        for number, *row in source.execute(f'SELECT rowid, {listed} FROM "{name}" ORDER BY rowid'):  # noqa: S608
            last = int(number)
            yield tuple(row)
    except sqlite3.DatabaseError:
        yield from _one_by_one(source, name, listed, last)


def _one_by_one(
    source: sqlite3.Connection, name: str, listed: str, last: int
) -> Iterator[Row | None]:
    """Behind the row that was read last; what fails counts as lost where a row comes after it."""
    question = f'SELECT {listed} FROM "{name}" WHERE rowid = ?'  # noqa: S608
    number, missed = last, 0
    while number - last < _GIVEN_UP_AFTER:
        number += 1
        try:
            row = source.execute(question, (number,)).fetchone()
        except sqlite3.DatabaseError:
            missed += 1
            continue
        if row is not None:
            yield from [None] * missed
            yield tuple(row)
            last, missed = number, 0


def _drop_strays() -> int:
    """Removes rows that refer to lost ones, and those that refer to them in turn."""
    dropped = 0
    while strays := connection.execute_sql("PRAGMA foreign_key_check").fetchall():
        for name, number, *_parent in strays:
            cursor = connection.execute_sql(f'DELETE FROM "{name}" WHERE rowid = ?', (number,))  # noqa: S608
            dropped += max(0, cursor.rowcount)
    return dropped


def _count(table: type[Table]) -> int:
    return int(table.select().count())
