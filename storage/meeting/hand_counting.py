"""Choosing the hardest cases by hands, where opinions differ: rounds, places, recounts, ties."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from storage.acts.desk import Desk, Values
from storage.errors import Refusal, RefusalKind
from storage.meeting import count_rows
from storage.meeting import selection_rows as rows
from storage.meeting.attendance import present_count
from storage.meeting.case_rows import case_row
from storage.meeting.selection_overview import all_chosen_by_hands, read_overview
from storage.records.acts import ActKind
from storage.records.kinds import Outcome
from storage.records.selection import SelectionOverview
from storage.rules import selection as rules


class HandCounting:
    """The counts of a meeting on its cases, and who is chosen by them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def set_seats(self, meeting_id: int, seats: int) -> None:
        """Says how many are to be chosen by hands; the first round is counted for as many.

        Raises:
            Refusal: there are fewer cases, more hands were counted than there may be then, or
                a further round was begun.
        """
        overview = read_overview(meeting_id)
        among, agreed = _countable(overview)
        _require_seats(seats, len(among))
        counted = overview.round if overview.counting else None
        if counted is not None and counted.number > 1:
            raise Refusal(RefusalKind.COUNT_UNDER_WAY)
        if counted is not None:
            raised = sum(counted.hands.values())
            if raised > rules.most_hands(overview.present, seats):
                raise _too_many(RefusalKind.MORE_HANDS_THAN_TIMES, overview.present, seats)
        with self.desk.act(meeting_id, ActKind.SEATS_SET, count=seats):
            count_rows.set_seats(meeting_id, agreed + seats)
            if counted is not None:
                count_rows.change_places(meeting_id, counted.number, seats)

    def begin_count(self, meeting_id: int, seats: int | None = None) -> None:
        """Begins to count hands on every case that is undecided.

        An earlier count gives way, with what was chosen by it; what the club agreed on stays.

        Raises:
            Refusal: there are fewer cases than places, or nobody is present.
        """
        overview = read_overview(meeting_id)
        if overview.present == 0:
            raise Refusal(RefusalKind.NOBODY_PRESENT)
        among, agreed = _countable(overview)
        places = overview.seats - agreed if seats is None else seats
        _require_seats(places, len(among))
        with self.desk.act(meeting_id, ActKind.COUNT_BEGUN, count=places):
            _forget_counts(meeting_id, overview)
            count_rows.set_seats(meeting_id, agreed + places)
            count_rows.add_round(meeting_id, 1, places, among)

    def count_hands(self, meeting_id: int, case_id: int, hands: int) -> None:
        """Keeps how many raised a hand for a case in the last round; a recount replaces it.

        Raises:
            Refusal: more hands than people, or in all more than people times places; or hands
                are not counted on this case now.
        """
        rounds = count_rows.rounds_of(meeting_id)
        if not rounds or case_id not in rounds[-1].cases:
            raise Refusal(RefusalKind.COUNT_MISSING)
        present = present_count(meeting_id)
        if present == 0:
            raise Refusal(RefusalKind.NOBODY_PRESENT)
        counted = rounds[-1]
        fault = rules.hands_fault(counted, case_id, hands, present)
        if fault is not None:
            raise _too_many(fault, present, counted.seats)
        person = case_row(case_id).person_id
        with self.desk.act(meeting_id, ActKind.HANDS_COUNTED, person_id=person, count=hands):
            count_rows.write_hands(meeting_id, case_id, counted.number, hands, present)

    def begin_second_count(self, meeting_id: int) -> None:
        """Begins a further count among the cases that tie at the edge, for the places left.

        Raises:
            Refusal: nothing ties.
        """
        overview = read_overview(meeting_id)
        standing, last = overview.standing, overview.round
        if last is None or not overview.counting or not standing.tied:
            raise Refusal(RefusalKind.NOTHING_TIED)
        tied = rows.person_ids(standing.tied)
        # In the order in which the cases stand on the wall: it is no ranking.
        among = [case for case in last.cases if case in standing.tied]
        with self.desk.act(meeting_id, ActKind.SECOND_COUNT_BEGUN, person_ids=tied):
            count_rows.add_round(meeting_id, last.number + 1, standing.places_left, among)

    def settle(self, meeting_id: int) -> None:
        """Keeps those who are through by the counts as chosen.

        Raises:
            Refusal: hands are still to be counted, cases tie, or nobody raised a hand.
        """
        overview = read_overview(meeting_id)
        standing, last = overview.standing, overview.round
        if last is None or not overview.counting:
            raise Refusal(RefusalKind.COUNT_MISSING)
        if standing.tied:
            raise Refusal(RefusalKind.CASES_TIED)
        if not standing.complete:
            raise Refusal(RefusalKind.COUNT_UNFINISHED, count=len(last.uncounted))
        if not standing.chosen:
            raise Refusal(RefusalKind.NO_HANDS_RAISED)
        with act_of_choosing(self.desk, meeting_id, standing.chosen):
            rows.choose(meeting_id, standing.chosen, overview.day)

    def clear_counts(self, meeting_id: int) -> None:
        """Takes back every count, and what was chosen by it; what the club agreed on stays."""
        overview = read_overview(meeting_id)
        with self.desk.act(meeting_id, ActKind.COUNTS_CLEARED):
            _forget_counts(meeting_id, overview)


def act_of_choosing(
    desk: Desk, meeting_id: int, case_ids: Sequence[int]
) -> AbstractContextManager[Values]:
    """The act in which these cases are chosen, by hands or by agreement."""
    people = rows.person_ids(case_ids)
    return desk.act(meeting_id, ActKind.CASES_CHOSEN, person_ids=people, count=len(case_ids))


def drop_void_agreement(meeting_id: int) -> None:
    """Takes the agreement back once no case is left that was chosen by it."""
    if count_rows.has_agreement(meeting_id) and all_chosen_by_hands(meeting_id):
        count_rows.forget_agreement(meeting_id)


def _forget_counts(meeting_id: int, overview: SelectionOverview) -> None:
    """Takes back the counts, and what was chosen by them."""
    for each in overview.chosen:
        if each.case.id in overview.standing.chosen:
            rows.undecide(meeting_id, each.case.id)
    count_rows.forget_rounds(meeting_id)
    drop_void_agreement(meeting_id)


def _countable(overview: SelectionOverview) -> tuple[list[int], int]:
    """The cases that a new count would be among, and how many are chosen by agreement."""
    by_agreement = {
        each.case.id for each in overview.chosen if each.case.id not in overview.standing.chosen
    }
    among = [
        each.case.id
        for each in overview.cases
        if each.case.id not in by_agreement and each.outcome in (None, Outcome.CHOSEN)
    ]
    return among, len(by_agreement)


def _require_seats(seats: int, cases: int) -> None:
    fault = rules.seats_fault(seats, cases)
    if fault is not None:
        raise Refusal(fault, cases=cases)


def _too_many(fault: RefusalKind, present: int, seats: int) -> Refusal:
    return Refusal(fault, present=present, limit=rules.most_hands(present, seats), times=seats)
