"""The history of a person, a member, a case, a matter or a promise: the acts that were about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from storage.acts.undo import told_act
from storage.people.register import member_names
from storage.people.standing import merged_entries, standing
from storage.records.history import HistoryEntry, RecordKind
from storage.tables import (
    ActRow,
    ActSubjectRow,
    HardshipCaseRow,
    MeetingRow,
    MemberRow,
    PledgeRow,
)

_Records = dict[RecordKind, Sequence[int]]


class HistoryBook:
    """Who or what changed a record, and when."""

    def of(self, kind: RecordKind, number: int) -> tuple[HistoryEntry, ...]:
        """What was done about a record and stands, the newest first.

        A person's history holds that of the member, of the cases, and of what was promised.
        """
        changed: dict[int, set[str]] = {}
        for row in _subjects(_records(kind, number)):
            changed.setdefault(row.act_id, set()).update(row.changed.split())
        acts = list(
            ActRow.select()
            .where(ActRow.id.in_(sorted(changed)), ~ActRow.undone)
            .order_by(ActRow.id.desc())
        )
        meetings = _meetings(acts)
        names = member_names(
            {row.secretary_id for row in meetings.values() if row.secretary_id is not None}
        )
        found = []
        for act in acts:
            meeting = meetings.get(act.meeting_id or 0)
            entry = HistoryEntry(
                told_act(act),
                meeting_day=meeting.day if meeting else None,
                step=act.step,
                secretary=names.get(meeting.secretary_id or 0, "") if meeting else "",
                changed=tuple(sorted(changed[act.id])),
            )
            found.append(entry)
        return tuple(found)


def _records(kind: RecordKind, number: int) -> _Records:
    match kind:
        case RecordKind.PERSON:
            return _of_person(number)
        case RecordKind.MEMBER:
            member = MemberRow.get_or_none(MemberRow.id == number)
            persons = [member.person_id] if member else []
            return {RecordKind.MEMBER: [number], RecordKind.PERSON: persons}
        case RecordKind.CASE:
            return {RecordKind.CASE: [number], RecordKind.PLEDGE: _pledges([number])}
        case _:
            return {kind: [number]}


def _of_person(number: int) -> _Records:
    entry = standing(number)
    persons = [entry, *(row.id for row in merged_entries(entry))]
    held = HardshipCaseRow.select(HardshipCaseRow.id)
    cases = [row.id for row in held.where(HardshipCaseRow.person.in_(persons))]
    members = MemberRow.select(MemberRow.id).where(MemberRow.person.in_(persons))
    return {
        RecordKind.PERSON: persons,
        RecordKind.MEMBER: [row.id for row in members],
        RecordKind.CASE: cases,
        RecordKind.PLEDGE: _pledges(cases),
    }


def _pledges(cases: Sequence[int]) -> list[int]:
    rows = PledgeRow.select(PledgeRow.id).where(PledgeRow.hardship_case.in_(cases))
    return [row.id for row in rows]


def _subjects(records: _Records) -> Iterable[ActSubjectRow]:
    wanted = [
        (ActSubjectRow.kind == str(kind)) & ActSubjectRow.row.in_(numbers)
        for kind, numbers in records.items()
        if numbers
    ]
    return ActSubjectRow.select().where(reduce(or_, wanted)) if wanted else ()


def _meetings(acts: Iterable[ActRow]) -> dict[int, MeetingRow]:
    ids = {act.meeting_id for act in acts if act.meeting_id is not None}
    return {row.id: row for row in MeetingRow.select().where(MeetingRow.id.in_(sorted(ids)))}
