"""Gathers what the minutes of one meeting are composed from, in a bounded number of queries."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storage.acts.desk import Desk
from storage.club import ClubBook
from storage.errors import Refusal, RefusalKind
from storage.meeting import minutes_rows as rows
from storage.meeting.meetings import meeting_of_row
from storage.records.approval import MinutesSource
from storage.records.pledges import Pledge
from storage.tables import MeetingRow

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
    proposals = rows.proposals_of(meeting_id)
    told = rows.told_of(meeting_id)
    pledges = rows.pledges_of(meeting_id)
    decisions = rows.decisions_of(meeting_id)
    opinions = rows.opinions_of(meeting_id)
    referrals = rows.referrals_of(meeting_id)
    urgent = rows.urgent_of(row)
    answers = rows.answers_of(meeting_id)
    wordings = rows.wordings_of(meeting_id)
    promised = [*pledges, *(each.pledge for each in told)]
    cases = rows.cases_of(
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
    matters = rows.matters_of(
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
        groups=rows.groups_of(meeting_id),
        guests=rows.guests_of(meeting_id),
        members=rows.members_of(
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
        proposed_cases=rows.once(
            each.hardship_case_id for each in proposals if each.group_id is not None
        ),
        proposed_matters=rows.once(
            each.matter_id for each in proposals if each.group_id is not None
        ),
        told=told,
        urgent=urgent,
        answers=answers,
        rounds=rows.rounds_of(meeting_id),
        opinions=opinions,
        decisions=decisions,
        pledges=pledges,
        referrals=referrals,
        notes=rows.notes_of(meeting_id),
        wordings=wordings,
    )


def _named_in_pledges(pledges: Iterable[Pledge]) -> Iterable[int | None]:
    for pledge in pledges:
        yield from pledge.draft.members
        yield pledge.draft.in_charge
