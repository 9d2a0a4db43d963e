"""What step 2 reads: the pledges and matters of earlier meetings that are still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from peewee import JOIN, SQL, fn

from storage.errors import Refusal, RefusalKind
from storage.meeting.case_rows import cases_by_number, when_of_row
from storage.meeting.held_meetings import ABANDONED, SEEN_FROM_NOW, held_before
from storage.meeting.matter_rows import matters_by_number
from storage.meeting.pledge_rows import fulfilment_of_row, pledges_of_rows
from storage.memory import remembered
from storage.records.cases import HardshipCase
from storage.records.community import Answer, Matter
from storage.records.follow_up import AwaitedAnswer, Promise
from storage.records.kinds import CLOSING, MatterKind, MeetingState, Outcome
from storage.records.pledges import Fulfilment
from storage.rules import follow_up as rules
from storage.tables import (
    AnswerRow,
    DecisionRow,
    FulfilmentRow,
    GroupRow,
    MatterRow,
    MeetingRow,
    PledgeRow,
    ProposalRow,
)

# Few at any time, however many were ever promised: what nobody closed, and what was closed in
# this meeting or in one that was abandoned.
_MAYBE_OPEN = f"""(SELECT pledge_id FROM open_pledge
    UNION SELECT pledge_id FROM fulfilment WHERE meeting_id >= ?
    UNION SELECT pledge_id FROM fulfilment WHERE meeting_id IN {ABANDONED.sql})"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Telling:
    """What was told of one pledge: before this meeting, and in it."""

    before: tuple[Fulfilment, ...] = ()
    told: Fulfilment | None = None


@dataclass(frozen=True, slots=True)
class AgreedMatter:
    """A matter for the locality, and the meeting that agreed on it."""

    matter_id: int
    meeting_id: int
    on: date


def meeting_before(meeting_id: int) -> MeetingRow | None:
    """The meeting before this one, those left out that were abandoned."""
    rows = MeetingRow.select().where(
        MeetingRow.id < meeting_id, MeetingRow.state != str(MeetingState.ABANDONED)
    )
    row: MeetingRow | None = rows.order_by(MeetingRow.id.desc()).first()
    return row


def open_pledge_rows(meeting_id: int, pledge_id: int | None = None) -> list[PledgeRow]:
    """The pledges made before this meeting and not closed before it; all, or just one."""
    closed = FulfilmentRow.select(FulfilmentRow.id).where(
        FulfilmentRow.pledge == PledgeRow.id,
        FulfilmentRow.state.in_(CLOSING),
        held_before(FulfilmentRow.meeting, meeting_id),
    )
    rows = PledgeRow.select().where(
        PledgeRow.id == pledge_id
        if pledge_id is not None
        else PledgeRow.id.in_(SQL(_MAYBE_OPEN, [meeting_id])),
        held_before(PledgeRow.meeting, meeting_id),
        ~fn.EXISTS(closed),
    )
    return list(rows.order_by(PledgeRow.id))


def tellings(pledge_ids: Sequence[int], meeting_id: int) -> dict[int, Telling]:
    """What was told of each of these pledges, seen from this meeting."""
    rows = FulfilmentRow.select().where(
        FulfilmentRow.pledge.in_(pledge_ids),
        held_before(FulfilmentRow.meeting, meeting_id) | (FulfilmentRow.meeting == meeting_id),
    )
    before: dict[int, list[Fulfilment]] = defaultdict(list)
    told: dict[int, Fulfilment] = {}
    for row in rows.order_by(FulfilmentRow.id):
        if row.meeting_id == meeting_id:
            told[row.pledge_id] = fulfilment_of_row(row)
        else:
            before[row.pledge_id].append(fulfilment_of_row(row))
    return {
        pledge_id: Telling(tuple(before[pledge_id]), told.get(pledge_id))
        for pledge_id in pledge_ids
    }


def open_promises(meeting_id: int, day: date, pledge_id: int | None = None) -> tuple[Promise, ...]:
    """The pledges of earlier that are open, each with whom it helps and how it stands."""
    return promises_of_rows(open_pledge_rows(meeting_id, pledge_id), meeting_id, day)


def promises_of_rows(rows: Sequence[PledgeRow], meeting_id: int, day: date) -> tuple[Promise, ...]:
    """The same of pledges that are read already."""
    told = tellings([row.id for row in rows], meeting_id)
    cases = proposed_cases(row.hardship_case_id for row in rows)
    matters = _matters(row.matter_id for row in rows)
    days = _meeting_days(row.meeting_id for row in rows)
    previous = meeting_before(meeting_id)
    found = []
    for pledge in pledges_of_rows(rows):
        telling = told[pledge.id]
        due = rules.due_of(pledge.draft.when, telling.before)
        found.append(
            Promise(
                pledge=pledge,
                case=cases.get(pledge.case_id or 0),
                matter=matters.get(pledge.matter_id or 0),
                promised_on=days.get(pledge.meeting_id or 0),
                due=due,
                overdue_days=rules.overdue_days(due, day),
                ahead=rules.is_ahead(due, day),
                told=telling.told,
                before=telling.before[-1] if telling.before else None,
                kept_on=rules.kept_on(due, previous.day if previous else None, day),
            )
        )
    return tuple(found)


def promise_between(pledge_id: int, today: date) -> Promise:
    """A pledge as it stands between meetings; what was told since the last is its telling.

    Raises:
        Refusal: there is no such pledge, or a meeting has heard the end of it.
    """
    row = PledgeRow.get_or_none(PledgeRow.id == pledge_id)
    if row is None:
        raise Refusal(RefusalKind.PLEDGE_MISSING)
    since = FulfilmentRow.select(FulfilmentRow.id).where(
        FulfilmentRow.pledge == pledge_id,
        FulfilmentRow.meeting.is_null(),
        FulfilmentRow.between_meetings,
    )
    fresh = {each.id for each in since}
    pledge = pledges_of_rows([row])[0]
    held = FulfilmentRow.select(FulfilmentRow.id).where(
        FulfilmentRow.pledge == pledge_id, held_before(FulfilmentRow.meeting, SEEN_FROM_NOW)
    )
    heard = {each.id for each in held} - fresh
    before = tuple(told for told in pledge.fulfilments if told.id in heard)
    if any(told.state in CLOSING for told in before):
        raise Refusal(RefusalKind.PLEDGE_SETTLED)
    due = rules.due_of(pledge.draft.when, before)
    last = MeetingRow.select().where(MeetingRow.state != str(MeetingState.ABANDONED))
    previous = last.order_by(MeetingRow.id.desc()).first()
    return Promise(
        pledge=pledge,
        case=proposed_cases([row.hardship_case_id]).get(row.hardship_case_id or 0),
        matter=_matters([row.matter_id]).get(row.matter_id or 0),
        promised_on=_meeting_days([row.meeting_id]).get(row.meeting_id or 0),
        due=due,
        overdue_days=rules.overdue_days(due, today),
        ahead=rules.is_ahead(due, today),
        told=next((told for told in pledge.fulfilments if told.id in fresh), None),
        before=before[-1] if before else None,
        kept_on=rules.kept_on(due, previous.day if previous else None, today),
    )


def missed_promises(meeting_id: int, day: date) -> int:
    """How many promises the meeting still has to hear of; the short way to the number."""
    rows = open_pledge_rows(meeting_id)
    told = tellings([row.id for row in rows], meeting_id)
    return sum(
        told[row.id].told is None
        and not rules.is_ahead(rules.due_of(when_of_row(row), told[row.id].before), day)
        for row in rows
    )


@remembered
def awaited_answers(meeting_id: int, day: date) -> tuple[AwaitedAnswer, ...]:
    """The matters that an earlier meeting took to the locality, and that wait for an answer."""
    agreed = {each.matter_id: each for each in agreed_matters(meeting_id)}
    told = _answers_told(list(agreed), meeting_id)
    matters = _matters(agreed)
    found = []
    for matter_id, each in agreed.items():
        matter = matters[matter_id]
        due = matter.draft.when
        found.append(
            AwaitedAnswer(
                matter=matter,
                agreed_on=each.on,
                overdue_days=rules.overdue_days(due, day),
                ahead=rules.is_ahead(due, day),
                told=told.get(matter_id),
            )
        )
    return tuple(found)


def proposed_cases(ids: Iterable[int | None]) -> dict[int, HardshipCase]:
    """These cases by number, each with every group that proposed it in any meeting."""
    wanted = sorted({number for number in ids if number is not None})
    if not wanted:
        return {}
    proposals = (
        ProposalRow.select(ProposalRow.hardship_case, GroupRow.name)
        .join(GroupRow)
        .where(ProposalRow.hardship_case.in_(wanted))
        .order_by(GroupRow.id)
        .distinct()
    )
    groups: dict[int, list[str]] = defaultdict(list)
    for row in proposals:
        if row.group is not None and row.hardship_case_id is not None:
            groups[row.hardship_case_id].append(row.group.name)
    return {
        number: replace(case, groups=tuple(groups.get(number, ())))
        for number, case in cases_by_number(wanted).items()
    }


def _matters(ids: Iterable[int | None]) -> dict[int, Matter]:
    return matters_by_number(number for number in ids if number is not None)


def _meeting_days(ids: Iterable[int | None]) -> dict[int, date]:
    wanted = sorted({number for number in ids if number is not None})
    rows = MeetingRow.select(MeetingRow.id, MeetingRow.day).where(MeetingRow.id.in_(wanted))
    return {row.id: row.day for row in rows}


@remembered
def agreed_matters(meeting_id: int) -> tuple[AgreedMatter, ...]:
    """The matters for the locality that were agreed before and not answered before."""
    later = DecisionRow.alias()
    after = later.select(later.id).where(
        later.matter == MatterRow.id,
        later.id > DecisionRow.id,
        held_before(later.meeting, meeting_id),
    )
    answered = AnswerRow.select(AnswerRow.id).where(
        AnswerRow.matter == MatterRow.id,
        AnswerRow.settled,
        held_before(AnswerRow.meeting, meeting_id),
    )
    rows = (
        MatterRow.select(MatterRow.id, MeetingRow.id, MeetingRow.day)
        # As an inner one SQLite would turn it round, and begin with all that was ever agreed.
        .join(DecisionRow, JOIN.CROSS)
        .join(MeetingRow, on=DecisionRow.meeting == MeetingRow.id)
        .where(
            MatterRow.kind == str(MatterKind.LOCALITY),
            ~fn.EXISTS(answered),
            DecisionRow.matter == MatterRow.id,
            DecisionRow.outcome == str(Outcome.AGREED),
            held_before(DecisionRow.meeting, meeting_id),
            ~fn.EXISTS(after),
        )
        .order_by(DecisionRow.id)
    )
    found = cast("Iterable[tuple[int, int, date]]", rows.tuples())
    return tuple(AgreedMatter(*each) for each in found)


def _answers_told(matter_ids: Sequence[int], meeting_id: int) -> dict[int, Answer]:
    rows = AnswerRow.select().where(
        AnswerRow.matter.in_(matter_ids), AnswerRow.meeting == meeting_id
    )
    return {row.matter_id: Answer(row.on, row.by, row.text, row.settled) for row in rows}
