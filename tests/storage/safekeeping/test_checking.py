"""The check of the books: damage that SQLite does not see, and a seal that does not hold."""

from __future__ import annotations

import pytest

import sample_minutes
from storage.books import Books
from storage.clock import FixedClock
from storage.records.findings import Finding, FindingKind
from storage.safekeeping.checking import check_books, check_file, check_last_seal
from storage.sealing import frozen_rows, minutes_seal, seal
from storage.tables import HardshipCaseRow, MinutesRow, MinutesValueRow, connection
from tampering import unguarded


@pytest.fixture
def sealed(books: Books, meeting_id: int, clock: FixedClock) -> Books:
    """Books with two sealed meetings."""
    sample_minutes.hold_and_seal(books, meeting_id)
    following = sample_minutes.next_month(books, clock)
    books.minutes.give_reason(following, no_case="không có", no_community="mưa bão")
    books.minutes.approve(following, unanimous=True)
    books.minutes.seal(following)
    return books


def tamper(*statements: str) -> None:
    """Changes made past the program, whatever refers to them, by someone who hides it."""
    connection.execute_sql("PRAGMA foreign_keys = OFF")
    with unguarded():
        for statement in statements:
            connection.execute_sql(statement)


def test_sound_books_give_nothing_to_say(sealed: Books) -> None:
    assert check_books() == []
    assert check_last_seal() == []


def test_books_without_a_seal_are_sound(books: Books, meeting_id: int) -> None:
    assert check_books() == []
    assert check_last_seal() == []


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        (
            "UPDATE minutes SET content = replace(content, 'CLB', 'HTX') WHERE id = 1",
            [FindingKind.TEXT_CHANGED],
        ),
        ("DELETE FROM minutes WHERE id = 1", None),
        (
            "UPDATE minutes_value SET value = 'Người Khác' WHERE value LIKE 'cụ Phạm%'",
            [FindingKind.VALUE_CHANGED],
        ),
        (
            "UPDATE pledge SET quantity = 5 WHERE form = 'money'",
            [FindingKind.ROWS_CHANGED],
        ),
        (
            "UPDATE hand_count SET in_favour = 40 WHERE in_favour = 41",
            [FindingKind.ROWS_CHANGED],
        ),
        (
            "UPDATE group_count SET count = 3 WHERE meeting_id = 1 AND group_id = 1",
            [FindingKind.ROWS_CHANGED],
        ),
        (
            "UPDATE meeting SET state = 'running' WHERE id = 1",
            [FindingKind.NOT_MARKED_SEALED],
        ),
    ],
)
def test_a_change_past_the_program_is_found(
    sealed: Books, statement: str, kinds: list[FindingKind] | None
) -> None:
    tamper(statement)
    found = [finding.kind for finding in check_books()]
    assert found == kinds if kinds is not None else FindingKind.REFERENCE_LOST in found


def test_minutes_that_were_taken_out_break_the_chain(sealed: Books) -> None:
    tamper("DELETE FROM minutes_value WHERE minutes_id = 1", "DELETE FROM minutes WHERE id = 1")
    assert check_books() == [
        Finding(FindingKind.CHAIN_BROKEN, {"day": "21/11/2026"}),
        Finding(FindingKind.MINUTES_MISSING, {"day": "24/10/2026"}),
    ]


def test_values_that_went_with_a_removal_are_no_finding(sealed: Books) -> None:
    sealed.people.remove(1)
    assert check_books() == []


def test_values_that_went_by_themselves_are_found(sealed: Books) -> None:
    MinutesValueRow.delete().where(MinutesValueRow.token.startswith("person.")).execute()
    assert check_books() == [Finding(FindingKind.VALUE_GONE, {"day": "24/10/2026"})]


def test_a_change_is_found_although_somebody_was_removed(sealed: Books) -> None:
    """The removal takes the salts of the words that it changes, and of no others."""
    tamper("UPDATE decision SET reason = 'vì là họ hàng' WHERE outcome = 'kept'")
    sealed.people.remove(1)
    found = [finding for finding in check_books() if finding.kind is FindingKind.ROWS_CHANGED]
    assert found == [Finding(FindingKind.ROWS_CHANGED, {"day": "24/10/2026", "table": "decision"})]


def test_seals_of_the_first_format_hold(
    books: Books, meeting_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_minutes.hold(books, meeting_id)
    with monkeypatch.context() as before:
        first = dict(list(frozen_rows._ROWS.items())[:11])
        before.setattr(frozen_rows, "_ROWS", first)
        before.setattr(minutes_seal, "frozen_words", lambda _meeting: {})
        before.setattr(seal, "FORMAT", 1)
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
    assert MinutesRow.get().content.startswith('{"format":1,')
    assert check_books() == []
    tamper("UPDATE pledge SET quantity = 5 WHERE form = 'money'")
    assert [finding.kind for finding in check_books()] == [FindingKind.ROWS_CHANGED]


@pytest.mark.parametrize(
    "statement",
    [
        'DROP TRIGGER "seal_update_minutes"',
        "CREATE TRIGGER mine AFTER INSERT ON act BEGIN DELETE FROM guest; END",
    ],
)
def test_triggers_that_are_not_ours_are_found(sealed: Books, statement: str) -> None:
    connection.execute_sql(statement)
    assert check_books() == [Finding(FindingKind.SEALS_OPEN)]


def test_the_last_seal_alone_tells_of_the_last_seal(sealed: Books) -> None:
    tamper("UPDATE minutes SET content = content || ' ' WHERE id = 2")
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
    tamper(statement)
    assert finding in check_books()
    assert check_file() == []


def test_a_draft_of_a_sealed_meeting_is_found(sealed: Books) -> None:
    sealed.drafts.keep("note:1:7", {"text": "Mang"})
    assert check_books() == []
    tamper("INSERT INTO draft (form, content) VALUES ('note:1:7', '{}')")
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
