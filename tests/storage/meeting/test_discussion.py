"""Step 3: the clock that runs on by itself, and the groups that agree."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.books import Books
from storage.clock import FixedClock
from storage.records.acts import ActKind
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.discussion import TalkState
from storage.records.kinds import HelpForm, MeetingState, Step
from storage.records.lacks import Lack, LackKind
from storage.records.meetings import Countdown
from storage.rules import discussion as rules
from storage.tables import MeetingProgressRow, MeetingRow

NOON = datetime(2026, 10, 24, 12, tzinfo=timezone(timedelta(hours=7)))


def left(books: Books, meeting_id: int) -> int:
    """The seconds that are left now."""
    return books.discussion.overview(meeting_id).countdown.left(books.clock.now())


def runs(books: Books, meeting_id: int) -> bool:
    """Whether the clock runs."""
    return books.discussion.overview(meeting_id).countdown.started is not None


# The clock.


def test_ten_minutes_run_when_the_clock_is_started(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    assert (left(books, meeting_id), runs(books, meeting_id)) == (600, False)
    books.discussion.start_or_pause(meeting_id)
    clock.advance(90)
    assert (left(books, meeting_id), runs(books, meeting_id)) == (510, True)


def test_the_club_sets_how_long_it_talks(books: Books, clock: FixedClock) -> None:
    club = books.club.known()
    from dataclasses import replace

    books.club.save(replace(club, discussion_minutes=15))
    meeting = books.meetings.begin()
    assert left(books, meeting.id) == 900


def test_a_pause_takes_no_time(books: Books, meeting_id: int, clock: FixedClock) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(100)
    books.discussion.start_or_pause(meeting_id)
    clock.advance(1000)
    assert (left(books, meeting_id), runs(books, meeting_id)) == (500, False)
    books.discussion.start_or_pause(meeting_id)
    clock.advance(10)
    assert left(books, meeting_id) == 490


def test_it_runs_on_while_the_program_does_not(
    books: Books, meeting_id: int, clock: FixedClock, tmp_path: Path
) -> None:
    books.discussion.start_or_pause(meeting_id)
    books.close()
    clock.advance(200)
    again = Books(tmp_path / "books", clock)
    assert left(again, meeting_id) == 400
    again.close()


def test_a_minute_more_and_a_minute_less(books: Books, meeting_id: int, clock: FixedClock) -> None:
    books.discussion.change_length(meeting_id, 1)
    assert left(books, meeting_id) == 660
    books.discussion.start_or_pause(meeting_id)
    clock.advance(30)
    books.discussion.change_length(meeting_id, -1)
    assert left(books, meeting_id) == 570


def test_taking_minutes_ends_at_nought(books: Books, meeting_id: int, clock: FixedClock) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(570)
    books.discussion.change_length(meeting_id, -1)
    assert left(books, meeting_id) == 0
    books.discussion.change_length(meeting_id, 1)
    assert left(books, meeting_id) == 60


def test_a_clock_that_was_not_started_keeps_a_minute(books: Books, meeting_id: int) -> None:
    for _ in range(20):
        books.discussion.change_length(meeting_id, -1)
    assert left(books, meeting_id) == 60


def test_nobody_is_cut_off_and_a_minute_more_is_a_whole_one(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(900)
    assert (left(books, meeting_id), runs(books, meeting_id)) == (0, True)
    books.discussion.change_length(meeting_id, 1)
    assert left(books, meeting_id) == 60


def test_the_discussion_ends_by_hand_and_may_go_on_with_what_was_left(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(200)
    books.discussion.end(meeting_id)
    assert books.discussion.overview(meeting_id).countdown.ended
    assert left(books, meeting_id) == 0
    books.discussion.start_or_pause(meeting_id)
    assert (left(books, meeting_id), runs(books, meeting_id)) == (400, True)


def test_a_minute_more_opens_a_discussion_that_was_ended(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(600)
    books.discussion.end(meeting_id)
    books.discussion.change_length(meeting_id, 1)
    assert (left(books, meeting_id), runs(books, meeting_id)) == (60, True)


def test_starting_where_nothing_is_left_gives_a_minute(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(700)
    books.discussion.end(meeting_id)
    books.discussion.start_or_pause(meeting_id)
    assert left(books, meeting_id) == 60


@pytest.mark.parametrize("step", [Step.SELECTION, Step.APPROVAL])
def test_the_clock_ends_by_itself_once_cases_are_chosen_and_keeps_what_was_left(
    books: Books, meeting_id: int, clock: FixedClock, step: Step
) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(200)
    books.meetings.go_to(meeting_id, step)
    assert books.discussion.overview(meeting_id).countdown.ended
    books.discussion.start_or_pause(meeting_id)
    assert left(books, meeting_id) == 400


def test_while_there_is_time_groups_present_and_others_talk_on(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(200)
    for step in (Step.PROPOSALS, Step.LAST_MONTH, Step.DISCUSSION):
        books.meetings.go_to(meeting_id, step)
    assert (left(books, meeting_id), runs(books, meeting_id)) == (400, True)
    clock.advance(500)
    books.meetings.go_to(meeting_id, Step.PROPOSALS)
    assert books.discussion.overview(meeting_id).countdown.ended


def test_a_clock_that_was_never_started_does_not_end(books: Books, meeting_id: int) -> None:
    books.meetings.go_to(meeting_id, Step.SELECTION)
    assert not books.discussion.overview(meeting_id).countdown.begun


def test_approved_minutes_leave_no_clock_running(books: Books, meeting_id: int) -> None:
    group = books.register.groups()[0]
    books.attendance.count_group(meeting_id, group.id, 2)
    books.discussion.start_or_pause(meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    assert not runs(books, meeting_id)


def test_a_clock_that_goes_back_takes_no_time(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(-7200)
    assert left(books, meeting_id) == 600
    books.discussion.settle(meeting_id)
    clock.advance(60)
    assert left(books, meeting_id) == 540


def test_a_clock_that_jumps_over_days_has_paused(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.discussion.start_or_pause(meeting_id)
    clock.advance(100)
    books.discussion.change_length(meeting_id, 0)
    clock.advance(2 * 24 * 3600)
    assert left(books, meeting_id) == 500
    books.discussion.settle(meeting_id)
    assert (left(books, meeting_id), runs(books, meeting_id)) == (500, False)


def test_the_clock_is_no_act_and_is_not_undone(books: Books, meeting_id: int) -> None:
    before = books.undo.undoable(meeting_id)
    books.discussion.start_or_pause(meeting_id)
    books.discussion.change_length(meeting_id, 1)
    books.discussion.end(meeting_id)
    assert books.undo.undoable(meeting_id) == before


def test_the_clock_of_a_meeting_that_is_over_stands_still(books: Books, meeting_id: int) -> None:
    MeetingRow.update(state=str(MeetingState.APPROVED)).where(MeetingRow.id == meeting_id).execute()
    before = MeetingProgressRow.get(MeetingProgressRow.meeting == meeting_id).countdown_started
    books.discussion.start_or_pause(meeting_id)
    after = MeetingProgressRow.get(MeetingProgressRow.meeting == meeting_id).countdown_started
    assert before is after is None


clocks = st.builds(
    Countdown,
    length=st.integers(60, rules.LONGEST),
    used=st.integers(0, 600),
    started=st.none() | st.integers(-90_000, 90_000).map(lambda s: NOON + timedelta(seconds=s)),
    ended=st.booleans(),
).filter(lambda clock: clock.used <= clock.length and not (clock.ended and clock.started))


@given(clocks)
def test_settling_a_clock_twice_changes_nothing_more(clock: Countdown) -> None:
    once = rules.settled(clock, NOON)
    assert rules.settled(once, NOON) == once
    assert not rules.jumped(once, NOON)


@given(clocks, st.integers(-20, 120))
def test_the_time_left_is_always_between_nought_and_the_longest(
    clock: Countdown, minutes: int
) -> None:
    changed = rules.with_seconds(clock, minutes * 60, NOON)
    assert 0 <= changed.left(NOON) <= rules.LONGEST
    assert changed.used <= changed.length


@given(clocks)
def test_a_clock_that_is_started_has_time_left(clock: Countdown) -> None:
    pressed = rules.started_or_paused(clock, NOON)
    assert not pressed.ended or pressed.started is None
    if pressed.started is not None and pressed.length < rules.LONGEST:
        assert pressed.left(NOON) > 0


# The groups.


def test_every_group_talks_until_it_says_that_it_has_agreed(books: Books, meeting_id: int) -> None:
    overview = books.discussion.overview(meeting_id)
    assert [talk.state for talk in overview.groups] == [TalkState.TALKING] * 5
    first = overview.groups[0].group.id
    books.discussion.toggle_agreed(meeting_id, first)
    overview = books.discussion.overview(meeting_id)
    assert overview.groups[0].state is TalkState.AGREED
    assert overview.agreed == 1


def test_the_groups_that_talk_are_named(books: Books, meeting_id: int) -> None:
    for talk in books.discussion.overview(meeting_id).groups:
        if talk.group.name not in {"Tổ 2", "Tổ 5"}:
            books.discussion.toggle_agreed(meeting_id, talk.group.id)
    assert books.discussion.lacking(meeting_id) == (
        Lack(LackKind.GROUPS_NOT_AGREED, {"groups": "Tổ 2, Tổ 5"}),
    )


def test_a_group_without_members_is_not_waited_for(books: Books, meeting_id: int) -> None:
    books.register.add_group("Tổ 6")
    for talk in books.discussion.overview(meeting_id).groups[:5]:
        books.discussion.toggle_agreed(meeting_id, talk.group.id)
    assert books.discussion.lacking(meeting_id) == ()


def test_agreeing_is_an_act_and_so_is_talking_on(books: Books, meeting_id: int) -> None:
    group = books.register.groups()[1].id
    books.discussion.toggle_agreed(meeting_id, group)
    books.discussion.toggle_agreed(meeting_id, group)
    act = books.undo.undo(meeting_id)
    assert (act.kind, act.values) == (ActKind.GROUP_TALKS_ON, {"group": "Tổ 2"})
    talk = books.discussion.overview(meeting_id).of_group(group)
    assert talk is not None
    assert talk.agreed
    assert books.undo.undo(meeting_id).kind is ActKind.GROUP_AGREED


def test_a_group_whose_proposals_are_written_down_has_agreed(books: Books, meeting_id: int) -> None:
    group = books.register.groups()[0].id
    case = CaseDraft("Nguyễn Thị Mùi", "ngã gãy chân", (Need(HelpForm.LABOUR, "gặt lúa"),))
    books.proposals.propose_case(meeting_id, group, case)
    talk = books.discussion.overview(meeting_id).of_group(group)
    assert talk is not None
    assert (talk.cases, talk.state) == (1, TalkState.TALKING)
    books.proposals.nothing(meeting_id, group, case=False, matter=True)
    talk = books.discussion.overview(meeting_id).of_group(group)
    assert talk is not None
    assert talk.state is TalkState.AGREED


def test_the_step_is_begun_with_the_clock_or_with_a_group(books: Books, meeting_id: int) -> None:
    assert not books.discussion.begun(meeting_id)
    books.discussion.toggle_agreed(meeting_id, books.register.groups()[0].id)
    assert books.discussion.begun(meeting_id)
    books.undo.undo(meeting_id)
    books.discussion.start_or_pause(meeting_id)
    assert books.discussion.begun(meeting_id)
