"""Who is the same person under several entries of the books."""

from __future__ import annotations

from collections.abc import Hashable

from storage.vietnamese import written_alike


def same_person(person_id: int, name: str, birth_year: int | None) -> Hashable:
    """The same under each entry of a person: outside the register one may stand once a case."""
    return person_id if birth_year is None else (written_alike(name), birth_year)
