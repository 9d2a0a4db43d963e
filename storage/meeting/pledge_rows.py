"""Pledges as records, read from many rows in a bounded number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from storage.meeting.case_rows import when_of_row
from storage.people.register import member_names
from storage.records.cases import When
from storage.records.kinds import FulfilmentState, HelperKind, HelpForm
from storage.records.pledges import Fulfilment, Pledge, PledgeDraft
from storage.tables import (
    FulfilmentRow,
    GroupRow,
    MemberRow,
    PersonRow,
    PledgeHelperRow,
    PledgeRow,
)
from storage.vietnamese import name_sort_key


def pledge_of_row(row: PledgeRow) -> Pledge:
    """The record of one pledge's row; see `pledges_of_rows`."""
    return pledges_of_rows([row])[0]


def pledges_of_rows(rows: Iterable[PledgeRow]) -> list[Pledge]:
    """The records of pledges, in the order of their rows, with all that became of them.

    The helpers' names and the members of the draft stand in the same order, the
    Vietnamese one by given name.
    """
    found = list(rows)
    if not found:
        return []
    ids = [row.id for row in found]
    helpers = _helpers(ids)
    fulfilments = _fulfilments(ids)
    groups = _group_names({row.group_id for row in found if row.group_id is not None})
    in_charge = member_names({row.in_charge_id for row in found if row.in_charge_id is not None})
    pledges = []
    for row in found:
        own = helpers.get(row.id, {})
        pledges.append(
            Pledge(
                id=row.id,
                draft=_draft(row, tuple(own)),
                case_id=row.hardship_case_id,
                matter_id=row.matter_id,
                meeting_id=row.meeting_id,
                helpers=tuple(own.values()),
                group_name=groups.get(row.group_id or 0, ""),
                in_charge_name=in_charge.get(row.in_charge_id or 0, ""),
                fulfilments=fulfilments.get(row.id, ()),
            )
        )
    return pledges


def _draft(row: PledgeRow, members: tuple[int, ...]) -> PledgeDraft:
    return PledgeDraft(
        form=HelpForm(row.form),
        helper_kind=HelperKind(row.helper_kind),
        what=row.what,
        quantity=row.quantity,
        unit=row.unit,
        members=members,
        group_id=row.group_id,
        organisation=row.organisation,
        number=row.number,
        when=when_of_row(row),
        place=row.place,
        in_charge=row.in_charge_id,
        used=row.used,
    )


def _helpers(pledge_ids: Sequence[int]) -> dict[int, dict[int, str]]:
    """For each pledge its members by number, with their addressed names, sorted by name."""
    rows = (
        PledgeHelperRow.select(PledgeHelperRow, MemberRow, PersonRow)
        .join(MemberRow)
        .join(PersonRow)
        .where(PledgeHelperRow.pledge.in_(pledge_ids))
    )
    names = sorted(
        ((row.pledge_id, row.member_id, row.member.person) for row in rows),
        key=lambda each: (name_sort_key(each[2].name), each[1]),
    )
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for pledge_id, member_id, person in names:
        form = person.address_form
        found[pledge_id][member_id] = f"{form} {person.name}" if form else person.name
    return found


def _fulfilments(pledge_ids: Sequence[int]) -> dict[int, tuple[Fulfilment, ...]]:
    rows = FulfilmentRow.select().where(FulfilmentRow.pledge.in_(pledge_ids))
    found: dict[int, list[Fulfilment]] = defaultdict(list)
    for row in rows.order_by(FulfilmentRow.id):
        found[row.pledge_id].append(fulfilment_of_row(row))
    return {pledge: tuple(told) for pledge, told in found.items()}


def fulfilment_of_row(row: FulfilmentRow) -> Fulfilment:
    """The record of what became of a pledge, as it was told once."""
    return Fulfilment(
        id=row.id,
        state=FulfilmentState(row.state),
        on=row.on,
        given=row.given,
        came=row.came,
        result=row.result,
        thanks=row.thanks,
        reason=row.reason,
        postponed_to=When(row.postponed_text, row.postponed_first, row.postponed_last),
    )


def _group_names(ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    rows = GroupRow.select(GroupRow.id, GroupRow.name).where(GroupRow.id.in_(sorted(ids)))
    return {row.id: row.name for row in rows}
