"""Who may be named to whom: the one rule that screens, papers and letters ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from storage.records.consent import Consents
from storage.records.kinds import Consent, ConsentScope

if TYPE_CHECKING:
    from storage.records.case_draft import CaseDraft
    from storage.records.people import Person

USUAL = (ConsentScope.CLUB, ConsentScope.MINUTES)
"""What the usual question of the case form asks in one; the locality is asked apart."""

_STRICTEST_FIRST = (Consent.REFUSED, Consent.WITHDRAWN, Consent.AGREED, Consent.NOT_ASKED)


def may_be_named(person: Person, scope: ConsentScope) -> bool:
    """Whether a person agreed to be named there; not asked is not given."""
    return person.consents.to(scope) is Consent.AGREED


def usual_answer(consents: Consents) -> Consent | None:
    """What was answered to the usual question; None where the scopes differ."""
    asked_apart = consents.locality is not Consent.NOT_ASKED
    if asked_apart or plain(consents.club) is not plain(consents.minutes):
        return None
    return plain(consents.club)


def plain(answer: Consent) -> Consent:
    """The answer as a form offers it: what was withdrawn is refused."""
    return Consent.REFUSED if answer is Consent.WITHDRAWN else answer


def answers_of(draft: CaseDraft) -> Mapping[ConsentScope, Consent]:
    """What a case's form says, for each scope that it speaks of."""
    if draft.consents is None:
        return dict.fromkeys(USUAL, draft.consent)
    return {scope: draft.consents.to(scope) for scope in ConsentScope}


def recorded(before: Consent, answer: Consent) -> Consent:
    """An answer as it is kept: a refusal takes back what was given before."""
    refused = plain(answer) is Consent.REFUSED
    if refused and before in {Consent.AGREED, Consent.WITHDRAWN}:
        return Consent.WITHDRAWN
    return plain(answer)


def stricter(one: Consent, other: Consent) -> Consent:
    """Of two answers of one person the one that binds: a refusal stands over an agreement."""
    return next(answer for answer in _STRICTEST_FIRST if answer in {one, other})


def joined_answers(one: CaseDraft, other: CaseDraft) -> Consents | None:
    """The answers of two drafts about one person; None where both say the usual alone."""
    if one.consents is None and other.consents is None:
        return None
    first, second = answers_of(one), answers_of(other)
    club, minutes, locality = (
        stricter(
            first.get(scope, Consent.NOT_ASKED),
            second.get(scope, Consent.NOT_ASKED),
        )
        for scope in ConsentScope
    )
    return Consents(club, minutes, locality)
