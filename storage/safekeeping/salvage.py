"""Salvage: what can still be read of damaged books, row by row, in a new file in their place.

It comes second: the last verified backup is whole, and this never is for sure. The damaged file
is kept.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from storage.acts.triggers import drop_triggers, make_triggers
from storage.database import FILE_NAME, Lock, close_file, open_file
from storage.errors import Trouble, TroubleKind
from storage.records.salvage import Salvaged
from storage.safekeeping.damaged_books import DamagedBooks, Row, copy_what_can_be_read
from storage.safekeeping.private_files import (
    is_full,
    remove_file,
    remove_if_possible,
    sync_file,
)
from storage.safekeeping.restoring import put_in_place
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
from storage.true_causes import named_errors

_DAMAGED = ".dang-cuu.part"
_SAVED = ".da-cuu.part"
_LOGS = ("", "-wal")


def salvage(folder: Path, passphrase: str = "") -> Salvaged:
    """Puts what can be read of a folder's books in their place.

    Raises:
        Trouble: nothing could be read, the books are in use, or the disk does not take it.
    """
    lock = Lock(folder)
    lock.take()
    try:
        return _salvage(folder, passphrase)
    except OSError as error:
        kind = TroubleKind.RESTORE_FULL if is_full(error) else TroubleKind.RESTORE_FAILED
        raise Trouble(kind, file=FILE_NAME) from error
    finally:
        for name in (_DAMAGED, _SAVED):
            remove_if_possible(folder / name)
        lock.release()


def _salvage(folder: Path, passphrase: str) -> Salvaged:
    books, damaged, saved = folder / FILE_NAME, folder / _DAMAGED, folder / _SAVED
    for path in (damaged, saved):
        remove_file(path)
    for suffix in _LOGS:
        # A copy: opening brings its log into it, and the damaged file is kept as it is.
        part = books.with_name(books.name + suffix)
        if part.exists():
            copy_what_can_be_read(part, damaged.with_name(damaged.name + suffix))
    lost = _into_new_file(damaged, saved, passphrase)
    try:
        open_file(saved, passphrase)
        with named_errors(str(saved)):
            salvaged = _counted(lost)
    finally:
        close_file()
    if not (salvaged.meetings or salvaged.members):
        raise Trouble(TroubleKind.NOTHING_SALVAGED)
    sync_file(saved)
    return replace(salvaged, aside=put_in_place(saved, books, passphrase, as_sealed=False))


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


def _into_new_file(damaged: Path, saved: Path, passphrase: str) -> int:
    """Fills new books with the rows that can be read; says how many could not be kept."""
    lost = 0
    try:
        open_file(saved, passphrase)
        with named_errors(str(saved)):
            # Each of the hundred and more triggers by itself would wait for the disk.
            with connection.atomic():
                drop_triggers()
            connection.execute_sql("PRAGMA foreign_keys = OFF")
            with closing(DamagedBooks(damaged, passphrase)) as source, connection.atomic():
                for table in ALL_TABLES:
                    lost += _take_over(source, table)
                lost += _drop_strays()
            with connection.atomic():
                make_triggers()
    finally:
        close_file()
    return lost


def _take_over(source: DamagedBooks, table: type[Table]) -> int:
    name = table._meta.table_name
    ours = [row[1] for row in connection.execute_sql(f'PRAGMA table_info("{name}")').fetchall()]
    there = source.columns(name)
    columns = [column for column in ours if column in there]
    if not columns:
        return 0
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    statement = f'INSERT OR IGNORE INTO "{name}" ({listed}) VALUES ({marks})'  # noqa: S608
    lost = 0
    for row in source.rows(name, listed):
        lost += row is None or not _put(statement, row)
    return lost


def _put(statement: str, row: Row) -> bool:
    cursor = connection.execute_sql(statement, row)
    return bool(cursor.rowcount)


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
