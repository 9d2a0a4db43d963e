"""Checks the books: SQLite's own checks, the seals with the rows they froze, and all totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import peewee

from storage.days import on_screen
from storage.frozen_rows import row_digests
from storage.records.findings import Finding, FindingKind
from storage.records.kinds import MeetingState
from storage.row_checks import row_findings
from storage.sealing import KeptValue, Sealed, chain_digest, read
from storage.tables import MeetingRow, MinutesRow, MinutesValueRow, connection


def check_books() -> list[Finding]:
    """Everything that is wrong with the open books; empty where all is well."""
    return check_file() or _found(row_findings)


def check_file() -> list[Finding]:
    """Damage, lost references and broken seals: such books are not to be trusted."""
    return _found(_integrity, _references) or _found(_seals, _without_minutes)


def _found(*checks: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return [finding for check in checks for finding in check()]
    except peewee.DatabaseError as error:
        return [Finding(FindingKind.DAMAGED, {"what": str(error)})]


def check_last_seal() -> list[Finding]:
    """The newest seal alone: quick enough to be looked at before the first frame."""
    row = MinutesRow.select().order_by(MinutesRow.id.desc()).first()
    return [] if row is None else list(_sealed(row))


def _integrity() -> Iterator[Finding]:
    for (answer,) in connection.execute_sql("PRAGMA integrity_check(20)").fetchall():
        if answer != "ok":
            yield Finding(FindingKind.DAMAGED, {"what": answer})


def _references() -> Iterator[Finding]:
    found = connection.execute_sql("PRAGMA foreign_key_check").fetchall()
    for table, parent in dict.fromkeys((row[0], row[2]) for row in found):
        yield Finding(FindingKind.REFERENCE_LOST, {"table": table, "parent": parent})


def _seals() -> Iterator[Finding]:
    previous = ""
    for row in MinutesRow.select().order_by(MinutesRow.id):
        if row.previous_digest != previous:
            yield Finding(FindingKind.CHAIN_BROKEN, {"day": _day(row)})
        previous = row.digest
        yield from _sealed(row)


def _sealed(row: MinutesRow) -> Iterator[Finding]:
    day = _day(row)
    if chain_digest(row.previous_digest, row.content) != row.digest:
        yield Finding(FindingKind.TEXT_CHANGED, {"day": day})
        return
    try:
        sealed = read(row.content)
    except ValueError:
        yield Finding(FindingKind.TEXT_CHANGED, {"day": day})
        return
    if not _values_hold(row, sealed):
        yield Finding(FindingKind.VALUE_CHANGED, {"day": day})
    now = row_digests(row.meeting_id)
    for table, digest in sealed.rows.items():
        if now.get(table) != digest:
            yield Finding(FindingKind.ROWS_CHANGED, {"day": day, "table": table})
    if row.meeting.state != MeetingState.SEALED:
        yield Finding(FindingKind.NOT_MARKED_SEALED, {"day": day})


def _values_hold(row: MinutesRow, sealed: Sealed) -> bool:
    rows = MinutesValueRow.select().where(MinutesValueRow.minutes == row.id)
    kept = (KeptValue(each.token, each.value, each.salt) for each in rows)
    return all(each.digest == sealed.digests.get(each.token) for each in kept)


def _without_minutes() -> Iterator[Finding]:
    sealed = MinutesRow.select(MinutesRow.meeting)
    rows = MeetingRow.select().where(
        MeetingRow.state == str(MeetingState.SEALED), MeetingRow.id.not_in(sealed)
    )
    for row in rows.order_by(MeetingRow.id):
        yield Finding(FindingKind.MINUTES_MISSING, {"day": on_screen(row.day)})


def _day(row: MinutesRow) -> str:
    return on_screen(row.meeting.day)
