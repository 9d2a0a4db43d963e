"""What was said of a case that closed long ago is offered for removal, and goes; the rest stays."""

from __future__ import annotations

import pytest

import sample_minutes
from minutes_text import everything
from sample_cases import SampleCases
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import FulfilmentState
from storage.records.pledges import Fulfilment
from storage.safekeeping.checking import check_books
from storage.tables import HardshipCaseRow, OpenPledgeRow, connection

YEAR = 365 * 24 * 3600


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting, sealed, and every promise kept."""
    cases = sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    for row in list(OpenPledgeRow.select()):
        books.follow_up.record_between(
            row.pledge_id, Fulfilment(0, FulfilmentState.DONE, books.clock.today())
        )
    return cases


def offered(books: Books) -> set[int]:
    return {old.case.id for old in books.people.closed_long_ago()}


def test_only_closed_cases_older_than_the_club_set_are_offered(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    """Ông Sơn waits for a later meeting, and cụ Hiền is with the volunteers: neither is closed."""
    clock.advance(2 * YEAR)
    assert offered(books) == set()
    clock.advance(2 * YEAR)
    assert offered(books) == {cases.mui, cases.luc, cases.binh}
    assert books.attention.overview().old_cases == 3
    books.club.change(removal_years=10)
    assert offered(books) == set()
    books.club.change(removal_years=0)
    clock.advance(60 * YEAR)
    assert offered(books) == set()


def test_with_someone_of_whom_nothing_else_is_told_the_name_goes_too(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    clock.advance(4 * YEAR)
    luc = next(old for old in books.people.closed_long_ago() if old.case.id == cases.luc)
    assert luc.whole_person
    books.people.forget_case(luc)
    rows = "\n".join(connection.connection().iterdump())
    for words in ("Trần Văn Lực", "đang nằm viện"):
        assert words not in rows
    assert offered(books) == {cases.mui, cases.binh}
    assert check_books() == []


def test_with_the_last_of_several_old_cases_the_name_goes_too(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    persons = [HardshipCaseRow.get_by_id(each).person_id for each in (cases.luc, cases.mui)]
    books.people.merge(*persons)
    clock.advance(4 * YEAR)
    every = [old for old in books.people.closed_long_ago() if old.case.person.id in persons]
    assert [old.whole_person for old in every] == [False, False]
    for old in every:
        books.people.forget_case(old)
    assert books.people.search("luc") == books.people.search("mui") == ()
    assert check_books() == []


def test_a_member_stays_and_what_was_said_of_the_hardship_goes(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    member = books.register.members()[0]
    books.people.merge(member.person.id, HardshipCaseRow.get_by_id(cases.luc).person_id)
    merged = books.register.member(member.id)
    digest = books.minutes.digest(meeting_id)
    clock.advance(4 * YEAR)
    luc = next(old for old in books.people.closed_long_ago() if old.case.id == cases.luc)
    assert not luc.whole_person
    books.people.forget_case(luc)
    assert books.register.member(member.id) == merged
    assert "đang nằm viện" not in "\n".join(connection.connection().iterdump())
    said = everything(books.minutes.content(meeting_id))
    assert "đang nằm viện" not in said
    assert "ngã gãy chân" in said
    assert books.minutes.digest(meeting_id) == digest
    assert offered(books) == {cases.mui, cases.binh}
    assert check_books() == []
