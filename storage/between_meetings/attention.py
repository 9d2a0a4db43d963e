"""What the main page reminds of, read as of today in a bounded number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from peewee import SQL

from storage.acts.desk import Desk
from storage.between_meetings.reached import stories_of_rows, targets_today
from storage.between_meetings.referral_rows import cases_to_survey, waiting_for_survey
from storage.meeting.case_history import waiting_cases
from storage.meeting.case_rows import cases_by_number
from storage.meeting.held_meetings import SEEN_FROM_NOW
from storage.meeting.matter_rows import matters_by_number
from storage.meeting.open_pledges import (
    agreed_matters,
    awaited_answers,
    open_pledge_rows,
    promises_of_rows,
)
from storage.memory import remembered
from storage.people.old_cases import count_old_cases
from storage.records.attention import Attention, KeptCase, UnansweredMatter
from storage.records.follow_up import Promise
from storage.records.kinds import ReferralState
from storage.tables import DecisionRow, PledgeRow, ReferralRow, UrgentReportRow

_SOON = timedelta(days=7)


class AttentionBook:
    """Everything that waits for someone, wherever it is written."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def overview(self) -> Attention:
        """Both targets, and what waits, the most pressing first."""
        return _seen_on(self.desk.clock.today())


@remembered
def _seen_on(today: date) -> Attention:
    pledges, referrals = open_pledge_rows(SEEN_FROM_NOW), waiting_for_survey()
    _read_at_once(pledges, referrals)
    targets, missed = targets_today(SEEN_FROM_NOW, today)
    promises = promises_of_rows(pledges, SEEN_FROM_NOW, today)
    undecided = UrgentReportRow.select().where(SQL("decision = ''"))
    return Attention(
        targets=targets,
        missed=missed,
        urgent=stories_of_rows(list(undecided.order_by(UrgentReportRow.id))),
        overdue=tuple(each for each in promises if each.overdue_days),
        due=tuple(each for each in promises if _is_due(each, today)),
        referrals=cases_to_survey(referrals),
        kept=_kept(),
        answers=_unanswered(today),
        old_cases=count_old_cases(today),
    )


def _read_at_once(pledges: Sequence[PledgeRow], referrals: Sequence[ReferralRow]) -> None:
    """All that something waits for; what asks for some of it then finds it read."""
    of_promises = {row.hardship_case_id for row in pledges if row.hardship_case_id is not None}
    referred = (row.hardship_case_id for row in referrals)
    cases_by_number(of_promises.union(referred, waiting_cases(SEEN_FROM_NOW)))
    matters = {row.matter_id for row in pledges if row.matter_id is not None}
    matters_by_number(matters.union(each.matter_id for each in agreed_matters(SEEN_FROM_NOW)))


def _is_due(promise: Promise, today: date) -> bool:
    end = promise.due.last or promise.due.first
    return end is not None and today <= end <= today + _SOON


def _kept() -> tuple[KeptCase, ...]:
    """The cases that meetings kept, or that were brought back, the oldest first."""
    waiting = cases_by_number(waiting_cases(SEEN_FROM_NOW))
    kept = [case for _number, case in sorted(waiting.items()) if case.kept_before]
    made = DecisionRow.select().where(DecisionRow.hardship_case.in_([case.id for case in kept]))
    meetings = {row.hardship_case_id: row.meeting_id for row in made.order_by(DecisionRow.id)}
    referrals = _brought_back([case.id for case in kept if case.brought_back])
    return tuple(
        KeptCase(case, referral_id=referrals.get(case.id, 0))
        if case.brought_back
        else KeptCase(case, meetings.get(case.id, 0))
        for case in kept
    )


def _brought_back(case_ids: Sequence[int]) -> dict[int, int]:
    """The last referral of each of these cases."""
    if not case_ids:
        return {}
    rows = ReferralRow.select(ReferralRow.id, ReferralRow.hardship_case).where(
        ReferralRow.hardship_case.in_(case_ids),
        ReferralRow.state == str(ReferralState.BROUGHT_BACK),
    )
    return {row.hardship_case_id: row.id for row in rows.order_by(ReferralRow.id)}


def _unanswered(today: date) -> tuple[UnansweredMatter, ...]:
    meetings = {each.matter_id: each.meeting_id for each in agreed_matters(SEEN_FROM_NOW)}
    return tuple(
        UnansweredMatter(each, meetings[each.matter.id])
        for each in awaited_answers(SEEN_FROM_NOW, today)
    )
