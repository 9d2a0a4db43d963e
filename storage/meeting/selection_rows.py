"""What is decided on cases in step 5: choices and ways, changed within the act that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from storage.meeting.case_history import kept_cases, waiting_cases
from storage.meeting.case_writing import add_matter, matter_has_history, rewrite_matter
from storage.meeting.matter_rows import matter_draft_of_row
from storage.meeting.pledge_writing import delete_referral, referrals, write_referral
from storage.meeting.proposal_rows import forget_matter
from storage.memory import remembered
from storage.records.community import MatterDraft
from storage.records.kinds import CaseEventKind, MatterKind, Outcome, Source
from storage.tables import (
    CaseEventRow,
    DecisionRow,
    HardshipCaseRow,
    MatterRow,
    ProposalRow,
)


def decisions_of(meeting_id: int) -> dict[int, DecisionRow]:
    """What the meeting decided on each case."""
    rows = DecisionRow.select().where(
        DecisionRow.meeting == meeting_id, DecisionRow.hardship_case.is_null(False)
    )
    return {row.hardship_case_id: row for row in rows.order_by(DecisionRow.id)}


def cases_on_table(meeting_id: int, decided: Sequence[int]) -> list[int]:
    """The cases proposed in the meeting, then those decided in it or kept by an earlier one."""
    rows = ProposalRow.select(ProposalRow.hardship_case).where(
        ProposalRow.meeting == meeting_id, ProposalRow.hardship_case.is_null(False)
    )
    proposed = [row.hardship_case_id for row in rows.order_by(ProposalRow.id)]
    return list(dict.fromkeys([*proposed, *sorted({*_kept_before(meeting_id), *decided})]))


@remembered
def _kept_before(meeting_id: int) -> frozenset[int]:
    """The cases that an earlier meeting kept and nobody has proposed in this one."""
    return kept_cases(sorted(waiting_cases(meeting_id)), meeting_id)


def decide(meeting_id: int, case_id: int, outcome: Outcome, reason: str, on: date) -> None:
    """Keeps what becomes of a case, in its story too."""
    DecisionRow.create(
        meeting=meeting_id, hardship_case=case_id, outcome=str(outcome), reason=reason
    )
    if outcome is Outcome.HOME_CARE:
        # The mark in the story of the case comes with the referral.
        if case_id not in referrals(meeting_id):
            write_referral(meeting_id, case_id, "", on)
        return
    CaseEventRow.create(
        hardship_case=case_id,
        meeting=meeting_id,
        kind=str(CaseEventKind(str(outcome))),
        on=on,
        reason=reason,
    )


def choose(meeting_id: int, case_ids: Sequence[int], on: date, reason: str = "") -> None:
    """Keeps cases as chosen; what was decided on them before gives way."""
    for case_id in case_ids:
        undecide(meeting_id, case_id)
        drop_locality_matter(meeting_id, case_id)
        decide(meeting_id, case_id, Outcome.CHOSEN, reason, on)


def is_chosen(decision: DecisionRow | None) -> bool:
    """Whether a case was chosen by what was decided on it."""
    return decision is not None and decision.outcome == Outcome.CHOSEN


def undecide(meeting_id: int, case_id: int) -> None:
    """Takes back what was decided on a case; help and referrals of step 6 are not touched."""
    row = DecisionRow.get_or_none(
        DecisionRow.meeting == meeting_id, DecisionRow.hardship_case == case_id
    )
    if row is None:
        return
    if row.outcome == Outcome.HOME_CARE:
        delete_referral(meeting_id, case_id)
    CaseEventRow.delete().where(
        CaseEventRow.meeting == meeting_id,
        CaseEventRow.hardship_case == case_id,
        CaseEventRow.kind == row.outcome,
    ).execute()
    row.delete_instance()


def write_reason(made: DecisionRow, reason: str) -> None:
    """Keeps why something was decided on a case, in its story too."""
    DecisionRow.update(reason=reason).where(
        DecisionRow.id == made.id, DecisionRow.reason != reason
    ).execute()
    CaseEventRow.update(reason=reason).where(
        CaseEventRow.meeting == made.meeting_id,
        CaseEventRow.hardship_case == made.hardship_case_id,
        CaseEventRow.kind == made.outcome,
        CaseEventRow.reason != reason,
    ).execute()


def write_locality_matter(meeting_id: int, case_id: int, what: str) -> None:
    """Makes the matter that a case is passed to the locality with, or words it anew."""
    matter = _matter_of(_link(meeting_id, case_id))
    if matter is not None:
        rewrite_matter(matter, replace(matter_draft_of_row(matter), what=what))
        return
    made = add_matter(MatterDraft(MatterKind.LOCALITY, what), Source.MEETING)
    ProposalRow.create(meeting=meeting_id, hardship_case=case_id, matter=made.id)


def drop_locality_matter(meeting_id: int, case_id: int) -> None:
    """Takes the matter of a case away; one that step 7 has settled already stays there."""
    link = _link(meeting_id, case_id)
    matter = _matter_of(link)
    if link is None or matter is None:
        return
    if matter_has_history(matter.id):
        link.hardship_case = None
        link.save()
        return
    link.delete_instance()
    forget_matter(matter)


def locality_words(meeting_id: int, case_id: int) -> str:
    """What is proposed to the locality for a case, if it is passed on so."""
    matter = _matter_of(_link(meeting_id, case_id))
    return matter.what if matter is not None else ""


def _link(meeting_id: int, case_id: int) -> ProposalRow | None:
    """The proposal of no group that ties a case to its matter."""
    return ProposalRow.get_or_none(
        ProposalRow.meeting == meeting_id,
        ProposalRow.hardship_case == case_id,
        ProposalRow.matter.is_null(False),
    )


def _matter_of(link: ProposalRow | None) -> MatterRow | None:
    return link.matter if link is not None else None


def person_ids(case_ids: Sequence[int]) -> str:
    """The numbers of the people whom the cases are about, as an act keeps them."""
    known = HardshipCaseRow.select().where(HardshipCaseRow.id.in_(case_ids))
    people = {row.id: row.person_id for row in known}
    return " ".join(str(people[each]) for each in case_ids)
