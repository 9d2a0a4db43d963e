"""What the club has reached, for both targets (S1, S2), and what could not wait (S32)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import cast

from peewee import JOIN, SQL, Expression, fn

from storage.acts.desk import parse_moment
from storage.club import the_club
from storage.meeting.held_meetings import held_before
from storage.meeting.open_pledges import meeting_before, proposed_cases
from storage.memory import remembered
from storage.people.register import member_names
from storage.records.follow_up import Targets, UrgentStory
from storage.records.kinds import HELPED, MatterKind, MeetingState
from storage.rules import follow_up as rules
from storage.rules.persons import same_person
from storage.tables import (
    FulfilmentRow,
    HardshipCaseRow,
    MatterRow,
    MeetingRow,
    PersonRow,
    PledgeRow,
    UrgentReportRow,
)

# As one condition with "or" SQLite would look through all reports, in spite of the indexes.
_TOLD_SINCE = """(SELECT id FROM urgent_report WHERE reported_at >= ?
    UNION SELECT id FROM urgent_report WHERE entered_at >= ?
    UNION SELECT id FROM urgent_report WHERE helped_at >= ?)"""
_Done = tuple[date, Hashable]
_FulfilledRow = tuple[date, int | None, str, int | None, int | None, str | None]
_HelpedRow = tuple[str, int, str, int | None]


def targets_of(meeting_id: int, day: date) -> Targets:
    """Both targets as a meeting on this day sees them."""
    targets, _missed = targets_today(meeting_id, day)
    return targets


def targets_today(meeting_id: int, day: date) -> tuple[Targets, tuple[date, ...]]:
    """Both targets as they stand, and the months over by now that missed the first one."""
    since = first_day()
    start, _months = rules.window(day, since)
    activities, helped = _fulfilled(meeting_id, start)
    found = rules.targets(day, since, activities, helped + _helped_at_once(start))
    club = the_club()
    if club is not None:
        found = replace(
            found, activities_wanted=club.community_target, persons_wanted=club.persons_target
        )
    return found, rules.missed_months(day, since, activities, found.activities_wanted)


def urgent_stories(meeting_id: int) -> tuple[UrgentStory, ...]:
    """What a meeting is told of urgent help, in order."""
    return stories_of_rows(urgent_rows(MeetingRow.get_by_id(meeting_id)))


def urgent_rows(meeting: MeetingRow) -> list[UrgentReportRow]:
    """The urgent reports that were written down, or helped, since the meeting before.

    A report that is typed in late is told all the same; what comes after the end of the
    meeting belongs to the next one.
    """
    previous = meeting_before(meeting.id)
    since = parse_moment(previous.ended or previous.began) if previous else None
    until = parse_moment(meeting.ended) if meeting.ended else None
    rows = UrgentReportRow.select()
    if since is not None:
        early = _not_before(since.date())
        rows = rows.where(told_since(early))
    found = []
    for row in in_order(rows):
        entered = parse_moment(row.entered_at or row.reported_at)
        told = [entered, *([parse_moment(row.helped_at)] if row.helped_at else [])]
        if (since is None or max(told) > since) and (until is None or entered <= until):
            found.append(row)
    return found


def told_since(early: str) -> Expression:
    """Whether something was reported, written down or done of it since a moment."""
    return UrgentReportRow.id.in_(SQL(_TOLD_SINCE, [early, early, early]))


def in_order(rows: Iterable[UrgentReportRow]) -> list[UrgentReportRow]:
    """Urgent reports by their numbers.

    Asked to give them so, SQLite would go through all there ever were.
    """
    return sorted(rows, key=lambda row: row.id)


def stories_of_rows(rows: Sequence[UrgentReportRow]) -> tuple[UrgentStory, ...]:
    """The records of urgent reports, in the order of their rows."""
    cases = proposed_cases(row.hardship_case_id for row in rows)
    names = member_names(
        {
            member
            for row in rows
            for member in (row.reported_by_id, row.reported_to_id, row.decided_by_id)
            if member is not None
        }
    )
    return tuple(
        UrgentStory(
            id=row.id,
            case=cases[row.hardship_case_id],
            reported_at=parse_moment(row.reported_at),
            reported_by=names.get(row.reported_by_id or 0, ""),
            reported_to=names.get(row.reported_to_id or 0, ""),
            cause=row.cause,
            decision=row.decision,
            decided_by=names.get(row.decided_by_id or 0, ""),
            decided_at=_moment(row.decided_at),
            help_given=row.help_given,
            helped_at=_moment(row.helped_at),
        )
        for row in rows
    )


@remembered
def first_day() -> date | None:
    """The day of the first meeting of which the books tell."""
    rows = MeetingRow.select(fn.MIN(MeetingRow.day)).where(
        MeetingRow.state != str(MeetingState.ABANDONED)
    )
    first = rows.scalar()
    return date.fromisoformat(first) if isinstance(first, str) else first


def _fulfilled(meeting_id: int, start: date) -> tuple[list[_Done], list[_Done]]:
    """What was done since a day, for the community and for persons."""
    rows = (
        FulfilmentRow.select(
            FulfilmentRow.on,
            PersonRow.id,
            PersonRow.name,
            PersonRow.birth_year,
            MatterRow.id,
            MatterRow.kind,
        )
        .join(PledgeRow)
        .join(HardshipCaseRow, JOIN.LEFT_OUTER)
        .join(PersonRow, JOIN.LEFT_OUTER)
        .switch(PledgeRow)
        .join(MatterRow, JOIN.LEFT_OUTER)
        .where(
            FulfilmentRow.state.in_(HELPED),
            FulfilmentRow.on >= start,
            held_before(FulfilmentRow.meeting, meeting_id) | (FulfilmentRow.meeting == meeting_id),
        )
    )
    found = cast("Iterable[_FulfilledRow]", rows.tuples())
    activities: list[_Done] = []
    helped: list[_Done] = []
    for on, person_id, name, birth_year, matter_id, kind in found:
        if person_id is not None:
            helped.append((on, same_person(person_id, name, birth_year)))
        elif kind == MatterKind.ACTIVITY:
            activities.append((on, matter_id))
    return activities, helped


def _helped_at_once(start: date) -> list[_Done]:
    """Who was helped without waiting for a meeting."""
    rows = (
        UrgentReportRow.select(
            UrgentReportRow.helped_at, PersonRow.id, PersonRow.name, PersonRow.birth_year
        )
        .join(HardshipCaseRow)
        .join(PersonRow)
        .where(UrgentReportRow.helped_at >= _not_before(start))
    )
    found = cast("Iterable[_HelpedRow]", rows.tuples())
    return [
        (parse_moment(helped_at).date(), same_person(person_id, name, birth_year))
        for helped_at, person_id, name, birth_year in found
    ]


def _not_before(day: date) -> str:
    """A text that no moment of the day comes before, whatever its offset."""
    return datetime.combine(day - timedelta(days=1), time()).isoformat()


def _moment(text: str | None) -> datetime | None:
    return parse_moment(text) if text else None
