"""The names of people in hardship within what somebody typed: in full, and as they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storage.records.cases import HardshipCase
from storage.records.kinds import ConsentScope
from storage.rules.consent import may_be_named
from storage.rules.minutes_parts.tokens import (
    CALLED,
    Copy,
    Naming,
    Personal,
    Value,
    resolve_text,
)
from storage.rules.telling import is_telling
from storage.vietnamese import initial

_NOT_SAID = "…"
_MOST_WORDS = 20
"""Of a name, by which somebody is called; of a text pasted for a name every tail would be sought,
some megabytes in all, wherever something was typed."""
Cases = Iterable[HardshipCase]


def person_key(person_id: int) -> str:
    """The token of the name alone of someone in hardship."""
    return f"person.{person_id}.name"


def name_key(case: HardshipCase) -> str:
    """The same, of the person of a case."""
    return person_key(case.person.id)


def names_of(cases: Cases) -> Iterator[tuple[str, str]]:
    """The token of each name, and of each part of it by which the person may be called.

    Later ones win: of two with the same name the one who agreed to less counts.
    """
    for case in sorted(cases, key=_agreements, reverse=True):
        yield from ((key, value.full) for key, value in name_values(case).items())


def name_values(case: HardshipCase) -> dict[str, Value]:
    """The full name, and what is said of it after a form of address: "Hiền", "Thị Hiền"."""
    name = case.person.name
    hidden = initial(name)
    words = name.split()
    parts = [" ".join(words[-count:]) for count in range(1, min(len(words), _MOST_WORDS))]
    called = {
        f"person.{case.person.id}.{count}.{CALLED}": Value(part, hidden)
        for count, part in enumerate(parts, start=1)
    }
    return {name_key(case): Value(name, hidden), **called}


def detail_values(case: HardshipCase) -> dict[str, Value]:
    """What someone may tell again of the person in the very words in which it is kept."""
    person = case.person
    kept = {
        "address": person.address,
        "telephone": person.telephone,
        "private": person.private_details,
        "guardian": person.guardian,
    }
    return {
        f"person.{person.id}.said.{what}": Value(words, _NOT_SAID)
        for what, words in kept.items()
        if is_telling(words)
    }


def agreed_persons(cases: Cases) -> dict[ConsentScope, frozenset[int]]:
    """The persons in hardship who agreed to be named, scope by scope."""
    people = [case.person for case in cases]
    return {
        scope: frozenset(person.id for person in people if may_be_named(person, scope))
        for scope in ConsentScope
    }


def for_the_wall(text: str, cases: Cases) -> str:
    """What somebody typed, with the initials of those who did not agree to be named."""
    known = tuple(cases)
    values = {key: value for case in known for key, value in name_values(case).items()}
    personal = Personal(values, agreed_persons(known))
    return resolve_text(Naming(names_of(known))(text), personal, Copy.WALL)


def _agreements(case: HardshipCase) -> int:
    return sum(may_be_named(case.person, scope) for scope in ConsentScope)
