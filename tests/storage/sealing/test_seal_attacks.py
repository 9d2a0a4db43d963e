"""Attacks on a sealed meeting: whatever SQL is sent past the program, the file refuses it.

The books hold a sealed meeting and an open one, each with a row in every table that the seal
freezes. Every attack is tried with SQLite's recursive triggers off, as they are, and on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import peewee
import pytest

from seal_attacks import (
    ATTACKS,
    BREAKING_IN,
    FROZEN,
    OPEN,
    PARENTS,
    SCRIPTS,
    SEALED,
    attacked_books,
    everything,
    name,
    rows_of,
)
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.safekeeping.checking import check_file
from storage.tables import (
    ActRow,
    AnswerRow,
    CaseEventRow,
    FulfilmentRow,
    GuestRow,
    HandCountRow,
    MeetingRow,
    MinutesValueRow,
    NoteRow,
    PledgeHelperRow,
    PledgeRow,
    ReferralRow,
    Table,
    connection,
)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    """Books with a sealed and an open meeting; each test leaves them as they were."""
    with attacked_books(tmp_path_factory.mktemp("sealed")) as books:
        yield books


@pytest.fixture(params=[False, True], ids=["", "recursive"])
def tried(sealed: Books, request: pytest.FixtureRequest) -> Iterator[Books]:
    """The books within a transaction that is taken back after the test."""
    connection.execute_sql(f"PRAGMA recursive_triggers = {int(request.param)}")
    with connection.atomic() as transaction:
        yield sealed
        transaction.rollback()
    connection.execute_sql("PRAGMA recursive_triggers = 0")


def test_there_is_something_to_attack_in_every_table(sealed: Books) -> None:
    for table in FROZEN:
        for meeting in (SEALED, OPEN):
            query = f'SELECT count(*) FROM "{name(table)}" WHERE {rows_of(table, meeting)}'
            assert connection.execute_sql(query).fetchone()[0] > 0, query
    assert MinutesValueRow.select().count() > 0
    assert len(ATTACKS) + len(SCRIPTS) == 838


@pytest.mark.parametrize("attack", ATTACKS)
def test_sql_changes_nothing(tried: Books, attack: str) -> None:
    before = everything()
    with pytest.raises(peewee.IntegrityError, match="sealed"):
        connection.execute_sql(attack)
    assert everything() == before


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script[-1])
def test_no_form_of_statement_changes_anything(tried: Books, script: tuple[str, ...]) -> None:
    before = everything()
    *made_ready, harm = script
    for statement in made_ready:
        connection.execute_sql(statement)
    # A number that is none is refused before any trigger.
    with pytest.raises(peewee.IntegrityError, match=r"sealed|datatype mismatch"):
        connection.execute_sql(harm).fetchall()
    assert everything() == before


@pytest.mark.parametrize("parent", PARENTS)
@pytest.mark.parametrize("keys", ["ON", "OFF"])
def test_nothing_sealed_goes_with_what_it_refers_to(sealed: Books, parent: str, keys: str) -> None:
    """No cascade reaches it, and foreign keys may be off."""
    before = everything()
    connection.execute_sql(f"PRAGMA foreign_keys = {keys}")
    with connection.atomic() as transaction:
        with suppress(peewee.IntegrityError):
            connection.execute_sql(f'DELETE FROM "{parent}"')
        now = everything()
        assert {name(table): now[name(table)] for table in FROZEN if table is not ActRow} == {
            name(table): before[name(table)] for table in FROZEN if table is not ActRow
        }
        transaction.rollback()
    connection.execute_sql("PRAGMA foreign_keys = ON")


@pytest.mark.parametrize("statement", BREAKING_IN)
def test_what_no_trigger_stops_is_seen_by_the_check(tried: Books, statement: str) -> None:
    before = check_file()
    connection.execute_sql(statement)
    assert check_file() != before


def saved(row: Table) -> object:
    if isinstance(row, ReferralRow | ActRow):
        # Not all of it is frozen: written as it is, it is no attack.
        row.meeting_id = OPEN
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
