"""What earlier meetings did with a case, and how often the club helped the person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from peewee import fn

from storage.acts.desk import parse_moment
from storage.meeting.held_meetings import held
from storage.memory import remembered
from storage.records.kinds import HELPED, CaseEventKind, Outcome, Source
from storage.records.people import Person
from storage.tables import (
    CaseEventRow,
    DecisionRow,
    FulfilmentRow,
    HardshipCaseRow,
    MatterRow,
    MeetingRow,
    PersonRow,
    PledgeRow,
    ProposalRow,
    UrgentReportRow,
)
from storage.vietnamese import fold, written_alike

_WAITING = {CaseEventKind.KEPT, CaseEventKind.BROUGHT_BACK}
_BETWEEN_MEETINGS = [str(source) for source in Source if source is not Source.MEETING]


def kept_cases(case_ids: Sequence[int], meeting_id: int | None) -> frozenset[int]:
    """Those among the cases that a meeting before this one kept, and that still wait."""
    return frozenset(waiting_ways(case_ids, meeting_id))


def waiting_ways(case_ids: Sequence[int], meeting_id: int | None) -> dict[int, CaseEventKind]:
    """Which of the cases wait, and how: kept by a meeting before, or brought back since."""
    if not case_ids:
        return {}
    last: dict[int, tuple[date, int, str]] = {}
    for case_id, day, rank, outcome in _ways_before(case_ids, meeting_id):
        if case_id not in last or (day, rank) >= last[case_id][:2]:
            last[case_id] = (day, rank, outcome)
    return {
        case: CaseEventKind(outcome)
        for case, (_, _, outcome) in last.items()
        if outcome in _WAITING
    }


@remembered
def waiting_cases(meeting_id: int) -> frozenset[int]:
    """The cases noted in the area or kept by an earlier meeting, not proposed in this one.

    Cases that an urgent report brought and that nobody has helped yet wait as well.
    """
    proposed = ProposalRow.select().where(
        ProposalRow.meeting == meeting_id, ProposalRow.hardship_case.is_null(False)
    )
    offered = [*_last_kept_before(meeting_id), *_brought_back()]
    waiting = unheard_cases() | kept_cases(offered, meeting_id)
    return frozenset(waiting - {row.hardship_case_id for row in proposed})


def unheard_cases() -> set[int]:
    """The cases that came between meetings, and that no meeting has decided on yet."""
    case = HardshipCaseRow.id
    decided = DecisionRow.select().where(
        DecisionRow.hardship_case == case, held(DecisionRow.meeting)
    )
    settled = CaseEventRow.select().where(CaseEventRow.hardship_case == case)
    helped = UrgentReportRow.select().where(
        UrgentReportRow.hardship_case == case, UrgentReportRow.helped_at.is_null(False)
    )
    rows = HardshipCaseRow.select(case).where(
        HardshipCaseRow.source.in_(_BETWEEN_MEETINGS),
        ~fn.EXISTS(decided),
        ~fn.EXISTS(settled),
        ~fn.EXISTS(helped),
    )
    return {row.id for row in rows}


def _brought_back() -> list[int]:
    """The cases that the home-care volunteers ever brought back to the club (S29)."""
    rows = CaseEventRow.select(CaseEventRow.hardship_case).where(
        CaseEventRow.kind == str(CaseEventKind.BROUGHT_BACK)
    )
    return [row.hardship_case_id for row in rows.distinct()]


def _last_kept_before(meeting_id: int) -> list[int]:
    """The cases that were kept before this meeting, with no decision after that one."""
    later = DecisionRow.alias()
    after = later.select().where(
        later.hardship_case == DecisionRow.hardship_case, later.id > DecisionRow.id
    )
    rows = DecisionRow.select(DecisionRow.hardship_case).where(
        DecisionRow.outcome == str(Outcome.KEPT),
        DecisionRow.hardship_case.is_null(False),
        DecisionRow.meeting < meeting_id,
        held(DecisionRow.meeting),
        ~fn.EXISTS(after),
    )
    return [row.hardship_case_id for row in rows]


def waiting_matters() -> frozenset[int]:
    """The matters noted in the area that no meeting has proposed or decided on."""
    decided = DecisionRow.select(DecisionRow.id).where(
        DecisionRow.matter == MatterRow.id, held(DecisionRow.meeting)
    )
    proposed = ProposalRow.select(ProposalRow.id).where(
        ProposalRow.matter == MatterRow.id, held(ProposalRow.meeting)
    )
    rows = MatterRow.select(MatterRow.id).where(
        MatterRow.source == str(Source.AREA), ~fn.EXISTS(decided), ~fn.EXISTS(proposed)
    )
    return frozenset(row.id for row in rows)


def _ways_before(
    case_ids: Sequence[int], meeting_id: int | None
) -> Iterable[tuple[int, date, int, str]]:
    """Decisions of earlier meetings, and what became of the cases since, each in order."""
    decisions = (
        DecisionRow.select(DecisionRow, MeetingRow)
        .join(MeetingRow)
        .where(
            DecisionRow.hardship_case.in_(case_ids),
            held(DecisionRow.meeting),
        )
        .order_by(DecisionRow.id)
    )
    events = CaseEventRow.select().where(CaseEventRow.hardship_case.in_(case_ids))
    if meeting_id is not None:
        decisions = decisions.where(DecisionRow.meeting < meeting_id)
        events = events.where(CaseEventRow.meeting.is_null() | (CaseEventRow.meeting < meeting_id))
    for row in decisions:
        yield row.hardship_case_id, row.meeting.day, 0, row.outcome
    for event in events.order_by(CaseEventRow.id):
        yield event.hardship_case_id, event.on, 1, event.kind


def helped_times(persons: Iterable[Person], until: date) -> dict[int, int]:
    """How often each person was helped in the twelve months up to a day.

    What one meeting pledged for a case is one time, however many helped; so is one urgent
    report. Someone outside the club may stand in the books once a case: the same name and
    birth year are the same person.
    """
    wanted = list(persons)
    twins = _twins(wanted)
    since = year_before(until)
    times: dict[int, set[tuple[str, int, int]]] = {person.id: set() for person in wanted}
    for row_person, occasion in (
        *_pledged_help(list(twins), since, until),
        *_urgent_help(list(twins), since, until),
    ):
        for person_id in twins[row_person]:
            times[person_id].add(occasion)
    return {person_id: len(occasions) for person_id, occasions in times.items()}


def _twins(persons: Sequence[Person]) -> dict[int, set[int]]:
    """For every row of a person in the books, which of the persons asked about it is."""
    asked: dict[tuple[str, int], set[int]] = {}
    found: dict[int, set[int]] = {}
    for person in persons:
        found.setdefault(person.id, set()).add(person.id)
        if person.birth_year is not None:
            asked.setdefault((written_alike(person.name), person.birth_year), set()).add(person.id)
    years = {year for _, year in asked}
    names = {fold(person.name) for person in persons}
    rows = PersonRow.select(PersonRow.id, PersonRow.name, PersonRow.birth_year).where(
        PersonRow.folded.in_(sorted(names)), PersonRow.birth_year.in_(sorted(years))
    )
    for row in rows:
        if row.birth_year is not None:
            same = asked.get((written_alike(row.name), row.birth_year), set())
            found.setdefault(row.id, set()).update(same)
    return found


def _pledged_help(
    person_ids: Sequence[int], since: date, until: date
) -> list[tuple[int, tuple[str, int, int]]]:
    rows = (
        PledgeRow.select(PledgeRow, HardshipCaseRow)
        .join(HardshipCaseRow)
        .switch(PledgeRow)
        .join(FulfilmentRow)
        .where(
            HardshipCaseRow.person.in_(person_ids),
            FulfilmentRow.state.in_(HELPED),
            FulfilmentRow.on > since,
            FulfilmentRow.on <= until,
        )
    )
    return [(row.hardship_case.person_id, _occasion(row)) for row in rows if row.hardship_case]


def _occasion(pledge: PledgeRow) -> tuple[str, int, int]:
    if pledge.urgent_report_id is None:
        return ("meeting", pledge.hardship_case_id, pledge.meeting_id or 0)
    return ("urgent", pledge.urgent_report_id, 0)


def _urgent_help(
    person_ids: Sequence[int], since: date, until: date
) -> list[tuple[int, tuple[str, int, int]]]:
    rows = (
        UrgentReportRow.select(UrgentReportRow, HardshipCaseRow)
        .join(HardshipCaseRow)
        .where(HardshipCaseRow.person.in_(person_ids), UrgentReportRow.helped_at.is_null(False))
    )
    return [
        (row.hardship_case.person_id, ("urgent", row.id, 0))
        for row in rows
        if row.helped_at and since < parse_moment(row.helped_at).date() <= until
    ]


def year_before(day: date) -> date:
    """The same day a year earlier; a leap day falls back to 28 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
