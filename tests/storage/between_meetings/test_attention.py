"""What the main page reminds of, as of today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import sample_minutes
from between_meetings import report_three
from statements import counted_statements
from storage.books import Books
from storage.clock import FixedClock
from storage.records.attention import Attention
from storage.records.kinds import FulfilmentState
from storage.rules.follow_up import missed_months


@pytest.fixture
def after(books: Books, meeting_id: int, clock: FixedClock) -> int:
    """The sample meeting is sealed, and eight days have passed."""
    sample_minutes.hold_and_seal(books, meeting_id)
    clock.advance(timedelta(days=8).total_seconds())
    return meeting_id


def seen(books: Books) -> Attention:
    return books.attention.overview()


def test_what_a_meeting_left_open_is_reminded_of(books: Books, after: int) -> None:
    attention = seen(books)
    assert [each.case.addressed for each in attention.referrals] == ["cụ Phạm Thị Hiền"]
    assert [each.case.addressed for each in attention.kept] == ["ông Lê Văn Sơn"]
    assert [each.meeting_id for each in attention.kept] == [after]
    (unanswered,) = attention.answers
    assert unanswered.awaited.matter.what == "đèn đường ngõ 3 hỏng"
    assert unanswered.meeting_id == after


def test_promises_are_due_for_a_week_and_then_overdue(
    books: Books, after: int, clock: FixedClock
) -> None:
    today = clock.today()
    attention = seen(books)
    ends = {each.due.last for each in attention.due}
    assert all(end and today <= end <= today + timedelta(days=7) for end in ends)
    assert attention.overdue
    assert all(each.overdue_days > 0 for each in attention.overdue)
    clock.advance(timedelta(days=40).total_seconds())
    assert len(seen(books).overdue) >= len(attention.overdue) + len(attention.due)
    assert seen(books).due == ()


def test_a_report_is_reminded_of_until_it_is_decided(books: Books, clock: FixedClock) -> None:
    report_three(books)
    (undecided,) = seen(books).urgent
    assert undecided.case.addressed == "cụ Phạm Thị Hiền"
    books.urgent.decide(undecided.id, "đưa đi viện", None, clock.now())
    assert seen(books).urgent == ()


def test_only_what_was_done_counts_for_the_targets(
    books: Books, after: int, clock: FixedClock
) -> None:
    assert (seen(books).targets.activities, seen(books).targets.helped) == (0, 0)
    assert seen(books).missed == (date(2026, 10, 1),)
    following = books.meetings.begin().id
    for promise in books.follow_up.overview(following).promises:
        books.follow_up.record(following, promise.pledge.id, FulfilmentState.DONE)
    targets = seen(books).targets
    assert (targets.activities, targets.community_met) == (1, True)


def test_the_months_that_missed_the_target_are_named() -> None:
    done = [(date(2026, 3, 7), 1), (date(2026, 5, 2), 2), (date(2026, 5, 30), 2)]
    missed = missed_months(date(2026, 6, 10), date(2026, 2, 1), done, 1)
    assert missed == (date(2026, 2, 1), date(2026, 4, 1))
    assert missed_months(date(2026, 6, 10), None, [], 1) == ()


def test_the_number_of_statements_does_not_grow_with_what_waits(books: Books, after: int) -> None:
    report_three(books)
    with counted_statements() as count:
        seen(books)
        before = count()
    report_three(books)
    report_three(books)
    with counted_statements() as count:
        seen(books)
        assert count() == before
