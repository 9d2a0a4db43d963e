"""The meetings: begun, led through their steps, abandoned; officers, place and guests."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.acts.desk import Desk, Values, moment_text, parse_moment
from storage.errors import Refusal, RefusalKind
from storage.meeting.countdown_rows import countdown_of_row
from storage.meeting.meeting_rows import meeting_by_number, meeting_of_row
from storage.memory import remembered
from storage.people.register import RegisterBook
from storage.records.acts import ActKind
from storage.records.kinds import MeetingState, Position, Step
from storage.records.meetings import Meeting, Progress
from storage.tables import (
    ActRow,
    ClubRow,
    GuestRow,
    MeetingProgressRow,
    MeetingRow,
)
from storage.vietnamese import clean_line

if TYPE_CHECKING:
    from storage.records.guests import Guest
    from storage.records.held_on_paper import HeldOnPaper

_LONGEST = timedelta(hours=12)
"""A meeting that would be longer has one of its hours mistyped."""


class Office(StrEnum):
    """An office in a meeting; the value is its column."""

    CHAIR = "chair"
    FACILITATOR = "facilitator"
    SECRETARY = "secretary"


class MeetingBook:
    """Every meeting's part IV, and where the running one stands."""

    def __init__(self, desk: Desk, register: RegisterBook) -> None:
        self.desk = desk
        self.register = register

    @remembered
    def current(self) -> Meeting | None:
        """The meeting that is held, or approved and not yet sealed."""
        states = [str(MeetingState.RUNNING), str(MeetingState.APPROVED)]
        row = (
            MeetingRow.select()
            .where(MeetingRow.state.in_(states))
            .order_by(MeetingRow.id.desc())
            .first()
        )
        return meeting_of_row(row) if row else None

    def get(self, meeting_id: int) -> Meeting:
        """One meeting.

        Raises:
            Refusal: there is no such meeting.
        """
        return meeting_by_number(meeting_id)

    def last(self) -> Meeting | None:
        """The newest meeting that was not abandoned."""
        row = (
            MeetingRow.select()
            .where(MeetingRow.state != str(MeetingState.ABANDONED))
            .order_by(MeetingRow.id.desc())
            .first()
        )
        return meeting_of_row(row) if row else None

    def last_of_year(self, year: int) -> Meeting | None:
        """The newest meeting of a year that was not abandoned."""
        row = (
            MeetingRow.select()
            .where(
                MeetingRow.state != str(MeetingState.ABANDONED),
                MeetingRow.day.between(date(year, 1, 1), date(year, 12, 31)),
            )
            .order_by(MeetingRow.day.desc(), MeetingRow.id.desc())
            .first()
        )
        return meeting_of_row(row) if row else None

    def all(self) -> tuple[Meeting, ...]:
        """All meetings in the order in which they were begun."""
        return tuple(meeting_of_row(row) for row in MeetingRow.select().order_by(MeetingRow.id))

    def begin(self, on_paper: HeldOnPaper | None = None) -> Meeting:
        """Begins part IV today, with the officers of the register or of the last meeting.

        One that was held on paper has its own day and hours, and is typed in now.

        Raises:
            Refusal: a meeting is running already, or the hours cannot be.
        """
        if self.current() is not None:
            raise Refusal(RefusalKind.MEETING_RUNNING)
        if on_paper is not None:
            _require_hours(on_paper, self.desk.clock.now())
        club = ClubRow.get_or_none(ClubRow.id == 1)
        usual = self._as_usual(club.place if club else "")
        from storage.meeting.follow_up import take_up

        with self.desk.writing():
            row = MeetingRow.create(
                day=on_paper.began.date() if on_paper else self.desk.clock.today(),
                began=moment_text(on_paper.began) if on_paper else self.desk.moment(),
                ended=moment_text(on_paper.ended) if on_paper else None,
                **usual,
            )
            minutes = club.discussion_minutes if club else 10
            MeetingProgressRow.create(
                meeting=row.id,
                countdown_length=minutes * 60,
                step_since=self.desk.moment(),
                on_paper=on_paper is not None,
            )
            ActRow.create(
                meeting=row.id, kind=str(ActKind.MEETING_BEGUN), at=self.desk.moment(), step=1
            )
            take_up(row.id)
        return meeting_of_row(row)

    def abandon(self, meeting_id: int, reason: str) -> None:
        """Gives up a meeting that was begun by mistake; what it recorded stays as history.

        Raises:
            Refusal: no reason is given, or the meeting is approved or sealed.
        """
        cleaned = clean_line(reason)
        if not cleaned:
            raise Refusal(RefusalKind.REASON_MISSING)
        from storage.meeting.follow_up import give_back

        with self.desk.act(meeting_id, ActKind.MEETING_ABANDONED, reason=cleaned):
            MeetingRow.update(state=str(MeetingState.ABANDONED), abandoned_reason=cleaned).where(
                MeetingRow.id == meeting_id
            ).execute()
            give_back(meeting_id)

    def set_officer(self, meeting_id: int, office: Office, member_id: int) -> None:
        """Says who chairs, who facilitates or who keeps the minutes."""
        with self.desk.act(
            meeting_id, ActKind.OFFICER_SET, office=str(office), member_id=member_id
        ):
            MeetingRow.update({str(office): member_id}).where(MeetingRow.id == meeting_id).execute()

    def set_place(self, meeting_id: int, place: str) -> None:
        """Says where the meeting is held."""
        cleaned = clean_line(place)
        with self.desk.act(meeting_id, ActKind.PLACE_SET, place=cleaned):
            MeetingRow.update(place=cleaned).where(MeetingRow.id == meeting_id).execute()

    def add_guest(self, meeting_id: int, name: str, position: str = "") -> None:
        """Adds a guest with name and position (S6).

        Raises:
            Refusal: the guest has no name.
        """
        cleaned = _guest_name(name)
        with self.desk.act(meeting_id, ActKind.GUEST_ADDED, name=cleaned):
            GuestRow.create(meeting=meeting_id, name=cleaned, position=clean_line(position))

    def change_guest(self, meeting_id: int, guest_id: int, name: str, position: str) -> None:
        """Corrects name and position of a guest.

        Raises:
            Refusal: the guest has no name.
        """
        cleaned = _guest_name(name)
        with self.desk.act(meeting_id, ActKind.GUEST_CHANGED, name=cleaned):
            changed = GuestRow.update(name=cleaned, position=clean_line(position))
            changed.where(GuestRow.id == guest_id, GuestRow.meeting == meeting_id).execute()

    def remove_guest(self, meeting_id: int, guest_id: int) -> None:
        """Takes a guest off the list."""
        guest = GuestRow.get_or_none(GuestRow.id == guest_id)
        told: Values = {"name": guest.name if guest else ""}
        with self.desk.act(meeting_id, ActKind.GUEST_REMOVED, **told):
            GuestRow.delete().where(GuestRow.id == guest_id).execute()

    def guests(self, meeting_id: int) -> tuple[Guest, ...]:
        """The guests of a meeting, in the order in which they were named."""
        return guests_of(meeting_id)

    def progress(self, meeting_id: int) -> Progress:
        """Where the meeting stands on its way."""
        return progress_of(meeting_id)

    def step(self, meeting_id: int) -> Step:
        """The step at which the meeting is."""
        return self.progress(meeting_id).step

    def go_to(self, meeting_id: int, step: Step) -> None:
        """Keeps that the meeting is at this step now, and since when; no act, and never undone.

        The clock of the discussion stops by itself once the meeting has gone on from it.
        """
        from storage.meeting.discussion import stop_when_gone_on

        before = self.progress(meeting_id)
        visited = before.visited | {step}
        came = {} if step is before.step else {"step_since": self.desk.moment()}
        with self.desk.quietly():
            MeetingProgressRow.update(
                step=int(step),
                visited=" ".join(str(int(each)) for each in sorted(visited)),
                **came,
            ).where(MeetingProgressRow.meeting == meeting_id).execute()
            stop_when_gone_on(meeting_id, step, self.desk.clock.now())

    def _as_usual(self, place: str) -> dict[str, object]:
        """Place and officers as they were last, where the register names nobody else."""
        last = self.last()
        chair = self._officer(Position.CHAIR, last.chair_id if last else None)
        return {
            "place": (last.place if last else "") or place,
            "chair": chair,
            "facilitator": last.facilitator_id if last and last.facilitator_id else chair,
            "secretary": self._officer(Position.SECRETARY, last.secretary_id if last else None),
        }

    def _officer(self, position: Position, before: int | None) -> int | None:
        holder = self.register.holder(position)
        return holder.id if holder else before


@remembered
def guests_of(meeting_id: int) -> tuple[Guest, ...]:
    """The guests of a meeting, in the order in which they were named."""
    from storage.records.guests import Guest

    rows = GuestRow.select().where(GuestRow.meeting == meeting_id).order_by(GuestRow.id)
    return tuple(Guest(row.id, row.name, row.position) for row in rows)


@remembered
def progress_of(meeting_id: int) -> Progress:
    """Where a meeting stands on its way."""
    row = MeetingProgressRow.get_or_none(MeetingProgressRow.meeting == meeting_id)
    if row is None:
        return Progress()
    return Progress(
        step=Step(row.step),
        visited=frozenset(Step(int(word)) for word in row.visited.split()),
        step_since=parse_moment(row.step_since) if row.step_since else None,
        countdown=countdown_of_row(row),
    )


def _guest_name(name: str) -> str:
    cleaned = clean_line(name)
    if not cleaned:
        raise Refusal(RefusalKind.NAME_MISSING)
    return cleaned


def _require_hours(held: HeldOnPaper, now: datetime) -> None:
    if held.ended > now:
        raise Refusal(RefusalKind.MOMENT_AHEAD)
    if not timedelta() < held.ended - held.began < _LONGEST:
        raise Refusal(RefusalKind.HOURS_INVALID)
