"""The rows that minutes are composed from, as records: a query or two for each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from storage.acts.desk import parse_moment
from storage.between_meetings.reached import urgent_rows
from storage.meeting.case_rows import cases_of_rows
from storage.meeting.matter_rows import matters_of_rows
from storage.meeting.opinions import opinion_of_row
from storage.meeting.pledge_rows import fulfilment_of_row, pledges_of_rows
from storage.meeting.proposal_rows import turns_of
from storage.people.register import member_names, member_of_row
from storage.records.approval import (
    AnswerTold,
    CountedRound,
    Decided,
    GroupShare,
    Opinion,
    Referred,
    Told,
    UrgentHelp,
    Worded,
)
from storage.records.cases import HardshipCase
from storage.records.community import Answer, Matter
from storage.records.kinds import Outcome, Step
from storage.records.people import Member
from storage.records.pledges import Pledge
from storage.tables import (
    AnswerRow,
    AttendanceRow,
    DecisionRow,
    FulfilmentRow,
    GroupCountRow,
    GroupRow,
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


def once(ids: Iterable[int | None]) -> tuple[int, ...]:
    """Each number once, in their order, without what is none."""
    return tuple(dict.fromkeys(each for each in ids if each is not None))


def groups_of(meeting_id: int) -> tuple[GroupShare, ...]:
    """How many of each group are here, of how many, and whether it had nothing to propose."""
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
    turns = turns_of(meeting_id)
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


def members_of(ids: Iterable[int | None]) -> dict[int, Member]:
    """These members, by their numbers."""
    wanted = once(ids)
    if not wanted:
        return {}
    rows = MemberRow.select(MemberRow, PersonRow).join(PersonRow).where(MemberRow.id.in_(wanted))
    return {row.id: member_of_row(row) for row in rows}


def cases_of(meeting_id: int, ids: Iterable[int | None]) -> dict[int, HardshipCase]:
    """These cases with their people as this meeting knows them, by their numbers."""
    wanted = once(ids)
    if not wanted:
        return {}
    rows = HardshipCaseRow.select().where(HardshipCaseRow.id.in_(wanted))
    return {case.id: case for case in cases_of_rows(rows, meeting_id)}


def matters_of(meeting_id: int, ids: Iterable[int | None]) -> dict[int, Matter]:
    """These matters, by their numbers."""
    wanted = once(ids)
    if not wanted:
        return {}
    rows = MatterRow.select().where(MatterRow.id.in_(wanted))
    return {matter.id: matter for matter in matters_of_rows(rows, meeting_id)}


def proposals_of(meeting_id: int) -> list[ProposalRow]:
    """What was proposed, group by group."""
    return list(
        ProposalRow.select()
        .where(ProposalRow.meeting == meeting_id)
        .order_by(ProposalRow.group, ProposalRow.id)
    )


def told_of(meeting_id: int) -> tuple[Told, ...]:
    """What was told of earlier promises; what was told twice counts as it was told last."""
    rows = list(
        FulfilmentRow.select().where(FulfilmentRow.meeting == meeting_id).order_by(FulfilmentRow.id)
    )
    if not rows:
        return ()
    wanted = PledgeRow.select().where(PledgeRow.id.in_([row.pledge_id for row in rows]))
    pledges = {pledge.id: pledge for pledge in pledges_of_rows(wanted)}
    last = {row.pledge_id: row for row in rows}
    return tuple(Told(pledges[number], fulfilment_of_row(row)) for number, row in last.items())


def pledges_of(meeting_id: int) -> tuple[Pledge, ...]:
    """What was pledged."""
    rows = PledgeRow.select().where(PledgeRow.meeting == meeting_id).order_by(PledgeRow.id)
    return tuple(pledges_of_rows(rows))


def decisions_of(meeting_id: int) -> tuple[Decided, ...]:
    """What was decided on cases and matters."""
    rows = DecisionRow.select().where(DecisionRow.meeting == meeting_id).order_by(DecisionRow.id)
    return tuple(
        Decided(Outcome(row.outcome), row.reason, row.hardship_case_id, row.matter_id)
        for row in rows
    )


def opinions_of(meeting_id: int) -> tuple[Opinion, ...]:
    """How the club's opinion was taken."""
    rows = HandCountRow.select().where(HandCountRow.meeting == meeting_id)
    return tuple(opinion_of_row(row) for row in rows.order_by(HandCountRow.id))


def rounds_of(meeting_id: int) -> tuple[CountedRound, ...]:
    """The rounds of counting."""
    rows = SelectionRoundRow.select().where(SelectionRoundRow.meeting == meeting_id)
    return tuple(
        CountedRound(row.round, row.seats, tuple(int(word) for word in row.cases.split()))
        for row in rows.order_by(SelectionRoundRow.round)
    )


def referrals_of(meeting_id: int) -> tuple[Referred, ...]:
    """The cases that went to the home-care volunteers."""
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


def urgent_of(meeting: MeetingRow) -> tuple[UrgentHelp, ...]:
    """What could not wait for this meeting."""
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


def answers_of(meeting_id: int) -> tuple[AnswerTold, ...]:
    """What the locality answered."""
    rows = AnswerRow.select().where(AnswerRow.meeting == meeting_id).order_by(AnswerRow.id)
    return tuple(
        AnswerTold(row.matter_id, Answer(row.on, row.by, row.text, row.settled)) for row in rows
    )


def notes_of(meeting_id: int) -> dict[Step, str]:
    """The secretary's notes, by step."""
    rows = NoteRow.select().where(NoteRow.meeting == meeting_id)
    return {Step(row.step): row.text for row in rows}


def wordings_of(meeting_id: int) -> dict[Step, Worded]:
    """The parts that the secretary worded further, by step."""
    rows = PartWordingRow.select().where(PartWordingRow.meeting == meeting_id)
    return {Step(row.step): Worded(row.text, row.composed_digest) for row in rows}
