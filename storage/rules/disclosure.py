"""What a paper says of someone in hardship: everything, or what may be told to others."""

from __future__ import annotations

from storage.records.cases import HardshipCase
from storage.records.kinds import ConsentScope, Relation
from storage.records.pledges import Pledge
from storage.rules.consent import may_be_named
from storage.rules.minutes_parts import phrases
from storage.rules.pledge_words import form_word, given_in_short, given_words
from storage.rules.terms import RELATION
from storage.vietnamese import initial


def may_be_published(case: HardshipCase) -> bool:
    """Whether the person may be named in a copy that is given away."""
    return may_be_named(case.person, ConsentScope.MINUTES)


def may_be_told_to_helpers(case: HardshipCase) -> bool:
    """Whether the person may be named on the slips of those who help."""
    return may_be_named(case.person, ConsentScope.CLUB)


def may_be_told_to_locality(case: HardshipCase) -> bool:
    """Whether the person may be named, and the hardship told, in a letter to the locality."""
    return may_be_named(case.person, ConsentScope.LOCALITY)


def may_be_told_to_volunteers(case: HardshipCase) -> bool:
    """Whether the person may be named, and the hardship told, to the home-care volunteers."""
    return may_be_named(case.person, ConsentScope.CLUB)


def who(case: HardshipCase, groups: tuple[str, ...], *, named: bool) -> str:
    """The person with the form of address, or form, initial and group: "cụ H., Tổ 3"."""
    if named:
        return case.addressed
    form = f"{case.person.address_form} " if case.person.address_form else ""
    household = "hộ " if case.household else ""
    group = f", {groups[0]}" if groups else ""
    return f"{household}{form}{initial(case.person.name)}{group}"


def relation(case: HardshipCase, *, named: bool) -> str:
    """What the person is to the club, and whose family."""
    if named and case.relation is Relation.FAMILY and case.relative_name:
        return f"{RELATION[case.relation]} của {case.relative_name}"
    return RELATION[case.relation]


def needs(case: HardshipCase, *, named: bool) -> str:
    """What is needed, or the forms of help alone."""
    if named:
        return phrases.needs(case)
    forms = dict.fromkeys(need.form for need in case.needs)
    return ", ".join(form_word(form) for form in forms)


def given(pledge: Pledge, *, named: bool) -> str:
    """What is given, or without what it tells of the need."""
    return given_words(pledge) if named else given_in_short(pledge)
