"""The rules of choosing (S20, S22): how many hands there may be, who is through, who ties."""

from __future__ import annotations

from collections.abc import Sequence

from storage.errors import RefusalKind
from storage.records.kinds import Outcome
from storage.records.lacks import Lack, LackKind
from storage.records.selection import Round, SelectionOverview, Standing


def most_hands(present: int, times: int) -> int:
    """How many hands there may be in all: each of those present raises one so many times."""
    return present * times


def refusal_of(counted: Round, case: int, hands: int, present: int) -> RefusalKind | None:
    """Why a number of hands for a case can't be right, if it can't."""
    if hands > present:
        return RefusalKind.MORE_HANDS_THAN_PRESENT
    others = sum(number for each, number in counted.hands.items() if each != case)
    if others + hands > most_hands(present, counted.seats):
        return RefusalKind.MORE_HANDS_THAN_TIMES
    return None


def standing(rounds: Sequence[Round]) -> Standing:
    """What the rounds come to; each further round is among the tied of the one before."""
    through: list[int] = []
    for counted in rounds:
        if not counted.complete:
            return Standing(tuple(through))
        passed = _standing_of(counted)
        through += passed.chosen
        if not passed.tied:
            return Standing(tuple(through))
        last = passed
    return Standing(tuple(through), last.tied, last.places_left) if rounds else Standing()


def _standing_of(counted: Round) -> Standing:
    """Who is through in one round; a case for which nobody raised a hand never is."""
    order = sorted(
        (case for case in counted.cases if counted.hands[case] > 0),
        key=lambda case: -counted.hands[case],
    )
    if len(order) <= counted.seats:
        return Standing(tuple(order))
    edge = counted.hands[order[counted.seats - 1]]
    above = tuple(case for case in order if counted.hands[case] > edge)
    at_edge = tuple(case for case in order if counted.hands[case] == edge)
    left = counted.seats - len(above)
    if len(at_edge) == left:
        return Standing(above + at_edge)
    return Standing(above, at_edge, left)


def lacking(overview: SelectionOverview) -> tuple[Lack, ...]:
    """What the step still lacks: a case, a choice, or a way for those not chosen."""
    if not overview.cases:
        return (Lack(LackKind.NO_CASE_PROPOSED),)
    lacks: list[Lack] = []
    chosen = len(overview.chosen)
    if not chosen:
        lacks.append(Lack(LackKind.NO_CASE_CHOSEN))
    elif overview.rounds and chosen < overview.seats:
        lacks.append(Lack(LackKind.FEWER_CHOSEN, {"count": overview.seats - chosen}))
    open_cases = sum(each.outcome is None for each in overview.cases)
    if chosen and open_cases:
        lacks.append(Lack(LackKind.CASES_WITHOUT_WAY, {"count": open_cases}))
    return tuple(lacks)


WAYS = (
    Outcome.KEPT,
    Outcome.OWN_GROUP,
    Outcome.HOME_CARE,
    Outcome.LOCALITY,
    Outcome.ENDED,
)
"""What may become of a case that is not chosen; none is dropped in silence."""
