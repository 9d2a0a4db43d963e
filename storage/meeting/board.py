"""The board of step 4 read as a whole, in a bounded number of queries."""

from __future__ import annotations

from collections import defaultdict

from storage.acts.desk import Desk
from storage.meeting.case_history import waiting_cases, waiting_matters
from storage.meeting.case_rows import cases_of_rows
from storage.meeting.matter_rows import matters_of_rows
from storage.meeting.proposal_rows import turns_of
from storage.memory import remembered
from storage.people.register import RegisterBook, member_names
from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.people import Group
from storage.records.proposals import (
    GroupProposals,
    GroupSpoken,
    NotedCase,
    NotedMatter,
    ProposalOverview,
    ProposedCase,
    ProposedMatter,
)
from storage.rules.proposals import whose_turn
from storage.tables import GroupRow, HardshipCaseRow, MatterRow, ProposalRow


@remembered
def overview_of(desk: Desk, meeting_id: int) -> ProposalOverview:
    """The groups with what they proposed, whose turn it is, and what waits."""
    groups = RegisterBook(desk).groups()
    proposals = list(
        ProposalRow.select().where(ProposalRow.meeting == meeting_id).order_by(ProposalRow.id)
    )
    waiting = waiting_cases(meeting_id)
    noted = waiting_matters()
    case_rows = _case_rows({row.hardship_case_id for row in proposals} | waiting)
    matter_rows = _matter_rows({row.matter_id for row in proposals} | noted)
    cases = {case.id: case for case in cases_of_rows(case_rows, meeting_id)}
    matters = {matter.id: matter for matter in matters_of_rows(matter_rows, meeting_id)}
    rows = _board(meeting_id, groups, proposals, cases, matters)
    names = {group.id: group.name for group in groups}
    return ProposalOverview(
        groups=rows,
        turn=whose_turn(rows),
        noted_cases=tuple(
            NotedCase(
                cases[row.id], row.noted_by_id, names.get(row.noted_by_id or 0, ""), row.noted_on
            )
            for row in case_rows
            if row.id in waiting
        ),
        noted_matters=tuple(
            NotedMatter(
                matters[row.id], row.noted_by_id, names.get(row.noted_by_id or 0, ""), row.noted_on
            )
            for row in matter_rows
            if row.id in noted
        ),
    )


def spoken_of(meeting_id: int) -> tuple[GroupSpoken, ...]:
    """Which group has spoken on what: all that the line of what is missing needs."""
    proposals = list(ProposalRow.select().where(ProposalRow.meeting == meeting_id))
    turns = turns_of(meeting_id).values()
    on_case = {row.group_id for row in proposals if row.hardship_case_id is not None}
    on_matter = {row.group_id for row in proposals if row.matter_id is not None}
    on_case |= {row.group_id for row in turns if row.no_case}
    on_matter |= {row.group_id for row in turns if row.no_matter}
    return tuple(
        GroupSpoken(row.name, row.id in on_case, row.id in on_matter)
        for row in GroupRow.select().order_by(GroupRow.id)
    )


def _case_rows(ids: set[int]) -> list[HardshipCaseRow]:
    rows = HardshipCaseRow.select().where(HardshipCaseRow.id.in_(_known(ids)))
    return list(rows.order_by(HardshipCaseRow.id))


def _matter_rows(ids: set[int]) -> list[MatterRow]:
    rows = MatterRow.select().where(MatterRow.id.in_(_known(ids)))
    return list(rows.order_by(MatterRow.id))


def _known(ids: set[int]) -> list[int]:
    return sorted(number for number in ids if number is not None)


def _board(
    meeting_id: int,
    groups: tuple[Group, ...],
    proposals: list[ProposalRow],
    cases: dict[int, HardshipCase],
    matters: dict[int, Matter],
) -> tuple[GroupProposals, ...]:
    turns = turns_of(meeting_id)
    presenters = member_names(
        row.presenter_id for row in turns.values() if row.presenter_id is not None
    )
    proposed_cases: dict[int, list[ProposedCase]] = defaultdict(list)
    proposed_matters: dict[int, list[ProposedMatter]] = defaultdict(list)
    for row in proposals:
        if row.hardship_case_id is not None:
            case = cases[row.hardship_case_id]
            proposed_cases[row.group_id].append(ProposedCase(row.id, case))
        else:
            matter = matters[row.matter_id]
            proposed_matters[row.group_id].append(ProposedMatter(row.id, matter))
    found = []
    for group in groups:
        turn = turns.get(group.id)
        own = turn.presenter_id if turn else None
        found.append(
            GroupProposals(
                group=group,
                presenter_id=own or group.leader_id,
                presenter=presenters.get(own, "") if own else group.leader,
                agreed=bool(turn and turn.agreed),
                cases=tuple(proposed_cases[group.id]),
                matters=tuple(proposed_matters[group.id]),
                no_case=bool(turn and turn.no_case),
                no_matter=bool(turn and turn.no_matter),
                postponed=bool(turn and turn.postponed),
            )
        )
    return tuple(found)
