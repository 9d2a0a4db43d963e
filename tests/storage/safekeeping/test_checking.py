"""The check of the books: damage that SQLite does not see, and a seal that does not hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import sample_minutes
from screens.wording.approval import FINDINGS
from storage.acts.triggers import drop_triggers
from storage.books import Books
from storage.clock import FixedClock
from storage.records.findings import Finding, FindingKind
from storage.safekeeping.checking import check_books, check_file, check_last_seal
from storage.tables import HardshipCaseRow, MinutesValueRow, connection


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


# Totals and references.


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "UPDATE meeting SET state = 'asleep'",
            Finding(FindingKind.WORD_UNKNOWN, {"table": "meeting", "word": "asleep"}),
        ),
        (
            "UPDATE person SET address_form = 'sir' WHERE id = 1",
            Finding(FindingKind.WORD_UNKNOWN, {"table": "person", "word": "sir"}),
        ),
        (
            "UPDATE group_count SET count = 56 WHERE group_id = 1",
            Finding(FindingKind.PRESENT_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE group_count SET count = -1 WHERE group_id = 1",
            Finding(FindingKind.PRESENT_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE hand_count SET in_favour = 56 WHERE subject = 'help'",
            Finding(FindingKind.HANDS_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE hand_count SET against = -1 WHERE subject = 'matter'",
            Finding(FindingKind.HANDS_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE hand_count SET in_favour = 50 WHERE subject = 'case' AND round = 1",
            Finding(FindingKind.ROUND_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE hand_count SET hardship_case_id = 1 WHERE subject = 'case' AND round = 2",
            Finding(FindingKind.ROUND_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "DELETE FROM selection_round WHERE round = 2",
            Finding(FindingKind.ROUND_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE meeting SET seats = 2",
            Finding(FindingKind.TOO_MANY_CHOSEN, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE decision SET matter_id = 1",
            Finding(FindingKind.DECISION_ASTRAY, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE decision SET hardship_case_id = 6 WHERE hardship_case_id = 1",
            Finding(FindingKind.DECISION_ASTRAY, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE pledge SET quantity = -1 WHERE id = 1",
            Finding(FindingKind.PLEDGE_WRONG, {"number": 1}),
        ),
        (
            "UPDATE pledge SET number = 3, helper_kind = 'number' WHERE id = 3",
            Finding(FindingKind.PLEDGE_WRONG, {"number": 3}),
        ),
        (
            "UPDATE pledge SET hardship_case_id = NULL WHERE id = 1",
            Finding(FindingKind.PLEDGE_WRONG, {"number": 1}),
        ),
        (
            "INSERT INTO fulfilment (pledge_id, state, on_day, given, result, thanks, reason,"
            " postponed_text) VALUES (1, 'done', '2026-10-25', -2, '', '', '', '')",
            Finding(FindingKind.FULFILMENT_WRONG, {"number": 1}),
        ),
        ("UPDATE meeting SET number = 3", Finding(FindingKind.NUMBERS_BROKEN, {"year": 2026})),
        (
            "UPDATE meeting_progress SET countdown_used = countdown_length + 1",
            Finding(FindingKind.COUNTDOWN_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE meeting_progress SET countdown_started = 'soon'",
            Finding(FindingKind.COUNTDOWN_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE meeting_progress SET step = 9",
            Finding(FindingKind.COUNTDOWN_WRONG, {"day": "24/10/2026"}),
        ),
        (
            "UPDATE act SET details = '[]' WHERE id = 2",
            Finding(FindingKind.ACT_UNREADABLE, {"number": 2}),
        ),
        (
            "UPDATE row_change SET after = '{\"id\": ' WHERE act_id = 3",
            Finding(FindingKind.ACT_UNREADABLE, {"number": 3}),
        ),
        (
            "UPDATE row_change SET table_name = 'nothing' WHERE act_id = 3",
            Finding(FindingKind.ACT_UNREADABLE, {"number": 3}),
        ),
        (
            "UPDATE row_change SET after = NULL, before = NULL WHERE act_id = 3",
            Finding(FindingKind.ACT_UNREADABLE, {"number": 3}),
        ),
        (
            "INSERT OR REPLACE INTO current_act VALUES (1, 3)",
            Finding(FindingKind.ACT_UNFINISHED),
        ),
        (
            "UPDATE selection_round SET cases = cases || ' 99'",
            Finding(
                FindingKind.REFERENCE_LOST, {"table": "selection_round", "parent": "hardship_case"}
            ),
        ),
    ],
)
def test_a_total_that_cannot_be_is_found(
    books: Books, meeting_id: int, statement: str, finding: Finding
) -> None:
    sample_minutes.hold(books, meeting_id)
    HardshipCaseRow.create(person=1, circumstances="Của năm trước, không ai đề xuất.")
    assert check_books() == []
    drop_triggers()
    connection.execute_sql(statement)
    assert finding in check_books()
    assert check_file() == []


def test_a_draft_of_a_sealed_meeting_is_found(sealed: Books) -> None:
    sealed.drafts.keep("note:1:7", {"text": "Mang"})
    assert check_books() == [Finding(FindingKind.DRAFT_LEFT, {"day": "24/10/2026"})]


def test_the_seal_drops_what_is_half_typed(books: Books, meeting_id: int) -> None:
    sample_minutes.hold(books, meeting_id)
    books.drafts.keep(f"note:{meeting_id}:7", {"text": "Mang"})
    books.drafts.keep("member", {"name": "Lê"})
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    assert books.drafts.get(f"note:{meeting_id}:7") is None
    assert books.drafts.get("member") == {"name": "Lê"}
    assert check_books() == []


def test_every_finding_has_its_sentence() -> None:
    assert set(FINDINGS) == set(FindingKind)
