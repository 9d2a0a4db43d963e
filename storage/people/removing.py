"""Removes the data of one person, as Law 91/2025/QH15 lets anyone ask.

Name and details go out of the rows, the history and what is kept beside sealed minutes; the
counts stay, and so do the seals, which hold salted digests of what went.
"""

from __future__ import annotations

from collections.abc import Sequence

from storage.acts.desk import Desk, meeting_now
from storage.acts.triggers import seals_lifted
from storage.database import checkpoint
from storage.errors import Refusal, RefusalKind
from storage.people import forgetting, member_writing
from storage.people.standing import merged_entries
from storage.records.acts import ActKind
from storage.rules.telling import is_telling
from storage.sealing.frozen_words import words_removed
from storage.tables import ConsentRow, HardshipCaseRow, MemberRow, PersonRow
from storage.vietnamese import REMOVED_NAME, REMOVED_WORDS, fold
from storage.whole_names import WholeName


def remove_person(desk: Desk, person_id: int) -> None:
    """Takes everything away by which a person could be known; it cannot be undone.

    The entries that were made one with this one go with it.

    Raises:
        Refusal: there is no such person any more, or a meeting is being held.
    """
    _require_no_meeting()
    person = PersonRow.get_or_none(PersonRow.id == person_id, PersonRow.removed_on.is_null())
    if person is None:
        raise Refusal(RefusalKind.NAME_MISSING)
    entries = [person, *merged_entries(person_id)]
    names = _own_names(entries)
    words = _own_words(entries)
    with desk.act_now(ActKind.PERSON_REMOVED), seals_lifted(), words_removed():
        forgetting.empty_cases(_cases_of(entries))
        for entry in entries:
            _empty_entry(entry, desk)
            forgetting.forget_history_of_person(entry.id)
        for whole in names:
            forgetting.forget_values_that_say(whole)
            forgetting.forget_words(whole.name, whole)
        for said in words:
            whole = WholeName(said, (), REMOVED_WORDS)
            forgetting.forget_words(said, whole, forgetting.RETELLING)
        forgetting.drop_images_of_rows()
    # What was written over may still lie in the write-ahead log.
    checkpoint()


def forget_case(desk: Desk, case_id: int) -> None:
    """Takes away what was said of one case; who it was about stays in the books.

    Raises:
        Refusal: there is no such case, or a meeting is being held.
    """
    _require_no_meeting()
    case = HardshipCaseRow.get_or_none(HardshipCaseRow.id == case_id)
    if case is None:
        raise Refusal(RefusalKind.PERSON_MISSING)
    told = desk.act_now(ActKind.CASE_FORGOTTEN, person_id=case.person_id)
    with told, seals_lifted(), words_removed():
        forgetting.empty_cases([case_id])
        forgetting.forget_values_of_case(case_id)
        forgetting.forget_history_of_case(case_id)
        forgetting.drop_images_of_rows()
    checkpoint()


def _require_no_meeting() -> None:
    if meeting_now() is not None:
        raise Refusal(RefusalKind.MEETING_RUNNING)


def _own_names(entries: Sequence[PersonRow]) -> list[WholeName]:
    """The names that nobody else bears: free words with a namesake's may mean the other."""
    ids = [entry.id for entry in entries]
    others = list(
        PersonRow.select(PersonRow.name, PersonRow.folded).where(PersonRow.id.not_in(ids))
    )
    borne = {row.folded for row in others}
    names = dict.fromkeys(entry.name for entry in entries if entry.folded not in borne)
    return [WholeName(name, [row.name for row in others]) for name in names]


def _own_words(entries: Sequence[PersonRow]) -> list[str]:
    """What free words may repeat of a person besides the name."""
    cases = HardshipCaseRow.select().where(HardshipCaseRow.id.in_(_cases_of(entries)))
    told = [case.circumstances for case in cases]
    for entry in entries:
        told += [entry.private_details, entry.address, entry.telephone]
    shared = _words_of_others(entries)
    return [each for each in dict.fromkeys(told) if is_telling(each) and each not in shared]


def _words_of_others(entries: Sequence[PersonRow]) -> set[str]:
    """What is kept of someone else in the same words: a household's address, the same storm."""
    others = PersonRow.select().where(PersonRow.id.not_in([entry.id for entry in entries]))
    cases = HardshipCaseRow.select().where(HardshipCaseRow.id.not_in(_cases_of(entries)))
    kept = {case.circumstances for case in cases}
    for row in others:
        kept |= {row.address, row.telephone, row.private_details}
    return kept


def _cases_of(entries: Sequence[PersonRow]) -> list[int]:
    ids = [entry.id for entry in entries]
    return [row.id for row in HardshipCaseRow.select().where(HardshipCaseRow.person.in_(ids))]


def _empty_entry(person: PersonRow, desk: Desk) -> None:
    member = MemberRow.get_or_none(MemberRow.person == person.id)
    if member is not None:
        _leave(member, desk)
    person.name, person.folded = REMOVED_NAME, fold(REMOVED_NAME)
    person.address_form = person.sex = person.birth_year = None
    person.address = person.household = person.telephone = ""
    person.private_details = person.guardian = ""
    ConsentRow.delete().where(ConsentRow.person == person.id).execute()
    person.removed_on = desk.clock.today()
    person.save()
    forgetting.forget_values_of_person(person.id, member.id if member else None)


def _leave(member: MemberRow, desk: Desk) -> None:
    if member.left is None:
        member_writing.leave(member, desk.clock.today())
    MemberRow.update(home_care=False, can_help="").where(MemberRow.id == member.id).execute()
