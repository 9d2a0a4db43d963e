"""Undo and redo of a meeting's acts, made of row images."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import peewee

from storage.acts.desk import Desk, parse_moment, require_open
from storage.errors import Refusal, RefusalKind
from storage.memory import remembered
from storage.people.consent_rows import agreed_among
from storage.people.standing import standing_for
from storage.records.acts import ActKind
from storage.records.history import Act
from storage.records.kinds import ConsentScope
from storage.tables import (
    RECORDED_TABLES,
    ActRow,
    GroupRow,
    MemberRow,
    PersonRow,
    RowChangeRow,
    Table,
    connection,
)
from storage.vietnamese import initial

_TABLES: dict[str, type[Table]] = {str(table._meta.table_name): table for table in RECORDED_TABLES}


class UndoLog:
    """The acts of a meeting: what can be taken back, and what can be done again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @remembered
    def undoable(self, meeting_id: int) -> Act | None:
        """The act that `undo` would take back."""
        row = _last_done(meeting_id)
        return told_act(row) if row else None

    @remembered
    def latest(self, meeting_id: int | None) -> Act | None:
        """The newest act that stands: of the meeting, or of the time between meetings."""
        told = self.history_between(1) if meeting_id is None else self.history(meeting_id, 1)
        return next(iter(told), None)

    @remembered
    def redoable(self, meeting_id: int) -> Act | None:
        """The act that `redo` would bring back."""
        row = _first_undone(meeting_id)
        return told_act(row) if row else None

    def history(self, meeting_id: int, limit: int | None = None) -> list[Act]:
        """All acts of the meeting that stand, the newest first."""
        rows = (
            ActRow.select()
            .where(ActRow.meeting == meeting_id, ~ActRow.undone)
            .order_by(ActRow.id.desc())
        )
        return [told_act(row) for row in rows.limit(limit)]

    def history_between(self, limit: int = 100) -> list[Act]:
        """The last acts that belong to no meeting, the newest first."""
        rows = ActRow.select().where(ActRow.meeting.is_null()).order_by(ActRow.id.desc())
        return [told_act(row) for row in rows.limit(limit)]

    def undo(self, meeting_id: int) -> Act:
        """Takes the last act back, and says which it was.

        Raises:
            Refusal: there is none, the meeting is approved or sealed, or something rests on it.
        """
        with _still_needed_refused(), self._desk.writing():
            require_open(meeting_id)
            row = _last_done(meeting_id)
            if row is None:
                raise Refusal(RefusalKind.NOTHING_TO_UNDO)
            act = told_act(row)
            _apply(row, newest_first=True)
            ActRow.update(undone=True).where(ActRow.id == row.id).execute()
            return _as_agreed_now(act, row)

    def redo(self, meeting_id: int) -> Act:
        """Brings back the act that was taken back last, and says which it was.

        Raises:
            Refusal: there is none, the meeting is approved or sealed, or what it needs is gone.
        """
        with _still_needed_refused(), self._desk.writing():
            require_open(meeting_id)
            row = _first_undone(meeting_id)
            if row is None:
                raise Refusal(RefusalKind.NOTHING_TO_REDO)
            _apply(row, newest_first=False)
            ActRow.update(undone=False).where(ActRow.id == row.id).execute()
            return told_act(row)


@contextmanager
def _still_needed_refused() -> Iterator[None]:
    """Refuses where a row would refer to one that is gone; the transaction is rolled back."""
    try:
        yield
    except peewee.IntegrityError as error:
        if "FOREIGN KEY" not in str(error):
            raise
        raise Refusal(RefusalKind.STILL_NEEDED) from error


def _as_agreed_now(act: Act, row: ActRow) -> Act:
    """An act that was undone, told as those agree who are still in the books."""
    now = told_act(row).discreet
    return replace(act, discreet={key: now.get(key) or told for key, told in act.discreet.items()})


def drop_images(meeting_id: int) -> None:
    """Drops the row images of a meeting, as its seal does; its acts stay as the history."""
    acts = ActRow.select(ActRow.id).where(ActRow.meeting == meeting_id)
    RowChangeRow.delete().where(RowChangeRow.act.in_(acts)).execute()
    ActRow.delete().where(ActRow.meeting == meeting_id, ActRow.undone).execute()


def _last_done(meeting_id: int) -> ActRow | None:
    """The newest act that stands, unless its images are gone or it is the meeting's beginning."""
    row = (
        ActRow.select()
        .where(ActRow.meeting == meeting_id, ~ActRow.undone)
        .order_by(ActRow.id.desc())
        .first()
    )
    if row is None or row.kind == ActKind.MEETING_BEGUN:
        return None
    has_images = RowChangeRow.select().where(RowChangeRow.act == row.id).exists()
    return row if has_images else None


def _first_undone(meeting_id: int) -> ActRow | None:
    row: ActRow | None = (
        ActRow.select()
        .where(ActRow.meeting == meeting_id, ActRow.undone)
        .order_by(ActRow.id)
        .first()
    )
    return row


def _apply(act: ActRow, *, newest_first: bool) -> None:
    order = RowChangeRow.id.desc() if newest_first else RowChangeRow.id.asc()
    # Rows refer to each other: the references are checked when all images are in place.
    connection.execute_sql("PRAGMA defer_foreign_keys = ON")
    for change in RowChangeRow.select().where(RowChangeRow.act == act.id).order_by(order):
        images = (change.before, change.after)
        wanted, known = images if newest_first else reversed(images)
        _put(_TABLES[change.table], change.row, wanted, known)


def _put(table: type[Table], row_id: int, wanted: str | None, known: str | None) -> None:
    """Makes the row as the wanted image has it, from what the other has; no image is no row.

    Only what differs is written: a seal freezes part of some rows.
    """
    name = table._meta.table_name
    if wanted is None:
        connection.execute_sql(f'DELETE FROM "{name}" WHERE id = ?', (row_id,))  # noqa: S608
        return
    values = json.loads(wanted)
    if known is None:
        columns = ", ".join(f'"{column}"' for column in values)
        marks = ", ".join("?" for _ in values)
        connection.execute_sql(
            f'INSERT INTO "{name}" ({columns}) VALUES ({marks})',  # noqa: S608
            tuple(values.values()),
        )
        return
    before = json.loads(known)
    changed = {column: value for column, value in values.items() if before[column] != value}
    if changed:
        changes = ", ".join(f'"{column}" = ?' for column in changed)
        connection.execute_sql(
            f'UPDATE "{name}" SET {changes} WHERE id = ?',  # noqa: S608
            (*changed.values(), row_id),
        )


def told_act(row: ActRow) -> Act:
    """An act as it is worded: with names in the place of numbers."""
    details = json.loads(row.details)
    return Act(row.id, ActKind(row.kind), parse_moment(row.at), _named(details), _discreet(details))


def _discreet(details: Mapping[str, str | int]) -> dict[str, str]:
    """The form of address and the initial of those who did not agree to be named.

    What is given to such a person is told by its form alone.
    """
    persons = _person_ids(details)
    told = {key: _people(ids, discreet=True) for key, ids in persons.items()}
    ids = {person for found in persons.values() for person in found}
    if "what_in_short" in details and ids - agreed_among(ids, ConsentScope.CLUB):
        told["what"] = str(details["what_in_short"])
    return told


def _named(details: Mapping[str, str | int]) -> dict[str, str | int]:
    """The values with the names that stand behind the numbers."""
    named: dict[str, str | int] = {}
    for key, value in details.items():
        find = _FINDERS.get(key)
        if find is not None:
            named[key.removesuffix("_id")] = find(int(value))
        elif key not in ("person_id", "person_ids"):
            named[key] = value
    for key, ids in _person_ids(details).items():
        named[key] = _people(ids, discreet=False)
    return named


def _person_ids(details: Mapping[str, str | int]) -> dict[str, list[int]]:
    """The people that an act is about: one under "person", several under "names"."""
    found = {}
    if "person_id" in details:
        found["person"] = [int(details["person_id"])]
    if "person_ids" in details:
        found["names"] = [int(word) for word in str(details["person_ids"]).split()]
    return found


def _people(ids: list[int], *, discreet: bool) -> str:
    stands = standing_for(ids)
    found = PersonRow.select().where(PersonRow.id.in_(sorted(set(stands.values()))))
    rows = {row.id: row for row in found}
    named = agreed_among(rows, ConsentScope.CLUB) if discreet else frozenset(rows)
    told = [stands[each] for each in ids if stands[each] in rows]
    return ", ".join(_addressed(rows[each], each in named) for each in told)


def _addressed(person: PersonRow, named: bool) -> str:
    name = person.name if named else initial(person.name)
    return f"{person.address_form} {name}" if person.address_form else name


def _member(member_id: int) -> str:
    member = MemberRow.get_or_none(MemberRow.id == member_id)
    return _addressed(member.person, named=True) if member else ""


def _group(group_id: int) -> str:
    group = GroupRow.get_or_none(GroupRow.id == group_id)
    return group.name if group else ""


_FINDERS: dict[str, Callable[[int], str]] = {
    "member_id": _member,
    "group_id": _group,
}
