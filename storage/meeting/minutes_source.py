"""Gathers what the minutes of one meeting are composed from, in a bounded number of queries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from storage.acts.desk import Desk
from storage.club import ClubBook
from storage.errors import Refusal, RefusalKind
from storage.meeting import minutes_rows as rows
from storage.meeting.meeting_rows import meeting_of_row
from storage.meeting.meetings import guests_of
from storage.records.approval import (
    AnswerTold,
    Decided,
    MinutesSource,
    Opinion,
    Referred,
    Told,
    UrgentHelp,
    Worded,
)
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.kinds import Step
from storage.records.meetings import Meeting
from storage.records.pledges import Pledge
from storage.tables import MeetingRow, ProposalRow

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
    said = _said_in(row)
    cases = rows.cases_of(meeting_id, said.case_ids())
    matters = rows.matters_of(meeting_id, said.matter_ids())
    by_groups = [each for each in said.proposals if each.group_id is not None]
    return MinutesSource(
        club=ClubBook(desk).known(),
        meeting=meeting,
        groups=rows.groups_of(meeting_id),
        guests=guests_of(meeting_id),
        members=rows.members_of(_named(meeting, said, cases.values(), matters.values())),
        cases=cases,
        matters=matters,
        proposed_cases=rows.once(each.hardship_case_id for each in by_groups),
        proposed_matters=rows.once(each.matter_id for each in by_groups),
        told=said.told,
        urgent=said.urgent,
        answers=said.answers,
        rounds=rows.rounds_of(meeting_id),
        opinions=said.opinions,
        decisions=said.decisions,
        pledges=said.pledges,
        referrals=said.referrals,
        notes=rows.notes_of(meeting_id),
        wordings=said.wordings,
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What the meeting recorded, each speaking of cases, matters or members by their numbers."""

    proposals: Sequence[ProposalRow]
    told: tuple[Told, ...]
    pledges: tuple[Pledge, ...]
    decisions: tuple[Decided, ...]
    opinions: tuple[Opinion, ...]
    referrals: tuple[Referred, ...]
    urgent: tuple[UrgentHelp, ...]
    answers: tuple[AnswerTold, ...]
    wordings: Mapping[Step, Worded]

    def promised(self) -> list[Pledge]:
        """What was pledged, and the earlier pledges that were told of."""
        return [*self.pledges, *(each.pledge for each in self.told)]

    def case_ids(self) -> list[int | None]:
        """The cases that are spoken of, by the secretary's own words too."""
        words = (each.text for each in self.wordings.values())
        return [
            *(each.hardship_case_id for each in self.proposals),
            *(each.case_id for each in self.decisions),
            *(each.case_id for each in self.opinions),
            *(each.case_id for each in self.referrals),
            *(each.case_id for each in self.urgent),
            *(each.case_id for each in self.promised()),
            *(int(number) for text in words for number in _CASE_IN_TOKEN.findall(text)),
        ]

    def matter_ids(self) -> list[int | None]:
        """The matters that are spoken of."""
        return [
            *(each.matter_id for each in self.proposals),
            *(each.matter_id for each in self.decisions),
            *(each.matter_id for each in self.opinions),
            *(each.matter_id for each in self.answers),
            *(each.matter_id for each in self.promised()),
        ]


def _said_in(meeting: MeetingRow) -> _Said:
    return _Said(
        proposals=rows.proposals_of(meeting.id),
        told=rows.told_of(meeting.id),
        pledges=rows.pledges_of(meeting.id),
        decisions=rows.decisions_of(meeting.id),
        opinions=rows.opinions_of(meeting.id),
        referrals=rows.referrals_of(meeting.id),
        urgent=rows.urgent_of(meeting),
        answers=rows.answers_of(meeting.id),
        wordings=rows.wordings_of(meeting.id),
    )


def _named(
    meeting: Meeting, said: _Said, cases: Iterable[HardshipCase], matters: Iterable[Matter]
) -> Iterator[int | None]:
    """The members who are spoken of."""
    yield from (meeting.chair_id, meeting.facilitator_id, meeting.secretary_id)
    for pledge in said.promised():
        yield from (*pledge.draft.members, pledge.draft.in_charge)
    for case in cases:
        yield case.member_id or case.relative_of
    for matter in matters:
        yield from (matter.draft.in_charge, matter.draft.representative)
    for report in said.urgent:
        yield from (report.reported_by, report.reported_to, report.decided_by)
