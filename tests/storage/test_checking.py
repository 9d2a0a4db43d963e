"""The check of the books: damage that SQLite does not see, and a seal that does not hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import sample_minutes
from storage.books import Books
from storage.checking import Finding, FindingKind, check_books, check_last_seal
from storage.clock import FixedClock
from storage.tables import MinutesValueRow, connection
from storage.triggers import drop_triggers


@pytest.fixture
def sealed(books: Books, meeting_id: int, clock: FixedClock) -> Books:
    """Books with two sealed meetings, and without the triggers that would refuse a change."""
    sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    clock.advance(28 * 24 * 3600)
    following = books.meetings.begin()
    for group in books.register.groups():
        books.attendance.count_group(following.id, group.id, group.members)
    books.minutes.give_reason(following.id, no_case="không có", no_community="mưa bão")
    books.minutes.approve(following.id, unanimous=True)
    books.minutes.seal(following.id)
    drop_triggers()
    return books


def change(statement: str) -> Callable[[], object]:
    """A change made past the program."""
    return lambda: connection.execute_sql(statement)


def test_sound_books_give_nothing_to_say(sealed: Books) -> None:
    assert check_books() == []
    assert check_last_seal() == []


def test_books_without_a_seal_are_sound(books: Books, meeting_id: int) -> None:
    assert check_books() == []
    assert check_last_seal() == []


@pytest.mark.parametrize(
    ("done", "kinds"),
    [
        (
            change("UPDATE minutes SET content = replace(content, 'CLB', 'HTX') WHERE id = 1"),
            [FindingKind.TEXT_CHANGED],
        ),
        (change("DELETE FROM minutes WHERE id = 1"), None),
        (
            change("UPDATE minutes_value SET value = 'Người Khác' WHERE value LIKE 'cụ Phạm%'"),
            [FindingKind.VALUE_CHANGED],
        ),
        (
            change("UPDATE pledge SET quantity = 5 WHERE form = 'money'"),
            [FindingKind.ROWS_CHANGED],
        ),
        (
            change("UPDATE hand_count SET in_favour = 40 WHERE in_favour = 41"),
            [FindingKind.ROWS_CHANGED],
        ),
        (
            change("UPDATE group_count SET count = 3 WHERE meeting_id = 1 AND group_id = 1"),
            [FindingKind.ROWS_CHANGED],
        ),
        (
            change("UPDATE meeting SET state = 'running' WHERE id = 1"),
            [FindingKind.NOT_MARKED_SEALED],
        ),
    ],
)
def test_a_change_past_the_program_is_found(
    sealed: Books, done: Callable[[], object], kinds: list[FindingKind] | None
) -> None:
    connection.execute_sql("PRAGMA foreign_keys = OFF")
    done()
    found = [finding.kind for finding in check_books()]
    assert found == kinds if kinds is not None else FindingKind.REFERENCE_LOST in found


def test_minutes_that_were_taken_out_break_the_chain(sealed: Books) -> None:
    connection.execute_sql("DELETE FROM minutes_value WHERE minutes_id = 1")
    connection.execute_sql("DELETE FROM minutes WHERE id = 1")
    assert check_books() == [
        Finding(FindingKind.CHAIN_BROKEN, {"day": "21/11/2026"}),
        Finding(FindingKind.MINUTES_MISSING, {"day": "24/10/2026"}),
    ]


def test_the_removal_of_a_persons_values_is_no_finding(sealed: Books) -> None:
    MinutesValueRow.delete().where(MinutesValueRow.token.contains("person.")).execute()
    assert check_books() == []


def test_the_last_seal_alone_tells_of_the_last_seal(sealed: Books) -> None:
    connection.execute_sql("UPDATE minutes SET content = content || ' ' WHERE id = 2")
    assert check_last_seal() == [Finding(FindingKind.TEXT_CHANGED, {"day": "21/11/2026"})]
