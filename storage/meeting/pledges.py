"""Who helps whom with what (step 6): pledges, referrals to home care, and the club's agreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.meeting import pledge_writing as writing
from storage.meeting.attendance import present_count
from storage.meeting.case_rows import case_row, cases_of_rows
from storage.meeting.held_meetings import held
from storage.meeting.meeting_rows import meeting_by_number
from storage.meeting.opinions import hand_counts, opinion_taken, require_possible
from storage.meeting.pledge_rows import pledge_of_row, pledges_of_rows
from storage.memory import remembered
from storage.records.acts import ActKind
from storage.records.assignment import AssignmentOverview, CaseHelp
from storage.records.kinds import CountSubject, MeetingState, Outcome
from storage.records.lacks import Lack
from storage.records.pledges import Pledge, PledgeDraft
from storage.rules import pledge_words as words
from storage.rules import pledges as rules
from storage.tables import (
    FulfilmentRow,
    HardshipCaseRow,
    MemberRow,
    PledgeHelperRow,
    PledgeRow,
    ReferralRow,
)
from storage.vietnamese import clean_text

_PLACES = {Outcome.CHOSEN: 0, Outcome.KEPT: 1, Outcome.OWN_GROUP: 2}
"""The ways whose cases can be helped, in the order in which the step shows them."""


class PledgeBook:
    """What is pledged to the cases of a meeting."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @remembered
    def overview(self, meeting_id: int) -> AssignmentOverview:
        """Each case that is helped, with its pledges, its gaps and whether all was agreed."""
        rows = writing.case_pledges(meeting_id).order_by(PledgeRow.id)
        pledges: dict[int, list[Pledge]] = defaultdict(list)
        for pledge in pledges_of_rows(rows):
            pledges[pledge.case_id or 0].append(pledge)
        outcomes = writing.outcomes(meeting_id)
        referrals = writing.referrals(meeting_id)
        opinions = writing.opinions(meeting_id)
        shown = (case for case, outcome in outcomes.items() if outcome in _PLACES)
        # What was pledged is never out of sight, whatever was decided about the case since.
        ids = sorted(
            dict.fromkeys([*shown, *pledges]),
            key=lambda case: _PLACES.get(outcomes.get(case, Outcome.ENDED), len(_PLACES)),
        )
        known = {row.id: row for row in HardshipCaseRow.select().where(HardshipCaseRow.id.in_(ids))}
        cases = tuple(
            CaseHelp(
                case=case,
                outcome=outcomes.get(case.id),
                pledges=tuple(pledges[case.id]),
                totals=rules.totals(pledges[case.id]),
                gaps=rules.gaps(case.needs, pledges[case.id]),
                referral=referrals.get(case.id),
                opinion=opinions.get(case.id),
                agreed=rules.carried(opinions.get(case.id)),
            )
            for case in cases_of_rows([known[each] for each in ids], meeting_id)
        )
        return AssignmentOverview(
            cases=cases,
            totals=rules.totals(pledge for each in cases for pledge in each.pledges),
            present=present_count(meeting_id),
        )

    @remembered
    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """What the step still lacks."""
        reason = meeting_by_number(meeting_id).no_case_reason
        return rules.lacking(self.overview(meeting_id), reason_given=bool(reason))

    @remembered
    def begun(self, meeting_id: int) -> bool:
        """Whether anything was pledged, passed on or agreed."""
        return (
            writing.case_pledges(meeting_id).exists()
            or ReferralRow.select().where(ReferralRow.meeting == meeting_id).exists()
            or hand_counts(meeting_id, CountSubject.HELP).exists()
        )

    def draft_of(self, pledge_id: int) -> PledgeDraft:
        """A pledge as its form shows it again.

        Raises:
            Refusal: there is no such pledge (any more).
        """
        return pledge_of_row(writing.pledge_row(pledge_id)).draft

    def busy(
        self, members: Iterable[int], day: date, meeting_id: int, besides: int | None = None
    ) -> dict[int, str]:
        """Those of the members who have promised that day already, with the day in figures.

        Promises of this meeting count, and those of others that still wait to be kept;
        `besides` is the pledge that is being written.
        """
        rows = PledgeRow.select().where(
            PledgeRow.when_first == day,
            PledgeRow.when_last == day,
            PledgeRow.meeting.is_null() | held(PledgeRow.meeting),
        )
        pledges = [
            pledge
            for pledge in pledges_of_rows(rows)
            if pledge.id != besides and (pledge.meeting_id == meeting_id or pledge.open)
        ]
        current = MemberRow.select(MemberRow.id, MemberRow.group).where(MemberRow.left.is_null())
        taken = rules.booked(pledges, day, {row.id: row.group_id for row in current})
        return {member: f"{day.day:02d}/{day.month:02d}" for member in members if member in taken}

    def pledge(self, meeting_id: int, case_id: int, draft: PledgeDraft) -> int:
        """Keeps a pledge, however many help, as one act; gives its number.

        Raises:
            Refusal: nobody helps, a thing is not named, or a number is not above nought.
        """
        accepted = writing.accepted(draft)
        case = case_row(case_id)
        with self.desk.act(meeting_id, ActKind.PLEDGE_MADE, person_id=case.person_id) as told:
            row = PledgeRow.create(
                meeting=meeting_id, hardship_case=case_id, **writing.columns(accepted)
            )
            writing.write_helpers(row.id, accepted.members)
            told.update(writing.told(row))
        return int(row.id)

    def change(self, meeting_id: int, pledge_id: int, draft: PledgeDraft) -> None:
        """Writes what the form says now over a pledge of this meeting.

        Raises:
            Refusal: as for a new one, or the pledge is gone or of another meeting.
        """
        accepted = writing.accepted(draft)
        row = writing.pledge_row(pledge_id, meeting_id)
        person = writing.helped_person(row).id
        with self.desk.act(meeting_id, ActKind.PLEDGE_CHANGED, person_id=person) as told:
            changes = writing.columns(accepted)
            if writing.columns(pledge_of_row(row).draft) != changes:
                PledgeRow.update(changes).where(PledgeRow.id == pledge_id).execute()
            writing.write_helpers(pledge_id, accepted.members)
            told.update(writing.told(writing.pledge_row(pledge_id)))

    def name_helpers(self, meeting_id: int, pledge_id: int, members: Iterable[int]) -> None:
        """Names those who help where first only their number was known.

        Raises:
            Refusal: nobody is named, or the pledge is gone or of another meeting.
        """
        helpers = tuple(members)
        if not helpers:
            raise Refusal(RefusalKind.HELPER_MISSING)
        self.change(meeting_id, pledge_id, rules.named(self.draft_of(pledge_id), helpers))

    def name_later(self, pledge_id: int, members: Iterable[int]) -> None:
        """Names helpers of a pledge in numbers after its meeting is sealed.

        The names are new rows beside what was agreed. They are no act of a meeting, so that no
        undo takes them away, and stand once they are written.

        Raises:
            Refusal: nobody new is named, more are named than were promised, or no sealed
                meeting has made this pledge in numbers.
        """
        with self.desk.writing():
            row = writing.pledge_row(pledge_id)
            if row.meeting is None or row.meeting.state != MeetingState.SEALED:
                raise Refusal(RefusalKind.PLEDGE_MISSING)
            writing.add_helpers(row, members)

    def remove(self, meeting_id: int, pledge_id: int) -> None:
        """Takes a pledge back, with what was told of it.

        Raises:
            Refusal: the pledge is gone or of another meeting.
        """
        row = writing.pledge_row(pledge_id, meeting_id)
        person = writing.helped_person(row).id
        with self.desk.act(meeting_id, ActKind.PLEDGE_REMOVED, person_id=person) as told:
            told.update(writing.told(row))
            PledgeHelperRow.delete().where(PledgeHelperRow.pledge == pledge_id).execute()
            FulfilmentRow.delete().where(FulfilmentRow.pledge == pledge_id).execute()
            PledgeRow.delete().where(PledgeRow.id == pledge_id).execute()

    def refer(self, meeting_id: int, case_id: int, note: str = "") -> None:
        """Passes a case to the home-care volunteers (S29); again, it rewrites the note.

        Raises:
            Refusal: there is no such case (any more).
        """
        case = case_row(case_id)
        with self.desk.act(meeting_id, ActKind.CASE_REFERRED, person_id=case.person_id):
            today = self.desk.clock.today()
            writing.write_referral(meeting_id, case_id, clean_text(note), today)

    def remove_referral(self, meeting_id: int, case_id: int) -> None:
        """Takes back that a case is passed to the home-care volunteers.

        Raises:
            Refusal: there is no such case (any more).
        """
        case = case_row(case_id)
        with self.desk.act(meeting_id, ActKind.REFERRAL_REMOVED, person_id=case.person_id):
            writing.delete_referral(meeting_id, case_id)

    def agree(
        self,
        meeting_id: int,
        case_id: int,
        *,
        unanimous: bool,
        in_favour: int = 0,
        against: int = 0,
        other: int = 0,
    ) -> None:
        """Keeps how the club took "giúp gì, ai giúp, khi nào" for a case (S22, S23).

        Raises:
            Refusal: hands are counted though nobody is present, none was raised, or more
                were than people are present.
        """
        case = case_row(case_id)
        hands = None if unanimous else (in_favour, against, other)
        present = present_count(meeting_id)
        opinion = opinion_taken(CountSubject.HELP, present, hands, case_id=case_id)
        require_possible(opinion)
        with self.desk.act(
            meeting_id,
            ActKind.HELP_AGREED,
            person_id=case.person_id,
            result=words.opinion_words(opinion),
        ):
            writing.write_opinion(meeting_id, opinion)
