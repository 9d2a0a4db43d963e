"""What becomes of a promise between meetings, and the answers of the locality (S11, S31)."""

from __future__ import annotations

from datetime import date

import pytest

from earlier_promises import Earlier, promised_and_over, promised_before
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal
from storage.records.cases import When
from storage.records.community import Answer
from storage.records.kinds import FulfilmentState, MeetingState
from storage.records.pledges import Fulfilment
from storage.records.tracking import TrackingFilter
from storage.tables import MeetingRow

TODAY = date(2026, 12, 8)


@pytest.fixture
def between(books: Books, meeting_id: int, clock: FixedClock) -> Earlier:
    """Ten days after a second meeting that heard of nothing, with no meeting held."""
    return promised_and_over(books, meeting_id, clock)


def told(
    state: FulfilmentState, given: int | None = None, result: str = "", reason: str = ""
) -> Fulfilment:
    return Fulfilment(0, state, TODAY, given, result=result, reason=reason)


def test_the_next_meeting_hears_of_it_in_its_second_step(books: Books, between: Earlier) -> None:
    books.follow_up.record_between(
        between.reaping, told(FulfilmentState.PARTLY, 9, result="gặt xong"), date(2026, 12, 1)
    )
    meeting = books.meetings.begin()
    promise = books.follow_up.overview(meeting.id).promise(between.reaping)
    assert promise is not None
    assert promise.told is not None
    assert (promise.told.given, promise.told.on) == (9, date(2026, 12, 1))
    blocks = [str(part.blocks) for part in books.minutes.content(meeting.id).parts]
    assert any("thực tế 9 ngày công. Gặt xong." in text for text in blocks)


def test_told_again_before_the_meeting_it_replaces_what_was_told(
    books: Books, between: Earlier
) -> None:
    books.follow_up.record_between(between.reaping, told(FulfilmentState.DONE))
    books.follow_up.record_between(between.reaping, told(FulfilmentState.NOT_DONE, reason="mưa"))
    promise = books.follow_up.promise_now(between.reaping)
    assert [each.state for each in promise.pledge.fulfilments] == [FulfilmentState.NOT_DONE]


def test_an_abandoned_meeting_gives_it_back_to_the_next(books: Books, between: Earlier) -> None:
    books.follow_up.record_between(between.reaping, told(FulfilmentState.DONE))
    books.meetings.abandon(books.meetings.begin().id, "nhầm")
    promise = books.follow_up.promise_now(between.reaping)
    assert promise.told is not None
    meeting = books.meetings.begin()
    again = books.follow_up.overview(meeting.id).promise(between.reaping)
    assert again is not None
    assert again.told is not None


def test_what_a_meeting_has_heard_stays_as_it_was_told(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    earlier = promised_before(books, meeting_id, clock)
    books.follow_up.record(earlier.meeting, earlier.reaping, FulfilmentState.DONE)
    MeetingRow.update(state=str(MeetingState.SEALED)).where(
        MeetingRow.id == earlier.meeting
    ).execute()
    with pytest.raises(Refusal, match="pledge_settled"):
        books.follow_up.record_between(earlier.reaping, told(FulfilmentState.DONE))


def test_while_a_meeting_is_held_it_is_told_in_that_meeting(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    earlier = promised_before(books, meeting_id, clock)
    books.follow_up.record_between(earlier.reaping, told(FulfilmentState.DONE))
    promise = books.follow_up.overview(earlier.meeting).promise(earlier.reaping)
    assert promise is not None
    assert promise.told is not None
    books.undo.undo(earlier.meeting)
    assert books.follow_up.promise_now(earlier.reaping).told is None


def test_what_was_put_off_between_meetings_is_due_then(books: Books, between: Earlier) -> None:
    put_off = Fulfilment(
        0,
        FulfilmentState.POSTPONED,
        TODAY,
        postponed_to=When("20/12", date(2026, 12, 20), date(2026, 12, 20)),
    )
    books.follow_up.record_between(between.reaping, put_off)
    (entry,) = (
        each
        for each in books.tracking.entries(TrackingFilter())
        if between.reaping in {pledge.id for pledge in each.pledges}
    )
    assert entry.pledges[0].fulfilments[-1].postponed_to.last == date(2026, 12, 20)


def test_a_day_that_is_still_to_come_is_refused(books: Books, between: Earlier) -> None:
    with pytest.raises(Refusal, match="day_done_invalid"):
        books.follow_up.record_between(
            between.reaping, told(FulfilmentState.DONE), date(2026, 12, 9)
        )


def test_answers_follow_each_other_until_the_matter_is_settled(
    books: Books, between: Earlier
) -> None:
    asked = Answer(date(2026, 12, 1), "Chủ tịch UBND xã", "đang xem xét", settled=False)
    books.follow_up.answer_between(between.lamp, asked)
    books.follow_up.answer_between(
        between.lamp, Answer(date(2026, 12, 8), "Phó Chủ tịch", "đã thay bóng", settled=False)
    )
    meeting = books.meetings.begin()
    awaited = books.follow_up.overview(meeting.id).answer(between.lamp)
    assert awaited is not None
    assert awaited.told is not None
    assert awaited.told.text == "đã thay bóng"
    MeetingRow.update(state=str(MeetingState.SEALED)).where(MeetingRow.id == meeting.id).execute()
    # Not settled: the meeting after asks again; settled between, it no longer does.
    following = books.meetings.begin()
    assert books.follow_up.overview(following.id).answer(between.lamp) is not None
    books.meetings.abandon(following.id, "nhầm")
    books.follow_up.answer_between(
        between.lamp, Answer(date(2026, 12, 8), "UBND xã", "đèn đã sáng")
    )
    last = books.meetings.begin()
    told_here = books.follow_up.overview(last.id).answer(between.lamp)
    assert told_here is not None
    assert told_here.told is not None
    assert told_here.told.settled
