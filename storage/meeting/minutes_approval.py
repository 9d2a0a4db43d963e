"""Approving the minutes: who may, with which number, at which hour, and what is asked before."""

from __future__ import annotations

from datetime import datetime

from peewee import fn

from storage.acts.desk import moment_text, parse_moment
from storage.errors import Refusal, RefusalKind
from storage.meeting.opinions import (
    hand_counts,
    opinion_columns,
    opinion_of_row,
    require_possible,
)
from storage.records.approval import Opinion
from storage.records.kinds import CountSubject, MeetingState, Outcome
from storage.records.lacks import LackKind
from storage.rules.pledges import carried
from storage.tables import DecisionRow, HandCountRow, MeetingProgressRow, MeetingRow

_ONE_MEETING_HOURS = 12
"""Approved again within so many hours, the meeting ended when it was approved last."""


def meeting_row(meeting_id: int) -> MeetingRow:
    """The row of a meeting.

    Raises:
        Refusal: there is no such meeting.
    """
    row = MeetingRow.get_or_none(MeetingRow.id == meeting_id)
    if row is None:
        raise Refusal(RefusalKind.MEETING_MISSING)
    return row


def require_approved(meeting_id: int) -> MeetingRow:
    """The row of a meeting whose minutes are approved and not sealed.

    Raises:
        Refusal: it is another's.
    """
    meeting = meeting_row(meeting_id)
    if meeting.state == MeetingState.RUNNING:
        raise Refusal(RefusalKind.NOT_APPROVED)
    if meeting.state != MeetingState.APPROVED:
        raise Refusal(RefusalKind.MEETING_SEALED)
    return meeting


def require_carried(opinion: Opinion) -> None:
    """Sees to it that the hands are possible, and carry the minutes.

    Raises:
        Refusal: they do not.
    """
    hands = (opinion.in_favour, opinion.against, opinion.other)
    if opinion.present == 0:
        raise Refusal(RefusalKind.NOBODY_PRESENT)
    # Where none was raised, the minutes are not carried.
    if any(hands):
        require_possible(opinion)
    if not carried(opinion):
        raise Refusal(
            RefusalKind.MINUTES_NOT_CARRIED, count=opinion.in_favour, present=opinion.present
        )


def keep_opinion(meeting_id: int, opinion: Opinion) -> None:
    """Keeps how the minutes were approved; approved again, the last time counts."""
    row = hand_counts(meeting_id, CountSubject.MINUTES).first()
    if row is None:
        HandCountRow.create(
            meeting=meeting_id, subject=str(CountSubject.MINUTES), **opinion_columns(opinion)
        )
    elif opinion_of_row(row) != opinion:
        HandCountRow.update(opinion_columns(opinion)).where(HandCountRow.id == row.id).execute()


def next_number(meeting: MeetingRow) -> int:
    """The number after the highest that was given in the year, be its meeting abandoned since."""
    year = f"{meeting.day.year:04d}"
    highest = (
        MeetingRow.select(fn.MAX(MeetingRow.number))
        .where(fn.STRFTIME("%Y", MeetingRow.day) == year)
        .scalar()
    )
    return int(highest or 0) + 1


def reasons_missing(meeting: MeetingRow) -> list[LackKind]:
    """The reasons that a meeting owes: for choosing no case, for doing nothing together."""
    rows = DecisionRow.select(DecisionRow.outcome).where(DecisionRow.meeting == meeting.id)
    outcomes = {row.outcome for row in rows}
    missing = []
    if Outcome.CHOSEN not in outcomes and not meeting.no_case_reason:
        missing.append(LackKind.NO_CASE_REASON)
    if Outcome.AGREED not in outcomes and not meeting.no_community_reason:
        missing.append(LackKind.NO_COMMUNITY_REASON)
    return missing


def end_of(meeting: MeetingRow, now: datetime) -> str:
    """The hour of the end: now, unless this approves a correction made later.

    The hour of a meeting that was held on paper stands.
    """
    written = moment_text(now)
    if meeting.ended is None:
        return written
    if MeetingProgressRow.get_by_id(meeting.id).on_paper:
        return meeting.ended
    hours = (now - parse_moment(meeting.ended)).total_seconds() / 3600
    return written if 0 <= hours < _ONE_MEETING_HOURS else meeting.ended
