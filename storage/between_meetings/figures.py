"""Reads what the club's figures are worked out from, in a bounded number of queries.

`FiguresBook.figures(Period(2026))` gives a whole year, `Period(2026, 1, 6)` half of one, as
`storage.records.figures.Figures`; how each number is counted is in `storage.rules.figures`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from peewee import fn

from storage.acts.desk import Desk
from storage.between_meetings.reached import first_day, in_order, stories_of_rows, told_since
from storage.between_meetings.tracking_book import TrackingBook
from storage.between_meetings.tracking_rows import held_tellings
from storage.club import ClubBook
from storage.meeting.matter_rows import matters_of_rows
from storage.meeting.open_pledges import proposed_cases
from storage.meeting.pledge_rows import pledges_of_rows
from storage.records.figures import Figures, FiguresSource, MeetingHeld, Period, PledgeTold
from storage.records.follow_up import UrgentStory
from storage.records.kinds import MeetingState
from storage.records.tracking import TrackingFilter
from storage.rules import figures as rules
from storage.tables import (
    AttendanceRow,
    FulfilmentRow,
    GroupCountRow,
    GroupRow,
    MatterRow,
    MeetingRow,
    MemberRow,
    PledgeRow,
    UrgentReportRow,
)


class FiguresBook:
    """The numbers of the club, for any months of a year."""

    def __init__(self, desk: Desk, tracking: TrackingBook) -> None:
        self.desk = desk
        self.tracking = tracking

    def figures(self, period: Period) -> Figures:
        """All numbers of these months."""
        return rules.figures(period, self.source(period))

    def source(self, period: Period) -> FiguresSource:
        """What the numbers of these months are worked out from."""
        asked = TrackingFilter(period.year, period.first_month, period.last_month)
        club = ClubBook(self.desk).known()
        return FiguresSource(
            today=self.desk.clock.today(),
            activities_wanted=club.community_target,
            persons_wanted=club.persons_target,
            since=first_day(),
            groups=tuple(row.name for row in GroupRow.select().order_by(GroupRow.id)),
            meetings=_meetings(period),
            entries=self.tracking.entries(asked),
            told=_told(period),
            urgent=_urgent(period),
        )


def _meetings(period: Period) -> tuple[MeetingHeld, ...]:
    rows = list(
        MeetingRow.select(MeetingRow.id, MeetingRow.day)
        .where(
            MeetingRow.state != str(MeetingState.ABANDONED),
            MeetingRow.day.between(period.first, period.last),
        )
        .order_by(MeetingRow.day, MeetingRow.id)
    )
    present = _present([row.id for row in rows])
    belonging = list(MemberRow.select(MemberRow.joined, MemberRow.left))
    return tuple(
        MeetingHeld(
            day=row.day,
            present=present[row.id],
            members=sum(_belonged(member, row.day) for member in belonging),
        )
        for row in rows
    )


def _belonged(member: MemberRow, day: date) -> bool:
    """Whether a member belonged to the club on a day."""
    joined = member.joined is None or member.joined <= day
    return joined and (member.left is None or member.left > day)


def _present(meeting_ids: Sequence[int]) -> Counter[int]:
    """How many were present at each: those ticked and those counted."""
    ticked = (
        AttendanceRow.select(AttendanceRow.meeting, fn.COUNT(AttendanceRow.id))
        .where(AttendanceRow.meeting.in_(meeting_ids))
        .group_by(AttendanceRow.meeting)
    )
    counted = (
        GroupCountRow.select(GroupCountRow.meeting, fn.SUM(GroupCountRow.count))
        .where(GroupCountRow.meeting.in_(meeting_ids))
        .group_by(GroupCountRow.meeting)
    )
    present: Counter[int] = Counter()
    for rows in (ticked, counted):
        for meeting_id, number in cast("Sequence[tuple[int, int]]", rows.tuples()):
            present[meeting_id] += number
    return present


def _told(period: Period) -> tuple[PledgeTold, ...]:
    """The promises of which something was told in these months, each with its whole story."""
    told = FulfilmentRow.select(FulfilmentRow.pledge).where(
        FulfilmentRow.on.between(period.first, period.last)
    )
    rows = PledgeRow.select().where(PledgeRow.id.in_(told)).order_by(PledgeRow.id)
    pledges = held_tellings(pledges_of_rows(rows))
    cases = proposed_cases(pledge.case_id for pledge in pledges)
    wanted = sorted({pledge.matter_id for pledge in pledges if pledge.matter_id is not None})
    matters = {
        matter.id: matter
        for matter in matters_of_rows(MatterRow.select().where(MatterRow.id.in_(wanted)))
    }
    return tuple(
        PledgeTold(pledge, cases.get(pledge.case_id or 0), matters.get(pledge.matter_id or 0))
        for pledge in pledges
    )


def _urgent(period: Period) -> tuple[UrgentStory, ...]:
    # A day early: the moments carry offsets; the days are compared where they are counted.
    since = (period.first - timedelta(days=1)).isoformat()
    rows = UrgentReportRow.select().where(told_since(since))
    return stories_of_rows(in_order(rows))
