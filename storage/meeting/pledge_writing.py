"""Rows of pledges, referrals and agreements, read and changed within the act that is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from peewee import ModelSelect

from storage.errors import Refusal, RefusalKind
from storage.meeting.case_rows import when_columns
from storage.meeting.opinions import hand_counts, opinion_columns, opinions_on
from storage.meeting.pledge_rows import pledge_of_row
from storage.records.approval import Opinion
from storage.records.assignment import Referral, unnamed
from storage.records.kinds import (
    CaseEventKind,
    CountSubject,
    HelperKind,
    Outcome,
)
from storage.records.pledges import PledgeDraft
from storage.rules import pledge_words as words
from storage.rules import pledges as rules
from storage.tables import (
    CaseEventRow,
    DecisionRow,
    GroupRow,
    HandCountRow,
    MemberRow,
    PersonRow,
    PledgeHelperRow,
    PledgeRow,
    ReferralRow,
)


def accepted(draft: PledgeDraft) -> PledgeDraft:
    """The draft as it is kept.

    Raises:
        Refusal: nobody helps, a thing is not named, or a number is not above nought.
    """
    cleaned = rules.cleaned(draft)
    fault = rules.fault(cleaned)
    if fault is not None:
        raise Refusal(fault)
    _require_known(cleaned)
    return rules.counted(cleaned, _size(cleaned))


def _require_known(draft: PledgeDraft) -> None:
    """Whoever was chosen may be gone from the register since, by an undo."""
    wanted = {*draft.members, *filter(None, [draft.in_charge])}
    if MemberRow.select().where(MemberRow.id.in_(sorted(wanted))).count() < len(wanted):
        raise Refusal(RefusalKind.HELPER_MISSING)
    if draft.group_id is not None and GroupRow.get_or_none(GroupRow.id == draft.group_id) is None:
        raise Refusal(RefusalKind.GROUP_MISSING)


def _size(draft: PledgeDraft) -> int:
    """How many belong to the group that gives, or to the club."""
    current = MemberRow.select().where(MemberRow.left.is_null())
    if draft.helper_kind is HelperKind.GROUP:
        current = current.where(MemberRow.group == draft.group_id)
    return int(current.count())


def pledge_row(pledge_id: int, meeting_id: int | None = None) -> PledgeRow:
    """The row of a pledge to a case; with a meeting, one that was made in it.

    Raises:
        Refusal: there is no such pledge (any more), or another meeting made it.
    """
    row = PledgeRow.get_or_none(PledgeRow.id == pledge_id)
    if row is None or (meeting_id is not None and row.meeting_id != meeting_id):
        raise Refusal(RefusalKind.PLEDGE_MISSING)
    return row


def helped_person(row: PledgeRow) -> PersonRow:
    """Whom a pledge helps.

    Raises:
        Refusal: it is for work in the community, which another step keeps.
    """
    case = row.hardship_case
    if case is None:
        raise Refusal(RefusalKind.PLEDGE_MISSING)
    return case.person


def columns(draft: PledgeDraft) -> dict[str, object]:
    """A pledge as the columns that keep it; its helpers have rows of their own."""
    return {
        "form": str(draft.form),
        "what": draft.what,
        "quantity": draft.quantity,
        "unit": draft.unit,
        "helper_kind": str(draft.helper_kind),
        "group": draft.group_id,
        "organisation": draft.organisation,
        "number": draft.number,
        "place": draft.place,
        "in_charge": draft.in_charge,
        "used": draft.used,
        **when_columns(draft.when),
    }


def write_helpers(pledge_id: int, members: Sequence[int]) -> None:
    """Makes exactly these members the helpers of a pledge."""
    rows = PledgeHelperRow.select().where(PledgeHelperRow.pledge == pledge_id)
    before = {row.member_id for row in rows}
    PledgeHelperRow.delete().where(
        PledgeHelperRow.pledge == pledge_id,
        PledgeHelperRow.member.in_(sorted(before - set(members))),
    ).execute()
    PledgeHelperRow.create_all(
        {"pledge": pledge_id, "member": each} for each in members if each not in before
    )


def add_helpers(row: PledgeRow, members: Iterable[int]) -> None:
    """Names further helpers of a pledge in numbers.

    Raises:
        Refusal: nobody new is named, more than were promised, or the pledge is not in numbers.
    """
    pledge = pledge_of_row(row)
    draft = pledge.draft
    if draft.helper_kind is not HelperKind.NUMBER:
        raise Refusal(RefusalKind.PLEDGE_MISSING)
    added = [member for member in dict.fromkeys(members) if member not in draft.members]
    if not added:
        raise Refusal(RefusalKind.HELPER_MISSING)
    if len(added) > unnamed(pledge):
        raise Refusal(RefusalKind.MORE_NAMES_THAN_PROMISED, count=unnamed(pledge))
    _require_known(replace(draft, members=tuple(added)))
    write_helpers(row.id, (*draft.members, *added))


def told(row: PledgeRow) -> dict[str, str | int]:
    """What the sentence of an act says of a pledge; no names, they stand with the persons.

    The sentence is shown on the wall: where the person does not agree, or no longer, the form
    of the help stands in it alone.
    """
    pledge = pledge_of_row(row)
    return {
        "what": words.given_words(pledge),
        "what_in_short": words.given_in_short(pledge),
        "helpers": words.helpers_in_short(pledge),
    }


def case_pledges(meeting_id: int) -> ModelSelect[PledgeRow]:
    """The pledges to cases that a meeting made."""
    return PledgeRow.select().where(
        PledgeRow.meeting == meeting_id, PledgeRow.hardship_case.is_null(False)
    )


def outcomes(meeting_id: int) -> dict[int, Outcome]:
    """The way of each case that the meeting decided about, in the order of the decisions."""
    rows = DecisionRow.select().where(
        DecisionRow.meeting == meeting_id, DecisionRow.hardship_case.is_null(False)
    )
    return {row.hardship_case_id: Outcome(row.outcome) for row in rows.order_by(DecisionRow.id)}


def referrals(meeting_id: int) -> dict[int, Referral]:
    """The cases that the meeting passed to the home-care volunteers."""
    rows = ReferralRow.select().where(ReferralRow.meeting == meeting_id)
    return {row.hardship_case_id: Referral(row.id, row.note) for row in rows}


def write_referral(meeting_id: int, case_id: int, note: str, on: date) -> None:
    """Passes a case on, or rewrites the note with which it was passed on."""
    row = ReferralRow.get_or_none(
        ReferralRow.meeting == meeting_id, ReferralRow.hardship_case == case_id
    )
    if row is not None:
        if row.note != note:
            ReferralRow.update(note=note).where(ReferralRow.id == row.id).execute()
        return
    ReferralRow.create(hardship_case=case_id, meeting=meeting_id, note=note)
    CaseEventRow.create(
        hardship_case=case_id, meeting=meeting_id, kind=str(CaseEventKind.HOME_CARE), on=on
    )


def delete_referral(meeting_id: int, case_id: int) -> None:
    """Takes back that a case is passed on, and the mark of it in the case's story."""
    ReferralRow.delete().where(
        ReferralRow.meeting == meeting_id, ReferralRow.hardship_case == case_id
    ).execute()
    CaseEventRow.delete().where(
        CaseEventRow.meeting == meeting_id,
        CaseEventRow.hardship_case == case_id,
        CaseEventRow.kind == str(CaseEventKind.HOME_CARE),
    ).execute()


def opinions(meeting_id: int) -> dict[int, Opinion]:
    """The club's opinion on the help for each case where it was taken."""
    taken = opinions_on(meeting_id, CountSubject.HELP)
    return {each.case_id: each for each in taken if each.case_id is not None}


def write_opinion(meeting_id: int, opinion: Opinion) -> None:
    """Keeps the club's opinion on the help for a case; the last one stands."""
    counts = hand_counts(meeting_id, CountSubject.HELP)
    known = counts.where(HandCountRow.hardship_case == opinion.case_id).first()
    if known is not None:
        HandCountRow.update(opinion_columns(opinion)).where(HandCountRow.id == known.id).execute()
        return
    HandCountRow.create(
        meeting=meeting_id,
        subject=str(CountSubject.HELP),
        hardship_case=opinion.case_id,
        **opinion_columns(opinion),
    )
