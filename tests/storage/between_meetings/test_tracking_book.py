"""Sổ theo dõi: an entry for each case and matter of each meeting, and what came of it (S33)."""

from __future__ import annotations

from datetime import date

import pytest

import sample_minutes
from sample_cases import SampleCases
from statements import statements_of
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import When
from storage.records.kinds import (
    CaseEventKind,
    FulfilmentState,
    HelpForm,
    MeetingState,
    Outcome,
    ReferralState,
)
from storage.records.tracking import EntryKind, EntryState, TrackedEntry, TrackingFilter
from storage.rules import tracking as rules
from storage.tables import CaseEventRow, MeetingRow, PledgeRow, UrgentReportRow

ALL = TrackingFilter()


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting of 24 October, and in November nothing yet."""
    return sample_minutes.hold(books, meeting_id)


@pytest.fixture
def november(books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock) -> int:
    """The running meeting of 28 November, which hears of what October promised."""
    MeetingRow.update(state=str(MeetingState.SEALED)).where(MeetingRow.id == meeting_id).execute()
    clock.advance(35 * 24 * 3600)
    return books.meetings.begin().id


def of_case(books: Books, case_id: int, asked: TrackingFilter = ALL) -> TrackedEntry:
    """The only entry of a case."""
    entries = books.tracking.entries(asked)
    (entry,) = (each for each in entries if each.case is not None and each.case.id == case_id)
    return entry


def names(entries: tuple[TrackedEntry, ...]) -> list[str]:
    """What the entries are about, in short."""
    return [
        each.case.person.name if each.case else each.matter.what if each.matter else ""
        for each in entries
    ]


def of_form(case_id: int, form: HelpForm) -> int:
    """The pledge of this form for a case."""
    row = PledgeRow.get(PledgeRow.hardship_case == case_id, PledgeRow.form == str(form))
    return int(row.id)


def test_every_case_and_matter_of_a_meeting_is_an_entry(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    entries = books.tracking.entries(ALL)
    assert names(entries) == [
        "Nguyễn Thị Mùi",
        "Trần Văn Lực",
        "Phạm Thị Hiền",
        "Lê Văn Sơn",
        "Vũ Thị Bình",
        "tổng vệ sinh đường làng",
        "đèn đường ngõ 3 hỏng",
        "quét vôi lại cổng làng",
    ]
    assert {each.day for each in entries} == {date(2026, 10, 24)}
    assert {each.meeting_id for each in entries} == {meeting_id}
    hien = of_case(books, cases.hien)
    assert hien.groups == ("Tổ 3", "Tổ 5")
    assert hien.outcome is Outcome.CHOSEN
    assert [each.draft.what for each in hien.pledges] == ["chăn", "quần áo"]
    assert hien.referral is not None
    assert hien.referral.state is ReferralState.WAITING
    kinds = [each.kind for each in entries]
    assert kinds[5:] == [EntryKind.ACTIVITY, EntryKind.LOCALITY, EntryKind.ACTIVITY]
    assert [each.state for each in entries] == [EntryState.OPEN] * 7 + [EntryState.NOT_DONE]


def test_an_entry_is_as_far_as_what_was_told_of_its_promises(
    books: Books, cases: SampleCases, november: int
) -> None:
    record = books.follow_up.record
    record(november, of_form(cases.mui, HelpForm.LABOUR), FulfilmentState.DONE)
    record(november, of_form(cases.luc, HelpForm.MONEY), FulfilmentState.PARTLY, given=20_000)
    record(november, of_form(cases.hien, HelpForm.GOODS), FulfilmentState.DONE)
    record(
        november,
        of_form(cases.binh, HelpForm.SKILL),
        FulfilmentState.NOT_DONE,
        reason="lợn khỏi",
    )
    books.follow_up.answer(november, _lamp(books), "UBND xã", "sẽ thay bóng trong tháng")
    states = {name: each.state for each in books.tracking.entries(ALL) for name in names((each,))}
    assert states == {
        "Nguyễn Thị Mùi": EntryState.DONE,
        "Trần Văn Lực": EntryState.PARTLY,
        # One of her two things is still to come.
        "Phạm Thị Hiền": EntryState.PARTLY,
        "Lê Văn Sơn": EntryState.OPEN,
        "Vũ Thị Bình": EntryState.NOT_DONE,
        "tổng vệ sinh đường làng": EntryState.OPEN,
        "đèn đường ngõ 3 hỏng": EntryState.DONE,
        "quét vôi lại cổng làng": EntryState.NOT_DONE,
    }
    # It was promised for the Saturday, and told four weeks later without another day.
    assert rules.kept_on(of_case(books, cases.mui).pledges[0]) == date(2026, 10, 31)


def _lamp(books: Books) -> int:
    matters = (each.matter for each in books.tracking.entries(ALL))
    return next(each.id for each in matters if each and each.what.startswith("đèn"))


def test_what_is_put_off_or_late_is_seen(books: Books, cases: SampleCases, november: int) -> None:
    today = date(2026, 11, 28)
    assert rules.overdue_days(of_case(books, cases.mui), today) == 28
    chair = of_form(cases.son, HelpForm.GOODS)
    told = When("trước Tết", None, date(2027, 2, 5))
    books.follow_up.record(november, chair, FulfilmentState.POSTPONED, postponed_to=told)
    assert of_case(books, cases.son).state is EntryState.POSTPONED
    assert rules.overdue_days(of_case(books, cases.son), today) == 0


def test_what_was_told_in_an_abandoned_meeting_does_not_count(
    books: Books, cases: SampleCases, november: int
) -> None:
    books.follow_up.record(november, of_form(cases.mui, HelpForm.LABOUR), FulfilmentState.DONE)
    books.meetings.abandon(november, "bấm nhầm")
    assert of_case(books, cases.mui).state is EntryState.OPEN
    assert books.tracking.years() == (2026,)


def test_a_case_taken_up_again_has_an_entry_in_each_meeting(
    books: Books, cases: SampleCases, november: int
) -> None:
    groups = [group.id for group in books.register.groups()]
    books.proposals.propose_existing(november, groups[3], cases.son)
    days = [each.day for each in books.tracking.entries(TrackingFilter(person="son"))]
    assert days == [date(2026, 10, 24), date(2026, 11, 28)]
    (entry,) = books.tracking.entries(TrackingFilter(2026, 11, 11))
    assert (entry.groups, entry.outcome, entry.pledges) == (("Tổ 4",), None, ())


def test_the_entries_are_narrowed_by_month_state_group_person_and_form(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    def found(asked: TrackingFilter) -> list[str]:
        return names(books.tracking.entries(asked))

    groups = [group.id for group in books.register.groups()]
    assert len(found(TrackingFilter(2026))) == len(found(TrackingFilter(2026, 10, 10))) == 8
    assert found(TrackingFilter(2026, 11, 12)) == found(TrackingFilter(2025)) == []
    assert found(TrackingFilter(state=EntryState.NOT_DONE)) == ["quét vôi lại cổng làng"]
    assert found(TrackingFilter(group_id=groups[4])) == ["Phạm Thị Hiền", "Vũ Thị Bình"]
    assert found(TrackingFilter(form=HelpForm.MONEY)) == ["Trần Văn Lực"]
    assert found(TrackingFilter(person="hien pham")) == ["Phạm Thị Hiền"]
    assert found(TrackingFilter(person="cụ Hiền")) == ["Phạm Thị Hiền"]
    helper = of_case(books, cases.luc).pledges[0].helpers[0].split(" ", 1)[1]
    assert "Trần Văn Lực" in found(TrackingFilter(person=helper))
    hien = of_case(books, cases.hien)
    assert hien.case is not None
    both = TrackingFilter(person_id=hien.case.person.id, group_id=groups[2], form=HelpForm.GOODS)
    assert found(both) == ["Phạm Thị Hiền"]
    assert found(TrackingFilter(person_id=hien.case.person.id, form=HelpForm.MONEY)) == []


def test_help_that_could_not_wait_is_an_entry_of_its_own_day(
    books: Books, cases: SampleCases
) -> None:
    leader = books.register.members(books.register.groups()[1].id)[0].id
    report = UrgentReportRow.create(
        hardship_case=cases.luc,
        reported_by=leader,
        reported_at="2026-10-10T21:15:00+07:00",
        decision="giúp ngay",
    )
    entry = books.tracking.entries(ALL)[0]
    assert (entry.kind, entry.day, entry.groups) == (
        EntryKind.URGENT,
        date(2026, 10, 10),
        ("Tổ 2",),
    )
    assert entry.state is EntryState.OPEN
    report.help_given = "đưa đi viện"
    report.save()
    assert books.tracking.entries(ALL)[0].state is EntryState.PARTLY
    report.helped_at = "2026-10-11T07:00:00+07:00"
    report.save()
    assert books.tracking.entries(ALL)[0].state is EntryState.DONE
    assert len(books.tracking.entries(TrackingFilter(2026, 9, 9))) == 0


def test_a_case_that_ended_between_meetings_says_so_in_its_last_entry(
    books: Books, cases: SampleCases, november: int
) -> None:
    CaseEventRow.create(
        hardship_case=cases.mui,
        kind=str(CaseEventKind.ENDED),
        on=date(2026, 11, 3),
        reason="đã chuyển về ở với con",
    )
    entry = of_case(books, cases.mui)
    assert (entry.state, entry.ended) == (EntryState.ENDED, "đã chuyển về ở với con")
    assert of_case(books, cases.luc).ended == ""


def test_reading_takes_no_more_queries_when_the_books_are_fuller(
    books: Books, cases: SampleCases, november: int
) -> None:
    before = statements_of(lambda: books.tracking.entries(ALL))
    more = sample_minutes.propose(books, november)
    sample_minutes.pledge(books, november, more)
    assert statements_of(lambda: books.tracking.entries(ALL)) == before < 40
