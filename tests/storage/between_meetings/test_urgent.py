"""Việc cần giúp ngay: report, decision, pledges, help, and the hours between (S32)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from sample_cases import HIEN, LUC
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.case_draft import CaseDraft
from storage.records.kinds import HelperKind, HelpForm
from storage.records.pledges import PledgeDraft
from storage.records.tracking import EntryState, TrackingFilter
from storage.records.urgent import UrgentCase, UrgentDraft
from storage.rules.urgent import understand_hour
from storage.safekeeping.checking import check_books


@pytest.fixture
def evening(clock: FixedClock) -> datetime:
    """When the leader telephoned: the evening before."""
    return clock.now() - timedelta(hours=12)


def refused(kind: RefusalKind) -> pytest.RaisesExc[Refusal]:
    return pytest.RaisesExc(Refusal, check=lambda error: error.kind is kind)


def only(books: Books) -> UrgentCase:
    overview = books.urgent.overview()
    (report,) = (*overview.open, *overview.done)
    return report


def test_a_telephone_call_is_written_down_afterwards_at_once(
    books: Books, evening: datetime
) -> None:
    leader = books.register.groups()[1].leader_id
    chair = books.register.members()[0].id
    books.urgent.report(
        UrgentDraft(
            LUC,
            evening,
            reported_by=leader,
            reported_to=chair,
            cause="đang cấp cứu",
            decision="ứng 500.000 đ viện phí",
            decided_by=chair,
            help_given="500.000 đ",
            helped_at=evening + timedelta(hours=3, minutes=20),
        )
    )
    report = only(books)
    assert not report.open
    assert report.story.hours == 3
    assert report.story.decided_at == evening
    assert books.undo.history_between()[0].values["person"] == "anh Trần Văn Lực"
    assert check_books() == []


def test_a_report_waits_for_its_decision_and_for_help(
    books: Books, evening: datetime, clock: FixedClock
) -> None:
    report_id = books.urgent.report(UrgentDraft(replace(LUC, needs=()), evening, cause="cần ngay"))
    assert only(books).open
    books.urgent.decide(report_id, "giúp viện phí", None, evening)
    assert (only(books).open, only(books).decided) == (True, True)
    members = tuple(member.id for member in books.register.members()[:5])
    pledge = PledgeDraft(HelpForm.MONEY, HelperKind.MEMBERS, quantity=10_000, members=members)
    books.urgent.pledge(report_id, pledge)
    assert only(books).totals[0].amount == 50_000
    books.urgent.done(report_id, "50.000 đ", clock.now())
    assert only(books).story.hours == 12
    assert check_books() == []


def test_help_of_which_only_a_part_was_given_still_waits(
    books: Books, evening: datetime, clock: FixedClock
) -> None:
    report_id = books.urgent.report(UrgentDraft(LUC, evening, decision="ứng viện phí"))
    books.urgent.done(report_id, "200.000 đ", None)
    assert (only(books).open, only(books).story.helped_in_part) == (True, True)
    entry = books.tracking.entries(TrackingFilter())[0]
    assert entry.state is EntryState.PARTLY
    books.urgent.done(report_id, "500.000 đ", clock.now())
    assert (only(books).open, only(books).story.helped_in_part) == (False, False)
    assert books.tracking.entries(TrackingFilter())[0].state is EntryState.DONE


def test_what_is_pledged_at_once_is_asked_about_in_the_next_meeting(
    books: Books, evening: datetime
) -> None:
    report_id = books.urgent.report(UrgentDraft(LUC, evening))
    pledge_id = books.urgent.pledge(
        report_id, PledgeDraft(HelpForm.GOODS, HelperKind.EVERYONE, what="gạo")
    )
    meeting = books.meetings.begin().id
    overview = books.follow_up.overview(meeting)
    assert [each.pledge.id for each in overview.promises] == [pledge_id]
    assert [each.id for each in overview.urgent] == [report_id]


def test_nobody_is_named_without_a_reason_why_it_could_not_wait(
    books: Books, evening: datetime
) -> None:
    with refused(RefusalKind.CAUSE_MISSING):
        books.urgent.report(UrgentDraft(HIEN, evening))
    books.urgent.report(UrgentDraft(LUC, evening))


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"case": CaseDraft("", "ngã")}, RefusalKind.NAME_MISSING),
        ({"case": CaseDraft("Lê Lâm", "")}, RefusalKind.SENTENCE_MISSING),
    ],
)
def test_a_report_says_who_and_what(
    books: Books, evening: datetime, changes: dict[str, object], kind: RefusalKind
) -> None:
    with refused(kind):
        books.urgent.report(replace(UrgentDraft(LUC, evening, cause="ngay"), **changes))  # type: ignore[arg-type]


def test_moments_come_one_after_the_other_and_none_is_ahead(
    books: Books, evening: datetime, clock: FixedClock
) -> None:
    report_id = books.urgent.report(UrgentDraft(LUC, evening))
    with refused(RefusalKind.MOMENT_TOO_EARLY):
        books.urgent.decide(report_id, "giúp", None, evening - timedelta(minutes=1))
    with refused(RefusalKind.MOMENT_AHEAD):
        books.urgent.done(report_id, "gạo", clock.now() + timedelta(hours=1))
    with refused(RefusalKind.TEXT_MISSING):
        books.urgent.decide(report_id, " ", None, clock.now())


def test_a_report_of_a_mistake_goes_with_its_case_unless_help_was_told_of(
    books: Books, evening: datetime
) -> None:
    report_id = books.urgent.report(UrgentDraft(LUC, evening))
    pledge_id = books.urgent.pledge(
        report_id, PledgeDraft(HelpForm.GOODS, HelperKind.EVERYONE, what="gạo")
    )
    books.urgent.remove_pledge(pledge_id)
    books.urgent.remove(report_id)
    assert books.urgent.overview().open == ()
    assert books.proposals.same_person(0, LUC.name) == ()
    assert check_books() == []


def test_in_a_meeting_it_is_undone_like_every_act(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.urgent.report(UrgentDraft(LUC, clock.now()))
    assert only(books).open
    books.undo.undo(meeting_id)
    assert books.urgent.overview().open == ()


def test_a_case_nobody_has_helped_waits_in_the_meeting_for_the_group_that_reported_it(
    books: Books, evening: datetime
) -> None:
    group = books.register.groups()[2]
    books.urgent.report(UrgentDraft(LUC, evening, reported_by=group.leader_id))
    meeting = books.meetings.begin().id
    noted = books.proposals.overview(meeting).noted_cases
    assert [(each.case.addressed, each.group) for each in noted] == [
        ("anh Trần Văn Lực", group.name)
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("19:30", time(19, 30)),
        ("19h", time(19)),
        ("7 giờ tối", time(19)),
        ("8 giờ", time(8)),
        ("9 giờ 30", time(9, 30)),
        ("8 giờ rưỡi", time(8, 30)),
        ("9g15", time(9, 15)),
        ("6 giờ 15 sáng", time(6, 15)),
        ("2h chiều", time(14)),
        ("12 giờ trưa", time(12)),
        ("1 giờ trưa", time(13)),
        ("2 giờ đêm", time(2)),
        ("10 giờ đêm", time(22)),
        ("12 giờ đêm", time(0)),
        ("25:00", None),
        ("tối", None),
        ("", None),
    ],
)
def test_hours_are_understood_as_people_say_them(text: str, meant: time | None) -> None:
    assert understand_hour(text) == meant
