"""Rules of the register: who is whom, and what stands for the same household."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from storage.records.kinds import Address, Sex
from storage.records.member_drafts import MemberDraft
from storage.records.people import Member
from storage.said import Say, as_written
from storage.vietnamese import fold, found_by_name, written_alike

OLDEST = 120
_SEX_OF_ADDRESS = {
    Address.ONG: Sex.MALE,
    Address.ANH: Sex.MALE,
    Address.BA: Sex.FEMALE,
    Address.CHI: Sex.FEMALE,
}


def sex_of_address(form: Address | None) -> Sex | None:
    """What a form of address says of the sex; "cụ" and "cháu" say nothing."""
    return _SEX_OF_ADDRESS.get(form) if form else None


def birth_year_possible(year: int | None, today: date) -> bool:
    """Whether someone living may be born in this year; None is not known."""
    return year is None or today.year - OLDEST <= year <= today.year


def namesakes(members: Sequence[Member]) -> frozenset[int]:
    """Those of the members whose name another of them bears too."""
    counted = Counter(written_alike(member.name) for member in members)
    return frozenset(member.id for member in members if counted[written_alike(member.name)] > 1)


def told_apart(member: Member, group: str, say: Say = as_written) -> str:
    """A member with what tells namesakes apart: "bà Nguyễn Thị Hoa, Tổ 2, sinh 1958"."""
    year = member.person.birth_year
    born = say(", sinh {year}").format(year=year) if year else ""
    return f"{member.addressed}, {group}{born}"


def told_among(member: Member, among: Sequence[Member], group: str, say: Say = as_written) -> str:
    """A member with the group; where a namesake stands beside, with the year of birth too."""
    if member.id in namesakes(among):
        return told_apart(member, group, say)
    return f"{member.addressed}, {group}" if group else member.addressed


def same_member(draft: MemberDraft, members: Iterable[Member]) -> Member | None:
    """Who stands in the register already under the same name, group and year of birth.

    A name alone is not enough: there are namesakes, told apart by group and birth year.
    """
    name = written_alike(draft.name)
    return next(
        (
            member
            for member in members
            if written_alike(member.name) == name
            and member.group_id == draft.group_id
            and member.person.birth_year == draft.birth_year
        ),
        None,
    )


def household_fellows(member: Member, members: Iterable[Member]) -> tuple[Member, ...]:
    """The others who belong to the same household, by the name of its head, in the same group."""
    household = fold(member.person.household)
    if not household:
        return ()
    return tuple(
        other
        for other in members
        if other.id != member.id
        and other.left is None
        and other.group_id == member.group_id
        and fold(other.person.household) == household
    )


def found(words: str, members: Sequence[Member]) -> tuple[Member, ...]:
    """The members whom the words may mean: by given name first, or by telephone."""
    query = fold(words)
    if not query:
        return tuple(members)
    digits = query.replace(" ", "").replace(".", "")
    if digits.isdecimal():
        return tuple(member for member in members if digits in _digits(member.person.telephone))
    return tuple(found_by_name(words, members, lambda member: member.name))


def _digits(telephone: str) -> str:
    return "".join(letter for letter in telephone if letter.isdecimal())


def draft_of_member(member: Member) -> MemberDraft:
    """What the register says of a member, as a form or a list would say it."""
    known = member.person
    return MemberDraft(
        name=known.name,
        group_id=member.group_id,
        address_form=known.address_form,
        sex=known.sex,
        birth_year=known.birth_year,
        household=known.household,
        address=known.address,
        telephone=known.telephone,
        home_care=member.home_care,
        can_help=member.can_help,
        joined=member.joined,
    )
