"""The desk at which the books are written: the clock, and one transaction an act."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, cast

from storage.acts.act_subjects import keep_subjects
from storage.errors import Refusal, RefusalKind
from storage.memory import remembered
from storage.records.kinds import MeetingState
from storage.tables import MeetingProgressRow, MeetingRow, connection

if TYPE_CHECKING:
    from storage.clock import Clock
    from storage.records.acts import ActKind

Values = dict[str, str | int]
"""What an act is told with. A key that ends in "_id" names a person, member or group by number;
"person_ids" names several people, their numbers separated by spaces."""

# Every entry waits for these. Written out they take a third of the time that Peewee needs to
# build them.
_BEGIN_ACT = """INSERT INTO act (meeting_id, kind, details, at, step, undone)
    VALUES (?, ?, ?, ?, ?, 0)"""
_RECORD_FOR = "INSERT OR REPLACE INTO current_act (id, act_id) VALUES (1, ?)"
_CHANGED_ANYTHING = "SELECT 1 FROM row_change WHERE act_id = ? LIMIT 1"
_TELL = "UPDATE act SET details = ? WHERE id = ?"
_DROP_ACT = "DELETE FROM act WHERE id = ?"
_DROP_IMAGES = "DELETE FROM row_change WHERE act_id = ?"
_DROP_UNDONE = "DELETE FROM act WHERE meeting_id = ? AND undone"


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
        known = json.dumps(values, ensure_ascii=False)
        begun = (meeting_id, str(kind), known, self.moment(), _step(meeting_id))
        number = _ask(_BEGIN_ACT, begun).lastrowid
        _ask(_RECORD_FOR, (number,))
        yield values
        _ask(_RECORD_FOR, (None,))
        if _ask(_CHANGED_ANYTHING, (number,)).fetchone() is None:
            _ask(_DROP_ACT, (number,))
            return
        told = json.dumps(values, ensure_ascii=False)
        if told != known:
            _ask(_TELL, (told, number))
        keep_subjects(number)
        if meeting_id is None:
            _ask(_DROP_IMAGES, (number,))
        else:
            _ask(_DROP_UNDONE, (meeting_id,))


def _ask(statement: str, values: tuple[object, ...]) -> sqlite3.Cursor:
    return cast("sqlite3.Cursor", connection.execute_sql(statement, values))


@remembered
def meeting_now() -> int | None:
    """The meeting that is held, or approved and not yet sealed."""
    states = [str(MeetingState.RUNNING), str(MeetingState.APPROVED)]
    held = MeetingRow.select(MeetingRow.id).where(MeetingRow.state.in_(states))
    row = held.order_by(MeetingRow.id.desc()).first()
    return row.id if row else None


@remembered
def _step(meeting_id: int | None) -> int:
    if meeting_id is None:
        return 0
    progress = MeetingProgressRow.get_or_none(MeetingProgressRow.meeting == meeting_id)
    return progress.step if progress else 1


def require_open(meeting_id: int) -> None:
    """Looks whether the records of a meeting may still change.

    Raises:
        Refusal: there is no such meeting, or it is approved, sealed or abandoned.
    """
    state = _state_of(meeting_id)
    if state is None:
        raise Refusal(RefusalKind.MEETING_MISSING)
    if state == MeetingState.APPROVED:
        raise Refusal(RefusalKind.MEETING_APPROVED)
    if state != MeetingState.RUNNING:
        raise Refusal(RefusalKind.MEETING_SEALED)


@remembered
def _state_of(meeting_id: int) -> str | None:
    meeting = MeetingRow.get_or_none(MeetingRow.id == meeting_id)
    return meeting.state if meeting else None


def moment_text(moment: datetime) -> str:
    """A moment as a row keeps it, with its offset."""
    return moment.isoformat(timespec="seconds")


def parse_moment(text: str) -> datetime:
    """The moment that a row keeps as text."""
    return datetime.fromisoformat(text)
