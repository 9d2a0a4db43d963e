"""Checks of the rows: every total, every reference that is text, every word of a closed list.

Each rule is a query for what breaks it. None reads a figure that a meeting may have changed
since with good reason: a count holds against those who were present when it was taken.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from peewee import TextField

from storage.days import on_screen
from storage.records import kinds
from storage.records.acts import ActKind
from storage.records.findings import Finding, FindingKind
from storage.tables import (
    RECORDED_TABLES,
    ActRow,
    CaseEventRow,
    CaseNeedRow,
    ConsentRow,
    CurrentActRow,
    DecisionRow,
    ExportRow,
    FulfilmentRow,
    HandCountRow,
    HardshipCaseRow,
    MatterRow,
    MeetingRow,
    MemberSpanRow,
    PersonRow,
    PledgeRow,
    ReferralRow,
    RowChangeRow,
    connection,
)

_OF_MEETINGS: dict[FindingKind, str] = {
    FindingKind.PRESENT_WRONG: """
        SELECT id FROM meeting WHERE
            (SELECT count(*) FROM attendance WHERE meeting_id = meeting.id)
            + (SELECT coalesce(sum(count), 0) FROM group_count WHERE meeting_id = meeting.id)
            > (SELECT count(*) FROM member)
            OR EXISTS (SELECT 1 FROM group_count WHERE meeting_id = meeting.id AND count < 0)""",
    FindingKind.HANDS_WRONG: """
        SELECT DISTINCT meeting_id FROM hand_count
        WHERE min(present, in_favour, against, other) < 0
            OR in_favour + against + other > present OR (unanimous AND against + other > 0)""",
    FindingKind.ROUND_WRONG: """
        SELECT hand_count.meeting_id FROM hand_count
        LEFT JOIN selection_round AS counted
            ON counted.meeting_id = hand_count.meeting_id AND counted.round = hand_count.round
        WHERE subject = 'case'
        GROUP BY hand_count.meeting_id, hand_count.round
        HAVING counted.id IS NULL OR sum(in_favour) > max(present) * counted.seats
            OR min(instr(' ' || counted.cases || ' ', ' ' || hardship_case_id || ' ')) = 0""",
    FindingKind.TOO_MANY_CHOSEN: """
        SELECT meeting.id FROM meeting JOIN decision ON decision.meeting_id = meeting.id
        WHERE outcome = 'chosen'
        GROUP BY meeting.id HAVING count(*) > meeting.seats AND min(reason) = ''""",
    FindingKind.DECISION_ASTRAY: """
        SELECT DISTINCT meeting_id FROM decision
        WHERE (hardship_case_id IS NULL) = (matter_id IS NULL)
            OR (hardship_case_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM proposal WHERE proposal.meeting_id = decision.meeting_id
                AND proposal.hardship_case_id = decision.hardship_case_id)
            AND NOT EXISTS (
                SELECT 1 FROM case_event WHERE case_event.meeting_id = decision.meeting_id
                AND case_event.hardship_case_id = decision.hardship_case_id))""",
    FindingKind.COUNTDOWN_WRONG: """
        SELECT meeting_id FROM meeting_progress
        WHERE countdown_used NOT BETWEEN 0 AND countdown_length OR step NOT BETWEEN 1 AND 8
            OR (countdown_started IS NOT NULL AND julianday(countdown_started) IS NULL)""",
    FindingKind.DRAFT_LEFT: """
        SELECT DISTINCT meeting.id FROM meeting JOIN draft
            ON form IN ('seal:' || meeting.id, 'abandon:' || meeting.id)
            OR form LIKE 'note:' || meeting.id || ':%'
        WHERE state = 'sealed'""",
}
"""For each finding that names a meeting, the meetings of which it is true."""

_OF_ROWS: dict[FindingKind, str] = {
    FindingKind.PLEDGE_WRONG: """
        SELECT id FROM pledge
        WHERE quantity <= 0 OR number <= 0 OR when_first > when_last
            OR (hardship_case_id IS NULL) = (matter_id IS NULL)
            OR (meeting_id IS NULL AND urgent_report_id IS NULL)
            OR (helper_kind = 'number' AND coalesce(number, 0) <
                (SELECT count(*) FROM pledge_helper WHERE pledge_id = pledge.id))""",
    FindingKind.MEMBER_WRONG: """
        SELECT member.id FROM member WHERE
            (SELECT count(*) FROM member_span AS span
                WHERE span.member_id = member.id AND role = 'member' AND until IS NULL
                AND span.group_id = member.group_id) <> ("left" IS NULL)
            OR (SELECT count(*) FROM member_span AS span
                WHERE span.member_id = member.id AND until IS NULL AND role = 'leader')
                <> (SELECT count(*) FROM club_group WHERE leader_id = member.id)
            OR EXISTS (SELECT 1 FROM club_group WHERE leader_id = member.id
                AND NOT EXISTS (SELECT 1 FROM member_span AS span
                    WHERE span.member_id = member.id AND role = 'leader' AND until IS NULL
                    AND span.group_id = club_group.id))
            OR EXISTS (SELECT 1 FROM member_span AS span WHERE span.member_id = member.id
                AND (since > until OR (until IS NULL AND role NOT IN ('member', 'leader')
                    AND instr(' ' || positions || ' ', ' ' || role || ' ') = 0)))
            OR (SELECT count(*) FROM member_span AS span WHERE span.member_id = member.id
                AND until IS NULL AND role NOT IN ('member', 'leader'))
                <> CASE WHEN positions = '' THEN 0
                    ELSE length(positions) - length(replace(positions, ' ', '')) + 1 END""",
    FindingKind.ENTRY_ASTRAY: """
        SELECT id FROM person WHERE merged_into_id IS NOT NULL
        AND (merged_into_id = person.id
            OR EXISTS (SELECT 1 FROM member WHERE member.person_id = person.id)
            OR EXISTS (SELECT 1 FROM hardship_case WHERE hardship_case.person_id = person.id)
            OR EXISTS (SELECT 1 FROM consent WHERE consent.person_id = person.id))""",
    FindingKind.FULFILMENT_WRONG: "SELECT id FROM fulfilment WHERE given < 0 OR came < 0",
}

_LISTS: tuple[tuple[TextField, type[StrEnum]], ...] = (
    (MeetingRow.state, kinds.MeetingState),
    (ConsentRow.scope, kinds.ConsentScope),
    (ConsentRow.answer, kinds.Consent),
    (PersonRow.address_form, kinds.Address),
    (PersonRow.sex, kinds.Sex),
    (MemberSpanRow.role, kinds.SpanRole),
    (ExportRow.what, kinds.ExportKind),
    (ExportRow.way, kinds.ExportWay),
    (HardshipCaseRow.relation, kinds.Relation),
    (HardshipCaseRow.source, kinds.Source),
    (CaseNeedRow.form, kinds.HelpForm),
    (MatterRow.kind, kinds.MatterKind),
    (MatterRow.role, kinds.ClubRole),
    (MatterRow.way, kinds.LocalityWay),
    (MatterRow.source, kinds.Source),
    (HandCountRow.subject, kinds.CountSubject),
    (DecisionRow.outcome, kinds.Outcome),
    (PledgeRow.form, kinds.HelpForm),
    (PledgeRow.helper_kind, kinds.HelperKind),
    (FulfilmentRow.state, kinds.FulfilmentState),
    (CaseEventRow.kind, kinds.CaseEventKind),
    (ReferralRow.state, kinds.ReferralState),
    (ActRow.kind, ActKind),
)
"""The columns that take one of a closed list."""

_NO_OBJECT = """
    SELECT id FROM act
    WHERE CASE WHEN json_valid(details) THEN json_type(details) <> 'object' ELSE 1 END"""
"""The acts of which nothing can be told."""

_COLUMNS = {
    str(table._meta.table_name): {str(field.column_name) for field in table._meta.sorted_fields}
    for table in RECORDED_TABLES
}


def row_findings() -> Iterator[Finding]:
    """Whatever in the rows cannot be, though the file itself is sound."""
    yield from _words()
    yield from _meetings()
    for kind, query in _OF_ROWS.items():
        for (number,) in connection.execute_sql(query).fetchall():
            yield Finding(kind, {"number": number})
    yield from _rounds_cases()
    yield from _numbers()
    yield from _acts()


def _words() -> Iterator[Finding]:
    for field, words in _LISTS:
        rows = field.model.select(field).where(field.not_in([str(word) for word in words]))
        for (word,) in rows.distinct().tuples():
            values = {"table": str(field.model._meta.table_name), "word": str(word)}
            yield Finding(FindingKind.WORD_UNKNOWN, values)


def _meetings() -> Iterator[Finding]:
    for kind, query in _OF_MEETINGS.items():
        numbers = {number for (number,) in connection.execute_sql(query).fetchall()}
        for row in MeetingRow.select().where(MeetingRow.id.in_(sorted(numbers))):
            yield Finding(kind, {"day": on_screen(row.day)})


def _rounds_cases() -> Iterator[Finding]:
    """The cases of a round are kept as text, which SQLite does not check as references."""
    known = {str(row.id) for row in HardshipCaseRow.select(HardshipCaseRow.id)}
    rows = connection.execute_sql("SELECT cases FROM selection_round").fetchall()
    if any(set(cases.split()) - known for (cases,) in rows):
        values = {"table": "selection_round", "parent": "hardship_case"}
        yield Finding(FindingKind.REFERENCE_LOST, values)


def _numbers() -> Iterator[Finding]:
    given: dict[int, list[int]] = {}
    for row in MeetingRow.select().where(MeetingRow.number.is_null(False)):
        day: date = row.day
        given.setdefault(day.year, []).append(row.number or 0)
    for year, numbers in sorted(given.items()):
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield Finding(FindingKind.NUMBERS_BROKEN, {"year": year})


def _acts() -> Iterator[Finding]:
    if CurrentActRow.select().where(CurrentActRow.act.is_null(False)).exists():
        yield Finding(FindingKind.ACT_UNFINISHED)
    unreadable = {number for (number,) in connection.execute_sql(_NO_OBJECT).fetchall()}
    unreadable |= {row.act_id for row in RowChangeRow.select() if not _readable(row)}
    for row in ActRow.select().where(ActRow.id.in_(sorted(unreadable))):
        yield Finding(FindingKind.ACT_UNREADABLE, {"number": row.id})


def _readable(change: RowChangeRow) -> bool:
    columns = _COLUMNS.get(change.table)
    images = [image for image in (change.before, change.after) if image is not None]
    return (
        columns is not None and bool(images) and all(_object(image) == columns for image in images)
    )


def _object(text: str) -> set[str] | None:
    """The names in a JSON object; None where it is none."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return set(found) if isinstance(found, dict) else None
