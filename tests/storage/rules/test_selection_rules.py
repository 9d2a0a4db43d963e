"""The rules of step 5: who is through by the counts, who ties, and how many hands there may be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.errors import RefusalKind
from storage.records.kinds import Outcome
from storage.records.lacks import Lack, LackKind
from storage.records.selection import Round, Standing, Tally
from storage.rules import selection as rules

HIEN, MUI, LUC, SON, BINH = 1, 2, 3, 4, 5
SAMPLE = Round(1, 3, (HIEN, MUI, LUC, SON, BINH), {HIEN: 41, MUI: 38, LUC: 33, SON: 33, BINH: 17})


def round_of(hands: dict[int, int], seats: int, number: int = 1) -> Round:
    return Round(number, seats, tuple(hands), hands)


def counted() -> st.SearchStrategy[Round]:
    """A round in which hands were counted on every case."""
    return st.builds(
        round_of,
        st.dictionaries(st.integers(1, 30), st.integers(0, 60), min_size=1, max_size=12),
        st.integers(1, 6),
    )


def test_the_sample_meeting_ties_for_the_third_place() -> None:
    assert rules.standing([SAMPLE]) == Standing((HIEN, MUI), (LUC, SON), places_left=1)


def test_the_second_count_decides_between_the_two() -> None:
    second = Round(2, 1, (LUC, SON), {LUC: 29, SON: 21})
    assert rules.standing([SAMPLE, second]) == Standing((HIEN, MUI, LUC), complete=True)


def test_a_second_tie_is_counted_again_among_the_same() -> None:
    second = Round(2, 1, (LUC, SON), {LUC: 26, SON: 26})
    assert rules.standing([SAMPLE, second]) == Standing((HIEN, MUI), (LUC, SON), places_left=1)


def test_nothing_is_said_before_every_case_is_counted() -> None:
    begun = Round(1, 3, SAMPLE.cases, {HIEN: 41, MUI: 38})
    assert begun.uncounted == (LUC, SON, BINH)
    assert rules.standing([begun]) == Standing()
    assert rules.standing([SAMPLE, Round(2, 1, (LUC, SON), {LUC: 29})]) == Standing((HIEN, MUI))


def test_a_case_for_which_nobody_raised_a_hand_is_not_chosen() -> None:
    assert rules.standing([round_of({HIEN: 12, MUI: 0, LUC: 0}, 2)]) == Standing(
        (HIEN,), complete=True
    )


def test_a_case_that_leaves_the_count_breaks_the_tie() -> None:
    left = rules.in_play([SAMPLE], {SON})
    assert rules.standing(left) == Standing((HIEN, MUI, LUC), complete=True)
    waiting = rules.in_play([Round(1, 1, (HIEN, MUI), {HIEN: 3})], {MUI})
    assert rules.standing(waiting) == Standing((HIEN,), complete=True)


@given(counted())
def test_the_places_are_never_exceeded_and_whoever_is_through_has_more_hands(one: Round) -> None:
    result = rules.standing([one])
    others = set(one.cases) - set(result.chosen) - set(result.tied)
    assert len(result.chosen) + result.places_left <= one.seats
    assert not set(result.chosen) & set(result.tied)
    for case in result.chosen:
        assert one.hands[case] > 0
        assert all(one.hands[case] > one.hands[each] for each in (*result.tied, *others))


@given(counted())
def test_a_tie_is_of_more_cases_than_places_with_as_many_hands_each(one: Round) -> None:
    result = rules.standing([one])
    assert result.complete is not bool(result.tied)
    assert (result.places_left > 0) is bool(result.tied)
    if result.tied:
        assert len(result.tied) > result.places_left
        assert len({one.hands[case] for case in result.tied}) == 1
        assert len(result.chosen) + result.places_left == one.seats


@given(counted())
def test_without_a_tie_every_place_is_filled_as_long_as_hands_were_raised(one: Round) -> None:
    result = rules.standing([one])
    raised = sum(hands > 0 for hands in one.hands.values())
    if result.complete:
        assert len(result.chosen) == min(one.seats, raised)


@given(counted(), st.data())
def test_a_further_count_only_fills_the_places_left(one: Round, data: st.DataObject) -> None:
    first = rules.standing([one])
    if not first.tied:
        return
    hands = {case: data.draw(st.integers(0, 60)) for case in first.tied}
    both = rules.standing([one, round_of(hands, first.places_left, 2)])
    assert both.chosen[: len(first.chosen)] == first.chosen
    assert set(both.chosen[len(first.chosen) :]) | set(both.tied) <= set(first.tied)
    assert len(both.chosen) + both.places_left <= one.seats


@given(counted(), st.integers(0, 130))
def test_a_count_that_is_accepted_is_one_that_the_room_can_give(one: Round, present: int) -> None:
    for case, hands in one.hands.items():
        fault = rules.hands_fault(one, case, hands, present)
        total = sum(one.hands.values())
        assert (fault is None) is (hands <= present and total <= present * one.seats)


def test_more_hands_than_people_and_more_than_times_are_refused() -> None:
    assert rules.hands_fault(SAMPLE, BINH, 53, 52) is RefusalKind.MORE_HANDS_THAN_PRESENT
    full = round_of({HIEN: 52, MUI: 50}, 2)
    assert rules.hands_fault(full, MUI, 52, 52) is None
    assert rules.hands_fault(Round(1, 1, (HIEN, MUI), {HIEN: 50}), MUI, 2, 52) is None
    assert (
        rules.hands_fault(Round(1, 1, (HIEN, MUI), {HIEN: 50}), MUI, 3, 52)
        is RefusalKind.MORE_HANDS_THAN_TIMES
    )
    assert rules.hands_fault(SAMPLE, BINH, -1, 52) is RefusalKind.NUMBER_INVALID


def test_a_recount_does_not_count_its_own_hands_twice() -> None:
    full = Round(1, 1, (HIEN, MUI), {HIEN: 40, MUI: 12})
    assert rules.hands_fault(full, MUI, 12, 52) is None


def test_as_many_can_be_chosen_as_there_are_cases() -> None:
    assert rules.seats_fault(5, 5) is None
    assert rules.seats_fault(6, 5) is RefusalKind.SEATS_INVALID
    assert rules.seats_fault(0, 5) is RefusalKind.SEATS_INVALID


def test_what_is_missing() -> None:
    chosen, kept = Outcome.CHOSEN, Outcome.KEPT
    assert rules.lacking(Tally()) == (Lack(LackKind.NO_CASE_PROPOSED),)
    assert rules.lacking(Tally((None, kept))) == (Lack(LackKind.NO_CASE_CHOSEN),)
    assert rules.lacking(Tally((chosen, kept))) == ()
    assert rules.lacking(Tally((chosen, None, None))) == (
        Lack(LackKind.CASES_WITHOUT_WAY, {"count": 2}),
    )
    assert rules.lacking(Tally((chosen, None), seats=3, counted=True)) == (
        Lack(LackKind.FEWER_CHOSEN, {"count": 2}),
        Lack(LackKind.CASES_WITHOUT_WAY, {"count": 1}),
    )


def test_a_reason_written_down_stands_for_the_choice_but_not_for_the_ways() -> None:
    assert rules.lacking(Tally(reason_given=True)) == ()
    assert rules.lacking(Tally((None,), reason_given=True)) == (
        Lack(LackKind.CASES_WITHOUT_WAY, {"count": 1}),
    )
