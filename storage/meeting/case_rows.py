"""Cases as records, read from many rows in a bounded number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from peewee import ForeignKeyField

from storage.errors import Refusal, RefusalKind
from storage.meeting.case_history import helped_times, waiting_ways
from storage.meeting.meeting_rows import meeting_if_known
from storage.memory import remembered_each
from storage.people.consent_rows import consents_of
from storage.people.register import member_names, person_of_row
from storage.records.cases import HardshipCase, Need, When
from storage.records.kinds import (
    CaseEventKind,
    Fact,
    HelpForm,
    Relation,
    Source,
)
from storage.records.people import Person
from storage.tables import (
    CaseNeedRow,
    GroupRow,
    HardshipCaseRow,
    MatterRow,
    PersonRow,
    PledgeRow,
    ProposalRow,
)


def when_of_row(row: HardshipCaseRow | MatterRow | PledgeRow) -> When:
    """The time that a row keeps in three columns."""
    return When(row.when_text, row.when_first, row.when_last)


def when_columns(when: When) -> dict[str, object]:
    """A time as the three columns that keep it."""
    return {"when_text": when.text, "when_first": when.first, "when_last": when.last}


def case_of_row(
    row: HardshipCaseRow, meeting_id: int | None = None, today: date | None = None
) -> HardshipCase:
    """The record of one case's row; see `cases_of_rows`."""
    return cases_of_rows([row], meeting_id, today)[0]


def case_row(case_id: int) -> HardshipCaseRow:
    """The row of a case.

    Raises:
        Refusal: there is no such case (any more).
    """
    row = HardshipCaseRow.get_or_none(HardshipCaseRow.id == case_id)
    if row is None:
        raise Refusal(RefusalKind.PROPOSAL_MISSING)
    return row


def cases_of_rows(
    rows: Iterable[HardshipCaseRow], meeting_id: int | None = None, today: date | None = None
) -> list[HardshipCase]:
    """The records of cases, in the order of their rows.

    `groups` and `kept_before` are seen from the meeting given. `helped_times` counts the
    twelve months before the meeting's day, or before `today` where there is no meeting.
    """
    found = list(rows)
    if not found:
        return []
    ids = [row.id for row in found]
    persons = _persons({row.person_id for row in found})
    relatives = member_names(row.relative_of_id for row in found if row.relative_of_id is not None)
    needs = _needs(ids)
    groups = groups_that_proposed(ProposalRow.hardship_case, ids, meeting_id)
    waiting = waiting_ways(ids, meeting_id)
    until = _day_of(meeting_id) or today
    helped = helped_times(persons.values(), until) if until else {}
    return [
        HardshipCase(
            id=row.id,
            person=persons[row.person_id],
            circumstances=row.circumstances,
            relation=Relation(row.relation),
            needs=needs.get(row.id, ()),
            household=row.household,
            member_id=row.member_id,
            relative_of=row.relative_of_id,
            relative_name=relatives.get(row.relative_of_id or 0, ""),
            when=when_of_row(row),
            facts=frozenset(Fact(word) for word in row.facts.split()),
            home_care=row.home_care,
            source=Source(row.source),
            groups=groups.get(row.id, ()),
            kept_before=row.id in waiting,
            brought_back=waiting.get(row.id) is CaseEventKind.BROUGHT_BACK,
            helped_times=helped.get(row.person_id, 0),
        )
        for row in found
    ]


@remembered_each
def cases_by_number(numbers: Sequence[int]) -> dict[int, HardshipCase]:
    """These cases as they are seen between meetings."""
    rows = HardshipCaseRow.select().where(HardshipCaseRow.id.in_(numbers))
    return {case.id: case for case in cases_of_rows(rows)}


def needs_of_case(case_id: int) -> tuple[Need, ...]:
    """The needs of one case, in the order in which they were told."""
    return _needs([case_id]).get(case_id, ())


def _persons(ids: set[int]) -> dict[int, Person]:
    rows = PersonRow.select().where(PersonRow.id.in_(sorted(ids)))
    consents = consents_of(ids)
    return {row.id: person_of_row(row, consents[row.id]) for row in rows}


def _day_of(meeting_id: int | None) -> date | None:
    meeting = None if meeting_id is None else meeting_if_known(meeting_id)
    return meeting.day if meeting else None


def _needs(case_ids: Sequence[int]) -> dict[int, tuple[Need, ...]]:
    found: dict[int, list[Need]] = defaultdict(list)
    rows = CaseNeedRow.select().where(CaseNeedRow.hardship_case.in_(case_ids))
    for row in rows.order_by(CaseNeedRow.id):
        need = Need(HelpForm(row.form), row.what, row.quantity, row.unit)
        found[row.hardship_case_id].append(need)
    return {case: tuple(needs) for case, needs in found.items()}


def groups_that_proposed(
    about: ForeignKeyField, ids: Sequence[int], meeting_id: int | None
) -> dict[int, tuple[str, ...]]:
    """The names of the groups that proposed each in the meeting, in the order of the groups."""
    if meeting_id is None:
        return {}
    rows = (
        ProposalRow.select(ProposalRow, GroupRow)
        .join(GroupRow)
        .where(ProposalRow.meeting == meeting_id, about.in_(ids))
        .order_by(GroupRow.id, ProposalRow.id)
    )
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for row in rows:
        key = row.hardship_case_id if about is ProposalRow.hardship_case else row.matter_id
        if row.group is not None:
            found[key][row.group.name] = None
    return {key: tuple(names) for key, names in found.items()}
