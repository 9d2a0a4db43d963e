"""Whom a case tells of: as they are named in the meeting, and as the register knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from screens.forms.consent_fields import texts_of_answers
from screens.forms.fields import PersonField
from screens.forms.member_meant import may_be, members_meant
from screens.forms.spoken import SpokenName, spoken_name, spoken_person
from screens.forms.values import Values
from screens.language import _
from storage.books import Books
from storage.records.case_draft import CaseDraft
from storage.records.kinds import Consent, Relation
from storage.records.people import Member
from storage.rules.consent import usual_answer
from storage.vietnamese import fold, written_alike


def person_field() -> PersonField:
    """The name with what is said behind it; a member's other fields are filled."""
    return PersonField(
        "name",
        _("Họ tên, tuổi"),
        _("Ví dụ: anh Trần Văn Lực, 41, ngõ 3. Cả hộ: “hộ bà …”"),
        meant=_meant,
        fill=_from_register,
        read=_as_spoken,
    )


def who_is_meant(
    books: Books,
    values: Values,
    spoken: SpokenName,
    number: int | None,
    before: CaseDraft | None,
) -> tuple[Relation, int | None]:
    """What the person is to the club, and the register's entry of a member.

    Where the question was passed over, the only member of exactly this name is meant, unless
    the form of address or the age says otherwise.
    """
    name = spoken.name
    said = values.choice("relation")
    if said and said != Relation.MEMBER:
        return Relation(said), None
    chosen = values.member("member") if said else None
    if chosen is not None and _still_meant(books, chosen, name, before):
        return Relation.MEMBER, chosen
    found = [each for each in books.register.search(name) if fold(each.name) == fold(name)]
    if not said:
        found = [
            each
            for each in found
            if written_alike(each.name) == written_alike(name)
            and may_be(each, spoken.address_form, number, values.today)
        ]
    if len(found) == 1:
        return Relation.MEMBER, found[0].id
    return Relation(said or Relation.OUTSIDE), None


def _still_meant(books: Books, chosen: int, name: str, before: CaseDraft | None) -> bool:
    """Whether the member taken from the list is meant still, and no other name was typed since.

    On a case that was this member's before, another name is a correction.
    """
    if before is not None and before.member_id == chosen:
        return True
    member = books.register.member(chosen)
    return member is not None and fold(member.name) == fold(name)


def _meant(found: Sequence[Member], values: Values) -> tuple[Member, ...]:
    return members_meant(found, spoken_person(values.text("name")), values.today)


def _from_register(member: Member, values: Values) -> Mapping[str, str]:
    """What the register knows of a member, and what was said besides."""
    person = member.person
    said = spoken_person(values.text("name"))
    spoken = spoken_name(said.name)
    # The register's address may tell more than what was said of it.
    known = fold(said.address) in fold(person.address)
    return {
        "name": f"hộ {member.name}" if spoken.household else member.name,
        "address_form": str(spoken.address_form or person.address_form or ""),
        "birth": str(person.birth_year or said.age),
        "relation": str(Relation.MEMBER),
        "member": str(member.id),
        "address": person.address if known else said.address,
        "guardian": person.guardian,
        **texts_of_answers(
            usual_answer(person.consents) or Consent.NOT_ASKED,
            None if usual_answer(person.consents) else person.consents,
        ),
    }


def _as_spoken(values: Values) -> Mapping[str, str]:
    """The name alone, and what was said behind it."""
    person = spoken_person(values.text("name"))
    if not person.age and not person.address:
        return {}
    said = spoken_name(person.name)
    return {
        "name": f"hộ {said.name}" if said.household else said.name,
        "address_form": str(said.address_form or ""),
        "birth": person.age,
        "address": person.address,
    }
