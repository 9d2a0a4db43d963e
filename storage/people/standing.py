"""Which entry stands for a person, since two entries of one person were made one."""

from __future__ import annotations

from collections.abc import Iterable

from storage.tables import PersonRow


def standing_for(person_ids: Iterable[int]) -> dict[int, int]:
    """For each of these entries the one that stands for it; mostly it is itself."""
    stands = {each: each for each in person_ids}
    asked, seen = set(stands), set(stands)
    while asked:
        rows = PersonRow.select(PersonRow.id, PersonRow.merged_into).where(
            PersonRow.id.in_(sorted(asked)), PersonRow.merged_into.is_null(False)
        )
        onward = {row.id: row.merged_into_id or row.id for row in rows}
        stands = {each: onward.get(entry, entry) for each, entry in stands.items()}
        asked = set(onward.values()) - seen
        seen |= asked
    return stands


def standing(person_id: int) -> int:
    """The entry that stands for one person."""
    return standing_for([person_id])[person_id]


def merged_entries(person_id: int) -> list[PersonRow]:
    """The entries for which this one stands, itself left out."""
    found: dict[int, PersonRow] = {}
    asked = [person_id]
    while asked:
        rows = PersonRow.select().where(PersonRow.merged_into.in_(asked))
        new = {row.id: row for row in rows if row.id not in found}
        found |= new
        asked = list(new)
    return list(found.values())
