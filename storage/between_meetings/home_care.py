"""Chăm sóc tại nhà: referral, survey, needs, next solution, and back to the club (S29)."""

from __future__ import annotations

from storage.acts.desk import Desk
from storage.between_meetings.referral_rows import OPEN, OVER, care_cases, referral_rows
from storage.errors import Refusal, RefusalKind
from storage.meeting.case_rows import case_row
from storage.people.register import RegisterBook
from storage.records.acts import ActKind
from storage.records.home_care import HomeCareOverview, SurveyDraft
from storage.records.kinds import CaseEventKind, ReferralState
from storage.tables import CaseEventRow, ReferralRow
from storage.vietnamese import clean_text

_ORDER = list(ReferralState)
"""From waiting for a survey to over."""
_PAST_AT_FIRST = 6
"""How many cases that are over the book opens with, however many years it is kept."""
_PAST_SHOWN = 60
"""How many it shows when it is asked for more; older ones stand in the tracking book."""


class HomeCareBook:
    """The cases of the home-care volunteers, each step an act of its own."""

    def __init__(self, desk: Desk, register: RegisterBook) -> None:
        self.desk = desk
        self.register = register

    def overview(self, *, more: bool = False) -> HomeCareOverview:
        """The cases by how far they are, the newest first in each state, and the team."""
        shown = _PAST_SHOWN if more else _PAST_AT_FIRST
        past = list(referral_rows(OVER).limit(shown + 1))
        cases = care_cases([*referral_rows(OPEN), *past[:shown]])
        return HomeCareOverview(
            cases=tuple(sorted(cases, key=lambda each: _ORDER.index(each.state))),
            team=tuple(member for member in self.register.members() if member.home_care),
            earlier=len(past) > shown and not more,
        )

    def refer(self, case_id: int, note: str = "") -> None:
        """Passes a case on without waiting for a meeting, as when help could not wait.

        Raises:
            Refusal: there is no such case, or the volunteers have it in hand already.
        """
        case = case_row(case_id)
        known = ReferralRow.select().where(
            ReferralRow.hardship_case == case_id,
            ReferralRow.state.not_in([str(state) for state in OVER]),
        )
        if known.exists():
            raise Refusal(RefusalKind.ALREADY_REFERRED)
        with self.desk.act_now(ActKind.CASE_REFERRED, person_id=case.person_id):
            ReferralRow.create(hardship_case=case_id, note=clean_text(note))
            self._tell(case_id, CaseEventKind.HOME_CARE)

    def survey(self, referral_id: int, draft: SurveyDraft) -> None:
        """Keeps what was found; a case that waited for its survey is surveyed by it.

        Raises:
            Refusal: no needs are named, the day is unclear or still to come, or the
                referral is gone.
        """
        needs = clean_text(draft.needs_found)
        if not needs:
            raise Refusal(RefusalKind.TEXT_MISSING)
        if draft.on is None:
            raise Refusal(RefusalKind.DAY_UNCLEAR)
        if draft.on > self.desk.clock.today():
            raise Refusal(RefusalKind.DAY_AHEAD)
        row = _row(referral_id)
        with self.desk.act_now(ActKind.REFERRAL_SURVEYED, person_id=row.hardship_case.person_id):
            row.survey_by_id, row.survey_on = draft.by, draft.on
            row.needs_found, row.solution = needs, clean_text(draft.solution)
            if row.state == ReferralState.WAITING:
                row.state = str(ReferralState.SURVEYED)
            row.save()

    def set_state(self, referral_id: int, state: ReferralState) -> None:
        """Keeps how far the volunteers are.

        Raises:
            Refusal: the referral is gone.
        """
        row = _row(referral_id)
        if row.state == state:
            return
        with self.desk.act_now(
            ActKind.REFERRAL_STATE_SET, person_id=row.hardship_case.person_id, state=str(state)
        ):
            if row.state == ReferralState.BROUGHT_BACK:
                _keep_from_the_club(row.hardship_case_id)
            ReferralRow.update(state=str(state)).where(ReferralRow.id == referral_id).execute()

    def bring_back(self, referral_id: int, reason: str) -> None:
        """Brings a case back to the club: steps 4 and 5 offer it again.

        Raises:
            Refusal: no reason is given, or the referral is gone.
        """
        cleaned = clean_text(reason)
        if not cleaned:
            raise Refusal(RefusalKind.REASON_MISSING)
        row = _row(referral_id)
        with self.desk.act_now(ActKind.CASE_BROUGHT_BACK, person_id=row.hardship_case.person_id):
            ReferralRow.update(state=str(ReferralState.BROUGHT_BACK)).where(
                ReferralRow.id == referral_id
            ).execute()
            self._tell(row.hardship_case_id, CaseEventKind.BROUGHT_BACK, cleaned)

    def _tell(self, case_id: int, kind: CaseEventKind, reason: str = "") -> None:
        """Adds to the story of a case what came between meetings."""
        CaseEventRow.create(
            hardship_case=case_id, kind=str(kind), on=self.desk.clock.today(), reason=reason
        )


def _row(referral_id: int) -> ReferralRow:
    row = ReferralRow.get_or_none(ReferralRow.id == referral_id)
    if row is None:
        raise Refusal(RefusalKind.REFERRAL_MISSING)
    return row


def _keep_from_the_club(case_id: int) -> None:
    """A case that is not brought back after all is no longer offered to the meeting."""
    told = CaseEventRow.select(CaseEventRow.id).where(
        CaseEventRow.hardship_case == case_id,
        CaseEventRow.kind == str(CaseEventKind.BROUGHT_BACK),
    )
    last = told.order_by(CaseEventRow.id.desc()).first()
    if last is not None:
        CaseEventRow.delete().where(CaseEventRow.id == last.id).execute()
