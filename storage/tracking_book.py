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
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from peewee import ModelSelect

from storage.desk import Desk
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.follow_up import UrgentStory
from storage.records.kinds import CaseEventKind, MatterKind, MeetingState
from storage.records.tracking import EntryKind, TrackedEntry, TrackingFilter
from storage.rules import tracking as rules
from storage.tables import CaseEventRow, MeetingRow
from storage.tracking_rows import Gathered, Key, cases_of, gather, matters_of, reports

_MATTERS = {MatterKind.ACTIVITY: EntryKind.ACTIVITY, MatterKind.LOCALITY: EntryKind.LOCALITY}


class TrackingBook:
    """The book in which everything is kept and followed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def entries(self, asked: TrackingFilter) -> tuple[TrackedEntry, ...]:
        """The entries asked for, oldest first."""
        days = _meeting_days(asked)
        stories = reports(*_span(asked))
        found = gather(list(days), [story.id for story in stories])
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

    def years(self) -> tuple[int, ...]:
        """The years in which the club has met, the newest first."""
        rows = _held(MeetingRow.select(MeetingRow.day)).distinct()
        return tuple(sorted({row.day.year for row in rows}, reverse=True))


def _span(asked: TrackingFilter) -> tuple[date, date]:
    """The first day asked for, and the last."""
    if asked.year is None:
        return date.min, date.max
    days = monthrange(asked.year, asked.last_month)[1]
    return date(asked.year, asked.first_month, 1), date(asked.year, asked.last_month, days)


def _held(rows: ModelSelect[MeetingRow]) -> ModelSelect[MeetingRow]:
    return rows.where(MeetingRow.state != str(MeetingState.ABANDONED))


def _meeting_days(asked: TrackingFilter) -> dict[int, date]:
    rows = _held(MeetingRow.select(MeetingRow.id, MeetingRow.day)).where(
        MeetingRow.day.between(*_span(asked))
    )
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
