"""Which closed cases are older than the club wishes to keep what was said in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from storage.between_meetings.reached import first_day
from storage.club import the_club
from storage.meeting.case_history import waiting_cases
from storage.meeting.case_rows import cases_of_rows
from storage.meeting.held_meetings import SEEN_FROM_NOW
from storage.tables import HardshipCaseRow, MemberRow, connection
from storage.vietnamese import REMOVED_WORDS

if TYPE_CHECKING:
    from storage.records.old_cases import OldCase

_OF_LATER_MEETINGS = "IN (SELECT id FROM meeting WHERE day > :until)"
_OPEN_OR_TOLD = f"""
    SELECT hardship_case_id FROM proposal
        WHERE hardship_case_id IS NOT NULL AND meeting_id {_OF_LATER_MEETINGS}
    UNION ALL SELECT hardship_case_id FROM decision
        WHERE hardship_case_id IS NOT NULL AND meeting_id {_OF_LATER_MEETINGS}
    UNION ALL SELECT hardship_case_id FROM case_event WHERE meeting_id {_OF_LATER_MEETINGS}
    UNION ALL SELECT hardship_case_id FROM case_event WHERE meeting_id IS NULL AND on_day > :until
    UNION ALL SELECT hardship_case_id FROM referral WHERE survey_on > :until OR state <> 'ended'
    UNION ALL SELECT hardship_case_id FROM urgent_report
        WHERE helped_at IS NULL OR substr(helped_at, 1, 10) > :until
    UNION ALL SELECT hardship_case_id FROM pledge WHERE hardship_case_id IS NOT NULL AND id IN (
        SELECT pledge_id FROM fulfilment WHERE on_day > :until
        UNION ALL SELECT pledge_id FROM open_pledge)
    UNION ALL SELECT value FROM json_each(:waiting)
"""  # noqa: S608
"""The cases in which something is open, or of which something was told after a day."""

_KEPT_WORDS = "circumstances <> :removed AND (noted_on IS NULL OR noted_on <= :until)"
"""What is kept of a case has a sentence, and none once it, or its person, was removed."""

_CLOSED = f"SELECT id FROM hardship_case WHERE {_KEPT_WORDS} AND id NOT IN ({_OPEN_OR_TOLD})"  # noqa: S608

_HOW_MANY = f"""
    SELECT (SELECT count(*) FROM hardship_case WHERE {_KEPT_WORDS})
        - (SELECT count(*) FROM hardship_case WHERE id IN ({_OPEN_OR_TOLD}) AND {_KEPT_WORDS})
"""  # noqa: S608
"""How many are closed, for the main page: all but the few that are not.

To look up each closed one took as long, after thirty years, as a third of all that it reads.
"""

_LAST_DAYS = """
    SELECT case_id, max(day) FROM (
        SELECT id AS case_id, noted_on AS day FROM hardship_case
        UNION ALL SELECT hardship_case_id, day FROM proposal
            JOIN meeting ON meeting.id = proposal.meeting_id
        UNION ALL SELECT hardship_case_id, day FROM decision
            JOIN meeting ON meeting.id = decision.meeting_id
        UNION ALL SELECT hardship_case_id, on_day FROM case_event
        UNION ALL SELECT hardship_case_id, survey_on FROM referral
        UNION ALL SELECT hardship_case_id, substr(helped_at, 1, 10) FROM urgent_report
        UNION ALL SELECT hardship_case_id, on_day FROM fulfilment
            JOIN pledge ON pledge.id = fulfilment.pledge_id)
    WHERE case_id IS NOT NULL AND day IS NOT NULL GROUP BY case_id
"""
"""For each case the last day on which something was told of it."""


def closed_long_ago(today: date) -> tuple[OldCase, ...]:
    """The closed cases that are older than the club set, the oldest first."""
    from storage.records.old_cases import OldCase

    asked = _asked(today)
    numbers = {number for (number,) in _carried_out(_CLOSED, asked)} if asked else set()
    days = _last_days() if numbers else {}
    rows = list(HardshipCaseRow.select().where(HardshipCaseRow.id.in_(sorted(numbers))))
    alone = _alone(rows)
    found = [
        OldCase(case, days[case.id], whole_person=case.id in alone) for case in cases_of_rows(rows)
    ]
    return tuple(sorted(found, key=lambda old: (old.last_on, old.case.id)))


def is_all_of_the_person(case_id: int) -> bool:
    """Whether the books tell nothing else of whoever the case is about, who is no member."""
    return bool(_alone([HardshipCaseRow.get_by_id(case_id)]))


def count_old_cases(today: date) -> int:
    """How many these cases are."""
    asked = _asked(today)
    return _carried_out(_HOW_MANY, asked)[0][0] if asked else 0


def _asked(today: date) -> Mapping[str, str]:
    """Up to which day a case is old, and which wait all the same; empty where none can be old."""
    club = the_club()
    until = _years_before(today, club.removal_years) if club and club.removal_years else None
    began = first_day()
    if until is None or began is None or began > until:
        return {}
    waiting = json.dumps(sorted(waiting_cases(SEEN_FROM_NOW)))
    return {"removed": REMOVED_WORDS, "until": until.isoformat(), "waiting": waiting}


def _carried_out(statement: str, asked: Mapping[str, str]) -> Sequence[tuple[int]]:
    return cast("Sequence[tuple[int]]", connection.execute_sql(statement, asked).fetchall())


def _last_days() -> dict[int, date]:
    rows = connection.execute_sql(_LAST_DAYS).fetchall()
    return {case: date.fromisoformat(day) for case, day in rows}


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
