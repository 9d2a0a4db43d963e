"""The approval of the minutes, their correction, their prints, and finding them."""

from __future__ import annotations

import pytest

import sample_minutes
from minutes_text import refusal
from sample_cases import SampleCases
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.kinds import (
    CountSubject,
    MeetingState,
    Step,
)
from storage.records.lacks import LackKind
from storage.records.minutes import (
    MinutesState,
)
from storage.tables import (
    HandCountRow,
)


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The whole sample meeting, up to the approval of its minutes."""
    return sample_minutes.hold(books, meeting_id)


def kinds(books: Books, meeting_id: int) -> list[LackKind]:
    """What step 8 still lacks."""
    return [lack.kind for lack in books.minutes.lacking(meeting_id)]


def test_approval_gives_the_number_and_the_hour_of_the_end(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    clock.advance(70 * 60)
    books.minutes.approve(meeting_id, unanimous=True)
    content = books.minutes.content(meeting_id)
    assert content.number == 1
    assert content.state is MinutesState.APPROVED
    assert [each.text for each in content.closing] == [
        "Thông qua biên bản: CLB nhất trí (55/55 người dự).",
        "Cuộc họp kết thúc vào 09 giờ 40, ngày 24 tháng 10 năm 2026./.",
    ]


def test_approval_by_hands_tells_the_result(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=False, in_favour=50, against=2, other=1)
    assert books.minutes.content(meeting_id).closing[0].text == (
        "Thông qua biên bản: Lấy ý kiến bằng giơ tay: số người dự 55; tán thành 50; "
        "không tán thành 02; ý kiến khác 01."
    )


@pytest.mark.parametrize(
    ("in_favour", "against", "other", "kind"),
    [
        (40, 10, 6, RefusalKind.MORE_HANDS_THAN_PRESENT),
        (-1, 0, 0, RefusalKind.NUMBER_INVALID),
        (27, 0, 0, RefusalKind.MINUTES_NOT_CARRIED),
    ],
)
def test_approval_needs_possible_hands_that_carry_it(
    books: Books,
    meeting_id: int,
    in_favour: int,
    against: int,
    other: int,
    kind: RefusalKind,
) -> None:
    def approve() -> None:
        books.minutes.approve(
            meeting_id, unanimous=False, in_favour=in_favour, against=against, other=other
        )

    assert refusal(approve) is kind
    assert books.meetings.get(meeting_id).state is MeetingState.RUNNING


def test_approval_needs_someone_present(books: Books) -> None:
    meeting = books.meetings.begin()
    kind = refusal(lambda: books.minutes.approve(meeting.id, unanimous=True))
    assert kind is RefusalKind.NOBODY_PRESENT


def test_approval_ends_what_can_be_undone(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    assert refusal(lambda: books.undo.undo(meeting_id)) is RefusalKind.MEETING_APPROVED
    kind = refusal(lambda: books.secretary.write_note(meeting_id, Step.COMMUNITY, "Thêm."))
    assert kind is RefusalKind.MEETING_APPROVED


def test_the_numbers_run_within_the_year(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    clock.advance(28 * 24 * 3600)
    numbers = []
    for weeks in (4, 12):
        meeting = books.meetings.begin()
        for group in books.register.groups():
            books.attendance.count_group(meeting.id, group.id, group.members)
        books.minutes.give_reason(meeting.id, no_case="không có", no_community="mưa bão")
        books.minutes.approve(meeting.id, unanimous=True)
        books.minutes.seal(meeting.id)
        numbers.append((meeting.day.year, books.minutes.content(meeting.id).number))
        clock.advance(weeks * 7 * 24 * 3600)
    assert numbers == [(2026, 2), (2026, 3)]
    assert books.meetings.begin().day.year == 2027


def test_approved_minutes_can_be_opened_again_and_keep_their_number(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.reopen(meeting_id)
    assert books.meetings.get(meeting_id).state is MeetingState.RUNNING
    assert books.minutes.overview(meeting_id).number == 1
    books.minutes.approve(meeting_id, unanimous=False, in_favour=55)
    assert books.minutes.overview(meeting_id).number == 1
    counted = HandCountRow.select().where(HandCountRow.subject == str(CountSubject.MINUTES))
    assert [row.in_favour for row in counted] == [55]


def test_approval_of_a_later_correction_keeps_the_hour_of_the_end(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    ended = books.meetings.get(meeting_id).ended
    clock.advance(20 * 3600)
    books.minutes.reopen(meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    assert books.meetings.get(meeting_id).ended == ended


def test_taking_back_the_reopening_makes_them_approved_again(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    approved = books.minutes.content(meeting_id)
    books.minutes.reopen(meeting_id)
    assert books.undo.undo(meeting_id).kind is ActKind.MINUTES_REOPENED
    assert books.minutes.content(meeting_id) == approved


def test_opening_again_what_is_not_approved_is_refused(books: Books, meeting_id: int) -> None:
    assert refusal(lambda: books.minutes.reopen(meeting_id)) is RefusalKind.NOT_APPROVED


def test_prints_of_a_draft_leave_no_trace(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    assert books.minutes.digest(meeting_id) == ""
    books.minutes.printed(meeting_id, books.minutes.digest(meeting_id))
    assert not books.minutes.overview(meeting_id).printed


def test_prints_are_right_until_something_is_corrected(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.printed(meeting_id, books.minutes.digest(meeting_id))
    assert not books.minutes.overview(meeting_id).print_outdated
    books.minutes.reopen(meeting_id)
    assert not books.minutes.overview(meeting_id).print_outdated
    books.secretary.write_note(meeting_id, Step.COMMUNITY, "Mang chổi.")
    assert books.minutes.overview(meeting_id).print_outdated
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.printed(meeting_id, books.minutes.digest(meeting_id))
    assert not books.minutes.overview(meeting_id).print_outdated


def test_what_is_missing_is_the_reasons_then_the_approval_then_the_seal(
    books: Books, meeting_id: int
) -> None:
    assert kinds(books, meeting_id) == [
        LackKind.NO_CASE_REASON,
        LackKind.NO_COMMUNITY_REASON,
        LackKind.NOT_APPROVED,
    ]
    books.minutes.give_reason(meeting_id, no_case="không có")
    assert kinds(books, meeting_id) == [LackKind.NO_COMMUNITY_REASON, LackKind.NOT_APPROVED]
    books.minutes.give_reason(meeting_id, no_community="mưa bão")
    books.minutes.approve(meeting_id, unanimous=True)
    assert kinds(books, meeting_id) == [LackKind.NOT_SEALED]
    books.minutes.seal(meeting_id)
    assert kinds(books, meeting_id) == []


def test_an_empty_reason_is_refused(books: Books, meeting_id: int) -> None:
    kind = refusal(lambda: books.minutes.give_reason(meeting_id, no_case=" "))
    assert kind is RefusalKind.REASON_MISSING


def test_the_step_begins_with_the_first_thing_recorded(books: Books, meeting_id: int) -> None:
    assert not books.minutes.begun(meeting_id)
    books.secretary.write_note(meeting_id, Step.APPROVAL, "Đã đọc lại.")
    assert books.minutes.begun(meeting_id)


def test_minutes_are_found_by_month_and_place_in_it(books: Books, meeting_id: int) -> None:
    assert books.minutes.find(2026, 10, 1) == meeting_id
    for wanted in ((2026, 10, 2), (2026, 9, 1), (2026, 10, 0)):
        assert refusal(lambda: books.minutes.find(*wanted)) is RefusalKind.MEETING_MISSING  # noqa: B023


def test_finding_minutes_passes_over_an_abandoned_meeting(books: Books, meeting_id: int) -> None:
    books.meetings.abandon(meeting_id, "bấm nhầm")
    second = books.meetings.begin()
    assert books.minutes.find(2026, 10, 1) == second.id


def test_the_last_minutes_are_those_that_are_final(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    assert books.minutes.last_sealed_or_approved() is None
    books.minutes.approve(meeting_id, unanimous=True)
    assert books.minutes.last_sealed_or_approved() == meeting_id
