"""The rows of counting in step 5: rounds, hands, agreement, changed within the act that is open."""

from __future__ import annotations

from collections.abc import Sequence

from peewee import ModelSelect

from storage.meeting.opinions import hand_counts
from storage.memory import remembered
from storage.records.kinds import CountSubject
from storage.records.selection import Round
from storage.tables import HandCountRow, MeetingRow, SelectionRoundRow


@remembered
def rounds_of(meeting_id: int) -> tuple[Round, ...]:
    """Every round of counting hands, as it was begun."""
    hands: dict[int, dict[int, int]] = {}
    for row in hand_counts(meeting_id, CountSubject.CASE):
        hands.setdefault(row.round, {})[row.hardship_case_id] = row.in_favour
    return tuple(
        Round(
            number=row.round,
            seats=row.seats,
            cases=tuple(int(word) for word in row.cases.split()),
            hands=hands.get(row.round, {}),
        )
        for row in _round_rows(meeting_id)
    )


def add_round(meeting_id: int, number: int, seats: int, cases: Sequence[int]) -> None:
    """Begins a round among these cases for so many places."""
    SelectionRoundRow.create(
        meeting=meeting_id,
        round=number,
        seats=seats,
        cases=" ".join(str(case_id) for case_id in cases),
    )


def change_places(meeting_id: int, number: int, seats: int) -> None:
    """Counts a round for so many places."""
    SelectionRoundRow.update(seats=seats).where(
        SelectionRoundRow.meeting == meeting_id,
        SelectionRoundRow.round == number,
        SelectionRoundRow.seats != seats,
    ).execute()


def forget_rounds(meeting_id: int) -> None:
    """Takes away every round with its counts."""
    SelectionRoundRow.delete().where(SelectionRoundRow.meeting == meeting_id).execute()
    HandCountRow.delete().where(
        HandCountRow.meeting == meeting_id, HandCountRow.subject == str(CountSubject.CASE)
    ).execute()


def write_hands(meeting_id: int, case_id: int, number: int, hands: int, present: int) -> None:
    """Keeps how many raised a hand for a case in a round; a recount replaces it."""
    counts = hand_counts(meeting_id, CountSubject.CASE)
    found = counts.where(
        HandCountRow.hardship_case == case_id, HandCountRow.round == number
    ).first()
    if found is None:
        HandCountRow.create(
            meeting=meeting_id,
            subject=str(CountSubject.CASE),
            hardship_case=case_id,
            round=number,
            present=present,
            in_favour=hands,
        )
    elif (found.in_favour, found.present) != (hands, present):
        found.in_favour, found.present = hands, present
        found.save()


def has_agreement(meeting_id: int) -> bool:
    """Whether the whole club agreed on a choice."""
    return bool(hand_counts(meeting_id, CountSubject.SELECTION).exists())


def write_agreement(meeting_id: int, present: int) -> None:
    """Keeps that the whole club agrees (nhất trí)."""
    forget_agreement(meeting_id)
    HandCountRow.create(
        meeting=meeting_id,
        subject=str(CountSubject.SELECTION),
        present=present,
        unanimous=True,
        in_favour=present,
    )


def forget_agreement(meeting_id: int) -> None:
    """Takes away that the whole club agreed."""
    HandCountRow.delete().where(
        HandCountRow.meeting == meeting_id, HandCountRow.subject == str(CountSubject.SELECTION)
    ).execute()


def set_seats(meeting_id: int, seats: int) -> None:
    """Keeps how many cases the meeting chooses."""
    MeetingRow.update(seats=seats).where(
        MeetingRow.id == meeting_id, MeetingRow.seats != seats
    ).execute()


def _round_rows(meeting_id: int) -> ModelSelect[SelectionRoundRow]:
    rows = SelectionRoundRow.select().where(SelectionRoundRow.meeting == meeting_id)
    return rows.order_by(SelectionRoundRow.round)
