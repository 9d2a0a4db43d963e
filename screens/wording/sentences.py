"""The sentences of every act, lack and refusal, gathered from the files of the steps and books."""

from __future__ import annotations

from collections.abc import Mapping
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
    """An act's values; those that are kinds as the club's own words."""
    words = dict(values)
    if "office" in words:
        words["office"] = _(_OFFICES[str(words["office"])])
    if "way" in words:
        words["way"] = _(OUTCOME[Outcome(str(words["way"]))])
    if "state" in words:
        words["state"] = _(REFERRAL_STATE[ReferralState(str(words["state"]))])
    if "result" in words:
        words["result"] = ", ".join(map(said_again, str(words["result"]).split(", ")))
    if "helpers" in words:
        words["helpers"] = said_again(str(words["helpers"]))
        words["what"] = said_again(str(words["what"]))
    if "offices" in words:
        roles = [SpanRole(word) for word in str(words["offices"]).split()]
        held = ", ".join(_(register.ROLES[role]) for role in roles)
        words["offices"] = held or _(register.NO_OFFICE)
    return words
