"""The clock of a meeting's discussion, as its row keeps it."""

from __future__ import annotations

from storage.acts.desk import moment_text, parse_moment
from storage.records.meetings import Countdown
from storage.tables import MeetingProgressRow


def countdown_of_row(row: MeetingProgressRow) -> Countdown:
    """The clock in a meeting's row."""
    return Countdown(
        length=row.countdown_length,
        used=row.countdown_used,
        started=parse_moment(row.countdown_started) if row.countdown_started else None,
        ended=row.countdown_ended,
    )


def write_countdown(meeting_id: int, clock: Countdown) -> None:
    """Writes the clock into a meeting's row."""
    MeetingProgressRow.update(
        countdown_length=clock.length,
        countdown_used=clock.used,
        countdown_started=moment_text(clock.started) if clock.started else None,
        countdown_ended=clock.ended,
    ).where(MeetingProgressRow.meeting == meeting_id).execute()
