"""The rows of step 7: opinions, decisions and promises, changed within the act that is open."""

from __future__ import annotations

from storage.meeting.opinions import opinion_columns, opinions_on
from storage.records.approval import Opinion
from storage.records.kinds import (
    CountSubject,
    HelperKind,
    HelpForm,
    LocalityWay,
    MatterKind,
    Outcome,
)
from storage.tables import (
    DecisionRow,
    HandCountRow,
    MatterRow,
    PledgeRow,
    ProposalRow,
)


def matters_of_meeting(meeting_id: int) -> dict[int, None]:
    """The numbers of the matters of a meeting, each once, in the order they came up."""
    rows = (
        ProposalRow.select(ProposalRow.matter)
        .where(ProposalRow.meeting == meeting_id, ProposalRow.matter.is_null(False))
        .order_by(ProposalRow.id)
    )
    return dict.fromkeys(row.matter_id for row in rows)


def opinions_of(meeting_id: int) -> dict[int, Opinion]:
    """The club's opinions on the matters of a meeting, by matter."""
    taken = opinions_on(meeting_id, CountSubject.MATTER)
    return {each.matter_id: each for each in taken if each.matter_id is not None}


def write_opinion(meeting_id: int, opinion: Opinion) -> None:
    """Keeps how the club's opinion was taken on a matter."""
    HandCountRow.create(
        meeting=meeting_id,
        matter=opinion.matter_id,
        subject=str(opinion.subject),
        **opinion_columns(opinion),
    )


def write_decision(meeting_id: int, matter_id: int, outcome: Outcome, reason: str = "") -> None:
    """Keeps what the meeting settled about a matter."""
    DecisionRow.create(meeting=meeting_id, matter=matter_id, outcome=str(outcome), reason=reason)


def decision_row(meeting_id: int, matter_id: int) -> DecisionRow | None:
    """What the meeting settled about a matter, if it did."""
    return DecisionRow.get_or_none(
        DecisionRow.meeting == meeting_id, DecisionRow.matter == matter_id
    )


def forget_opinion(meeting_id: int, matter_id: int) -> None:
    """Takes away the club's opinion on a matter, and what followed from it."""
    for table in (HandCountRow, DecisionRow):
        table.delete().where(table.meeting == meeting_id, table.matter == matter_id).execute()


def keep_promise(meeting_id: int, row: MatterRow, *, made: bool) -> None:
    """Makes the promise that follows from an activity that is agreed, or takes it away."""
    pledge = PledgeRow.get_or_none(PledgeRow.meeting == meeting_id, PledgeRow.matter == row.id)
    if not made or row.kind != MatterKind.ACTIVITY:
        if pledge is not None:
            pledge.delete_instance()
        return
    columns = {
        "what": row.what,
        "when_text": row.when_text,
        "when_first": row.when_first,
        "when_last": row.when_last,
        "place": row.place,
        "in_charge": row.in_charge_id,
    }
    if pledge is not None:
        PledgeRow.update(columns).where(PledgeRow.id == pledge.id).execute()
        return
    PledgeRow.create(
        meeting=meeting_id,
        matter=row.id,
        form=str(HelpForm.LABOUR),
        helper_kind=str(HelperKind.EVERYONE),
        **columns,
    )


def invited_in(meeting_id: int) -> tuple[str, ...]:
    """Whom a meeting agreed to invite, in the order in which they came up."""
    rows = (
        MatterRow.select()
        .join(DecisionRow, on=DecisionRow.matter == MatterRow.id)
        .where(
            DecisionRow.meeting == meeting_id,
            DecisionRow.outcome == str(Outcome.AGREED),
            MatterRow.kind == str(MatterKind.LOCALITY),
            MatterRow.way == str(LocalityWay.INVITE),
        )
        .order_by(MatterRow.id)
    )
    return tuple(dict.fromkeys(row.addressee for row in rows if row.addressee))
