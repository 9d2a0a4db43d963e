"""Gathers what the minutes of one meeting are composed from, in a bounded number of queries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from storage.acts.desk import Desk, parse_moment
from storage.between_meetings.reached import urgent_rows
from storage.club import ClubBook
from storage.errors import Refusal, RefusalKind
from storage.meeting.case_rows import cases_of_rows
from storage.meeting.matter_rows import matters_of_rows
from storage.meeting.meetings import meeting_of_row
from storage.meeting.pledge_rows import fulfilment_of_row, pledges_of_rows
from storage.people.register import member_names, member_of_row
from storage.records.approval import (
    AnswerTold,
    CountedRound,
    Decided,
    GroupShare,
    MinutesSource,
    Opinion,
    Referred,
    Told,
    UrgentHelp,
    Worded,
)
from storage.records.cases import HardshipCase
from storage.records.community import Answer, Matter
from storage.records.kinds import CountSubject, Outcome, Step
from storage.records.meetings import Guest
from storage.records.people import Member
from storage.records.pledges import Pledge
from storage.tables import (
    AnswerRow,
    AttendanceRow,
    DecisionRow,
    FulfilmentRow,
    GroupCountRow,
    GroupRow,
    GroupTurnRow,
    GuestRow,
    HandCountRow,
    HardshipCaseRow,
    MatterRow,
    MeetingRow,
    MemberRow,
    NoteRow,
    PartWordingRow,
    PersonRow,
    PledgeRow,
    ProposalRow,
    ReferralRow,
    SelectionRoundRow,
)

_CASE_IN_TOKEN = re.compile(r"\.case\.(\d+)\.")


def gather(desk: Desk, meeting_id: int) -> MinutesSource:
    """The records of one meeting, as the minutes need them.

    Raises:
        Refusal: there is no such meeting, or the books have no club yet.
    """
    row = MeetingRow.get_or_none(MeetingRow.id == meeting_id)
    if row is None:
        raise Refusal(RefusalKind.MEETING_MISSING)
    meeting = meeting_of_row(row)
    proposals = _proposals(meeting_id)
    told = _told(meeting_id)
    pledges = _pledges(meeting_id)
    decisions = _decisions(meeting_id)
    opinions = _opinions(meeting_id)
    referrals = _referrals(meeting_id)
    urgent = _urgent(row)
    answers = _answers(meeting_id)
    wordings = _wordings(meeting_id)
    promised = [*pledges, *(each.pledge for each in told)]
    cases = _cases(
        meeting_id,
        [
            *(each.hardship_case_id for each in proposals),
            *(each.case_id for each in decisions),
            *(each.case_id for each in opinions),
            *(each.case_id for each in referrals),
            *(each.case_id for each in urgent),
            *(each.case_id for each in promised),
            *(
                int(number)
                for words in wordings.values()
                for number in _CASE_IN_TOKEN.findall(words.text)
            ),
        ],
    )
    matters = _matters(
        meeting_id,
        [
            *(each.matter_id for each in proposals),
            *(each.matter_id for each in decisions),
            *(each.matter_id for each in opinions),
            *(each.matter_id for each in answers),
            *(each.matter_id for each in promised),
        ],
    )
    return MinutesSource(
        club=ClubBook(desk).known(),
        meeting=meeting,
        groups=_groups(meeting_id),
        guests=_guests(meeting_id),
        members=_members(
            [
                meeting.chair_id,
                meeting.facilitator_id,
                meeting.secretary_id,
                *_named_in_pledges(promised),
                *(case.member_id or case.relative_of for case in cases.values()),
                *(matter.draft.in_charge for matter in matters.values()),
                *(matter.draft.representative for matter in matters.values()),
                *(
                    member
                    for each in urgent
                    for member in (each.reported_by, each.reported_to, each.decided_by)
                ),
            ]
        ),
        cases=cases,
        matters=matters,
        proposed_cases=_once(
            each.hardship_case_id for each in proposals if each.group_id is not None
        ),
        proposed_matters=_once(each.matter_id for each in proposals if each.group_id is not None),
        told=told,
        urgent=urgent,
        answers=answers,
        rounds=_rounds(meeting_id),
        opinions=opinions,
        decisions=decisions,
        pledges=pledges,
        referrals=referrals,
        notes=_notes(meeting_id),
        wordings=wordings,
    )


def _once(ids: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each for each in ids if each is not None))


def _named_in_pledges(pledges: Iterable[Pledge]) -> Iterable[int | None]:
    for pledge in pledges:
        yield from pledge.draft.members
        yield pledge.draft.in_charge


def _groups(meeting_id: int) -> tuple[GroupShare, ...]:
    sizes = Counter(
        row.group_id for row in MemberRow.select(MemberRow.group).where(MemberRow.left.is_null())
    )
    ticked = Counter(
        row.member.group_id
        for row in AttendanceRow.select(AttendanceRow, MemberRow)
        .join(MemberRow)
        .where(AttendanceRow.meeting == meeting_id)
    )
    counted = {
        row.group_id: row.count
        for row in GroupCountRow.select().where(GroupCountRow.meeting == meeting_id)
    }
    turns = {
        row.group_id: row for row in GroupTurnRow.select().where(GroupTurnRow.meeting == meeting_id)
    }
    shares = []
    for group in GroupRow.select().order_by(GroupRow.id):
        turn = turns.get(group.id)
        shares.append(
            GroupShare(
                id=group.id,
                name=group.name,
                present=counted.get(group.id, ticked[group.id]),
                total=sizes[group.id],
                no_case=turn is not None and turn.no_case,
                no_matter=turn is not None and turn.no_matter,
            )
        )
    return tuple(shares)


def _guests(meeting_id: int) -> tuple[Guest, ...]:
    rows = GuestRow.select().where(GuestRow.meeting == meeting_id).order_by(GuestRow.id)
    return tuple(Guest(row.id, row.name, row.position) for row in rows)


def _members(ids: Iterable[int | None]) -> dict[int, Member]:
    wanted = _once(ids)
    if not wanted:
        return {}
    rows = MemberRow.select(MemberRow, PersonRow).join(PersonRow).where(MemberRow.id.in_(wanted))
    return {row.id: member_of_row(row) for row in rows}


def _cases(meeting_id: int, ids: Iterable[int | None]) -> dict[int, HardshipCase]:
    wanted = _once(ids)
    if not wanted:
        return {}
    rows = HardshipCaseRow.select().where(HardshipCaseRow.id.in_(wanted))
    return {case.id: case for case in cases_of_rows(rows, meeting_id)}


def _matters(meeting_id: int, ids: Iterable[int | None]) -> dict[int, Matter]:
    wanted = _once(ids)
    if not wanted:
        return {}
    rows = MatterRow.select().where(MatterRow.id.in_(wanted))
    return {matter.id: matter for matter in matters_of_rows(rows, meeting_id)}


def _proposals(meeting_id: int) -> list[ProposalRow]:
    return list(
        ProposalRow.select()
        .where(ProposalRow.meeting == meeting_id)
        .order_by(ProposalRow.group, ProposalRow.id)
    )


def _told(meeting_id: int) -> tuple[Told, ...]:
    rows = list(
        FulfilmentRow.select().where(FulfilmentRow.meeting == meeting_id).order_by(FulfilmentRow.id)
    )
    if not rows:
        return ()
    wanted = PledgeRow.select().where(PledgeRow.id.in_([row.pledge_id for row in rows]))
    pledges = {pledge.id: pledge for pledge in pledges_of_rows(wanted)}
    # What was told twice counts as it was told last.
    last = {row.pledge_id: row for row in rows}
    return tuple(Told(pledges[number], fulfilment_of_row(row)) for number, row in last.items())


def _pledges(meeting_id: int) -> tuple[Pledge, ...]:
    rows = PledgeRow.select().where(PledgeRow.meeting == meeting_id).order_by(PledgeRow.id)
    return tuple(pledges_of_rows(rows))


def _decisions(meeting_id: int) -> tuple[Decided, ...]:
    rows = DecisionRow.select().where(DecisionRow.meeting == meeting_id).order_by(DecisionRow.id)
    return tuple(
        Decided(Outcome(row.outcome), row.reason, row.hardship_case_id, row.matter_id)
        for row in rows
    )


def _opinions(meeting_id: int) -> tuple[Opinion, ...]:
    rows = HandCountRow.select().where(HandCountRow.meeting == meeting_id)
    return tuple(opinion_of_row(row) for row in rows.order_by(HandCountRow.id))


def opinion_of_row(row: HandCountRow) -> Opinion:
    """The record of how opinion was taken."""
    return Opinion(
        subject=CountSubject(row.subject),
        present=row.present,
        unanimous=row.unanimous,
        in_favour=row.in_favour,
        against=row.against,
        other=row.other,
        case_id=row.hardship_case_id,
        matter_id=row.matter_id,
        round=row.round,
    )


def _rounds(meeting_id: int) -> tuple[CountedRound, ...]:
    rows = SelectionRoundRow.select().where(SelectionRoundRow.meeting == meeting_id)
    return tuple(
        CountedRound(row.round, row.seats, tuple(int(word) for word in row.cases.split()))
        for row in rows.order_by(SelectionRoundRow.round)
    )


def _referrals(meeting_id: int) -> tuple[Referred, ...]:
    rows = list(
        ReferralRow.select().where(ReferralRow.meeting == meeting_id).order_by(ReferralRow.id)
    )
    names = member_names({row.survey_by_id for row in rows if row.survey_by_id is not None})
    return tuple(
        Referred(
            case_id=row.hardship_case_id,
            note=row.note,
            survey_by=names.get(row.survey_by_id or 0, ""),
            survey_on=row.survey_on,
            needs_found=row.needs_found,
            solution=row.solution,
        )
        for row in rows
    )


def _urgent(meeting: MeetingRow) -> tuple[UrgentHelp, ...]:
    return tuple(
        UrgentHelp(
            id=row.id,
            case_id=row.hardship_case_id,
            reported_at=parse_moment(row.reported_at),
            reported_by=row.reported_by_id,
            reported_to=row.reported_to_id,
            cause=row.cause,
            decision=row.decision,
            decided_by=row.decided_by_id,
            help_given=row.help_given,
            helped_at=parse_moment(row.helped_at) if row.helped_at else None,
        )
        for row in urgent_rows(meeting)
    )


def _answers(meeting_id: int) -> tuple[AnswerTold, ...]:
    rows = AnswerRow.select().where(AnswerRow.meeting == meeting_id).order_by(AnswerRow.id)
    return tuple(
        AnswerTold(row.matter_id, Answer(row.on, row.by, row.text, row.settled)) for row in rows
    )


def _notes(meeting_id: int) -> dict[Step, str]:
    rows = NoteRow.select().where(NoteRow.meeting == meeting_id)
    return {Step(row.step): row.text for row in rows}


def _wordings(meeting_id: int) -> dict[Step, Worded]:
    rows = PartWordingRow.select().where(PartWordingRow.meeting == meeting_id)
    return {Step(row.step): Worded(row.text, row.composed_digest) for row in rows}
