"""Finds people in hardship who are no members, by any part of their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from storage.meeting.case_rows import cases_of_rows
from storage.memory import remembered
from storage.records.cases import HardshipCase
from storage.tables import HardshipCaseRow, PersonRow
from storage.vietnamese import fold, found_by_name

Named = tuple[int, str, int | None]
"""A case, whose it is, and the year of birth."""


class CasePeopleBook:
    """People in hardship, as someone looks for them; members are found in the register."""

    def find(self, words: str, meeting_id: int | None, limit: int = 8) -> tuple[HardshipCase, ...]:
        """The last case of each person whose name matches, by given name first."""
        if not fold(words):
            return ()
        last: dict[tuple[str, int | None], int] = {}
        for case_id, name, year in _named():
            last.setdefault((name, year), case_id)
        found = found_by_name(words, last.items(), lambda each: each[0][0], in_order=False)
        return _cases([case_id for _person, case_id in found[:limit]], meeting_id)

    def get(self, case_id: int, meeting_id: int | None) -> HardshipCase | None:
        """One case, to say whose it is."""
        return next(iter(_cases([case_id], meeting_id)), None)


def _cases(ids: Sequence[int], meeting_id: int | None) -> tuple[HardshipCase, ...]:
    rows = {row.id: row for row in HardshipCaseRow.select().where(HardshipCaseRow.id.in_(ids))}
    return tuple(cases_of_rows([rows[each] for each in ids if each in rows], meeting_id))


@remembered
def _named() -> tuple[Named, ...]:
    """All who are no members, the last case first; each letter that is typed asks for them."""
    rows = (
        HardshipCaseRow.select(HardshipCaseRow.id, PersonRow.name, PersonRow.birth_year)
        .join(PersonRow)
        .where(HardshipCaseRow.member.is_null())
        .order_by(HardshipCaseRow.id.desc())
    )
    return tuple(cast("Iterable[Named]", rows.tuples()))
