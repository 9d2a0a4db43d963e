"""What passed stays right when the machine's clock is set, small or large, ahead or back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from jumping_clock import Machine
from prepared import MORNING
from storage.books import Books
from storage.meeting.timekeeping import ClockWatch
from storage.records.doubtful_day import DoubtfulDay
from storage.records.head import Head
from storage.records.held_on_paper import HeldOnPaper
from storage.records.kinds import Step
from storage.rules.timekeeping import is_doubtful

JUMPS = [
    timedelta(seconds=-7),
    timedelta(minutes=3),
    timedelta(hours=-2),
    timedelta(hours=7),
    timedelta(days=-6000),
    timedelta(days=26_000),
]


@pytest.fixture
def machine() -> Machine:
    """On the morning of the sample meeting."""
    return Machine(MORNING)


@pytest.fixture
def meeting(small_club: Path, tmp_path: Path, machine: Machine) -> Iterator[Books]:
    """A meeting that has talked for two minutes at step 3, to which it came after five."""
    books = Books(Path(shutil.copytree(small_club, tmp_path / "club")), machine.clock)
    books.time.catch_up()
    books.club.change(selection_minutes=10)
    meeting_id = books.meetings.begin().id
    machine.run(300)
    books.meetings.go_to(meeting_id, Step.DISCUSSION)
    books.discussion.start_or_pause(meeting_id)
    machine.run(120)
    yield books
    books.close()


def head(books: Books) -> Head:
    """What stands around every step."""
    running = books.meetings.current()
    assert running is not None
    return books.head(running.id)


def passed(books: Books) -> tuple[int, int, timedelta]:
    """The seconds that are left to talk, those since the meeting began, and those at its step."""
    shown, now = head(books), books.clock.now()
    assert shown.countdown is not None
    assert shown.step_since is not None
    return (
        shown.countdown.left(now),
        int((now - shown.meeting.began).total_seconds()),
        now - shown.step_since,
    )


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_clock_that_is_set_in_the_meeting_takes_and_gives_no_time(
    meeting: Books, machine: Machine, jump: timedelta
) -> None:
    machine.set_ahead(jump)
    assert meeting.time.catch_up() == jump
    assert passed(meeting) == (480, 420, timedelta(seconds=120))
    machine.run(30)
    assert meeting.time.catch_up() == timedelta()
    assert passed(meeting) == (450, 450, timedelta(seconds=150))


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_clock_that_is_set_between_two_runs_of_the_program_takes_and_gives_no_time(
    meeting: Books, machine: Machine, jump: timedelta
) -> None:
    folder = meeting.path.parent
    meeting.close()
    machine.run(60)
    machine.set_ahead(jump)
    again = Books(folder, machine.clock)
    again.time.catch_up()
    assert passed(again) == (420, 480, timedelta(seconds=180))
    again.close()


def test_the_time_that_the_laptop_sleeps_counts(meeting: Books, machine: Machine) -> None:
    """The room talks on by the clock on the wall."""
    machine.run(200)
    assert meeting.time.catch_up() == timedelta()
    assert passed(meeting) == (280, 620, timedelta(seconds=320))


def test_a_breath_between_the_two_clocks_is_no_jump(meeting: Books, machine: Machine) -> None:
    machine.set_ahead(timedelta(seconds=1))
    assert meeting.time.catch_up() == timedelta()
    machine.set_ahead(timedelta(seconds=2))
    assert meeting.time.catch_up() == timedelta(seconds=3)


def test_the_hour_of_a_meeting_that_this_clock_did_not_see_begin_stands(
    meeting: Books, machine: Machine
) -> None:
    """It was held on another day, and its hours were typed in."""
    began = head(meeting).meeting.began
    machine.run(2 * 24 * 3600)
    machine.set_ahead(timedelta(hours=1))
    meeting.time.catch_up()
    assert head(meeting).meeting.began == began


def test_the_hours_of_a_meeting_on_paper_stand(meeting: Books, machine: Machine) -> None:
    meeting.meetings.abandon(head(meeting).meeting.id, "bắt đầu nhầm")
    now = machine.clock.now()
    typed = meeting.meetings.begin(HeldOnPaper(now - timedelta(hours=1), now))
    machine.set_ahead(timedelta(hours=1))
    meeting.time.catch_up()
    assert head(meeting).meeting == typed


def test_a_jump_is_no_act_and_undo_leaves_it(meeting: Books, machine: Machine) -> None:
    running = head(meeting).meeting
    meeting.meetings.set_place(running.id, "Nhà ông Sơn")
    machine.set_ahead(timedelta(hours=1))
    meeting.time.catch_up()
    meeting.undo.undo(running.id)
    assert head(meeting).meeting.place == running.place
    assert passed(meeting) == (480, 420, timedelta(seconds=120))


def test_the_meeting_that_is_over_keeps_its_hours(meeting: Books, machine: Machine) -> None:
    running = head(meeting).meeting
    meeting.meetings.abandon(running.id, "bắt đầu nhầm")
    machine.set_ahead(timedelta(hours=1))
    meeting.time.catch_up()
    assert meeting.meetings.get(running.id).began == running.began


def test_the_watch_says_once_that_the_clock_was_set(machine: Machine) -> None:
    watch = ClockWatch(machine.clock)
    machine.run(3600)
    assert not watch.moved()
    machine.set_ahead(timedelta(minutes=-5))
    assert watch.moved()
    assert not watch.moved()


# The time of a step.


def at(minutes: float, books: Books) -> datetime:
    """So many minutes after the meeting came to its step."""
    since = head(books).step_since
    assert since is not None
    return since + timedelta(minutes=minutes)


def test_the_time_of_a_step_is_over_after_the_minutes_that_the_club_gave_it(
    meeting: Books, machine: Machine
) -> None:
    meeting.meetings.go_to(head(meeting).meeting.id, Step.SELECTION)
    assert not head(meeting).step_over(at(9.9, meeting))
    assert head(meeting).step_over(at(10, meeting))


def test_a_step_to_which_the_club_gave_no_time_is_never_over(
    meeting: Books, machine: Machine
) -> None:
    meeting.meetings.go_to(head(meeting).meeting.id, Step.COMMUNITY)
    assert not head(meeting).step_over(at(600, meeting))


def test_opening_the_program_again_at_the_same_step_does_not_begin_its_time_anew(
    meeting: Books, machine: Machine
) -> None:
    since = head(meeting).step_since
    meeting.meetings.go_to(head(meeting).meeting.id, Step.DISCUSSION)
    assert head(meeting).step_since == since
    meeting.meetings.go_to(head(meeting).meeting.id, Step.SELECTION)
    assert head(meeting).step_since != since


# A clock that can hardly be right.


@pytest.mark.parametrize("year", [1970, 2009, 2099])
def test_a_clock_that_is_years_off_is_doubted_with_books_and_without(
    tmp_path: Path, year: int
) -> None:
    machine = Machine(MORNING.replace(year=year))
    books = Books(tmp_path / "new", machine.clock)
    assert books.time.doubt() == DoubtfulDay(date(year, 10, 24), None)
    books.close()
    assert is_doubtful(date(year, 10, 24), MORNING.date())


def test_a_clock_that_is_before_the_last_entry_is_doubted(meeting: Books, machine: Machine) -> None:
    last = MORNING.date()
    assert meeting.time.doubt() is None
    machine.set_ahead(timedelta(days=-1))
    assert meeting.time.doubt() == DoubtfulDay(last - timedelta(days=1), last)


def test_a_year_without_a_meeting_is_believed() -> None:
    assert not is_doubtful(date(2027, 10, 24), MORNING.date())
    assert is_doubtful(date(2029, 10, 24), MORNING.date())


def test_a_given_day_runs_on_until_the_machine_says_that_day_itself(machine: Machine) -> None:
    machine.set_ahead(timedelta(days=-6000))
    clock = machine.clock
    clock.give_day(MORNING.date())
    assert clock.now() == MORNING
    machine.run(90)
    assert clock.now() == MORNING + timedelta(seconds=90)
    machine.set_ahead(timedelta(days=300))
    assert clock.now() == MORNING + timedelta(seconds=90)
    machine.set_ahead(timedelta(days=5700, hours=2))
    assert clock.now() == MORNING + timedelta(seconds=90, hours=2)


def test_a_meeting_that_was_begun_on_a_wrong_day_goes_to_the_day_that_is_given(
    small_club: Path, tmp_path: Path, machine: Machine
) -> None:
    folder = Path(shutil.copytree(small_club, tmp_path / "club"))
    machine.set_ahead(timedelta(days=-6000))
    books = Books(folder, machine.clock)
    books.time.catch_up()
    books.meetings.begin()
    books.close()
    clock = machine.clock
    clock.give_day(MORNING.date())
    again = Books(folder, clock)
    again.time.catch_up()
    assert (head(again).meeting.day, head(again).meeting.began) == (MORNING.date(), MORNING)
    again.close()
