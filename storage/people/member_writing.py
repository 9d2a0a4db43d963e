"""Members written into their rows, with the spans of what they were, each with its days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from storage.days import on_screen
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import HELD_BY_ONE, Position, SpanRole
from storage.tables import GroupRow, MemberRow, MemberSpanRow, PersonRow
from storage.vietnamese import clean_line, clean_text, fold

if TYPE_CHECKING:
    from storage.records.member_drafts import MemberDraft, PersonDraft


def add_member(draft: MemberDraft) -> int:
    """Writes a new member, within the transaction that is open, and gives the number."""
    person = PersonRow.create(**_person_columns(draft))
    member = MemberRow.create(
        person=person,
        group=draft.group_id,
        home_care=draft.home_care,
        can_help=clean_line(draft.can_help),
        joined=draft.joined,
    )
    _open(member.id, SpanRole.MEMBER, draft.group_id, draft.joined)
    return int(member.id)


def change_member(member: MemberRow, draft: MemberDraft) -> None:
    """Writes what the form says over a member; the group and the offices have acts of their own."""
    for column, value in _person_columns(draft).items():
        _put(member.person, column, value)
    _put(member, "home_care", draft.home_care)
    _put(member, "can_help", clean_line(draft.can_help))
    _put(member, "joined", draft.joined)
    for row in (member.person, member):
        row.save()


def change_person(person: PersonRow, draft: PersonDraft) -> None:
    """Writes what is corrected over a person, within the transaction that is open."""
    name = clean_line(draft.name)
    columns: dict[str, object] = {
        "name": name,
        "folded": fold(name),
        "address_form": str(draft.address_form) if draft.address_form else None,
        "birth_year": draft.birth_year,
        "address": clean_line(draft.address),
        "telephone": clean_line(draft.telephone),
        "private_details": clean_text(draft.private_details),
        "guardian": clean_line(draft.guardian),
    }
    for column, value in columns.items():
        _put(person, column, value)
    person.save()


def set_positions(
    member_id: int, positions: Iterable[Position], on: date, *, known: bool = True
) -> None:
    """Gives a member these offices and no others, from a day on.

    An office that one holds is taken over from whoever had it.

    Args:
        member_id: The member.
        positions: The offices held from now on.
        on: The day on which those before end, and the new ones begin.
        known: Whether the new ones began on that day; else nobody said when.
    """
    wanted = set(positions)
    before = _positions(member_id)
    for taken_over in wanted & HELD_BY_ONE:
        for other in MemberRow.select().where(MemberRow.id != member_id):
            if taken_over in other.positions.split():
                _write_positions(other.id, _positions(other.id) - {taken_over}, on, on)
    if wanted != before:
        _write_positions(member_id, wanted, on, on if known else None)


def set_leader(group_id: int, member_id: int | None, on: date, *, known: bool = True) -> None:
    """Makes a member the leader of a group from a day on; None leaves it without one."""
    group = GroupRow.get_by_id(group_id)
    if group.leader_id == member_id:
        return
    if group.leader_id is not None:
        _close(group.leader_id, SpanRole.LEADER, on)
    GroupRow.update(leader_id=member_id).where(GroupRow.id == group_id).execute()
    if member_id is not None:
        _open(member_id, SpanRole.LEADER, group_id, on if known else None)


def move(member: MemberRow, group_id: int, on: date) -> None:
    """Brings a member into another group from a day on; who led the old one leads it no more."""
    _lead_no_more(member.id, on)
    _close(member.id, SpanRole.MEMBER, on)
    MemberRow.update(group=group_id).where(MemberRow.id == member.id).execute()
    _open(member.id, SpanRole.MEMBER, group_id, on)


def leave(member: MemberRow, on: date) -> None:
    """Ends a member's belonging and all offices on a day; everything else stays."""
    _lead_no_more(member.id, on)
    set_positions(member.id, (), on)
    _close(member.id, SpanRole.MEMBER, on)
    MemberRow.update(left=on).where(MemberRow.id == member.id).execute()


def come_back(member: MemberRow, group_id: int, on: date) -> None:
    """Takes in again who has left, from a day on."""
    MemberRow.update(left=None, group=group_id).where(MemberRow.id == member.id).execute()
    _open(member.id, SpanRole.MEMBER, group_id, on)


def _lead_no_more(member_id: int, on: date) -> None:
    for group in GroupRow.select().where(GroupRow.leader_id == member_id):
        set_leader(group.id, None, on)


def _positions(member_id: int) -> set[Position]:
    return {Position(word) for word in MemberRow.get_by_id(member_id).positions.split()}


def _write_positions(
    member_id: int, positions: set[Position], on: date, since: date | None
) -> None:
    before = _positions(member_id)
    for ended in sorted(before - positions):
        _close(member_id, SpanRole(ended), on)
    for begun in sorted(positions - before):
        _open(member_id, SpanRole(begun), None, since)
    MemberRow.update(positions=" ".join(sorted(positions))).where(
        MemberRow.id == member_id
    ).execute()


def _open(member_id: int, role: SpanRole, group_id: int | None, since: date | None) -> None:
    MemberSpanRow.create(member=member_id, role=str(role), group=group_id, since=since)


def _close(member_id: int, role: SpanRole, on: date) -> None:
    """Ends what holds now.

    Raises:
        Refusal: it began only after that day.
    """
    held = MemberSpanRow.select().where(
        MemberSpanRow.member == member_id,
        MemberSpanRow.role == str(role),
        MemberSpanRow.until.is_null(),
    )
    for span in held:
        if span.since is not None and on < span.since:
            raise Refusal(RefusalKind.DAY_TOO_EARLY, day=on_screen(span.since))
        span.until = on
        span.save(only=[MemberSpanRow.until])


def _person_columns(draft: MemberDraft) -> dict[str, object]:
    name = clean_line(draft.name)
    return {
        "name": name,
        "folded": fold(name),
        "address_form": str(draft.address_form) if draft.address_form else None,
        "sex": str(draft.sex) if draft.sex else None,
        "birth_year": draft.birth_year,
        "household": clean_line(draft.household),
        "address": clean_line(draft.address),
        "telephone": clean_line(draft.telephone),
    }


def _put(row: PersonRow | MemberRow, column: str, value: object) -> None:
    if getattr(row, column) != value:
        setattr(row, column, value)
