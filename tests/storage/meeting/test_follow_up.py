"""Step 2: what was promised and is open, what became of it, and how far the targets are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlier_promises import Earlier, next_meeting, promised_before
from sample_cases import decide, pledge_all
from statements import counted_statements
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.records.cases import When
from storage.records.follow_up import Promise
from storage.records.kinds import FulfilmentState
from storage.records.lacks import Lack, LackKind
from storage.records.pledges import Fulfilment
from storage.rules import follow_up as rules
from storage.rules.amounts import MOST_GIVEN, MOST_PEOPLE
from storage.tables import FulfilmentRow, MeetingRow, UrgentReportRow

DONE, PARTLY = FulfilmentState.DONE, FulfilmentState.PARTLY
POSTPONED, NOT_DONE = FulfilmentState.POSTPONED, FulfilmentState.NOT_DONE


@pytest.fixture
def earlier(books: Books, meeting_id: int, clock: FixedClock) -> Earlier:
    """What the meeting of 24 October promised; the running one is of 28 November."""
    return promised_before(books, meeting_id, clock)


def promise(books: Books, meeting_id: int, pledge_id: int) -> Promise:
    """The promise of one pledge, as the meeting sees it."""
    found = books.follow_up.overview(meeting_id).promise(pledge_id)
    assert found is not None
    return found


@contextmanager
def refused(kind: RefusalKind) -> Iterator[None]:
    """The books refuse, and nothing is stored."""
    before = FulfilmentRow.select().count()
    with pytest.raises(Refusal) as refusal:
        yield
    assert refusal.value.kind is kind
    assert FulfilmentRow.select().count() == before


# What is open.


def test_all_that_was_promised_in_the_meeting_before_is_open(
    books: Books, earlier: Earlier
) -> None:
    overview = books.follow_up.overview(earlier.meeting)
    assert len(overview.promises) == 8
    reaping = promise(books, earlier.meeting, earlier.reaping)
    assert reaping.case is not None
    assert reaping.case.addressed == "bà Nguyễn Thị Mùi"
    assert reaping.case.groups == ("Tổ 1",)
    assert reaping.pledge.total == 10
    assert reaping.promised_on == date(2026, 10, 24)
    assert reaping.overdue_days == 27
    assert reaping.missed


def test_an_activity_that_was_agreed_is_a_promise_of_everyone(
    books: Books, earlier: Earlier
) -> None:
    sweeping = promise(books, earlier.meeting, earlier.sweeping)
    assert sweeping.matter is not None
    assert sweeping.matter.what == "tổng vệ sinh đường làng"
    assert sweeping.case is None


def test_what_the_running_meeting_promises_is_not_asked_yet(books: Books, earlier: Earlier) -> None:
    assert books.follow_up.overview(earlier.first).promises == ()
    assert books.follow_up.lacking(earlier.first) == ()


def test_promises_of_an_abandoned_meeting_are_forgotten(books: Books, meeting_id: int) -> None:
    pledge_all(books, meeting_id, decide(books, meeting_id))
    books.meetings.abandon(meeting_id, "bắt đầu nhầm")
    assert books.follow_up.overview(books.meetings.begin().id).promises == ()


def test_what_an_abandoned_meeting_heard_does_not_close_a_promise(
    books: Books, earlier: Earlier
) -> None:
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE)
    books.follow_up.answer(earlier.meeting, earlier.lamp, "UBND xã", "sẽ sửa")
    books.meetings.abandon(earlier.meeting, "bắt đầu nhầm")
    again = books.meetings.begin().id
    assert promise(books, again, earlier.reaping).missed
    assert len(books.follow_up.overview(again).answers) == 1


def test_only_what_is_due_and_unheard_is_missing(books: Books, earlier: Earlier) -> None:
    """The wheelchair is promised for the end of the year: nobody misses it in November."""
    assert promise(books, earlier.meeting, earlier.wheelchair).ahead
    assert books.follow_up.lacking(earlier.meeting) == (
        Lack(LackKind.PROMISES_OPEN, {"count": 7}),
        Lack(LackKind.ANSWERS_OPEN, {"count": 1}),
    )
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE)
    books.follow_up.answer(earlier.meeting, earlier.lamp, "UBND xã", "sẽ sửa trong tháng 12")
    assert books.follow_up.lacking(earlier.meeting) == (Lack(LackKind.PROMISES_OPEN, {"count": 6}),)


def test_the_step_is_begun_once_something_was_told(books: Books, earlier: Earlier) -> None:
    assert not books.follow_up.begun(earlier.meeting)
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE)
    assert books.follow_up.begun(earlier.meeting)


def test_an_answer_awaited_from_earlier_begins_the_step(books: Books, earlier: Earlier) -> None:
    books.follow_up.answer(earlier.meeting, earlier.lamp, "UBND xã", "sẽ sửa")
    assert books.follow_up.begun(earlier.meeting)


# What became of it.


def test_done_without_a_number_is_done_as_promised(books: Books, earlier: Earlier) -> None:
    books.follow_up.record(earlier.meeting, earlier.money, DONE)
    told = promise(books, earlier.meeting, earlier.money).told
    assert told is not None
    assert (told.state, told.given, told.on) == (DONE, 50_000, date(2026, 11, 28))


def test_more_can_be_given_than_was_promised(books: Books, earlier: Earlier) -> None:
    books.follow_up.record(earlier.meeting, earlier.money, DONE, given=60_000, thanks=" cảm ơn ")
    told = promise(books, earlier.meeting, earlier.money).told
    assert told is not None
    assert (told.given, told.thanks) == (60_000, "cảm ơn")


def test_nine_of_ten_came_and_two_who_had_not_signed_up(books: Books, earlier: Earlier) -> None:
    books.follow_up.record(
        earlier.meeting, earlier.reaping, PARTLY, given=9, came=2, result="gặt xong 3 sào"
    )
    told = promise(books, earlier.meeting, earlier.reaping).told
    assert told is not None
    assert (told.given, told.came, told.result) == (9, 2, "gặt xong 3 sào")


def test_what_was_done_counts_for_the_day_it_was_promised_for(
    books: Books, earlier: Earlier
) -> None:
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE)
    told = promise(books, earlier.meeting, earlier.reaping).told
    assert told is not None
    assert told.on == date(2026, 11, 1)


def test_the_day_it_was_done_can_be_said(books: Books, earlier: Earlier) -> None:
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE, on=date(2026, 11, 3))
    told = promise(books, earlier.meeting, earlier.reaping).told
    assert told is not None
    assert told.on == date(2026, 11, 3)


def test_what_is_done_was_not_done_tomorrow(books: Books, earlier: Earlier) -> None:
    with refused(RefusalKind.DAY_DONE_INVALID):
        books.follow_up.record(earlier.meeting, earlier.reaping, DONE, on=date(2026, 11, 29))


def test_told_again_in_the_same_meeting_replaces_what_was_told(
    books: Books, earlier: Earlier
) -> None:
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE)
    books.follow_up.record(earlier.meeting, earlier.reaping, NOT_DONE, reason="mưa cả tuần")
    told = promise(books, earlier.meeting, earlier.reaping).told
    assert told is not None
    assert (told.state, told.reason, told.given) == (NOT_DONE, "mưa cả tuần", None)
    assert FulfilmentRow.select().count() == 1


def test_what_was_told_in_this_meeting_stays_in_sight(books: Books, earlier: Earlier) -> None:
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE)
    overview = books.follow_up.overview(earlier.meeting)
    assert len(overview.promises) == 8
    assert overview.told == 1


def test_what_is_done_is_not_asked_again_in_the_next_meeting(
    books: Books, earlier: Earlier, clock: FixedClock
) -> None:
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE)
    books.follow_up.record(earlier.meeting, earlier.money, NOT_DONE, reason="đã có bảo hiểm")
    books.follow_up.answer(earlier.meeting, earlier.lamp, "UBND xã", "đã sửa")
    later = next_meeting(books, earlier.meeting, clock, 28)
    overview = books.follow_up.overview(later)
    assert {each.pledge.id for each in overview.promises}.isdisjoint(
        {earlier.reaping, earlier.money}
    )
    assert overview.answers == ()


def test_what_was_done_in_part_is_asked_again(
    books: Books, earlier: Earlier, clock: FixedClock
) -> None:
    books.follow_up.record(earlier.meeting, earlier.reaping, PARTLY, given=6)
    later = next_meeting(books, earlier.meeting, clock, 28)
    again = promise(books, later, earlier.reaping)
    assert again.told is None
    assert again.before is not None
    assert again.before.given == 6


def test_what_was_put_off_is_due_at_its_new_day(
    books: Books, earlier: Earlier, clock: FixedClock
) -> None:
    december = When("ngày 20/12", date(2026, 12, 20), date(2026, 12, 20))
    books.follow_up.record(earlier.meeting, earlier.wheelchair, POSTPONED, postponed_to=december)
    later = next_meeting(books, earlier.meeting, clock, 28)
    again = promise(books, later, earlier.wheelchair)
    assert again.due == december
    assert again.overdue_days == 6


def test_what_is_told_is_one_act_with_its_name_and_can_be_taken_back(
    books: Books, earlier: Earlier
) -> None:
    books.follow_up.record(earlier.meeting, earlier.reaping, PARTLY, given=9)
    books.follow_up.record(earlier.meeting, earlier.sweeping, DONE)
    act = books.undo.undo(earlier.meeting)
    assert (act.kind, act.values["what"], act.values["person"]) == (
        ActKind.FULFILMENT_RECORDED,
        "tổng vệ sinh đường làng",
        "",
    )
    act = books.undo.undo(earlier.meeting)
    assert (act.kind, act.values["person"]) == (ActKind.PARTLY_FULFILLED, "bà Nguyễn Thị Mùi")
    assert promise(books, earlier.meeting, earlier.reaping).told is None
    books.undo.redo(earlier.meeting)
    told = promise(books, earlier.meeting, earlier.reaping).told
    assert told is not None
    assert told.given == 9


def test_what_is_not_done_needs_a_reason(books: Books, earlier: Earlier) -> None:
    with refused(RefusalKind.REASON_MISSING):
        books.follow_up.record(earlier.meeting, earlier.reaping, NOT_DONE, reason="  ")


def test_what_is_put_off_needs_a_time(books: Books, earlier: Earlier) -> None:
    with refused(RefusalKind.NEW_DAY_MISSING):
        books.follow_up.record(earlier.meeting, earlier.reaping, POSTPONED)


@pytest.mark.parametrize("given", [0, -1])
def test_what_is_given_is_at_least_one(books: Books, earlier: Earlier, given: int) -> None:
    with refused(RefusalKind.NUMBER_INVALID):
        books.follow_up.record(earlier.meeting, earlier.reaping, PARTLY, given=given)


def test_more_than_a_club_can_mean_is_refused(books: Books, earlier: Earlier) -> None:
    """The highest promise that is kept by the most people still has room in the books."""
    most = MOST_GIVEN * MOST_PEOPLE
    books.follow_up.record(earlier.meeting, earlier.money, DONE, given=most, came=MOST_PEOPLE)
    told = promise(books, earlier.meeting, earlier.money).told
    assert told is not None
    assert told.given == most
    with refused(RefusalKind.NUMBER_TOO_HIGH):
        books.follow_up.record(earlier.meeting, earlier.money, DONE, given=most + 1)
    with refused(RefusalKind.NUMBER_TOO_HIGH):
        books.follow_up.record(earlier.meeting, earlier.money, DONE, came=MOST_PEOPLE + 1)


def test_a_promise_of_the_running_meeting_cannot_be_told_of(books: Books, earlier: Earlier) -> None:
    with refused(RefusalKind.PLEDGE_MISSING):
        books.follow_up.record(earlier.meeting, 9999, DONE)


def test_nothing_is_told_once_the_minutes_are_approved(books: Books, earlier: Earlier) -> None:
    MeetingRow.update(state="approved").where(MeetingRow.id == earlier.meeting).execute()
    with refused(RefusalKind.MEETING_APPROVED):
        books.follow_up.record(earlier.meeting, earlier.reaping, DONE)


# The answers of the locality.


def test_an_answer_is_awaited_until_there_is_one(books: Books, earlier: Earlier) -> None:
    overview = books.follow_up.overview(earlier.meeting)
    (lamp,) = overview.answers
    assert (lamp.matter.what, lamp.agreed_on) == ("đèn đường ngõ 3 hỏng", date(2026, 10, 24))
    assert lamp.missed
    books.follow_up.answer(earlier.meeting, earlier.lamp, "ông Tám", "sẽ sửa trong tháng 12")
    (lamp,) = books.follow_up.overview(earlier.meeting).answers
    assert lamp.told is not None
    assert (lamp.told.by, lamp.told.text) == ("ông Tám", "sẽ sửa trong tháng 12")
    assert lamp.told.on == date(2026, 11, 28)


def test_an_answer_told_again_replaces_the_one_of_this_meeting(
    books: Books, earlier: Earlier
) -> None:
    books.follow_up.answer(earlier.meeting, earlier.lamp, "", "sẽ sửa")
    books.follow_up.answer(earlier.meeting, earlier.lamp, "UBND xã", "đã sửa xong")
    found = books.follow_up.overview(earlier.meeting).answer(earlier.lamp)
    assert found is not None
    assert len(found.matter.answers) == 1
    assert found.matter.answers[0].text == "đã sửa xong"


def test_an_answer_has_words_and_a_matter(books: Books, earlier: Earlier) -> None:
    with refused(RefusalKind.TEXT_MISSING):
        books.follow_up.answer(earlier.meeting, earlier.lamp, "UBND xã", " ")
    with refused(RefusalKind.PROPOSAL_MISSING):
        books.follow_up.answer(earlier.meeting, 9999, "UBND xã", "đã sửa")


# What could not wait.


def test_urgent_help_since_the_meeting_before_is_reported(books: Books, earlier: Earlier) -> None:
    leader = books.register.groups()[0].leader_id
    for day in ("2026-10-20", "2026-11-10"):
        UrgentReportRow.create(
            hardship_case=earlier.cases.luc,
            reported_by=leader,
            reported_at=f"{day}T09:00:00+07:00",
            decision="giúp ngay 200.000 đ",
            helped_at=f"{day}T15:00:00+07:00",
        )
    (story,) = books.follow_up.overview(earlier.meeting).urgent
    assert story.case.addressed == "anh Trần Văn Lực"
    assert story.reported_by == "bà Nguyễn Thị An"
    assert (story.reported_at.day, story.hours) == (10, 6)


def test_urgent_help_that_came_or_was_written_down_later_is_reported_too(
    books: Books, earlier: Earlier
) -> None:
    for words, entered, helped in (
        ("báo rồi, nay mới giúp", "2026-10-20T09:00:00+07:00", "2026-11-10T09:00:00+07:00"),
        ("nay mới ghi", "2026-11-10T09:00:00+07:00", "2026-10-20T19:00:00+07:00"),
    ):
        UrgentReportRow.create(
            hardship_case=earlier.cases.luc,
            reported_at="2026-10-20T09:00:00+07:00",
            entered_at=entered,
            help_given=words,
            helped_at=helped,
        )
    told = [story.help_given for story in books.follow_up.overview(earlier.meeting).urgent]
    assert told == ["báo rồi, nay mới giúp", "nay mới ghi"]


# The targets.


def test_a_new_club_is_measured_by_the_months_it_has(books: Books, earlier: Earlier) -> None:
    targets = books.follow_up.overview(earlier.meeting).targets
    assert (targets.month, targets.months) == (date(2026, 11, 1), 2)
    assert (targets.activities, targets.helped) == (0, 0)
    books.follow_up.record(earlier.meeting, earlier.reaping, DONE)
    books.follow_up.record(earlier.meeting, earlier.money, PARTLY, given=20_000)
    books.follow_up.record(earlier.meeting, earlier.sweeping, DONE)
    targets = books.follow_up.overview(earlier.meeting).targets
    assert (targets.activities, targets.helped, targets.average) == (1, 2, 1.0)
    assert targets.community_met
    assert targets.persons_met


def test_a_person_helped_twice_in_a_month_counts_once(books: Books, earlier: Earlier) -> None:
    for each in books.follow_up.overview(earlier.meeting).promises:
        if each.case is not None and each.case.id == earlier.cases.hien:
            books.follow_up.record(earlier.meeting, each.pledge.id, DONE)
    UrgentReportRow.create(
        hardship_case=earlier.cases.hien,
        reported_at="2026-11-10T09:00:00+07:00",
        helped_at="2026-11-10T10:00:00+07:00",
    )
    assert books.follow_up.overview(earlier.meeting).targets.helped == 1


def test_the_number_of_statements_does_not_grow_with_the_books(
    books: Books, earlier: Earlier, clock: FixedClock
) -> None:
    with counted_statements() as count:
        books.follow_up.overview(earlier.meeting)
        before = count()
    later = next_meeting(books, earlier.meeting, clock, 28)
    pledge_all(books, later, decide(books, later))
    last = next_meeting(books, later, clock, 28)
    with counted_statements() as count:
        overview = books.follow_up.overview(last)
        assert count() <= before
    assert len(overview.promises) == 15


days = st.dates(date(2000, 1, 1), date(2100, 12, 28))


@given(days, st.integers(-400, 400))
def test_a_day_is_either_ahead_or_behind_or_today(day: date, away: int) -> None:
    due = When("", None, day + timedelta(days=away))
    overdue = rules.overdue_days(due, day)
    assert overdue == max(0, -away)
    assert rules.is_ahead(due, day) == (away > 0)


@given(days)
def test_what_nobody_knows_the_day_of_is_neither_overdue_nor_ahead(day: date) -> None:
    due = When("trong vụ gặt")
    assert (rules.overdue_days(due, day), rules.is_ahead(due, day)) == (0, False)


@given(days, days, days)
def test_what_was_done_was_done_before_it_was_told(due: date, previous: date, day: date) -> None:
    previous = min(previous, day)
    on = rules.kept_on(When("", due, due), previous, day)
    assert previous <= on <= day


@given(
    days,
    days,
    st.lists(st.tuples(days, st.integers(1, 3))),
    st.lists(st.tuples(days, st.integers(1, 3))),
)
def test_the_average_is_over_at_most_a_year(
    day: date,
    since: date,
    activities: list[tuple[date, int]],
    helped: list[tuple[date, int]],
) -> None:
    targets = rules.targets(day, since, activities, helped)
    assert 1 <= targets.months <= 12
    assert targets.persons_met == (targets.average >= 1)
    assert targets.helped <= len(helped)
    assert targets == rules.targets(day, since, activities * 2, helped * 2)


def test_the_last_twelve_months_end_with_the_months_of_the_meeting() -> None:
    day = date(2026, 10, 24)
    helped = [(date(2025, 10, 31), 1), (date(2025, 11, 1), 1), (date(2026, 10, 31), 1)]
    targets = rules.targets(day, date(2020, 1, 1), (), helped)
    assert (targets.helped, targets.months) == (2, 12)


@given(st.sampled_from(FulfilmentState), st.integers(1, 99), st.integers(0, 99), st.text())
def test_what_was_told_keeps_only_what_its_state_says(
    state: FulfilmentState, given: int, came: int, words: str
) -> None:
    told = Fulfilment(0, state, date(2026, 11, 28), given, came, words, words, words, When(words))
    cleaned = rules.cleaned(told, None)
    assert rules.cleaned(cleaned, None) == cleaned
    if state in {POSTPONED, NOT_DONE}:
        assert (cleaned.given, cleaned.came, cleaned.thanks) == (None, None, "")
    if state is not POSTPONED:
        assert cleaned.postponed_to == When()
    assert rules.fault(replace(cleaned, reason="mưa", postponed_to=When("mai"))) is None
