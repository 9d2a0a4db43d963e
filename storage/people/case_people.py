"""Finds people in hardship who are no members, by any part of their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from peewee import Expression, fn

from storage.meeting.case_rows import cases_of_rows
from storage.people.name_search import found_in_books
from storage.records.cases import HardshipCase
from storage.tables import HardshipCaseRow, PersonRow

Named = tuple[int, str]
"""A case, and whose it is."""


class CasePeopleBook:
    """People in hardship, as someone looks for them; members are found in the register."""

    def find(self, words: str, meeting_id: int | None, limit: int = 8) -> tuple[HardshipCase, ...]:
        """The last case of each person whose name matches, by given name first."""
        found = found_in_books(words, _last_cases, lambda each: each[1], limit)
        return _cases([case_id for case_id, _name in found], meeting_id)

    def get(self, case_id: int, meeting_id: int | None) -> HardshipCase | None:
        """One case, to say whose it is."""
        return next(iter(_cases([case_id], meeting_id)), None)


def _cases(ids: Sequence[int], meeting_id: int | None) -> tuple[HardshipCase, ...]:
    rows = {row.id: row for row in HardshipCaseRow.select().where(HardshipCaseRow.id.in_(ids))}
    return tuple(cases_of_rows([rows[each] for each in ids if each in rows], meeting_id))


def _last_cases(condition: Expression) -> Iterable[Named]:
    """The last case of each who is no member, of those whom the condition lets in."""
    last = fn.MAX(HardshipCaseRow.id)
    rows = (
        HardshipCaseRow.select(last, PersonRow.name)
        .join(PersonRow)
        .where(condition, PersonRow.removed_on.is_null(), HardshipCaseRow.member.is_null())
        .group_by(PersonRow.name, PersonRow.birth_year)
        .order_by(last.desc())
    )
    return cast("Iterable[Named]", rows.tuples())
