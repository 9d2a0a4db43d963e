"""The answers to being named in their rows: the latest of each scope counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from peewee import ModelSelect, fn

from storage.people.standing import standing_for
from storage.records.consent import Consents
from storage.records.kinds import Consent, ConsentScope
from storage.rules.consent import recorded
from storage.tables import ConsentRow

NOBODY_ASKED = Consents()


def consents_of(person_ids: Iterable[int]) -> dict[int, Consents]:
    """The latest answers of these people; whom nobody asked stands in it too."""
    wanted = sorted(set(person_ids))
    found: dict[int, dict[str, Consent]] = defaultdict(dict)
    if wanted:
        for row in ConsentRow.select().where(ConsentRow.id.in_(_latest(wanted))):
            found[row.person_id][row.scope] = Consent(row.answer)
    return {each: Consents(**found[each]) if each in found else NOBODY_ASKED for each in wanted}


def agreed_among(person_ids: Iterable[int], scope: ConsentScope) -> frozenset[int]:
    """Who of these agrees now to be named there; an entry answers as the one that stands for it."""
    stands = standing_for(person_ids)
    answers = consents_of(stands.values())
    return frozenset(
        person for person, entry in stands.items() if answers[entry].to(scope) is Consent.AGREED
    )


def write_answers(
    person_id: int,
    answers: Mapping[ConsentScope, Consent],
    on: date,
    *,
    asked_by: int | None = None,
    guardian: str = "",
) -> None:
    """Adds the answers that are new; within the transaction that is open."""
    before = consents_of([person_id])[person_id]
    for scope, answer in answers.items():
        kept = recorded(before.to(scope), answer)
        if kept is not before.to(scope):
            ConsentRow.create(
                person=person_id,
                scope=str(scope),
                answer=str(kept),
                on=on,
                asked_by_id=asked_by,
                guardian=guardian,
            )


def _latest(person_ids: list[int]) -> ModelSelect[ConsentRow]:
    return (
        ConsentRow.select(fn.MAX(ConsentRow.id))
        .where(ConsentRow.person.in_(person_ids))
        .group_by(ConsentRow.person, ConsentRow.scope)
    )
