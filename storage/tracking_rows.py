"""The rows behind the tracking book, gathered by what they are about, in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from peewee import JOIN

from storage.case_rows import cases_of_rows
from storage.held_meetings import ABANDONED, held
from storage.matter_rows import matters_of_rows
from storage.pledge_rows import pledges_of_rows
from storage.reached import stories_of_rows
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.follow_up import UrgentStory
from storage.records.kinds import Outcome, ReferralState
from storage.records.pledges import Pledge
from storage.records.tracking import TrackedReferral
from storage.register import member_names
from storage.tables import (
    DecisionRow,
    FulfilmentRow,
    GroupRow,
    HardshipCaseRow,
    MatterRow,
    MemberRow,
    PledgeRow,
    ProposalRow,
    ReferralRow,
    UrgentReportRow,
)


@dataclass(frozen=True, slots=True)
class Key:
    """What an entry is about: a case or a matter of a meeting, or an urgent report."""

    meeting_id: int = 0
    case_id: int | None = None
    matter_id: int | None = None
    report_id: int | None = None


@dataclass(slots=True)
class Gathered:
    """What the rows say of one entry."""

    groups: dict[int, str] = field(default_factory=dict)
    outcome: Outcome | None = None
    reason: str = ""
    pledges: list[Pledge] = field(default_factory=list)
    referral: TrackedReferral | None = None


def gather(meeting_ids: Sequence[int], report_ids: Sequence[int]) -> dict[Key, Gathered]:
    """What these meetings took up, in the order in which it came up, and the reports' help."""
    found: dict[Key, Gathered] = defaultdict(Gathered)
    for proposal in _proposals(meeting_ids):
        gathered = found[_key_of(proposal)]
        if proposal.group is not None:
            gathered.groups[proposal.group.id] = proposal.group.name
    for decision in _decisions(meeting_ids):
        gathered = found[_key_of(decision)]
        gathered.outcome, gathered.reason = Outcome(decision.outcome), decision.reason
    for key, pledge in _pledges(meeting_ids, report_ids):
        found[key].pledges.append(pledge)
    for key, referral in _referrals(meeting_ids):
        found[key].referral = referral
    for report_id, group in _reporting_groups(report_ids):
        found[Key(report_id=report_id)].groups[group.id] = group.name
    _name_earlier_groups(found)
    return dict(found)


def _name_earlier_groups(found: dict[Key, Gathered]) -> None:
    """A case that a meeting took up again without a new proposal is still its groups' case."""
    nameless = [key for key, gathered in found.items() if key.case_id and not gathered.groups]
    rows = (
        ProposalRow.select(ProposalRow, GroupRow)
        .join(GroupRow)
        .where(
            ProposalRow.hardship_case.in_(sorted({key.case_id or 0 for key in nameless})),
            held(ProposalRow.meeting),
        )
        .order_by(ProposalRow.id)
    )
    earlier: dict[int, list[ProposalRow]] = defaultdict(list)
    for row in rows:
        earlier[row.hardship_case_id].append(row)
    for key in nameless:
        for row in earlier[key.case_id or 0]:
            if row.group is not None and row.meeting_id < key.meeting_id:
                found[key].groups[row.group.id] = row.group.name


def reports(first: date, last: date) -> list[UrgentStory]:
    """What was reported from the first of these days to the last."""
    rows = UrgentReportRow.select().order_by(UrgentReportRow.id)
    if first > date.min:
        # A day early: the moments carry offsets, and are compared as days below.
        rows = rows.where(UrgentReportRow.reported_at >= (first - timedelta(days=1)).isoformat())
    stories = stories_of_rows(list(rows))
    return [story for story in stories if first <= story.reported_at.date() <= last]


def cases_of(found: Iterable[Key]) -> dict[int, HardshipCase]:
    """The cases that the entries are about, by number."""
    wanted = {key.case_id for key in found if key.case_id is not None}
    rows = HardshipCaseRow.select().where(HardshipCaseRow.id.in_(sorted(wanted)))
    return {case.id: case for case in cases_of_rows(rows)}


def matters_of(found: Iterable[Key]) -> dict[int, Matter]:
    """The matters that the entries are about, by number."""
    wanted = {key.matter_id for key in found if key.matter_id is not None}
    rows = MatterRow.select().where(MatterRow.id.in_(sorted(wanted)))
    return {matter.id: matter for matter in matters_of_rows(rows)}


def _key_of(row: ProposalRow | DecisionRow) -> Key:
    return Key(row.meeting_id, row.hardship_case_id, row.matter_id)


def _proposals(meeting_ids: Sequence[int]) -> Iterable[ProposalRow]:
    return (
        ProposalRow.select(ProposalRow, GroupRow)
        .join(GroupRow, JOIN.LEFT_OUTER)
        .where(ProposalRow.meeting.in_(meeting_ids))
        .order_by(ProposalRow.id)
    )


def _decisions(meeting_ids: Sequence[int]) -> Iterable[DecisionRow]:
    rows = DecisionRow.select().where(DecisionRow.meeting.in_(meeting_ids))
    return rows.order_by(DecisionRow.id)


def _pledges(meeting_ids: Sequence[int], report_ids: Sequence[int]) -> Iterable[tuple[Key, Pledge]]:
    made = PledgeRow.meeting.in_(meeting_ids)
    if report_ids:
        made |= PledgeRow.urgent_report.in_(report_ids)
    rows = list(PledgeRow.select().where(made).order_by(PledgeRow.id))
    for row, pledge in zip(rows, held_tellings(pledges_of_rows(rows)), strict=True):
        if row.urgent_report_id is not None:
            yield Key(report_id=row.urgent_report_id), pledge
        else:
            yield Key(row.meeting_id or 0, row.hardship_case_id, row.matter_id), pledge


def held_tellings(pledges: Iterable[Pledge]) -> list[Pledge]:
    """The pledges without what was told of them in meetings that were abandoned."""
    rows = FulfilmentRow.select(FulfilmentRow.id).where(FulfilmentRow.meeting.in_(ABANDONED))
    dropped = frozenset(row.id for row in rows)
    return [
        replace(
            pledge, fulfilments=tuple(each for each in pledge.fulfilments if each.id not in dropped)
        )
        for pledge in pledges
    ]


def _referrals(meeting_ids: Sequence[int]) -> Iterable[tuple[Key, TrackedReferral]]:
    rows = list(ReferralRow.select().where(ReferralRow.meeting.in_(meeting_ids)))
    names = member_names({row.survey_by_id for row in rows if row.survey_by_id is not None})
    for row in rows:
        yield (
            Key(row.meeting_id or 0, row.hardship_case_id),
            TrackedReferral(
                state=ReferralState(row.state),
                note=row.note,
                survey_by=names.get(row.survey_by_id or 0, ""),
                survey_on=row.survey_on,
                needs_found=row.needs_found,
                solution=row.solution,
            ),
        )


def _reporting_groups(report_ids: Sequence[int]) -> Iterable[tuple[int, GroupRow]]:
    """For each report the group of the member who brought it."""
    rows = (
        UrgentReportRow.select(UrgentReportRow, MemberRow, GroupRow)
        .join(MemberRow, on=UrgentReportRow.reported_by)
        .join(GroupRow)
        .where(UrgentReportRow.id.in_(report_ids))
    )
    for row in rows:
        if row.reported_by is not None:
            yield row.id, row.reported_by.group
