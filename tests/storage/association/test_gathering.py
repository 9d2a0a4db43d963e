"""Many clubs in one database: each month once, each digest held, and what does not fit refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from invented_bundles import invented_bundle, with_seal, written
from storage.association.database import opened
from storage.association.faults import Fault, NotGathered
from storage.association.gathering import gather_file
from storage.association.tables import (
    GatheredClubRow,
    GatheredMeetingRow,
    GatheredMonthRow,
    GatheredPersonRow,
)
from storage.records.association import Bundle, ToldPerson

CLUB = invented_bundle(1)
"""Of three years."""
MEETINGS = len(CLUB.meetings)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Path]:
    """The Association's file, open."""
    path = tmp_path / "hoi.db"
    with opened(f"sqlite:///{path}", make=True):
        yield path


def gather(folder: Path, bundle: Bundle) -> int:
    """How many meetings of a bundle were new."""
    return gather_file(written(folder, bundle)).added


def refused(path: Path) -> Fault:
    with pytest.raises(NotGathered) as found:
        gather_file(path)
    return Fault(found.value.kind)


def earlier(months: int) -> Bundle:
    """The same club, as many months after its beginning."""
    return invented_bundle(1, months=months)


def test_a_bundle_is_taken_once(database: Path, tmp_path: Path) -> None:
    assert gather(tmp_path, CLUB) == MEETINGS
    assert gather(tmp_path, CLUB) == 0
    rows = list(GatheredMeetingRow.select().order_by(GatheredMeetingRow.ordinal))
    assert [(row.day, row.present, row.chosen) for row in rows] == [
        (each.day, each.present, each.chosen) for each in CLUB.meetings
    ]
    assert [row.seal for row in rows] == [link.seal for link in CLUB.links]
    assert GatheredMonthRow.select().count() == len(CLUB.months)


def test_a_newer_one_adds_the_new_months_alone(database: Path, tmp_path: Path) -> None:
    before = gather(tmp_path, earlier(24))
    kept = list(GatheredMeetingRow.select().dicts())
    assert gather(tmp_path, CLUB) == MEETINGS - before > 0
    assert [row for row in GatheredMeetingRow.select().dicts() if row in kept] == kept
    assert GatheredClubRow.select().count() == 1


def test_an_older_one_changes_nothing(database: Path, tmp_path: Path) -> None:
    gather(tmp_path, CLUB)
    gathered = gather_file(written(tmp_path, earlier(24)))
    assert (gathered.added, gathered.updated) == (0, False)
    assert GatheredMonthRow.select().count() == len(CLUB.months)


def test_what_came_of_promises_since_is_as_the_newest_bundle_says(
    database: Path, tmp_path: Path
) -> None:
    gather(tmp_path, CLUB)
    *months, last = CLUB.months
    later = replace(
        CLUB,
        head=replace(CLUB.head, acts=CLUB.head.acts + 1, name="CLB thôn Đông đổi tên"),
        months=(*months, replace(last, helped=9)),
    )
    gathered = gather_file(written(tmp_path, later))
    assert (gathered.added, gathered.updated) == (0, True)
    row = GatheredMonthRow.get(GatheredMonthRow.year == 2026, GatheredMonthRow.month == 12)
    assert row.persons == 9
    assert GatheredClubRow.get().name == "CLB thôn Đông đổi tên"
    gather(tmp_path, CLUB)
    assert GatheredClubRow.get().name == "CLB thôn Đông đổi tên"


def test_a_name_goes_when_a_newer_bundle_no_longer_has_it(database: Path, tmp_path: Path) -> None:
    month = CLUB.months[-1].month
    named = replace(
        CLUB, persons=(ToldPerson(month, "bà Trần Thị Sáu"), ToldPerson(month, "cụ Lê Văn Ổn"))
    )
    gather(tmp_path, named)
    assert [row.name for row in GatheredPersonRow.select()] == ["bà Trần Thị Sáu", "cụ Lê Văn Ổn"]
    withdrawn = replace(
        named,
        head=replace(CLUB.head, acts=CLUB.head.acts + 1),
        persons=named.persons[1:],
    )
    gather(tmp_path, withdrawn)
    assert [row.name for row in GatheredPersonRow.select()] == ["cụ Lê Văn Ổn"]
    gather(tmp_path, named)
    assert [row.name for row in GatheredPersonRow.select()] == ["cụ Lê Văn Ổn"]


def test_a_month_sealed_otherwise_is_refused_and_named(database: Path, tmp_path: Path) -> None:
    gather(tmp_path, CLUB)
    with pytest.raises(NotGathered) as found:
        gather(tmp_path, with_seal(CLUB, 20))
    assert found.value.kind is Fault.CONTRADICTS
    assert found.value.values == {"month": f"{CLUB.meetings[20].day:%m/%Y}"}
    assert GatheredMeetingRow.select().count() == MEETINGS


def test_a_chain_that_was_closed_anew_replaces_the_old_one_where_it_is_asked_for(
    database: Path, tmp_path: Path
) -> None:
    gather(tmp_path, CLUB)
    # Restored books know fewer acts than those that were lost.
    anew = with_seal(earlier(30), 20)
    anew = replace(anew, head=replace(anew.head, acts=5))
    gathered = gather_file(written(tmp_path, anew), replace=True)
    assert (gathered.added, gathered.replaced) == (len(anew.meetings) - 20, MEETINGS - 20)
    rows = GatheredMeetingRow.select().order_by(GatheredMeetingRow.ordinal)
    assert [row.seal for row in rows] == [link.seal for link in anew.links]
    assert GatheredMonthRow.select().count() == len(anew.months)
    assert gather(tmp_path, anew) == 0
    assert refused(written(tmp_path, CLUB)) is Fault.CONTRADICTS


def test_a_month_with_other_numbers_under_its_seal_is_refused(
    database: Path, tmp_path: Path
) -> None:
    gather(tmp_path, CLUB)
    assert CLUB.links[3].meeting is not None
    more = replace(CLUB.links[3], meeting=replace(CLUB.links[3].meeting, present=99))
    changed = replace(CLUB, links=(*CLUB.links[:3], more, *CLUB.links[4:]))
    assert refused(written(tmp_path, changed)) is Fault.CONTRADICTS


def test_the_same_club_in_other_books_is_refused_where_a_month_is_in_both(
    database: Path, tmp_path: Path
) -> None:
    gather(tmp_path, earlier(24))
    assert refused(written(tmp_path, with_seal(CLUB, 0))) is Fault.OTHER_BOOKS
    begun_anew = with_seal(replace(CLUB, links=CLUB.links[len(earlier(24).links) :]), 0)
    assert gather(tmp_path, begun_anew) == len(begun_anew.meetings)
    assert refused(written(tmp_path, CLUB)) is Fault.OTHER_BOOKS


def test_two_clubs_of_one_name_in_two_communes_are_two(database: Path, tmp_path: Path) -> None:
    gather(tmp_path, CLUB)
    other = with_seal(replace(CLUB, head=replace(CLUB.head, commune="xã Đông Hưng")), 0)
    assert gather(tmp_path, other) == MEETINGS
    assert GatheredClubRow.select().count() == 2


def test_a_refused_file_leaves_nothing_and_the_next_one_is_taken(
    database: Path, tmp_path: Path
) -> None:
    gather(tmp_path, CLUB)
    assert refused(written(tmp_path, with_seal(CLUB, 35 - 5))) is Fault.CONTRADICTS
    other = invented_bundle(2)
    assert gather(tmp_path, other) == len(other.meetings)


def test_a_bundle_asks_no_more_of_the_database_the_more_clubs_there_are(
    database: Path, tmp_path: Path
) -> None:
    def asked(number: int) -> int:
        path = written(tmp_path, invented_bundle(number))
        statements: list[str] = []
        connection: sqlite3.Connection = GatheredClubRow._meta.database.connection()
        connection.set_trace_callback(statements.append)
        gather_file(path)
        connection.set_trace_callback(None)
        plans = [
            " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"))
            for statement in statements
            if statement.startswith("SELECT")
        ]
        assert [plan for plan in plans if "SCAN" in plan] == []
        return len(statements)

    first = asked(1)
    for number in range(2, 30):
        gather(tmp_path, invented_bundle(number))
    assert asked(30) == first
