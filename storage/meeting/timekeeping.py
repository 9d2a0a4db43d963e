"""The time that passes stays right when the machine's clock is set, or jumps."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from storage.acts.desk import Desk, meeting_now, moment_text, parse_moment
from storage.records.kinds import MeetingState
from storage.records.meetings import CLOCK_JUMP
from storage.records.moments import Reading
from storage.rules.timekeeping import is_doubtful
from storage.tables import ActRow, MeetingProgressRow, MeetingRow

if TYPE_CHECKING:
    from storage.clock import Clock
    from storage.drafts import DraftBook
    from storage.records.doubtful_day import DoubtfulDay

_LAST_READING = "clock"
"""Of the drafts: it is no act, and a run after this one compares with it too."""


class ClockWatch:
    """Says whether a clock was set since it was last looked at; costs next to nothing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._before = clock.reading()

    def moved(self) -> bool:
        """Whether it was set; only once for each time."""
        now = self._clock.reading()
        if now is None or self._before is None or not now.moved_since(self._before):
            return False
        self._before = now
        return True


class Timekeeping:
    """Moves what was begun by as much as the clock was moved, so that what passed stays right."""

    def __init__(self, desk: Desk, drafts: DraftBook) -> None:
        self.desk = desk
        self.drafts = drafts

    def catch_up(self) -> timedelta:
        """Puts the running meeting right after a jump of the clock; says how far it jumped.

        The day and the hour at which the meeting began move too: whoever sets a clock in the
        middle of a meeting sets it right, and the minutes then have both hours by the same clock.
        """
        now = self.desk.clock.reading()
        if now is None:
            return timedelta()
        before = self._last()
        moved = now.moved_since(before) if before is not None else timedelta()
        with self.desk.quietly():
            if moved:
                _move_the_running_meeting(moved, now.moment)
            if moved or before is None or before.boot != now.boot:
                self._keep(now)
        return moved

    def doubt(self) -> DoubtfulDay | None:
        """The day of the clock, where it is before the last entry or years off."""
        row = ActRow.select(ActRow.at).order_by(ActRow.id.desc()).first()
        today = self.desk.clock.today()
        last = parse_moment(row.at).date() if row else None
        if not is_doubtful(today, last):
            return None
        from storage.records.doubtful_day import DoubtfulDay

        return DoubtfulDay(today, last)

    def _last(self) -> Reading | None:
        kept = self.drafts.get(_LAST_READING)
        if kept is None:
            return None
        return Reading(
            parse_moment(str(kept["moment"])), float(str(kept["steady"])), str(kept["boot"])
        )

    def _keep(self, reading: Reading) -> None:
        self.drafts.keep(
            _LAST_READING,
            {
                "moment": reading.moment.isoformat(),
                "steady": reading.steady,
                "boot": reading.boot,
            },
        )


def _move_the_running_meeting(moved: timedelta, now: datetime) -> None:
    meeting_id = meeting_now()
    if meeting_id is None:
        return
    meeting = MeetingRow.get(MeetingRow.id == meeting_id)
    if meeting.state != MeetingState.RUNNING:
        return
    progress = MeetingProgressRow.get(MeetingProgressRow.meeting == meeting_id)
    if progress.countdown_started:
        progress.countdown_started = _moved(progress.countdown_started, moved)
    if progress.step_since:
        progress.step_since = _moved(progress.step_since, moved)
    progress.save()
    began = parse_moment(meeting.began)
    if not progress.on_paper and timedelta() <= now - moved - began <= CLOCK_JUMP:
        if meeting.day == began.date():
            meeting.day = (began + moved).date()
        meeting.began = _moved(meeting.began, moved)
        meeting.save()


def _moved(moment: str, by: timedelta) -> str:
    return moment_text(parse_moment(moment) + by)
