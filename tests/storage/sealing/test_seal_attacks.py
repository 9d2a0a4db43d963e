"""Attacks on a sealed meeting: whatever SQL is sent past the program, the file refuses it.

The books hold a sealed meeting and an open one, each with a row in every table that the seal
freezes. Every attack is tried with SQLite's recursive triggers off, as they are, and on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import peewee
import pytest

import sample_minutes
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
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
    MinutesValueRow,
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


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    """Books with a sealed and an open meeting; each test leaves them as they were."""
    clock = FixedClock(datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7))))
    books = Books(Path(tmp_path_factory.mktemp("sealed")), clock)
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
    yield books
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


@pytest.fixture(params=[False, True], ids=["", "recursive"])
def tried(sealed: Books, request: pytest.FixtureRequest) -> Iterator[Books]:
    """The books within a transaction that is taken back after the test."""
    connection.execute_sql(f"PRAGMA recursive_triggers = {int(request.param)}")
    with connection.atomic() as transaction:
        yield sealed
        transaction.rollback()
    connection.execute_sql("PRAGMA recursive_triggers = 0")


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows of the books."""
    return {
        name(table): connection.execute_sql(f'SELECT * FROM "{name(table)}"').fetchall()
        for table in ALL_TABLES
    }


def test_there_is_something_to_attack_in_every_table(sealed: Books) -> None:
    for table in FROZEN:
        for meeting in (SEALED, OPEN):
            query = f'SELECT count(*) FROM "{name(table)}" WHERE {rows_of(table, meeting)}'
            assert connection.execute_sql(query).fetchone()[0] > 0, query
    assert MinutesValueRow.select().count() > 0
    assert len(ATTACKS) > 300


@pytest.mark.parametrize("attack", ATTACKS)
def test_sql_changes_nothing(tried: Books, attack: str) -> None:
    before = everything()
    with pytest.raises(peewee.IntegrityError, match="sealed"):
        connection.execute_sql(attack)
    assert everything() == before


def saved(row: Table) -> object:
    row.dirty_fields.extend(row._meta.sorted_fields)
    return row.save(only=[field for field in row._meta.sorted_fields if field.name != "id"])


def created_again(row: Table) -> object:
    values = {field.name: getattr(row, field.name) for field in row._meta.sorted_fields}
    return type(row).insert(**values).on_conflict_replace().execute()


@pytest.mark.parametrize("table", FROZEN)
@pytest.mark.parametrize(
    "attack",
    [
        saved,
        lambda row: row.delete_instance(),
        lambda row: row.delete_instance(recursive=True),
        lambda row: row.save(force_insert=True),
        created_again,
        lambda row: type(row).update(id=7000).where(type(row).id == row.id).execute(),
        lambda row: type(row).delete().execute(),
    ],
    ids=["save", "delete", "delete_all", "insert", "replace", "renumber", "empty"],
)
def test_peewee_changes_nothing(
    tried: Books, table: type[Table], attack: Callable[[Table], object]
) -> None:
    query = f'SELECT min(id) FROM "{name(table)}" WHERE {rows_of(table, SEALED)}'
    row = table.get_by_id(connection.execute_sql(query).fetchone()[0])
    before = everything()
    with pytest.raises(peewee.IntegrityError, match="sealed"), connection.atomic():
        attack(row)
    assert everything() == before


# What may still change.


def test_personal_values_can_be_removed(tried: Books) -> None:
    assert MinutesValueRow.delete().where(MinutesValueRow.token.contains("person.")).execute()


def test_the_survey_of_the_volunteers_goes_on(tried: Books) -> None:
    changed = ReferralRow.update(state="surveyed", needs_found="chăn ấm")
    assert changed.where(ReferralRow.meeting == SEALED).execute() == 1


def test_the_words_of_an_act_can_be_removed(tried: Books) -> None:
    assert ActRow.update(details="{}").where(ActRow.meeting == SEALED).execute()


def test_what_is_told_later_is_a_new_row(tried: Books) -> None:
    today = tried.meetings.get(OPEN).day
    assert FulfilmentRow.create(pledge=2, meeting=OPEN, state="done", on=today).id
    assert CaseEventRow.create(hardship_case=1, meeting=OPEN, kind="helped", on=today).id


def test_the_open_meeting_is_open(tried: Books) -> None:
    for table in (GuestRow, NoteRow, HandCountRow, AnswerRow):
        assert table.delete().where(table.meeting == OPEN).execute()
    assert MeetingRow.update(place="sân đình").where(MeetingRow.id == OPEN).execute()


# Names that follow a number.


@pytest.fixture
def in_numbers(tried: Books) -> int:
    """A sealed pledge of three helpers, of whom one is named."""
    row = PledgeRow.get(PledgeRow.helper_kind == "number", PledgeRow.meeting == SEALED)
    return int(row.id)


def test_names_follow_a_number_after_the_seal(tried: Books, in_numbers: int) -> None:
    named = tried.pledges.draft_of(in_numbers).members
    tried.pledges.name_later(in_numbers, [*named, 5, 6])
    assert sorted(tried.pledges.draft_of(in_numbers).members) == sorted([*named, 5, 6])


def test_no_more_names_follow_than_were_promised(tried: Books, in_numbers: int) -> None:
    with pytest.raises(Refusal) as refusal:
        tried.pledges.name_later(in_numbers, [5, 6, 7])
    assert refusal.value.kind is RefusalKind.MORE_NAMES_THAN_PROMISED
    assert refusal.value.values == {"count": 2}
    tried.pledges.name_later(in_numbers, [5, 6])
    with pytest.raises(peewee.IntegrityError, match="sealed"):
        PledgeHelperRow.create(pledge=in_numbers, member=7)


def test_a_name_that_followed_stands(tried: Books, in_numbers: int) -> None:
    tried.pledges.name_later(in_numbers, [5])
    for policy in ("", "OR REPLACE", "OR IGNORE"):
        with pytest.raises(peewee.IntegrityError, match="sealed"):
            connection.execute_sql(
                f"INSERT {policy} INTO pledge_helper (pledge_id, member_id) VALUES (?, 5)",
                (in_numbers,),
            )
    with pytest.raises(peewee.IntegrityError, match="sealed"):
        PledgeHelperRow.delete().where(PledgeHelperRow.member == 5).execute()


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ([], RefusalKind.HELPER_MISSING),
        ([9999], RefusalKind.HELPER_MISSING),
    ],
)
def test_someone_known_has_to_be_named(
    tried: Books, in_numbers: int, members: list[int], kind: RefusalKind
) -> None:
    with pytest.raises(Refusal) as refusal:
        tried.pledges.name_later(in_numbers, members)
    assert refusal.value.kind is kind


def test_other_pledges_take_no_names_after_the_seal(tried: Books) -> None:
    by_name = PledgeRow.get(PledgeRow.helper_kind == "members", PledgeRow.meeting == SEALED)
    still_open = PledgeRow.get(PledgeRow.meeting == OPEN)
    for row in (by_name, still_open):
        with pytest.raises(Refusal) as refusal:
            tried.pledges.name_later(row.id, [5])
        assert refusal.value.kind is RefusalKind.PLEDGE_MISSING
