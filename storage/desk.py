"""The desk at which the books are written: the clock, and one transaction an act."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from storage.clock import Clock
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.records.kinds import MeetingState
from storage.tables import (
    ActRow,
    CurrentActRow,
    MeetingProgressRow,
    MeetingRow,
    RowChangeRow,
    connection,
)

Values = dict[str, str | int]
"""What an act is told with. A key that ends in "_id" names a person, member or group by number;
"person_ids" names several people, their numbers separated by spaces."""


class Desk:
    """What every repository is given: the clock, and the way to record an act."""

    def __init__(self, clock: Clock, *, looking_on: bool = False) -> None:
        self.clock = clock
        self.looking_on = looking_on
        """Whether the books are a copy to be looked at, in which nothing is recorded."""

    def moment(self) -> str:
        """This moment as the books keep it, with its offset."""
        return moment_text(self.clock.now())

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction for what the club's books keep; here looking on is refused.

        Raises:
            Refusal: the books are only looked at.
        """
        if self.looking_on:
            raise Refusal(RefusalKind.LOOKING_ON)
        with connection.atomic("IMMEDIATE"):
            yield

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """One transaction for what is no act and no entry: a draft, the current step, the clock.

        Whoever looks on may write these: they are in the copy alone.
        """
        with connection.atomic("IMMEDIATE"):
            yield

    @contextmanager
    def act(self, meeting_id: int, kind: ActKind, **values: str | int) -> Iterator[Values]:
        """Records one act of a meeting in one transaction; the block may add to its values.

        An act that changed nothing leaves no trace. What was undone before can no
        longer be redone.

        Raises:
            Refusal: the meeting is approved or sealed, or the block refuses; nothing is stored.
        """
        with self.writing():
            require_open(meeting_id)
            with self._recorded(meeting_id, kind, dict(values)) as told:
                yield told

    @contextmanager
    def act_now(self, kind: ActKind, **values: str | int) -> Iterator[Values]:
        """Records an act of the meeting that is held now, or of the time between meetings.

        The first is undone like every act of the meeting; the second stays as history alone.

        Raises:
            Refusal: the meeting is approved and not yet sealed, or the block refuses.
        """
        with self.writing():
            meeting_id = meeting_now()
            if meeting_id is not None:
                require_open(meeting_id)
            with self._recorded(meeting_id, kind, dict(values)) as told:
                yield told

    @contextmanager
    def closing_act(self, meeting_id: int, kind: ActKind, **values: str | int) -> Iterator[Values]:
        """An act on a meeting that is approved already: opening it again, or sealing it."""
        with self.writing(), self._recorded(meeting_id, kind, dict(values)) as told:
            yield told

    @contextmanager
    def _recorded(self, meeting_id: int | None, kind: ActKind, values: Values) -> Iterator[Values]:
        act = ActRow.create(
            meeting=meeting_id, kind=str(kind), at=self.moment(), step=_step(meeting_id)
        )
        CurrentActRow.insert(id=1, act=act.id).on_conflict_replace().execute()
        yield values
        CurrentActRow.update(act=None).execute()
        if not RowChangeRow.select().where(RowChangeRow.act == act.id).exists():
            act.delete_instance()
            return
        ActRow.update(details=json.dumps(values, ensure_ascii=False)).where(
            ActRow.id == act.id
        ).execute()
        if meeting_id is None:
            RowChangeRow.delete().where(RowChangeRow.act == act.id).execute()
        else:
            ActRow.delete().where(ActRow.meeting == meeting_id, ActRow.undone).execute()


def meeting_now() -> int | None:
    """The meeting that is held, or approved and not yet sealed."""
    states = [str(MeetingState.RUNNING), str(MeetingState.APPROVED)]
    held = MeetingRow.select(MeetingRow.id).where(MeetingRow.state.in_(states))
    row = held.order_by(MeetingRow.id.desc()).first()
    return row.id if row else None


def _step(meeting_id: int | None) -> int:
    if meeting_id is None:
        return 0
    progress = MeetingProgressRow.get_or_none(MeetingProgressRow.meeting == meeting_id)
    return progress.step if progress else 1


def require_open(meeting_id: int) -> MeetingRow:
    """The meeting's row, if its records may still change.

    Raises:
        Refusal: there is no such meeting, or it is approved, sealed or abandoned.
    """
    meeting = MeetingRow.get_or_none(MeetingRow.id == meeting_id)
    if meeting is None:
        raise Refusal(RefusalKind.MEETING_MISSING)
    if meeting.state == MeetingState.APPROVED:
        raise Refusal(RefusalKind.MEETING_APPROVED)
    if meeting.state != MeetingState.RUNNING:
        raise Refusal(RefusalKind.MEETING_SEALED)
    return meeting


def moment_text(moment: datetime) -> str:
    """A moment as a row keeps it, with its offset."""
    return moment.isoformat(timespec="seconds")


def parse_moment(text: str) -> datetime:
    """The moment that a row keeps as text."""
    return datetime.fromisoformat(text)
