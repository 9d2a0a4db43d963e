"""The cases of the home-care volunteers, read from many rows in a few queries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from peewee import JOIN, ModelSelect

from storage.meeting.case_rows import cases_by_number
from storage.meeting.held_meetings import held
from storage.people.register import member_names
from storage.records.kinds import CaseEventKind, ReferralState
from storage.tables import CaseEventRow, MeetingRow, ReferralRow

if TYPE_CHECKING:
    from storage.records.home_care import CareCase, SurveyDraft

OVER = (ReferralState.ENDED, ReferralState.BROUGHT_BACK)
OPEN = tuple(state for state in ReferralState if state not in OVER)


def waiting_for_survey() -> list[ReferralRow]:
    """The referrals that wait for a survey, the newest first."""
    return list(referral_rows([ReferralState.WAITING]))


def cases_to_survey(waiting: Sequence[ReferralRow]) -> tuple[CareCase, ...]:
    """The cases of these, the oldest first."""
    return tuple(reversed(care_cases(waiting)))


def referral_rows(states: Sequence[ReferralState]) -> ModelSelect[ReferralRow]:
    """The referrals so far, the newest first, those of abandoned meetings left out."""
    rows = ReferralRow.select(ReferralRow, MeetingRow).join(MeetingRow, JOIN.LEFT_OUTER)
    rows = rows.where(
        ReferralRow.state.in_([str(state) for state in states]),
        ReferralRow.meeting.is_null() | held(ReferralRow.meeting),
    )
    return rows.order_by(ReferralRow.id.desc())


def care_cases(rows: Sequence[ReferralRow]) -> list[CareCase]:
    """The records of referrals, in the order of their rows."""
    if not rows:
        return []
    from storage.records.home_care import CareCase

    ids = {row.hardship_case_id for row in rows}
    cases = cases_by_number(ids)
    names = member_names(row.survey_by_id for row in rows if row.survey_by_id is not None)
    told = _told_on(sorted({row.hardship_case_id for row in rows if row.meeting is None}))
    return [
        CareCase(
            id=row.id,
            case=cases[row.hardship_case_id],
            state=ReferralState(row.state),
            referred_on=row.meeting.day if row.meeting else told.get(row.hardship_case_id),
            note=row.note,
            survey=_survey(row),
            survey_by=names.get(row.survey_by_id or 0, ""),
        )
        for row in rows
    ]


def _survey(row: ReferralRow) -> SurveyDraft | None:
    if row.survey_on is None:
        return None
    from storage.records.home_care import SurveyDraft

    return SurveyDraft(row.needs_found, row.survey_by_id, row.survey_on, row.solution)


def _told_on(case_ids: Sequence[int]) -> dict[int, date]:
    """When each case was passed on last, for what was passed on between meetings."""
    if not case_ids:
        return {}
    rows = CaseEventRow.select().where(
        CaseEventRow.hardship_case.in_(case_ids), CaseEventRow.kind == str(CaseEventKind.HOME_CARE)
    )
    return {row.hardship_case_id: row.on for row in rows.order_by(CaseEventRow.id)}
