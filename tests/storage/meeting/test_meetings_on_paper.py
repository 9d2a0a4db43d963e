"""A meeting that was held on paper is typed in later, with its own day, hours and minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

import sample_minutes
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.held_on_paper import HeldOnPaper
from storage.records.meetings import Meeting
from storage.safekeeping.checking import check_books


def held(clock: FixedClock, days_ago: int, hours: float = 1.5) -> HeldOnPaper:
    """A morning some days ago."""
    began = clock.now().replace(hour=8, minute=0) - timedelta(days=days_ago)
    return HeldOnPaper(began, began + timedelta(hours=hours))


def refusal(work: Callable[[], Meeting]) -> object:
    """Why it is refused."""
    with pytest.raises(Refusal) as refused:
        work()
    return refused.value.kind


def typed_in(books: Books, clock: FixedClock) -> int:
    """A meeting of three days ago, typed in as far as its approval."""
    meeting_id = books.meetings.begin(held(clock, 3)).id
    for group in books.register.groups():
        books.attendance.count_group(meeting_id, group.id, group.members)
    sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    return meeting_id


def test_it_has_the_day_and_the_hours_of_the_paper(books: Books, clock: FixedClock) -> None:
    meeting = books.meetings.get(typed_in(books, clock))
    began = held(clock, 3).began
    assert (meeting.day, meeting.began) == (began.date(), began)
    assert meeting.ended == began + timedelta(hours=1.5)


def test_its_minutes_say_these_hours_and_are_sealed_as_any(books: Books, clock: FixedClock) -> None:
    meeting_id = typed_in(books, clock)
    books.minutes.reopen(meeting_id)
    clock.advance(600)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    content = books.minutes.content(meeting_id)
    day = held(clock, 3).began
    assert "08 giờ 00" in content.opening[0].text
    assert f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" in content.opening[0].text
    assert "09 giờ 30" in content.closing[-1].text
    assert check_books() == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (timedelta(days=9), RefusalKind.MOMENT_AHEAD),
        (timedelta(hours=-2), RefusalKind.HOURS_INVALID),
        (timedelta(hours=13), RefusalKind.HOURS_INVALID),
    ],
)
def test_hours_that_cannot_be_are_refused(
    books: Books, clock: FixedClock, change: timedelta, kind: RefusalKind
) -> None:
    paper = held(clock, 3)
    wrong = HeldOnPaper(paper.began, paper.ended + change)
    assert refusal(lambda: books.meetings.begin(wrong)) is kind
    assert books.meetings.current() is None


def test_while_a_meeting_is_held_none_is_typed_in(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    assert refusal(lambda: books.meetings.begin(held(clock, 3))) is RefusalKind.MEETING_RUNNING


def test_a_meeting_of_today_keeps_the_hour_of_the_clock(books: Books, clock: FixedClock) -> None:
    now: datetime = clock.now()
    assert books.meetings.begin().began == now
