"""The rules of choosing (S20, S22): how many hands there may be, who is through, who ties."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from storage.errors import RefusalKind
from storage.records.kinds import Outcome
from storage.records.lacks import Lack, LackKind
from storage.records.selection import Round, Standing, Tally

WAYS = (
    Outcome.KEPT,
    Outcome.OWN_GROUP,
    Outcome.HOME_CARE,
    Outcome.LOCALITY,
    Outcome.ENDED,
)
"""What may become of a case that is not chosen; none is dropped in silence."""


def most_hands(present: int, times: int) -> int:
    """How many hands there may be in all: each of those present raises one so many times."""
    return present * times


def hands_fault(counted: Round, case_id: int, hands: int, present: int) -> RefusalKind | None:
    """Why a number of hands for a case can't be right, if it can't."""
    if hands < 0:
        return RefusalKind.NUMBER_INVALID
    if hands > present:
        return RefusalKind.MORE_HANDS_THAN_PRESENT
    others = sum(number for each, number in counted.hands.items() if each != case_id)
    if others + hands > most_hands(present, counted.seats):
        return RefusalKind.MORE_HANDS_THAN_TIMES
    return None


def seats_fault(seats: int, cases: int) -> RefusalKind | None:
    """Why so many can't be chosen among the cases, if they can't."""
    return None if 1 <= seats <= cases else RefusalKind.SEATS_INVALID


def in_play(rounds: Sequence[Round], left: Container[int]) -> tuple[Round, ...]:
    """The rounds without the cases that have left the count, as one that is kept for later."""
    return tuple(
        replace(
            counted,
            cases=tuple(case for case in counted.cases if case not in left),
            hands={case: number for case, number in counted.hands.items() if case not in left},
        )
        for counted in rounds
    )


def standing(rounds: Sequence[Round]) -> Standing:
    """What the rounds come to; each further round is among the tied of the one before."""
    through: tuple[int, ...] = ()
    reached = Standing()
    for counted in rounds:
        if counted.uncounted:
            return Standing(through)
        reached = _standing_of(counted)
        through += reached.chosen
        if not reached.tied:
            break
    return replace(reached, chosen=through)


def _standing_of(counted: Round) -> Standing:
    """Who is through in one round; a case for which nobody raised a hand never is."""
    order = sorted(
        (case for case in counted.cases if counted.hands[case] > 0),
        key=lambda case: -counted.hands[case],
    )
    if len(order) <= counted.seats:
        return Standing(tuple(order), complete=True)
    edge = counted.hands[order[counted.seats - 1]]
    above = tuple(case for case in order if counted.hands[case] > edge)
    at_edge = tuple(case for case in order if counted.hands[case] == edge)
    places = counted.seats - len(above)
    if len(at_edge) == places:
        return Standing(above + at_edge, complete=True)
    return Standing(above, at_edge, places)


def lacking(tally: Tally) -> tuple[Lack, ...]:
    """What the step still lacks: a case, a choice, or a way for those not chosen."""
    chosen = tally.outcomes.count(Outcome.CHOSEN)
    if not chosen and not tally.reason_given:
        kind = LackKind.NO_CASE_CHOSEN if tally.outcomes else LackKind.NO_CASE_PROPOSED
        return (Lack(kind),)
    lacks = []
    if chosen and tally.counted and chosen < tally.seats:
        lacks.append(Lack(LackKind.FEWER_CHOSEN, {"count": tally.seats - chosen}))
    undecided = tally.outcomes.count(None)
    if undecided:
        lacks.append(Lack(LackKind.CASES_WITHOUT_WAY, {"count": undecided}))
    return tuple(lacks)
