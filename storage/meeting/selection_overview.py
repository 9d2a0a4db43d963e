"""What step 5 shows: the cases on the table, what was decided on them, the rounds of counting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from storage.meeting import count_rows
from storage.meeting import selection_rows as rows
from storage.meeting.attendance import present_count
from storage.meeting.case_rows import cases_of_rows
from storage.meeting.meeting_rows import meeting_by_number
from storage.memory import remembered
from storage.records.kinds import Outcome
from storage.records.lacks import Lack
from storage.records.selection import CaseOnTable, Round, SelectionOverview, Tally
from storage.rules import selection as rules
from storage.tables import DecisionRow, HardshipCaseRow


@remembered
def read_overview(meeting_id: int) -> SelectionOverview:
    """All cases of the meeting with what was decided, and the rounds of counting."""
    meeting = meeting_by_number(meeting_id)
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
        agreed=count_rows.has_agreement(meeting_id),
    )


@remembered
def read_lacks(meeting_id: int) -> tuple[Lack, ...]:
    """What the step still lacks."""
    meeting = meeting_by_number(meeting_id)
    decisions = rows.decisions_of(meeting_id)
    outcomes = {case: Outcome(row.outcome) for case, row in decisions.items()}
    on_table = rows.cases_on_table(meeting_id, list(decisions))
    return rules.lacking(
        Tally(
            outcomes=tuple(outcomes.get(case) for case in on_table),
            seats=meeting.seats,
            counted=bool(count_rows.rounds_of(meeting_id)),
            reason_given=bool(meeting.no_case_reason),
        )
    )


@remembered
def anything_decided(meeting_id: int) -> bool:
    """Whether anything was decided or counted."""
    return bool(rows.decisions_of(meeting_id) or count_rows.rounds_of(meeting_id))


def all_chosen_by_hands(meeting_id: int) -> bool:
    """Whether no case is left that the whole club chose by agreement."""
    decisions = rows.decisions_of(meeting_id)
    ids = rows.cases_on_table(meeting_id, list(decisions))
    by_hands = rules.standing(_rounds_in_play(meeting_id, decisions, ids)).chosen
    return all(case in by_hands for case in ids if rows.is_chosen(decisions.get(case)))


def _rounds_in_play(
    meeting_id: int, decisions: Mapping[int, DecisionRow], on_table: Iterable[int]
) -> tuple[Round, ...]:
    """The rounds without the cases that were taken off the table, or given another way."""
    rounds = count_rows.rounds_of(meeting_id)
    present = {
        case for case in on_table if case not in decisions or rows.is_chosen(decisions[case])
    }
    everything = {case for counted in rounds for case in counted.cases}
    return rules.in_play(rounds, everything - present)
