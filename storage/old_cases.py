"""Which closed cases are older than the club wishes to keep what was said in them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from storage.case_history import waiting_cases
from storage.case_rows import cases_of_rows
from storage.forgetting import REMOVED_WORDS
from storage.reached import first_day
from storage.records.old_cases import OldCase
from storage.tables import ClubRow, HardshipCaseRow, MemberRow, connection

_NOW = 2**62
"""Later than every meeting: what is seen from today."""

_CLOSED = """
    SELECT hardship_case.id, max(told.day) FROM hardship_case
    JOIN person ON person.id = hardship_case.person_id AND person.removed_on IS NULL
    JOIN (
        SELECT id AS case_id, noted_on AS day FROM hardship_case
        UNION ALL SELECT hardship_case_id, day FROM proposal
            JOIN meeting ON meeting.id = proposal.meeting_id
        UNION ALL SELECT hardship_case_id, day FROM decision
            JOIN meeting ON meeting.id = decision.meeting_id
        UNION ALL SELECT hardship_case_id, on_day FROM case_event
        UNION ALL SELECT hardship_case_id, survey_on FROM referral
        UNION ALL SELECT hardship_case_id, substr(helped_at, 1, 10) FROM urgent_report
        UNION ALL SELECT hardship_case_id, on_day FROM fulfilment
            JOIN pledge ON pledge.id = fulfilment.pledge_id
    ) AS told ON told.case_id = hardship_case.id
    WHERE hardship_case.circumstances <> ?
    AND NOT EXISTS (SELECT 1 FROM referral
        WHERE hardship_case_id = hardship_case.id AND state <> 'ended')
    AND NOT EXISTS (SELECT 1 FROM urgent_report
        WHERE hardship_case_id = hardship_case.id AND helped_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM pledge JOIN open_pledge ON open_pledge.pledge_id = pledge.id
        WHERE hardship_case_id = hardship_case.id)
    GROUP BY hardship_case.id HAVING max(told.day) <= ?
"""
"""The cases in which nothing is open, with the last day on which something was told of each."""


def closed_long_ago(today: date) -> tuple[OldCase, ...]:
    """The closed cases that are older than the club set, the oldest first."""
    days = days_of_old_cases(today)
    rows = list(HardshipCaseRow.select().where(HardshipCaseRow.id.in_(sorted(days))))
    alone = _alone(rows)
    found = [
        OldCase(case, days[case.id], whole_person=case.id in alone) for case in cases_of_rows(rows)
    ]
    return tuple(sorted(found, key=lambda old: (old.last_on, old.case.id)))


def is_all_of_the_person(case_id: int) -> bool:
    """Whether the books tell nothing else of whoever the case is about, who is no member."""
    return bool(_alone([HardshipCaseRow.get_by_id(case_id)]))


def days_of_old_cases(today: date) -> dict[int, date]:
    """The last day of each of these cases, by number."""
    club = ClubRow.get_or_none(ClubRow.id == 1)
    until = _years_before(today, club.removal_years) if club and club.removal_years else None
    began = first_day()
    if until is None or began is None or began > until:
        return {}
    found = connection.execute_sql(_CLOSED, (REMOVED_WORDS, until.isoformat())).fetchall()
    waiting = waiting_cases(_NOW) if found else frozenset()
    return {case: date.fromisoformat(day) for case, day in found if case not in waiting}


def _years_before(day: date, years: int) -> date:
    """The same day some years earlier; a leap day falls back to 28 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _alone(rows: list[HardshipCaseRow]) -> frozenset[int]:
    """Those of the cases whose person is no member, and of whom no other case tells any more."""
    persons = [row.person_id for row in rows]
    others = HardshipCaseRow.select(HardshipCaseRow.person).where(
        HardshipCaseRow.person.in_(persons), HardshipCaseRow.circumstances != REMOVED_WORDS
    )
    times = Counter(row.person_id for row in others)
    members = {row.person_id for row in MemberRow.select().where(MemberRow.person.in_(persons))}
    return frozenset(
        row.id for row in rows if times[row.person_id] == 1 and row.person_id not in members
    )
