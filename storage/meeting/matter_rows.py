"""Matters as records, read from many rows in a bounded number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from storage.errors import Refusal, RefusalKind
from storage.meeting.case_rows import groups_that_proposed, when_of_row
from storage.memory import remembered_each
from storage.people.register import member_names
from storage.records.community import Answer, Matter, MatterDraft
from storage.records.kinds import ClubRole, LocalityWay, MatterKind, Outcome, Source
from storage.tables import AnswerRow, DecisionRow, MatterRow, ProposalRow


def matter_row(matter_id: int) -> MatterRow:
    """The row of a matter.

    Raises:
        Refusal: there is no such matter (any more).
    """
    row = MatterRow.get_or_none(MatterRow.id == matter_id)
    if row is None:
        raise Refusal(RefusalKind.PROPOSAL_MISSING)
    return row


def matters_of_rows(rows: Iterable[MatterRow], meeting_id: int | None = None) -> list[Matter]:
    """The records of matters, in the order of their rows, with every answer of the locality.

    `groups`, `outcome` and `reason` are those of the meeting given; without one the last
    decision on a matter stands.
    """
    found = list(rows)
    if not found:
        return []
    ids = [row.id for row in found]
    names = member_names(
        member
        for row in found
        for member in (row.in_charge_id, row.representative_id)
        if member is not None
    )
    groups = groups_that_proposed(ProposalRow.matter, ids, meeting_id)
    answers = _answers(ids)
    decisions = _matter_decisions(ids, meeting_id)
    matters = []
    for row in found:
        outcome, reason = decisions.get(row.id, (None, ""))
        matters.append(
            Matter(
                id=row.id,
                draft=matter_draft_of_row(row),
                groups=groups.get(row.id, ()),
                in_charge_name=names.get(row.in_charge_id or 0, ""),
                representative_name=names.get(row.representative_id or 0, ""),
                source=Source(row.source),
                outcome=outcome,
                reason=reason,
                answers=answers.get(row.id, ()),
            )
        )
    return matters


@remembered_each
def matters_by_number(numbers: Sequence[int]) -> dict[int, Matter]:
    """These matters as they are seen between meetings."""
    rows = MatterRow.select().where(MatterRow.id.in_(numbers))
    return {matter.id: matter for matter in matters_of_rows(rows)}


def matter_draft_of_row(row: MatterRow) -> MatterDraft:
    """What a matter's form would show."""
    return MatterDraft(
        kind=MatterKind(row.kind),
        what=row.what,
        role=ClubRole(row.role),
        partner=row.partner,
        place=row.place,
        when=when_of_row(row),
        participants=row.participants,
        in_charge=row.in_charge_id,
        addressee=row.addressee,
        way=LocalityWay(row.way) if row.way else None,
        representative=row.representative_id,
    )


def _answers(matter_ids: Sequence[int]) -> dict[int, tuple[Answer, ...]]:
    found: dict[int, list[Answer]] = defaultdict(list)
    rows = AnswerRow.select().where(AnswerRow.matter.in_(matter_ids)).order_by(AnswerRow.id)
    for row in rows:
        found[row.matter_id].append(Answer(row.on, row.by, row.text, row.settled))
    return {matter: tuple(answers) for matter, answers in found.items()}


def _matter_decisions(ids: Sequence[int], meeting_id: int | None) -> dict[int, tuple[Outcome, str]]:
    rows = DecisionRow.select().where(DecisionRow.matter.in_(ids))
    if meeting_id is not None:
        rows = rows.where(DecisionRow.meeting == meeting_id)
    return {
        row.matter_id: (Outcome(row.outcome), row.reason) for row in rows.order_by(DecisionRow.id)
    }
