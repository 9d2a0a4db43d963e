"""Invented books: a sealed meeting a month, the same for the same seed, and consistent."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.meeting.attendance import present_count
from storage.meeting.pledge_rows import pledges_of_rows
from storage.practice.books import make_practice_books, make_register
from storage.records.kinds import FulfilmentState, MeetingState
from storage.records.minutes import MinutesContent
from storage.tables import HandCountRow, MinutesRow, PledgeRow

TODAY = date(2026, 10, 24)


@contextmanager
def _opened(folder: Path, clock: FixedClock) -> Iterator[Books]:
    books = Books(folder, clock)
    try:
        yield books
    finally:
        books.close()


@pytest.fixture
def year(invented_year: Path, tmp_path: Path) -> Path:
    """Books of one year."""
    return Path(shutil.copytree(invented_year, tmp_path / "year"))


@pytest.fixture
def books(year: Path, clock: FixedClock) -> Iterator[Books]:
    with _opened(year, clock) as opened:
        yield opened


def test_every_month_has_a_sealed_meeting(books: Books) -> None:
    meetings = books.meetings.all()
    assert [(each.day.year, each.day.month) for each in meetings] == [
        *((2025, month) for month in (10, 11, 12)),
        *((2026, month) for month in range(1, 10)),
    ]
    assert {each.state for each in meetings} == {MeetingState.SEALED}
    assert [each.number for each in meetings] == [1, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_each_seal_holds_the_one_before(books: Books) -> None:
    rows = list(MinutesRow.select().order_by(MinutesRow.meeting))
    before = ["", *(row.digest for row in rows[:-1])]
    assert [row.previous_digest for row in rows] == before


def test_the_same_seed_makes_the_same_content(
    books: Books, clock: FixedClock, tmp_path: Path
) -> None:
    first = _contents(books)
    books.close()
    make_practice_books(tmp_path / "again", 1, 7, TODAY)
    with _opened(tmp_path / "again", clock) as again:
        assert _contents(again) == first


def _contents(books: Books) -> list[MinutesContent]:
    """What all minutes say; their codes come from the salts of the seal."""
    contents = (books.minutes.content(meeting.id) for meeting in books.meetings.all())
    return [replace(content, check_code="", previous_code="") for content in contents]


def test_no_more_hands_are_raised_than_members_are_present(books: Books) -> None:
    members = len(books.register.members())
    for meeting in books.meetings.all():
        present = present_count(meeting.id)
        assert 0 < present <= members
        for row in HandCountRow.select().where(HandCountRow.meeting == meeting.id):
            assert row.present == present
            assert row.in_favour + row.against + row.other <= present


def test_every_meeting_chose_a_case_and_found_its_help(books: Books) -> None:
    for meeting in books.meetings.all():
        help_given = books.pledges.overview(meeting.id)
        assert help_given.cases
        assert books.pledges.lacking(meeting.id) == ()
        assert books.selection.lacking(meeting.id) == ()
        assert books.community.lacking(meeting.id) == ()


def test_what_was_given_adds_up_to_what_was_promised(books: Books) -> None:
    pledges = pledges_of_rows(PledgeRow.select())
    states = Counter(told.state for pledge in pledges for told in pledge.fulfilments)
    assert states[FulfilmentState.DONE] > states[FulfilmentState.NOT_DONE]
    for pledge in pledges:
        for told in pledge.fulfilments:
            if told.state is FulfilmentState.DONE and told.given is not None:
                assert told.given == pledge.total
            if told.state is FulfilmentState.PARTLY:
                assert told.given is not None
                assert 0 < told.given < (pledge.total or 0)


@pytest.mark.parametrize("members", [40, 120, 150])
def test_a_club_is_as_large_as_wished(members: int, clock: FixedClock, tmp_path: Path) -> None:
    with _opened(tmp_path / "club", clock) as books:
        make_register(books, Random(3), 2025, members)
        names = [member.name for member in books.register.members()]
        sizes = [group.members for group in books.register.groups()]
    assert len(names) == len(set(names)) == members
    assert 3 <= len(sizes) <= 10
    assert max(sizes) - min(sizes) <= 1


def test_a_folder_with_books_is_refused(year: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        make_practice_books(year, 1, 1, TODAY)
    assert refusal.value.kind is RefusalKind.FOLDER_NOT_EMPTY
    assert refusal.value.values == {"folder": str(year)}
