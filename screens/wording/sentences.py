"""The sentences of every act, lack and refusal, gathered from the files of the steps and books."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from screens.language import N_, _
from screens.wording import (
    approval,
    assignment,
    attendance,
    backup,
    between,
    common,
    community,
    discussion,
    importing,
    last_month,
    papers,
    proposals,
    register,
    selection,
)
from screens.wording.amounts import said_again
from storage.records.acts import ActKind
from storage.records.kinds import Outcome, ReferralState, SpanRole
from storage.records.lacks import LackKind
from storage.rules.terms import OUTCOME, REFERRAL_STATE
from storage.vietnamese import REMOVED_WORDS

_OFFICES = {
    "chair": N_("người chủ trì"),
    "facilitator": N_("người điều hành"),
    "secretary": N_("thư ký"),
}

_STEPS = (
    attendance,
    last_month,
    discussion,
    proposals,
    selection,
    assignment,
    community,
    approval,
)

ACTS: dict[ActKind, str] = {**common.ACTS, **register.ACTS, **between.ACTS}
"""What was done, with its values in braces."""
LACKS: dict[LackKind, str] = {}
"""What is missing."""
REFUSALS: dict[StrEnum, str] = {
    **common.REFUSALS,
    **backup.REFUSALS,
    **papers.REFUSALS,
    **register.REFUSALS,
    **between.REFUSALS,
    **importing.REFUSALS,
}
"""Why something cannot be, and what to do."""
for _step in _STEPS:
    ACTS.update(_step.ACTS)
    LACKS.update(_step.LACKS)
    REFUSALS.update(_step.REFUSALS)


def values_in_words(values: Mapping[str, str | int]) -> Mapping[str, str | int]:
    """An act's values; those that are kinds as the club's own words.

    Where what was said of somebody was removed, that stands in the place of a kind, too.
    """
    words = dict(values)
    for key, in_words in _IN_WORDS.items():
        if key in words and words[key] != REMOVED_WORDS:
            words[key] = in_words(str(words[key]))
    if "helpers" in words:
        words["helpers"] = said_again(str(words["helpers"]))
        words["what"] = said_again(str(words["what"]))
    return words


def _result(said: str) -> str:
    return ", ".join(map(said_again, said.split(", ")))


def _offices(said: str) -> str:
    held = ", ".join(_(register.ROLES[SpanRole(word)]) for word in said.split())
    return held or _(register.NO_OFFICE)


_IN_WORDS: Mapping[str, Callable[[str], str]] = {
    "office": lambda said: _(_OFFICES[said]),
    "way": lambda said: _(OUTCOME[Outcome(said)]),
    "state": lambda said: _(REFERRAL_STATE[ReferralState(said)]),
    "result": _result,
    "offices": _offices,
}
"""How the values that are kinds, or made of several words, are said."""
