"""Two entries of one person become one, and can be told apart again (S33).

What the books tell of a person hangs on the cases and the answers to being named: these move
to the entry that stays. The other entry keeps its own row, since sealed minutes and the history
name it by its number, and points to the one that stands for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from peewee import TextField

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.people.standing import standing
from storage.records.acts import ActKind
from storage.records.kinds import Relation
from storage.tables import ActRow, ConsentRow, HardshipCaseRow, MemberRow, PersonRow

_ADDED = ("address_form", "sex", "birth_year", "address", "household", "telephone", "guardian")
"""What the entry that stays takes from the other where it says nothing itself."""


def merge_persons(desk: Desk, person_id: int, other_id: int) -> int:
    """Makes one of two entries, and gives the one that stays: the member, else the first.

    Raises:
        Refusal: both are members, they are one already, or one of them is gone.
    """
    kept, other = _entry(person_id), _entry(other_id)
    if kept.id == other.id:
        raise Refusal(RefusalKind.SAME_PERSON)
    member = MemberRow.get_or_none(MemberRow.person == kept.id)
    if MemberRow.select().where(MemberRow.person == other.id).exists():
        if member is not None:
            raise Refusal(RefusalKind.MEMBERS_APART, name=kept.name, other=other.name)
        return merge_persons(desk, other_id, person_id)
    with desk.act_now(ActKind.PERSONS_MERGED, person_id=kept.id, other=other.id) as told:
        told["filled"] = " ".join(_fill(kept, other))
        told["cases"] = " ".join(_move_cases(other.id, kept.id, member))
        told["consents"] = " ".join(_move_answers(other.id, kept.id))
        PersonRow.update(merged_into=kept.id).where(PersonRow.id == other.id).execute()
    return kept.id


def separate_person(desk: Desk, other_id: int) -> None:
    """Makes an entry stand for itself again, with the cases and answers that it brought.

    Raises:
        Refusal: it stands for itself, or its data was removed.
    """
    other = PersonRow.get_or_none(PersonRow.id == other_id, PersonRow.removed_on.is_null())
    if other is None or other.merged_into_id is None:
        raise Refusal(RefusalKind.PERSON_MISSING)
    kept = PersonRow.get_by_id(standing(other.merged_into_id))
    told = _told_at_merging(other_id)
    with desk.act_now(ActKind.PERSONS_SEPARATED, person_id=kept.id, other=other_id):
        PersonRow.update(merged_into=None).where(PersonRow.id == other_id).execute()
        for case, _colon, relation in (each.partition(":") for each in told["cases"].split()):
            HardshipCaseRow.update(person=other_id, member=None, relation=relation).where(
                HardshipCaseRow.id == int(case), HardshipCaseRow.person == kept.id
            ).execute()
        ConsentRow.update(person=other_id).where(
            ConsentRow.id.in_([int(each) for each in told["consents"].split()]),
            ConsentRow.person == kept.id,
        ).execute()
        _take_back(kept, other, told["filled"].split())


def _entry(person_id: int) -> PersonRow:
    row = PersonRow.get_or_none(PersonRow.id == standing(person_id), PersonRow.removed_on.is_null())
    if row is None:
        raise Refusal(RefusalKind.PERSON_MISSING)
    return row


def _fill(kept: PersonRow, other: PersonRow) -> Iterable[str]:
    """Adds to an entry what it does not say; gives the columns that were added."""
    added = [name for name in _ADDED if not getattr(kept, name) and getattr(other, name)]
    for name in added:
        setattr(kept, name, getattr(other, name))
    if added:
        kept.save(only=[getattr(PersonRow, name) for name in added])
    return added


def _take_back(kept: PersonRow, other: PersonRow, added: Iterable[str]) -> None:
    """Takes away what an entry had from the other, unless it was changed since."""
    for name in added:
        if getattr(kept, name) == getattr(other, name):
            field = getattr(PersonRow, name)
            empty = "" if isinstance(field, TextField) and not field.null else None
            PersonRow.update({field: empty}).where(PersonRow.id == kept.id).execute()


def _move_cases(other_id: int, kept_id: int, member: MemberRow | None) -> list[str]:
    """Gives the cases to the entry that stays, and tells them with the relation they had."""
    rows = list(HardshipCaseRow.select().where(HardshipCaseRow.person == other_id))
    columns: dict[str, object] = {"person": kept_id}
    if member is not None:
        columns |= {"member": member.id, "relation": str(Relation.MEMBER)}
    HardshipCaseRow.update(columns).where(HardshipCaseRow.person == other_id).execute()
    return [f"{row.id}:{row.relation}" for row in rows]


def _move_answers(other_id: int, kept_id: int) -> list[str]:
    rows = ConsentRow.select(ConsentRow.id).where(ConsentRow.person == other_id)
    moved = [str(row.id) for row in rows]
    ConsentRow.update(person=kept_id).where(ConsentRow.person == other_id).execute()
    return moved


def _told_at_merging(other_id: int) -> dict[str, str]:
    acts = ActRow.select().where(ActRow.kind == str(ActKind.PERSONS_MERGED), ~ActRow.undone)
    merged = (json.loads(row.details) for row in acts.order_by(ActRow.id.desc()))
    told: dict[str, object] = next((each for each in merged if each.get("other") == other_id), {})
    return {key: str(told.get(key, "")) for key in ("filled", "cases", "consents")}
