"""Cases and matters written into their rows, from the drafts of their forms."""

from __future__ import annotations

from datetime import date

from storage.errors import Refusal
from storage.meeting.case_rows import needs_of_case, when_columns
from storage.meeting.held_meetings import NOT_SEALED
from storage.people.consent_rows import write_answers
from storage.records.case_draft import CaseDraft
from storage.records.cases import HardshipCase, Need
from storage.records.community import MatterDraft
from storage.records.kinds import Consent, Source
from storage.rules import proposals as rules
from storage.rules.consent import answers_of, usual_answer
from storage.tables import (
    AnswerRow,
    CaseEventRow,
    CaseNeedRow,
    ConsentRow,
    DecisionRow,
    HandCountRow,
    HardshipCaseRow,
    MatterRow,
    MemberRow,
    PersonRow,
    PledgeRow,
    ProposalRow,
    ReferralRow,
    SelectionRoundRow,
    UrgentReportRow,
)
from storage.vietnamese import fold


def accepted_case(draft: CaseDraft) -> CaseDraft:
    """A case as it is kept.

    Raises:
        Refusal: it has no name, not one sentence, or neither a need nor home care.
    """
    cleaned = rules.cleaned_case(draft)
    fault = rules.case_fault(cleaned)
    if fault is not None:
        raise Refusal(fault)
    return cleaned


def accepted_matter(draft: MatterDraft) -> MatterDraft:
    """A matter as it is kept.

    Raises:
        Refusal: it does not say what is to be done.
    """
    cleaned = rules.cleaned_matter(draft)
    fault = rules.matter_fault(cleaned)
    if fault is not None:
        raise Refusal(fault)
    return cleaned


def draft_of_case(case: HardshipCase) -> CaseDraft:
    """The case as its form shows it again."""
    person = case.person
    usual = usual_answer(person.consents)
    return CaseDraft(
        name=person.name,
        circumstances=case.circumstances,
        needs=case.needs,
        address_form=person.address_form,
        birth_year=person.birth_year,
        household=case.household,
        relation=case.relation,
        relative_of=case.relative_of,
        member_id=case.member_id,
        address=person.address,
        telephone=person.telephone,
        private_details=person.private_details,
        guardian=person.guardian,
        when=case.when,
        facts=case.facts,
        home_care=case.home_care,
        consent=usual or person.consents.club,
        consents=None if usual else person.consents,
    )


def add_case(draft: CaseDraft, source: Source, on: date) -> HardshipCaseRow:
    """Writes a new case with its person and needs, within the transaction that is open.

    A member keeps the register's entry: what the form says is added to it, and no blank
    takes anything away.
    """
    member = _member(draft)
    if member is None:
        person = PersonRow.create(**_person_columns(draft))
    else:
        person = member.person
        _add_to_person(person, draft)
    # A question that nobody asked takes nothing away from what a member agreed to before.
    if member is None or draft.consents or draft.consent is not Consent.NOT_ASKED:
        _write_answers(person, draft, on)
    row = HardshipCaseRow.create(person=person, source=str(source), **_case_columns(draft))
    _write_needs(row.id, draft.needs)
    return row


def rewrite_case(row: HardshipCaseRow, draft: CaseDraft, on: date) -> None:
    """Writes what the form says now over a case, its person and its needs."""
    before = row.person
    needs = needs_of_case(row.id)
    person = _person_for(row, draft)
    if person.id != before.id:
        row.person = person
    _write_answers(person, draft, on)
    _change(row, _case_columns(draft))
    if needs != draft.needs:
        CaseNeedRow.delete().where(CaseNeedRow.hardship_case == row.id).execute()
        _write_needs(row.id, draft.needs)
    if person.id != before.id:
        _delete_person_if_unused(before.id)


def _person_for(row: HardshipCaseRow, draft: CaseDraft) -> PersonRow:
    """The person that a changed case is about, with what the form says of them."""
    member = _member(draft)
    if member is not None:
        _add_to_person(member.person, draft)
        if member.person_id == row.person_id:
            # The case was this member's before: another name is a correction.
            _change(member.person, {"name": draft.name, "folded": fold(draft.name)})
        return member.person
    if row.member_id is not None:
        return PersonRow.create(**_person_columns(draft))
    _change(row.person, _person_columns(draft))
    return row.person


def delete_case(case_id: int) -> None:
    """Deletes a case with its needs, and its person where nothing else speaks of them."""
    row = HardshipCaseRow.get_by_id(case_id)
    CaseNeedRow.delete().where(CaseNeedRow.hardship_case == case_id).execute()
    _leave_rounds(str(case_id))
    HardshipCaseRow.delete().where(HardshipCaseRow.id == case_id).execute()
    _delete_person_if_unused(row.person_id)


def _leave_rounds(case: str) -> None:
    """Takes a case out of every count: a later one may get its number, and was not counted on."""
    # What is sealed names no case that may go.
    for row in SelectionRoundRow.select().where(SelectionRoundRow.meeting.in_(NOT_SEALED)):
        among = row.cases.split()
        if case in among:
            row.cases = " ".join(each for each in among if each != case)
            row.save()


def case_has_history(case_id: int, meeting_id: int) -> bool:
    """Whether anything but this meeting's own proposals speaks of the case."""
    elsewhere = ProposalRow.select().where(
        ProposalRow.hardship_case == case_id, ProposalRow.meeting != meeting_id
    )
    tables = (CaseEventRow, DecisionRow, HandCountRow, PledgeRow, ReferralRow, UrgentReportRow)
    told = (table.select().where(table.hardship_case == case_id).exists() for table in tables)
    return bool(elsewhere.exists()) or any(told)


def matter_has_history(matter_id: int) -> bool:
    """Whether anything but proposals speaks of the matter."""
    tables = (AnswerRow, DecisionRow, HandCountRow, PledgeRow)
    return any(table.select().where(table.matter == matter_id).exists() for table in tables)


def add_matter(draft: MatterDraft, source: Source) -> MatterRow:
    """Writes a new matter, within the transaction that is open."""
    return MatterRow.create(source=str(source), **_matter_columns(draft))


def rewrite_matter(row: MatterRow, draft: MatterDraft) -> None:
    """Writes what the form says now over a matter."""
    _change(row, _matter_columns(draft))


def _member(draft: CaseDraft) -> MemberRow | None:
    if draft.member_id is None:
        return None
    return MemberRow.get_by_id(draft.member_id)


def _person_columns(draft: CaseDraft) -> dict[str, object]:
    return {
        "name": draft.name,
        "folded": fold(draft.name),
        "address_form": str(draft.address_form) if draft.address_form else None,
        "birth_year": draft.birth_year,
        "address": draft.address,
        "telephone": draft.telephone,
        "private_details": draft.private_details,
        "guardian": draft.guardian,
    }


def _add_to_person(person: PersonRow, draft: CaseDraft) -> None:
    """Adds what the form says to a person of the register, whose name stays as it is."""
    told = {
        column: value
        for column, value in _person_columns(draft).items()
        if value and column not in {"name", "folded"}
    }
    _change(person, told)


def _write_answers(person: PersonRow, draft: CaseDraft, on: date) -> None:
    """Keeps what the form says of being named; who spoke for the person stands with it."""
    write_answers(
        person.id, answers_of(draft), on, asked_by=draft.asked_by, guardian=draft.guardian
    )


def _change(row: PersonRow | HardshipCaseRow | MatterRow, columns: dict[str, object]) -> None:
    """Saves a row if anything in it is new, so that the undo keeps no empty images."""
    for column, value in columns.items():
        if getattr(row, column) != value:
            setattr(row, column, value)
    row.save()


def _case_columns(draft: CaseDraft) -> dict[str, object]:
    return {
        "member_id": draft.member_id,
        "relation": str(draft.relation),
        "relative_of_id": draft.relative_of,
        "household": draft.household,
        "circumstances": draft.circumstances,
        "facts": " ".join(sorted(draft.facts)),
        "home_care": draft.home_care,
        **when_columns(draft.when),
    }


def _matter_columns(draft: MatterDraft) -> dict[str, object]:
    return {
        "kind": str(draft.kind),
        "what": draft.what,
        "role": str(draft.role),
        "partner": draft.partner,
        "place": draft.place,
        "participants": draft.participants,
        "in_charge_id": draft.in_charge,
        "addressee": draft.addressee,
        "way": str(draft.way) if draft.way else None,
        "representative_id": draft.representative,
        **when_columns(draft.when),
    }


def _write_needs(case_id: int, needs: tuple[Need, ...]) -> None:
    CaseNeedRow.create_all(
        {
            "hardship_case": case_id,
            "form": str(need.form),
            "what": need.what,
            "quantity": need.quantity,
            "unit": need.unit,
        }
        for need in needs
    )


def _delete_person_if_unused(person_id: int) -> None:
    used = (
        MemberRow.select().where(MemberRow.person == person_id).exists()
        or HardshipCaseRow.select().where(HardshipCaseRow.person == person_id).exists()
        or PersonRow.select().where(PersonRow.merged_into == person_id).exists()
    )
    if not used:
        ConsentRow.delete().where(ConsentRow.person == person_id).execute()
        PersonRow.delete().where(PersonRow.id == person_id).execute()
