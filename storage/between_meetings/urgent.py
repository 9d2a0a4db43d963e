"""Việc cần giúp ngay: what was reported, decided, pledged and done between meetings (S32)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from storage.acts.desk import Desk, moment_text, parse_moment
from storage.between_meetings.reached import stories_of_rows
from storage.errors import Refusal, RefusalKind
from storage.meeting import pledge_writing as writing
from storage.meeting.case_rows import case_of_row
from storage.meeting.case_writing import (
    add_case,
    case_has_history,
    delete_case,
    draft_of_case,
    rewrite_case,
)
from storage.meeting.pledge_rows import pledge_of_row, pledges_of_rows
from storage.records.acts import ActKind
from storage.records.kinds import Source
from storage.records.pledges import Pledge, PledgeDraft
from storage.records.urgent import UrgentCase, UrgentDraft, UrgentOverview
from storage.rules import pledges as pledge_rules
from storage.rules import urgent as rules
from storage.tables import (
    FulfilmentRow,
    HardshipCaseRow,
    MemberRow,
    PledgeHelperRow,
    PledgeRow,
    UrgentReportRow,
)

_SHOWN = 60
"""How many reports the book shows; older ones stand in the tracking book."""
_NO_MEETING = 0


class UrgentBook:
    """Reports of what could not wait, each an act of its own."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def overview(self) -> UrgentOverview:
        """The reports, the newest first; those that are open before those that are done."""
        rows = list(
            UrgentReportRow.select().order_by(UrgentReportRow.reported_at.desc()).limit(_SHOWN)
        )
        pledges: dict[int, list[Pledge]] = defaultdict(list)
        made = PledgeRow.select().where(PledgeRow.urgent_report.in_([row.id for row in rows]))
        kept = list(made.order_by(PledgeRow.id))
        for row, pledge in zip(kept, pledges_of_rows(kept), strict=True):
            pledges[row.urgent_report_id].append(pledge)
        reports = [
            UrgentCase(
                story,
                tuple(pledges[story.id]),
                pledge_rules.totals(pledges[story.id]),
                pledge_rules.gaps(story.case.needs, pledges[story.id]),
            )
            for story in stories_of_rows(rows)
        ]
        return UrgentOverview(
            open=tuple(each for each in reports if each.open),
            done=tuple(each for each in reports if not each.open),
        )

    def draft_of(self, report_id: int) -> UrgentDraft:
        """A report as its form shows it again.

        Raises:
            Refusal: there is no such report (any more).
        """
        row = _report_row(report_id)
        return UrgentDraft(
            case=draft_of_case(case_of_row(row.hardship_case)),
            reported_at=parse_moment(row.reported_at),
            reported_by=row.reported_by_id,
            reported_to=row.reported_to_id,
            cause=row.cause,
            decision=row.decision,
            decided_by=row.decided_by_id,
            decided_at=parse_moment(row.decided_at) if row.decided_at else None,
            help_given=row.help_given,
            helped_at=parse_moment(row.helped_at) if row.helped_at else None,
        )

    def report(self, draft: UrgentDraft) -> int:
        """Keeps a report with what is known by then, and gives its number.

        Raises:
            Refusal: nobody or nothing is told of, it is not said why it could not wait, or a
                moment is still to come or before the report.
        """
        accepted = self._accepted(draft)
        with self.desk.act_now(ActKind.URGENT_REPORTED) as told:
            case = add_case(accepted.case, Source.URGENT, self.desk.clock.today())
            case.noted_by_id = _group_of(accepted.reported_by)
            case.noted_on = accepted.reported_at.date()
            case.save()
            row = UrgentReportRow.create(
                hardship_case=case.id, entered_at=self.desk.moment(), **_columns(accepted)
            )
            told["person_id"] = case.person_id
        return int(row.id)

    def change(self, report_id: int, draft: UrgentDraft) -> None:
        """Writes what the form says now over a report.

        Raises:
            Refusal: as for a new one, or the report is gone.
        """
        accepted = self._accepted(draft)
        row = _report_row(report_id)
        with self.desk.act_now(ActKind.URGENT_CHANGED) as told:
            case: HardshipCaseRow = row.hardship_case
            rewrite_case(case, accepted.case, self.desk.clock.today())
            _write(row, accepted)
            told["person_id"] = case.person_id

    def decide(self, report_id: int, decision: str, by: int | None, at: datetime) -> None:
        """Keeps what was decided on a report, by whom and when.

        Raises:
            Refusal: nothing was decided, or it is before the report or still to come.
        """
        draft = replace(self.draft_of(report_id), decision=decision, decided_by=by, decided_at=at)
        self._write_part(report_id, draft, decision, ActKind.URGENT_DECIDED)

    def done(self, report_id: int, given: str, at: datetime | None) -> None:
        """Keeps what was given, and when; no moment where it is only a part.

        Raises:
            Refusal: nothing was given, or it is before the report or still to come.
        """
        draft = replace(self.draft_of(report_id), help_given=given, helped_at=at)
        self._write_part(report_id, draft, given, ActKind.URGENT_HELPED)

    def _write_part(self, report_id: int, draft: UrgentDraft, said: str, kind: ActKind) -> None:
        accepted = rules.cleaned(draft)
        fault = rules.moments_fault(accepted, self.desk.clock.now())
        if not said.strip():
            fault = RefusalKind.TEXT_MISSING
        if fault is not None:
            raise Refusal(fault)
        row = _report_row(report_id)
        with self.desk.act_now(kind, person_id=row.hardship_case.person_id):
            _write(row, accepted)

    def remove(self, report_id: int) -> None:
        """Takes out a report that was written by mistake, with its pledges.

        Raises:
            Refusal: the report is gone, or something was told of what was pledged on it.
        """
        row = _report_row(report_id)
        pledges = [each.id for each in PledgeRow.select().where(PledgeRow.urgent_report == row.id)]
        if FulfilmentRow.select().where(FulfilmentRow.pledge.in_(pledges)).exists():
            raise Refusal(RefusalKind.REPORT_HAS_HELP)
        case: HardshipCaseRow = row.hardship_case
        with self.desk.act_now(ActKind.URGENT_REMOVED, person_id=case.person_id):
            PledgeHelperRow.delete().where(PledgeHelperRow.pledge.in_(pledges)).execute()
            PledgeRow.delete().where(PledgeRow.id.in_(pledges)).execute()
            row.delete_instance()
            if not case_has_history(case.id, _NO_MEETING):
                delete_case(case.id)

    def pledge(self, report_id: int, draft: PledgeDraft) -> int:
        """Keeps a pledge on a report, however many help, and gives its number.

        Raises:
            Refusal: as for a pledge of a meeting, or the report is gone.
        """
        accepted = writing.accepted(draft)
        report = _report_row(report_id)
        person = report.hardship_case.person_id
        with self.desk.act_now(ActKind.PLEDGE_MADE, person_id=person) as told:
            row = PledgeRow.create(
                urgent_report=report_id,
                hardship_case=report.hardship_case_id,
                **writing.columns(accepted),
            )
            writing.write_helpers(row.id, accepted.members)
            told.update(writing.told(row))
        return int(row.id)

    def change_pledge(self, pledge_id: int, draft: PledgeDraft) -> None:
        """Writes what the form says now over a pledge on a report.

        Raises:
            Refusal: as for a new one, or the pledge is gone.
        """
        accepted = writing.accepted(draft)
        row = _pledge_row(pledge_id)
        person = writing.helped_person(row).id
        with self.desk.act_now(ActKind.PLEDGE_CHANGED, person_id=person) as told:
            changes = writing.columns(accepted)
            if writing.columns(pledge_of_row(row).draft) != changes:
                PledgeRow.update(changes).where(PledgeRow.id == pledge_id).execute()
            writing.write_helpers(pledge_id, accepted.members)
            told.update(writing.told(_pledge_row(pledge_id)))

    def name_helpers(self, pledge_id: int, members: Iterable[int]) -> None:
        """Names those who help where first only their number was known.

        Raises:
            Refusal: nobody is named, or the pledge is gone.
        """
        helpers = tuple(members)
        if not helpers:
            raise Refusal(RefusalKind.HELPER_MISSING)
        draft = pledge_of_row(_pledge_row(pledge_id)).draft
        self.change_pledge(pledge_id, pledge_rules.named(draft, helpers))

    def remove_pledge(self, pledge_id: int) -> None:
        """Takes a pledge on a report back.

        Raises:
            Refusal: it is gone, or something was told of it.
        """
        row = _pledge_row(pledge_id)
        if FulfilmentRow.select().where(FulfilmentRow.pledge == pledge_id).exists():
            raise Refusal(RefusalKind.REPORT_HAS_HELP)
        person = writing.helped_person(row).id
        with self.desk.act_now(ActKind.PLEDGE_REMOVED, person_id=person) as told:
            told.update(writing.told(row))
            PledgeHelperRow.delete().where(PledgeHelperRow.pledge == pledge_id).execute()
            row.delete_instance()

    def _accepted(self, draft: UrgentDraft) -> UrgentDraft:
        accepted = rules.cleaned(draft)
        fault = rules.fault(accepted, self.desk.clock.now())
        if fault is not None:
            raise Refusal(fault)
        return accepted


def _report_row(report_id: int) -> UrgentReportRow:
    row = UrgentReportRow.get_or_none(UrgentReportRow.id == report_id)
    if row is None:
        raise Refusal(RefusalKind.PROPOSAL_MISSING)
    return row


def _pledge_row(pledge_id: int) -> PledgeRow:
    row = writing.pledge_row(pledge_id)
    if row.urgent_report_id is None:
        raise Refusal(RefusalKind.PLEDGE_MISSING)
    return row


def _group_of(member_id: int | None) -> int | None:
    """The group whose leader reported it: the case waits in the meeting as its own."""
    member = MemberRow.get_or_none(MemberRow.id == member_id) if member_id else None
    return member.group_id if member else None


def _columns(draft: UrgentDraft) -> dict[str, object]:
    return {
        "reported_at": moment_text(draft.reported_at),
        "reported_by_id": draft.reported_by,
        "reported_to_id": draft.reported_to,
        "cause": draft.cause,
        "decision": draft.decision,
        "decided_by_id": draft.decided_by,
        "decided_at": moment_text(draft.decided_at) if draft.decided_at else None,
        "help_given": draft.help_given,
        "helped_at": moment_text(draft.helped_at) if draft.helped_at else None,
    }


def _write(row: UrgentReportRow, draft: UrgentDraft) -> None:
    """Saves the report if anything in it is new, so that the undo keeps no empty images."""
    for column, value in _columns(draft).items():
        if getattr(row, column) != value:
            setattr(row, column, value)
    row.save()
