"""What happens between the meetings of the sample club, for tests and pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sample_minutes import BINH, HIEN, LAMP, LUC, MUI, SWEEP
from storage.books import Books
from storage.records.home_care import SurveyDraft
from storage.records.kinds import HelperKind, HelpForm, Position
from storage.records.pledges import PledgeDraft
from storage.records.urgent import UrgentDraft


def note_three(books: Books) -> None:
    """Two leaders have noted a case, an activity, and a matter for the locality."""
    groups = [group.id for group in books.register.groups()]
    books.notebook.note_case(groups[0], MUI)
    books.notebook.note_matter(groups[0], SWEEP)
    books.notebook.note_matter(groups[2], LAMP)


def pass_two_on(books: Books) -> None:
    """Of the three that could not wait two are with the home-care volunteers, one surveyed."""
    report_three(books)
    waiting = books.urgent.overview().open
    for report in waiting:
        books.home_care.refer(report.story.case.id)
    surveyed = books.home_care.overview().cases[0]
    found = SurveyDraft(
        "cần người nấu ăn, thay băng",
        books.register.members()[4].id,
        books.clock.today(),
        "mỗi ngày một TNV đến, trong hai tuần",
    )
    books.home_care.survey(surveyed.id, found)


def report_three(books: Books) -> None:
    """One report waits for its decision, one for help, and one is done."""
    now = books.clock.now()
    chair = books.register.holder(Position.CHAIR)
    leaders = [group.leader_id for group in books.register.groups()]
    told = UrgentDraft(
        LUC, now - timedelta(hours=30), leaders[1], chair.id if chair else None, "đang cấp cứu"
    )
    decided = replace(told, decision="ứng viện phí, cử người trực", decided_by=told.reported_to)
    waiting = books.urgent.report(decided)
    books.urgent.report(
        replace(
            decided,
            case=BINH,
            decision="cử người chữa cho đàn lợn",
            help_given="đã tiêm cho cả đàn",
            helped_at=now - timedelta(hours=25),
        )
    )
    books.urgent.report(UrgentDraft(HIEN, now - timedelta(hours=2), leaders[2], cause="ngã nặng"))
    members = tuple(member.id for member in books.register.members()[:3])
    books.urgent.pledge(
        waiting, PledgeDraft(HelpForm.MONEY, HelperKind.MEMBERS, "viện phí", 50_000, "đ", members)
    )
