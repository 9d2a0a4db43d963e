"""Chăm sóc tại nhà: survey, needs, next solution, state, and back to the club (S29)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import sample_minutes
from sample_cases import HIEN
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.home_care import CareCase, SurveyDraft
from storage.records.kinds import Outcome, ReferralState
from storage.records.urgent import UrgentDraft
from storage.safekeeping.checking import check_books

ENDED = ReferralState.ENDED
SURVEY = SurveyDraft("cần người tắm rửa, nấu ăn", solution="mỗi ngày một người đến")


def refused(kind: RefusalKind) -> pytest.RaisesExc[Refusal]:
    return pytest.RaisesExc(Refusal, check=lambda error: error.kind is kind)


@pytest.fixture
def care(books: Books, meeting_id: int, clock: FixedClock) -> CareCase:
    """Cụ Hiền's case, passed to the volunteers by a meeting that is sealed."""
    sample_minutes.hold_and_seal(books, meeting_id)
    clock.advance(timedelta(days=3).total_seconds())
    (only,) = books.home_care.overview().cases
    return only


def case_now(books: Books) -> CareCase:
    (only,) = books.home_care.overview().cases
    return only


def test_a_case_waits_for_its_survey_after_the_seal(books: Books, care: CareCase) -> None:
    assert care.state is ReferralState.WAITING
    assert care.referred_on == date(2026, 10, 24)
    assert books.home_care.overview().waiting == 1


def test_of_the_cases_that_are_over_the_newest_are_shown_and_the_others_on_request(
    books: Books, care: CareCase
) -> None:
    books.home_care.set_state(care.id, ENDED)
    assert not books.home_care.overview().earlier
    for _time in range(7):
        books.home_care.refer(care.case.id)
        books.home_care.set_state(newest(books), ENDED)
    books.home_care.refer(care.case.id)

    first, more = books.home_care.overview(), books.home_care.overview(more=True)
    assert [each.state for each in first.cases] == [ReferralState.WAITING] + [ENDED] * 6
    assert first.cases[1].id == newest(books) - 1
    assert first.earlier
    assert [each.state for each in more.cases] == [ReferralState.WAITING] + [ENDED] * 8
    assert not more.earlier


def newest(books: Books) -> int:
    """The referral that was made last."""
    return max(each.id for each in books.home_care.overview().cases)


def test_a_survey_tells_the_needs_and_what_comes_next(books: Books, care: CareCase) -> None:
    member = books.register.members()[0]
    today = books.clock.today()
    survey = SurveyDraft(SURVEY.needs_found, member.id, today, SURVEY.solution)
    books.home_care.survey(care.id, survey)
    assert case_now(books).survey == survey
    assert case_now(books).survey_by == member.addressed
    assert case_now(books).state is ReferralState.SURVEYED
    books.home_care.set_state(care.id, ReferralState.CARED_FOR)
    books.home_care.survey(care.id, survey)
    assert case_now(books).state is ReferralState.CARED_FOR
    assert books.undo.history_between()[0].values["person"] == "cụ Phạm Thị Hiền"
    assert check_books() == []


def test_a_survey_needs_a_day_that_has_come_and_words(books: Books, care: CareCase) -> None:
    today = books.clock.today()
    with refused(RefusalKind.TEXT_MISSING):
        books.home_care.survey(care.id, SurveyDraft(" ", on=today))
    with refused(RefusalKind.DAY_UNCLEAR):
        books.home_care.survey(care.id, SURVEY)
    with refused(RefusalKind.DAY_AHEAD):
        books.home_care.survey(care.id, SurveyDraft("gạo", on=today + timedelta(days=1)))
    with refused(RefusalKind.REFERRAL_MISSING):
        books.home_care.set_state(99, ReferralState.ENDED)


def test_a_case_that_is_brought_back_is_offered_in_steps_4_and_5_until_it_is_decided(
    books: Books, care: CareCase, clock: FixedClock
) -> None:
    with refused(RefusalKind.REASON_MISSING):
        books.home_care.bring_back(care.id, "")
    books.home_care.bring_back(care.id, "cần xe lăn")
    meeting = books.meetings.begin().id
    noted = [each.case for each in books.proposals.overview(meeting).noted_cases]
    assert care.case.id in {each.id for each in noted if each.brought_back}
    table = books.selection.overview(meeting).cases
    assert care.case.id in {each.case.id for each in table}
    books.selection.set_way(meeting, care.case.id, Outcome.ENDED, "đã có xe lăn")
    clock.advance(timedelta(days=28).total_seconds())
    assert care.case.id not in books_waiting(books, meeting + 1)


def books_waiting(books: Books, meeting_id: int) -> set[int]:
    return {each.case.id for each in books.proposals.overview(meeting_id).noted_cases}


def test_a_case_that_is_not_brought_back_after_all_is_not_offered(
    books: Books, care: CareCase
) -> None:
    books.home_care.bring_back(care.id, "cần xe lăn")
    books.home_care.set_state(care.id, ReferralState.CARED_FOR)
    meeting = books.meetings.begin().id
    assert care.case.id not in books_waiting(books, meeting)


def test_in_a_meeting_it_is_undone_like_every_act(books: Books, care: CareCase) -> None:
    meeting = books.meetings.begin().id
    books.home_care.bring_back(care.id, "cần xe lăn")
    assert care.case.id in books_waiting(books, meeting)
    books.undo.undo(meeting)
    assert care.case.id not in books_waiting(books, meeting)
    assert case_now(books).state is ReferralState.WAITING


def test_what_could_not_wait_is_passed_on_between_meetings(books: Books) -> None:
    books.urgent.report(UrgentDraft(HIEN, books.clock.now(), cause="ngã nặng"))
    case_id = books.urgent.overview().open[0].story.case.id
    books.home_care.refer(case_id)
    assert case_now(books).referred_on == books.clock.today()
    with refused(RefusalKind.ALREADY_REFERRED):
        books.home_care.refer(case_id)
    assert check_books() == []
