"""Which member of the register is meant by what was said of a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from screens.forms.spoken import SpokenPerson, spoken_name
from storage.records.kinds import Address
from storage.records.people import Member
from storage.rules.register import OLDEST
from storage.vietnamese import fold, written_alike

_OLD = frozenset({Address.ONG, Address.BA, Address.CU})
"""Whoever is ông or bà in the register may well be called cụ."""


def may_be(member: Member, form: Address | None, number: int | None, today: date) -> bool:
    """Whether a form of address and an age or a year say nothing else than the register does."""
    person = member.person
    called = form in {None, person.address_form} or person.address_form is None
    if not called and not (form is Address.CU and person.address_form in _OLD):
        return False
    if number is None or person.birth_year is None:
        return True
    if number > OLDEST:
        return number == person.birth_year
    # Counted from the year of birth, or with the year in the womb.
    return abs(today.year - number - person.birth_year) <= 1


def members_meant(found: Sequence[Member], said: SpokenPerson, today: date) -> tuple[Member, ...]:
    """The members whom a name means: one, namesakes to be asked about, or nobody.

    Letters without any mark or capital are a search: the first who is found is meant.
    """
    spoken = spoken_name(said.name)
    fitting = [each for each in found if may_be(each, spoken.address_form, said.number, today)]
    if is_search(spoken.name):
        return _named(fitting[0].name, fitting) if fitting else ()
    return _named(spoken.name, fitting)


def is_search(name: str) -> bool:
    """Whether a name was typed only to find someone: "mui", "duc"; nobody is written so."""
    return bool(name) and name == fold(name)


def _named(name: str, members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(each for each in members if written_alike(each.name) == written_alike(name))
