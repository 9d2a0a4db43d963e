"""The rows behind the tracking book, gathered by what they are about, in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from peewee import JOIN, Expression

from storage.between_meetings.reached import in_order, stories_of_rows
from storage.meeting.case_rows import cases_of_rows
from storage.meeting.held_meetings import ABANDONED, held
from storage.meeting.matter_rows import matters_of_rows
from storage.meeting.pledge_rows import pledges_of_rows
from storage.people.register import member_names
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.follow_up import UrgentStory
from storage.records.kinds import Outcome, ReferralState
from storage.records.pledges import Pledge
from storage.records.tracking import TrackedReferral
from storage.tables import (
    DecisionRow,
    FulfilmentRow,
    GroupRow,
    HardshipCaseRow,
    MatterRow,
    MemberRow,
    PledgeHelperRow,
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are gathered: those of meetings and urgent reports, or of some cases and matters.

    The second is for one person's story, which is short however many meetings there were.
    """

    meeting_ids: Sequence[int] = ()
    report_ids: Sequence[int] = ()
    case_ids: Sequence[int] = ()
    matter_ids: Sequence[int] = ()
    by_subject: bool = False

    def among(self, row: type[ProposalRow | DecisionRow | PledgeRow]) -> Expression:
        """Whether a row is one of them."""
        if self.by_subject:
            cases = row.hardship_case.in_(self.case_ids)
            # Beside "or nothing" SQLite would look through the whole table.
            return cases | row.matter.in_(self.matter_ids) if self.matter_ids else cases
        return row.meeting.in_(self.meeting_ids)


def subjects_of_person(person_id: int) -> Wanted:
    """The cases of a person."""
    rows = HardshipCaseRow.select(HardshipCaseRow.id).where(HardshipCaseRow.person == person_id)
    return Wanted(case_ids=[row.id for row in rows], by_subject=True)


def subjects_helped_by(member_id: int) -> Wanted:
    """The cases and matters for which a member promised something by name."""
    rows = PledgeRow.select(PledgeRow.hardship_case, PledgeRow.matter).join(PledgeHelperRow)
    found = list(rows.where(PledgeHelperRow.member == member_id))
    cases = {row.hardship_case_id for row in found if row.hardship_case_id is not None}
    matters = {row.matter_id for row in found if row.matter_id is not None}
    return Wanted(case_ids=sorted(cases), matter_ids=sorted(matters), by_subject=True)


def gather(wanted: Wanted) -> dict[Key, Gathered]:
    """What meetings took up, in the order in which it came up, and the reports' help."""
    found: dict[Key, Gathered] = defaultdict(Gathered)
    for proposal in _proposals(wanted):
        gathered = found[_key_of(proposal)]
        if proposal.group is not None:
            gathered.groups[proposal.group.id] = proposal.group.name
    for decision in _decisions(wanted):
        gathered = found[_key_of(decision)]
        gathered.outcome, gathered.reason = Outcome(decision.outcome), decision.reason
    for key, pledge in _pledges(wanted):
        found[key].pledges.append(pledge)
    for key, referral in _referrals(wanted):
        found[key].referral = referral
    for report_id, group in _reporting_groups(wanted.report_ids):
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


def reports(first: date, last: date, case_ids: Sequence[int] | None = None) -> list[UrgentStory]:
    """What was reported from the first of these days to the last, of all cases or of some."""
    rows = UrgentReportRow.select()
    if case_ids is not None:
        rows = rows.where(UrgentReportRow.hardship_case.in_(case_ids))
    if first > date.min:
        # A day early: the moments carry offsets, and are compared as days below.
        rows = rows.where(UrgentReportRow.reported_at >= (first - timedelta(days=1)).isoformat())
    stories = stories_of_rows(in_order(rows))
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


def _proposals(wanted: Wanted) -> Iterable[ProposalRow]:
    return (
        ProposalRow.select(ProposalRow, GroupRow)
        .join(GroupRow, JOIN.LEFT_OUTER)
        .where(wanted.among(ProposalRow))
        .order_by(ProposalRow.id)
    )


def _decisions(wanted: Wanted) -> Iterable[DecisionRow]:
    return DecisionRow.select().where(wanted.among(DecisionRow)).order_by(DecisionRow.id)


def _pledges(wanted: Wanted) -> Iterable[tuple[Key, Pledge]]:
    made = wanted.among(PledgeRow)
    if wanted.report_ids:
        made |= PledgeRow.urgent_report.in_(wanted.report_ids)
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


def _referrals(wanted: Wanted) -> Iterable[tuple[Key, TrackedReferral]]:
    passed = (
        ReferralRow.hardship_case.in_(wanted.case_ids) & ReferralRow.meeting.is_null(False)
        if wanted.by_subject
        else ReferralRow.meeting.in_(wanted.meeting_ids)
    )
    rows = list(ReferralRow.select().where(passed))
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
