"""What a meeting's own row says: its day, its state, its officers and its reasons."""

from __future__ import annotations

from storage.acts.desk import parse_moment
from storage.errors import Refusal, RefusalKind
from storage.memory import remembered
from storage.records.kinds import MeetingState
from storage.records.meetings import Meeting
from storage.tables import MeetingRow


def meeting_by_number(meeting_id: int) -> Meeting:
    """One meeting.

    Raises:
        Refusal: there is no such meeting.
    """
    meeting = meeting_if_known(meeting_id)
    if meeting is None:
        raise Refusal(RefusalKind.MEETING_MISSING)
    return meeting


@remembered
def meeting_if_known(meeting_id: int) -> Meeting | None:
    """One meeting, if the books know it; every step asks for it several times."""
    row = MeetingRow.get_or_none(MeetingRow.id == meeting_id)
    return meeting_of_row(row) if row else None


def meeting_of_row(row: MeetingRow) -> Meeting:
    """The record of a meeting's row."""
    return Meeting(
        id=row.id,
        day=row.day,
        state=MeetingState(row.state),
        place=row.place,
        began=parse_moment(row.began),
        ended=parse_moment(row.ended) if row.ended else None,
        chair_id=row.chair_id,
        facilitator_id=row.facilitator_id,
        secretary_id=row.secretary_id,
        number=row.number,
        seats=row.seats,
        no_case_reason=row.no_case_reason,
        no_community_reason=row.no_community_reason,
        abandoned_reason=row.abandoned_reason,
    )
