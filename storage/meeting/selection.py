"""Choosing the hardest cases (step 5): by agreement, by hands, and a way for all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date

from storage.acts.desk import Desk, Values
from storage.errors import Refusal, RefusalKind
from storage.meeting import selection_rows as rows
from storage.meeting.attendance import present_count
from storage.meeting.case_rows import case_row, cases_of_rows
from storage.meeting.proposal_rows import forget_case
from storage.memory import remembered
from storage.records.acts import ActKind
from storage.records.kinds import Outcome
from storage.records.lacks import Lack
from storage.records.selection import CaseOnTable, Round, SelectionOverview, Tally
from storage.rules import selection as rules
from storage.tables import DecisionRow, HardshipCaseRow, MeetingRow
from storage.vietnamese import clean_line


class SelectionBook:
    """What the club chose in a meeting, and how its opinion was taken."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @remembered
    def overview(self, meeting_id: int) -> SelectionOverview:
        """All cases of the meeting with what was decided, and the rounds of counting."""
        meeting = MeetingRow.get_by_id(meeting_id)
        decisions = rows.decisions_of(meeting_id)
        ids = rows.cases_on_table(meeting_id, list(decisions))
        known = {row.id: row for row in HardshipCaseRow.select().where(HardshipCaseRow.id.in_(ids))}
        cases = []
        for case in cases_of_rows([known[each] for each in ids], meeting_id):
            made = decisions.get(case.id)
            outcome = Outcome(made.outcome) if made else None
            cases.append(CaseOnTable(case, outcome, made.reason if made else ""))
        rounds = _rounds_in_play(meeting_id, decisions, ids)
        return SelectionOverview(
            cases=tuple(cases),
            day=meeting.day,
            seats=meeting.seats,
            present=present_count(meeting_id),
            rounds=rounds,
            standing=rules.standing(rounds),
            agreed=rows.has_agreement(meeting_id),
        )

    @remembered
    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """What the step still lacks."""
        meeting = MeetingRow.get_by_id(meeting_id)
        decisions = rows.decisions_of(meeting_id)
        outcomes = {case: Outcome(row.outcome) for case, row in decisions.items()}
        return rules.lacking(
            Tally(
                outcomes=tuple(
                    outcomes.get(case) for case in rows.cases_on_table(meeting_id, list(decisions))
                ),
                seats=meeting.seats,
                counted=bool(rows.rounds_of(meeting_id)),
                reason_given=bool(meeting.no_case_reason),
            )
        )

    @remembered
    def begun(self, meeting_id: int) -> bool:
        """Whether anything was decided or counted."""
        return bool(rows.decisions_of(meeting_id) or rows.rounds_of(meeting_id))

    def locality_words(self, meeting_id: int, case_id: int) -> str:
        """What is proposed to the locality for a case, if it is passed on so."""
        return rows.locality_words(meeting_id, case_id)

    # The choice.

    def choose_unanimously(
        self, meeting_id: int, case_ids: Sequence[int], reason: str = ""
    ) -> None:
        """The whole club agrees on these cases (nhất trí), besides those chosen already.

        Where hands were counted before, those who are through by them are chosen with these,
        and every round that was counted stays in the books.

        Raises:
            Refusal: no case is named.
        """
        overview = self.overview(meeting_id)
        through = overview.standing.chosen if overview.counting else ()
        before = {each.case.id for each in overview.chosen}
        agreed = [case for case in dict.fromkeys((*through, *case_ids)) if case not in before]
        if not agreed:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        with self._choosing(meeting_id, agreed):
            if not any(counted.hands for counted in rows.rounds_of(meeting_id)):
                rows.forget_rounds(meeting_id)
            rows.write_agreement(meeting_id, overview.present)
            _choose(overview.day, meeting_id, agreed, clean_line(reason))
            _set_seats(meeting_id, len(before) + len(agreed))

    def set_seats(self, meeting_id: int, seats: int) -> None:
        """Says how many are to be chosen by hands; the first round is counted for as many.

        Raises:
            Refusal: there are fewer cases, more hands were counted than there may be then, or
                a further round was begun.
        """
        overview = self.overview(meeting_id)
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
            _set_seats(meeting_id, agreed + seats)
            if counted is not None:
                rows.change_places(meeting_id, counted.number, seats)

    def begin_count(self, meeting_id: int, seats: int | None = None) -> None:
        """Begins to count hands on every case that is undecided.

        An earlier count gives way, with what was chosen by it; what the club agreed on stays.

        Raises:
            Refusal: there are fewer cases than places, or nobody is present.
        """
        overview = self.overview(meeting_id)
        if overview.present == 0:
            raise Refusal(RefusalKind.NOBODY_PRESENT)
        among, agreed = _countable(overview)
        places = overview.seats - agreed if seats is None else seats
        _require_seats(places, len(among))
        with self.desk.act(meeting_id, ActKind.COUNT_BEGUN, count=places):
            self._forget_counts(meeting_id, overview)
            _set_seats(meeting_id, agreed + places)
            rows.add_round(meeting_id, 1, places, among)

    def count_hands(self, meeting_id: int, case_id: int, hands: int) -> None:
        """Keeps how many raised a hand for a case in the last round; a recount replaces it.

        Raises:
            Refusal: more hands than people, or in all more than people times places; or hands
                are not counted on this case now.
        """
        rounds = rows.rounds_of(meeting_id)
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
            rows.write_hands(meeting_id, case_id, counted.number, hands, present)

    def begin_second_count(self, meeting_id: int) -> None:
        """Begins a further count among the cases that tie at the edge, for the places left.

        Raises:
            Refusal: nothing ties.
        """
        overview = self.overview(meeting_id)
        standing, last = overview.standing, overview.round
        if last is None or not overview.counting or not standing.tied:
            raise Refusal(RefusalKind.NOTHING_TIED)
        tied = rows.person_ids(standing.tied)
        # In the order in which the cases stand on the wall: it is no ranking.
        among = [case for case in last.cases if case in standing.tied]
        with self.desk.act(meeting_id, ActKind.SECOND_COUNT_BEGUN, person_ids=tied):
            rows.add_round(meeting_id, last.number + 1, standing.places_left, among)

    def settle(self, meeting_id: int) -> None:
        """Keeps those who are through by the counts as chosen.

        Raises:
            Refusal: hands are still to be counted, cases tie, or nobody raised a hand.
        """
        overview = self.overview(meeting_id)
        standing, last = overview.standing, overview.round
        if last is None or not overview.counting:
            raise Refusal(RefusalKind.COUNT_MISSING)
        if standing.tied:
            raise Refusal(RefusalKind.CASES_TIED)
        if not standing.complete:
            raise Refusal(RefusalKind.COUNT_UNFINISHED, count=len(last.uncounted))
        if not standing.chosen:
            raise Refusal(RefusalKind.NO_HANDS_RAISED)
        with self._choosing(meeting_id, standing.chosen):
            _choose(overview.day, meeting_id, standing.chosen)

    def clear_counts(self, meeting_id: int) -> None:
        """Takes back every count, and what was chosen by it; what the club agreed on stays."""
        overview = self.overview(meeting_id)
        with self.desk.act(meeting_id, ActKind.COUNTS_CLEARED):
            self._forget_counts(meeting_id, overview)

    # The ways of the others.

    def set_way(
        self, meeting_id: int, case_id: int, way: Outcome, reason: str = "", matter: str = ""
    ) -> None:
        """Says what becomes of a case that is not chosen; what was decided before gives way.

        A case for home care is passed on at once. One for the locality becomes a matter of
        step 7 with the words of `matter`; they are shown on the wall.

        Raises:
            Refusal: a case is ended without a reason, or passed to the locality without
                saying what is proposed.
        """
        if way not in rules.WAYS:
            raise ValueError(way)
        cleaned, what = clean_line(reason), clean_line(matter)
        if way is Outcome.ENDED and not cleaned:
            raise Refusal(RefusalKind.REASON_MISSING)
        if way is Outcome.LOCALITY and not what:
            raise Refusal(RefusalKind.WHAT_MISSING)
        person = case_row(case_id).person_id
        with self.desk.act(meeting_id, ActKind.CASE_WAY_SET, person_id=person, way=str(way)):
            rows.undecide(meeting_id, case_id)
            rows.decide(meeting_id, case_id, way, cleaned, MeetingRow.get_by_id(meeting_id).day)
            if way is Outcome.LOCALITY:
                rows.write_locality_matter(meeting_id, case_id, what)
            else:
                rows.drop_locality_matter(meeting_id, case_id)
            self._drop_void_agreement(meeting_id)

    def give_reason(self, meeting_id: int, case_id: int, reason: str) -> None:
        """Keeps why a case was chosen, or why it takes its way.

        Raises:
            Refusal: a case is ended, and the reason is taken away.
        """
        cleaned = clean_line(reason)
        made = rows.decisions_of(meeting_id).get(case_id)
        if made is None:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        if made.outcome == Outcome.ENDED and not cleaned:
            raise Refusal(RefusalKind.REASON_MISSING)
        person = case_row(case_id).person_id
        with self.desk.act(meeting_id, ActKind.CASE_REASON_GIVEN, person_id=person):
            rows.write_reason(made, cleaned)

    def remove_decision(self, meeting_id: int, case_id: int) -> None:
        """Takes back what was decided on a case."""
        row = case_row(case_id)
        with self.desk.act(meeting_id, ActKind.DECISION_REMOVED, person_id=row.person_id):
            rows.undecide(meeting_id, case_id)
            rows.drop_locality_matter(meeting_id, case_id)
            self._drop_void_agreement(meeting_id)
            forget_case(meeting_id, row)

    def _choosing(self, meeting_id: int, case_ids: Sequence[int]) -> AbstractContextManager[Values]:
        people = rows.person_ids(case_ids)
        return self.desk.act(
            meeting_id, ActKind.CASES_CHOSEN, person_ids=people, count=len(case_ids)
        )

    def _forget_counts(self, meeting_id: int, overview: SelectionOverview) -> None:
        """Takes back the counts, and what was chosen by them."""
        for each in overview.chosen:
            if each.case.id in overview.standing.chosen:
                rows.undecide(meeting_id, each.case.id)
        rows.forget_rounds(meeting_id)
        self._drop_void_agreement(meeting_id)

    def _drop_void_agreement(self, meeting_id: int) -> None:
        """Takes the agreement back once no case is left that was chosen by it."""
        if not rows.has_agreement(meeting_id):
            return
        decisions = rows.decisions_of(meeting_id)
        ids = rows.cases_on_table(meeting_id, list(decisions))
        by_hands = rules.standing(_rounds_in_play(meeting_id, decisions, ids)).chosen
        if all(case in by_hands for case in ids if _is_chosen(decisions.get(case))):
            rows.forget_agreement(meeting_id)


def _choose(day: date, meeting_id: int, case_ids: Sequence[int], reason: str = "") -> None:
    for case_id in case_ids:
        rows.undecide(meeting_id, case_id)
        rows.drop_locality_matter(meeting_id, case_id)
        rows.decide(meeting_id, case_id, Outcome.CHOSEN, reason, day)


def _rounds_in_play(
    meeting_id: int, decisions: Mapping[int, DecisionRow], on_table: Iterable[int]
) -> tuple[Round, ...]:
    """The rounds without the cases that were taken off the table, or given another way."""
    rounds = rows.rounds_of(meeting_id)
    present = {case for case in on_table if case not in decisions or _is_chosen(decisions[case])}
    everything = {case for counted in rounds for case in counted.cases}
    return rules.in_play(rounds, everything - present)


def _is_chosen(decision: DecisionRow | None) -> bool:
    return decision is not None and decision.outcome == Outcome.CHOSEN


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


def _set_seats(meeting_id: int, seats: int) -> None:
    MeetingRow.update(seats=seats).where(
        MeetingRow.id == meeting_id, MeetingRow.seats != seats
    ).execute()
