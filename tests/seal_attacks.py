"""Attacks on a sealed meeting, in SQL: the books to attack, and every statement that we know of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import sample_minutes
from storage.books import Books
from storage.clock import FixedClock
from storage.records.addenda import AddendumDraft
from storage.records.kinds import HelperKind, HelpForm, Step
from storage.records.people import Club
from storage.records.pledges import PledgeDraft
from storage.tables import (
    ALL_TABLES,
    ActRow,
    AnswerRow,
    AttendanceRow,
    CaseEventRow,
    DecisionRow,
    FulfilmentRow,
    GroupCountRow,
    GroupTurnRow,
    GuestRow,
    HandCountRow,
    MatterRow,
    MeetingRow,
    MinutesRow,
    NoteRow,
    PartWordingRow,
    PledgeHelperRow,
    PledgeRow,
    ProposalRow,
    ReferralRow,
    SelectionRoundRow,
    Table,
    connection,
)

SEALED, OPEN = 1, 2
"""The two meetings."""

FROZEN: tuple[type[Table], ...] = (
    AnswerRow,
    AttendanceRow,
    CaseEventRow,
    DecisionRow,
    FulfilmentRow,
    GroupCountRow,
    GroupTurnRow,
    GuestRow,
    HandCountRow,
    MinutesRow,
    NoteRow,
    PartWordingRow,
    PledgeHelperRow,
    PledgeRow,
    ProposalRow,
    SelectionRoundRow,
    ReferralRow,
    ActRow,
    MeetingRow,
)
"""Parents after their children, so that an open copy of each can be made in reverse."""

FREE = {"referral": {"survey_by_id", "survey_on", "needs_found", "solution", "state"}} | {
    "act": {"details"}
}
"""The columns that stay open: how far the volunteers are, and the words of an act."""


def name(table: type[Table]) -> str:
    return str(table._meta.table_name)


def columns(table: type[Table]) -> list[str]:
    return [str(field.column_name) for field in table._meta.sorted_fields]


def rows_of(table: type[Table], meeting: int) -> str:
    """The condition for the rows of a meeting."""
    if table is MeetingRow:
        return f"id = {meeting}"
    if table is PledgeHelperRow:
        return f"pledge_id IN (SELECT id FROM pledge WHERE meeting_id = {meeting})"
    return f"meeting_id = {meeting}"


def copied(table: type[Table], changes: dict[str, str]) -> str:
    """The columns of a new row, and the query that fills them from a sealed one."""
    names = columns(table)
    values = ", ".join(changes.get(each, f'"{each}"') for each in names)
    listed = ", ".join(f'"{each}"' for each in names)
    condition = rows_of(table, SEALED)
    return f"""({listed}) SELECT {values} FROM "{name(table)}" WHERE {condition} LIMIT 1"""


def moved(table: type[Table]) -> dict[str, str]:
    """What makes a copy belong to the open meeting."""
    if table is MeetingRow:
        return {"state": "'running'"}
    if table is PledgeHelperRow:
        return {"pledge_id": f"(SELECT max(id) FROM pledge WHERE meeting_id = {OPEN})"}
    return {"meeting_id": str(OPEN)}


def attacks_on(table: type[Table]) -> Iterator[str]:
    """Every way that we know to change, remove, add, replace or renumber a sealed row."""
    target, ours, theirs = f'"{name(table)}"', rows_of(table, SEALED), rows_of(table, OPEN)
    for column in columns(table):
        if column not in FREE.get(name(table), set()):
            other = (
                f"""CASE typeof("{column}") WHEN 'integer' THEN "{column}" + 1 ELSE 'khác' END"""
            )
            yield f'UPDATE {target} SET "{column}" = {other} WHERE {ours}'
    for policy in ("REPLACE", "IGNORE", "FAIL"):
        yield f"UPDATE OR {policy} {target} SET id = id + 1000 WHERE {ours}"
        yield f"INSERT OR {policy} INTO {target} {copied(table, {})}"
    yield f"UPDATE {target} SET id = -id WHERE {ours}"
    yield f"DELETE FROM {target} WHERE {ours}"
    yield f"DELETE FROM {target} WHERE id = (SELECT min(id) FROM {target} WHERE {ours})"
    yield f"REPLACE INTO {target} {copied(table, moved(table))}"
    yield f"INSERT INTO {target} {copied(table, {})} ON CONFLICT (id) DO UPDATE SET id = -id"
    yield f"INSERT INTO {target} {copied(table, moved(table))} ON CONFLICT DO UPDATE SET id = -id"
    stolen = f"(SELECT min(id) FROM {target} WHERE {ours})"
    yield f"UPDATE OR REPLACE {target} SET id = {stolen} WHERE {theirs}"
    if table is MeetingRow:
        yield f"UPDATE {target} SET state = 'running' WHERE {ours}"
        return
    yield f"INSERT INTO {target} {copied(table, {'id': '(SELECT 5000)'})}"
    (key,) = moved(table)
    yield f"UPDATE {target} SET {key} = {moved(table)[key]} WHERE {ours}"
    sealed_key = f"(SELECT {key} FROM {target} WHERE {ours} LIMIT 1)"
    yield f"UPDATE OR REPLACE {target} SET {key} = {sealed_key} WHERE {theirs}"


VALUE_ATTACKS = (
    "UPDATE minutes_value SET value = 'Người Khác'",
    "UPDATE OR IGNORE minutes_value SET salt = ''",
    "UPDATE OR REPLACE minutes_value SET token = 'person.1.name'",
    "UPDATE OR REPLACE minutes_value SET minutes_id = 2",
    "UPDATE minutes_value SET rowid = rowid + 1000",
    "INSERT INTO minutes_value VALUES (1, 'person.99.name', 'Người Khác', '')",
    "INSERT OR REPLACE INTO minutes_value SELECT minutes_id, token, '', salt FROM minutes_value",
    "REPLACE INTO minutes_value SELECT minutes_id, token, 'Khác', salt FROM minutes_value",
    "INSERT INTO minutes_value SELECT * FROM minutes_value WHERE true ON CONFLICT DO UPDATE "
    "SET value = 'Người Khác'",
)
ATTACKS = (*(attack for table in FROZEN for attack in attacks_on(table)), *VALUE_ATTACKS)


_ODD_IDS = (
    "CAST(id AS TEXT)",
    "id * 1.0",
    "' ' || id",
    "CAST(id AS BLOB)",
    "CAST(id AS TEXT) || '.0'",
)


def scripts_on(table: type[Table]) -> Iterator[tuple[str, ...]]:
    """Rarer forms, and several statements in a row: the last one does the harm."""
    target, ours = f'"{name(table)}"', rows_of(table, SEALED)
    listed = f"SELECT id FROM {target} WHERE {ours}"
    yield (f"WITH x AS ({listed}) UPDATE {target} SET id = -id WHERE id IN (SELECT id FROM x)",)
    yield (f"WITH x AS ({listed}) DELETE FROM {target} WHERE id IN x RETURNING *",)
    yield (f"WITH x AS (SELECT 1) INSERT OR REPLACE INTO {target} {copied(table, {})}",)
    yield (f"REPLACE INTO {target} {copied(table, moved(table))} RETURNING id",)
    yield (f"UPDATE {target} SET id = id + 900 WHERE {ours} RETURNING *",)
    yield (f"UPDATE {target} SET id = x.id + 900 FROM ({listed}) AS x WHERE {target}.id = x.id",)
    for rowid in ("rowid", "_rowid_", "oid"):
        yield (f"UPDATE {target} SET {rowid} = {rowid} + 900 WHERE {ours}",)
    for odd in _ODD_IDS:
        yield (f"INSERT OR REPLACE INTO {target} {copied(table, moved(table) | {'id': odd})}",)
    yield (f"INSERT INTO {target} {copied(table, {})} ON CONFLICT DO NOTHING",)
    yield (
        f"INSERT INTO {target} {copied(table, {})} ON CONFLICT (id) "
        "DO UPDATE SET id = -excluded.id WHERE excluded.id > 0",
    )
    # Whoever attacks may make what is theirs: views, triggers and tables that hide ours.
    yield (
        f"CREATE TEMP VIEW seen AS SELECT * FROM {target}",
        f"CREATE TEMP TRIGGER aside INSTEAD OF UPDATE ON seen BEGIN "
        f"DELETE FROM {target} WHERE id = OLD.id; END",
        f"UPDATE seen SET id = id WHERE {ours}",
    )
    yield (
        f"CREATE TEMP TRIGGER aside AFTER UPDATE ON club BEGIN DELETE FROM {target}; END",
        "UPDATE club SET place = ''",
    )
    yield (
        "CREATE TEMP TABLE meeting (id INTEGER PRIMARY KEY, state TEXT)",
        "CREATE TEMP TABLE pledge (id INTEGER PRIMARY KEY, meeting_id INTEGER)",
        f"DELETE FROM main.{target}",
    )
    yield (
        "PRAGMA defer_foreign_keys = ON",
        "PRAGMA ignore_check_constraints = ON",
        f"DELETE FROM {target} WHERE {ours}",
    )


_ADDED_LATER = (
    ("WITH x AS (SELECT 1) DELETE FROM addendum RETURNING *",),
    ("WITH x AS (SELECT id FROM addendum) UPDATE addendum SET digest = '' WHERE id IN x",),
    ("UPDATE addendum SET content = x.digest FROM minutes AS x",),
    ("UPDATE addendum SET rowid = rowid + 1",),
    ("INSERT OR REPLACE INTO addendum SELECT * FROM addendum",),
    ("INSERT INTO addendum SELECT * FROM addendum WHERE 1 ON CONFLICT DO UPDATE SET digest = ''",),
    ("UPDATE OR REPLACE addendum_value SET token = 'x'",),
    ("UPDATE addendum_value SET value = 'x' FROM addendum RETURNING *",),
    ("REPLACE INTO addendum_value SELECT addendum_id, token, 'x', salt FROM addendum_value",),
    ("WITH x AS (SELECT 1) UPDATE minutes_value SET value = 'x' RETURNING *",),
    ("UPDATE minutes_value SET value = x.salt FROM minutes_value AS x",),
)
SCRIPTS = (*(script for table in FROZEN for script in scripts_on(table)), *_ADDED_LATER)

PARENTS = ("member", "person", "club_group", "hardship_case", "matter", "club", "urgent_report")
"""What sealed rows refer to: with it gone they have to stay as they are all the same."""
BREAKING_IN = (
    'DROP TRIGGER "seal_update_meeting"',
    "DROP TABLE guest",
    "ALTER TABLE note RENAME COLUMN text TO words",
    "CREATE TRIGGER mine BEFORE UPDATE ON guest BEGIN SELECT RAISE(IGNORE); END",
)
"""No trigger stops these, so the check has to see them."""


@contextmanager
def attacked_books(folder: Path) -> Iterator[Books]:
    """Books with a sealed and an open meeting; each attack has to leave them as they were."""
    clock = FixedClock(datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7))))
    books = Books(folder, clock)
    books.club.save(Club(name="CLB thôn Đông", hamlet="thôn Đông", commune="xã An Bình"))
    for number in range(1, 6):
        group = books.register.add_group(f"Tổ {number}")
        for given in ("An", "Bình", "Cúc", "Dung", "Đức", "Hà", "Hoa", "Lan", "Mai", "Nga", "Tâm"):
            books.register.add_member(f"Lê Thị {given}", group)
    hold_and_seal(books)
    assert books.meetings.begin().id == OPEN
    for table in reversed(FROZEN):
        if table is not MeetingRow:
            copy = copied(table, {"id": "NULL"} | moved(table))
            connection.execute_sql(f'INSERT INTO "{name(table)}" {copy}')
    try:
        yield books
    finally:
        books.close()


def hold_and_seal(books: Books) -> None:
    """A meeting with a row in every table, sealed."""
    meeting = books.meetings.begin().id
    for group in books.register.groups()[1:]:
        books.attendance.count_group(meeting, group.id, group.members)
    first = books.register.members(1)
    books.attendance.tick_all(meeting, 1, frozenset(member.id for member in first))
    books.meetings.add_guest(meeting, "Hoàng Văn Thụ", "Trưởng thôn")
    cases = sample_minutes.hold(books, meeting)
    numbered = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, quantity=1, number=3)
    pledge = books.pledges.pledge(meeting, cases.luc, numbered)
    books.pledges.name_helpers(meeting, pledge, [first[0].id])
    books.secretary.write_note(meeting, Step.COMMUNITY, "Mang chổi.")
    books.secretary.reword(meeting, Step.COMMUNITY, "Quét đường làng.")
    today = books.meetings.get(meeting).day
    FulfilmentRow.create(pledge=1, meeting=meeting, state="done", on=today)
    AnswerRow.create(matter=MatterRow.get(), meeting=meeting, on=today, text="Sẽ sửa.")
    books.minutes.approve(meeting, unanimous=True)
    books.minutes.seal(meeting)
    books.addenda.write(meeting, AddendumDraft("Bà Mùi ở xóm Đình.", today, first[0].id))


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows of the books."""
    return {
        name(table): connection.execute_sql(f'SELECT * FROM main."{name(table)}"').fetchall()
        for table in ALL_TABLES
    }
