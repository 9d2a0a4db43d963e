"""How the club's opinion is taken on help, a matter or the minutes, and the rows that keep it."""

from __future__ import annotations

from peewee import ModelSelect

from storage.errors import Refusal
from storage.records.approval import Opinion
from storage.records.kinds import CountSubject
from storage.rules.opinions import count_fault
from storage.tables import HandCountRow

Hands = tuple[int, int, int]
"""For, against, otherwise."""


def hand_counts(meeting_id: int, subject: CountSubject) -> ModelSelect[HandCountRow]:
    """How a meeting's opinion was taken on everything of a kind."""
    return HandCountRow.select().where(
        HandCountRow.meeting == meeting_id, HandCountRow.subject == str(subject)
    )


def opinion_of_row(row: HandCountRow) -> Opinion:
    """The record of how opinion was taken."""
    return Opinion(
        subject=CountSubject(row.subject),
        present=row.present,
        unanimous=row.unanimous,
        in_favour=row.in_favour,
        against=row.against,
        other=row.other,
        case_id=row.hardship_case_id,
        matter_id=row.matter_id,
        round=row.round,
    )


def opinions_on(meeting_id: int, subject: CountSubject) -> list[Opinion]:
    """The club's opinions on everything of a kind, in their order."""
    rows = hand_counts(meeting_id, subject).order_by(HandCountRow.id)
    return [opinion_of_row(row) for row in rows]


def opinion_taken(
    subject: CountSubject,
    present: int,
    hands: Hands | None,
    *,
    case_id: int | None = None,
    matter_id: int | None = None,
) -> Opinion:
    """What the club says by these hands; none of them means nhất trí."""
    in_favour, against, other = (present, 0, 0) if hands is None else hands
    return Opinion(subject, present, hands is None, in_favour, against, other, case_id, matter_id)


def require_possible(opinion: Opinion) -> None:
    """Sees to it that so many hands can have been raised; nhất trí always can be.

    Raises:
        Refusal: nobody is present, none was raised, or more were than people are present.
    """
    if opinion.unanimous:
        return
    fault = count_fault(opinion.present, opinion.in_favour, opinion.against, opinion.other)
    if fault is not None:
        raise Refusal(fault, present=opinion.present)


def opinion_columns(opinion: Opinion) -> dict[str, object]:
    """What a row keeps of an opinion, besides what it was taken on."""
    return {
        "present": opinion.present,
        "unanimous": opinion.unanimous,
        "in_favour": opinion.in_favour,
        "against": opinion.against,
        "other": opinion.other,
    }
