"""Sổ theo dõi hoạt động Tự giúp nhau và Hỗ trợ cộng đồng (S33), read out of all books.

`TrackingBook.entries(TrackingFilter(...))` gives `TrackedEntry` records
(`storage.records.tracking`), oldest first: one for each case and each matter of each meeting,
one for each urgent report. An entry holds whole records (case with the person and the needs,
matter with its answers, pledges with helpers and fulfilments), so that a screen or a paper
asks nothing more. The year and its months narrow what is read; state, group, person and form
choose among what was read, in any combination. The number of queries does not grow with the
books. How an entry's words are put together for the columns of the book is in
`storage.rules.tracking_columns`, and how far it is, or how long overdue, in
`storage.rules.tracking`.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from peewee import ModelSelect

from storage.acts.desk import Desk
from storage.between_meetings.tracking_rows import (
    Gathered,
    Key,
    Wanted,
    cases_of,
    gather,
    matters_of,
    reports,
    subjects_helped_by,
    subjects_of_person,
)
from storage.memory import remembered
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.follow_up import UrgentStory
from storage.records.kinds import CaseEventKind, MatterKind, MeetingState
from storage.records.tracking import EntryKind, TrackedEntry, TrackingFilter
from storage.rules import tracking as rules
from storage.tables import CaseEventRow, MeetingRow, connection

_MATTERS = {MatterKind.ACTIVITY: EntryKind.ACTIVITY, MatterKind.LOCALITY: EntryKind.LOCALITY}

# From the newest year to the one before it, and so on: no meeting between is looked at.
_LAST = "SELECT max(day) FROM meeting WHERE state <> 'abandoned'"
_YEARS = f"""WITH RECURSIVE last (day) AS ({_LAST} UNION ALL
    SELECT ({_LAST} AND meeting.day < strftime('%Y', last.day) || '-01-01')
    FROM last WHERE last.day IS NOT NULL)
    SELECT strftime('%Y', day) FROM last WHERE day IS NOT NULL"""  # noqa: S608


class TrackingBook:
    """The book in which everything is kept and followed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @remembered
    def entries(self, asked: TrackingFilter) -> tuple[TrackedEntry, ...]:
        """The entries asked for, oldest first."""
        if asked.person_id is not None:
            return _entries_about(subjects_of_person(asked.person_id), asked)
        days = _meeting_days(asked)
        stories = reports(*_span(asked))
        found = gather(Wanted(list(days), [story.id for story in stories]))
        return _entries(asked, days, stories, found)

    def helped_by(self, member_id: int) -> tuple[TrackedEntry, ...]:
        """The entries in which a member promised something by name, oldest first."""
        entries = _entries_about(subjects_helped_by(member_id), TrackingFilter())
        return tuple(
            entry
            for entry in entries
            if any(member_id in each.draft.members for each in entry.pledges)
        )

    def years(self) -> tuple[int, ...]:
        """The years in which the club has met, the newest first."""
        return tuple(int(year) for (year,) in connection.execute_sql(_YEARS).fetchall())


def _entries_about(subjects: Wanted, asked: TrackingFilter) -> tuple[TrackedEntry, ...]:
    """The entries of some cases and matters, however many meetings there were."""
    stories = reports(*_span(asked), subjects.case_ids)
    gathered = gather(replace(subjects, report_ids=[story.id for story in stories]))
    days = _meeting_days(asked, sorted({key.meeting_id for key in gathered}))
    told = {story.id for story in stories}
    found = {
        key: each
        for key, each in gathered.items()
        if key.meeting_id in days or key.report_id in told
    }
    return _entries(asked, days, stories, found)


def _entries(
    asked: TrackingFilter,
    days: Mapping[int, date],
    stories: Sequence[UrgentStory],
    found: Mapping[Key, Gathered],
) -> tuple[TrackedEntry, ...]:
    cases = cases_of(found)
    matters = matters_of(found)
    entries = [
        *_of_reports(stories, found),
        *_of_meetings(days, found, cases, matters),
    ]
    # What was reported on the day of a meeting was reported before it.
    entries.sort(key=lambda entry: entry.day)
    complete = (replace(entry, state=rules.state_of(entry)) for entry in _with_ends(entries))
    return tuple(entry for entry in complete if rules.wanted(entry, asked))


def _span(asked: TrackingFilter) -> tuple[date, date]:
    """The first day asked for, and the last."""
    if asked.year is None:
        return date.min, date.max
    days = monthrange(asked.year, asked.last_month)[1]
    return date(asked.year, asked.first_month, 1), date(asked.year, asked.last_month, days)


def _held(rows: ModelSelect[MeetingRow]) -> ModelSelect[MeetingRow]:
    return rows.where(MeetingRow.state != str(MeetingState.ABANDONED))


def _meeting_days(asked: TrackingFilter, among: Sequence[int] | None = None) -> dict[int, date]:
    rows = _held(MeetingRow.select(MeetingRow.id, MeetingRow.day)).where(
        MeetingRow.day.between(*_span(asked))
    )
    if among is not None:
        rows = rows.where(MeetingRow.id.in_(among))
    return {row.id: row.day for row in rows.order_by(MeetingRow.id)}


def _of_meetings(
    days: Mapping[int, date],
    found: Mapping[Key, Gathered],
    cases: Mapping[int, HardshipCase],
    matters: Mapping[int, Matter],
) -> Iterable[TrackedEntry]:
    """The entries of each meeting: the cases first, in the order in which they came up."""
    for key in sorted(found, key=lambda each: (each.meeting_id, each.matter_id is not None)):
        if key.report_id is not None:
            continue
        gathered = found[key]
        matter = matters.get(key.matter_id or 0)
        if matter is not None:
            matter = replace(
                matter,
                groups=tuple(gathered.groups.values()),
                outcome=gathered.outcome,
                reason=gathered.reason,
            )
        yield TrackedEntry(
            kind=_MATTERS[matter.kind] if matter is not None else EntryKind.PERSON,
            day=days[key.meeting_id],
            meeting_id=key.meeting_id,
            group_ids=frozenset(gathered.groups),
            groups=tuple(gathered.groups.values()),
            case=cases.get(key.case_id or 0),
            matter=matter,
            outcome=gathered.outcome,
            reason=gathered.reason,
            pledges=tuple(gathered.pledges),
            referral=gathered.referral,
        )


def _of_reports(
    stories: Iterable[UrgentStory], found: Mapping[Key, Gathered]
) -> Iterable[TrackedEntry]:
    for story in stories:
        gathered = found.get(Key(report_id=story.id), Gathered())
        yield TrackedEntry(
            kind=EntryKind.URGENT,
            day=story.reported_at.date(),
            group_ids=frozenset(gathered.groups),
            groups=tuple(gathered.groups.values()),
            case=story.case,
            pledges=tuple(gathered.pledges),
            urgent=story,
        )


def _with_ends(entries: list[TrackedEntry]) -> Iterable[TrackedEntry]:
    """The entries, with the end of a case between meetings in its last entry before it."""
    ends = _ends({entry.case.id for entry in entries if entry.case is not None})
    last: dict[int, tuple[int, str]] = {}
    for place, entry in enumerate(entries):
        end = ends.get(entry.case.id) if entry.case is not None else None
        if entry.case is not None and end is not None and end[0] >= entry.day:
            last[entry.case.id] = (place, end[1])
    ended = dict(last.values())
    for place, entry in enumerate(entries):
        yield replace(entry, ended=ended[place]) if place in ended else entry


def _ends(case_ids: set[int]) -> dict[int, tuple[date, str]]:
    """When and why cases ended between meetings, by case."""
    rows = CaseEventRow.select().where(
        CaseEventRow.hardship_case.in_(sorted(case_ids)),
        CaseEventRow.kind == str(CaseEventKind.ENDED),
        CaseEventRow.meeting.is_null(),
    )
    return {row.hardship_case_id: (row.on, row.reason) for row in rows.order_by(CaseEventRow.id)}
