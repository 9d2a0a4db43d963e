"""Acts, errors and what is missing, put into words; each step's words have a file of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from screens.language import _
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
from storage.errors import BooksError
from storage.records.acts import Act, ActKind
from storage.records.kinds import Outcome, ReferralState, SpanRole
from storage.records.lacks import Lack, LackKind
from storage.rules.terms import OUTCOME, REFERRAL_STATE

_OFFICES = {"chair": "người chủ trì", "facilitator": "người điều hành", "secretary": "thư ký"}

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

_ACTS: dict[ActKind, str] = {**common.ACTS, **register.ACTS, **between.ACTS}
_LACKS: dict[LackKind, str] = {}
_REFUSALS: dict[StrEnum, str] = {
    **common.REFUSALS,
    **backup.REFUSALS,
    **papers.REFUSALS,
    **register.REFUSALS,
    **between.REFUSALS,
    **importing.REFUSALS,
}
for _step in _STEPS:
    _ACTS.update(_step.ACTS)
    _LACKS.update(_step.LACKS)
    _REFUSALS.update(_step.REFUSALS)


def act_sentence(act: Act, *, hidden: bool = False) -> str:
    """What was done, as a phrase that follows "Đã ghi: " or "Đã bỏ: "."""
    values = dict(act.values)
    if hidden:
        values.update(act.discreet)
    if "office" in values:
        values["office"] = _(_OFFICES[str(values["office"])])
    if "way" in values:
        values["way"] = _(OUTCOME[Outcome(str(values["way"]))])
    if "state" in values:
        values["state"] = _(REFERRAL_STATE[ReferralState(str(values["state"]))])
    if "offices" in values:
        roles = [SpanRole(word) for word in str(values["offices"]).split()]
        held = ", ".join(_(register.ROLES[role]) for role in roles)
        values["offices"] = held or _(register.NO_OFFICE)
    return _filled(_ACTS[act.kind], values)


def lack_sentence(lacks: Iterable[Lack]) -> str:
    """What is missing, as one line; empty where nothing is."""
    phrases = [_filled(_LACKS[lack.kind], lack.values) for lack in lacks]
    return _("Còn thiếu: {what}").format(what=" · ".join(phrases)) if phrases else ""


def error_sentence(error: BooksError) -> str:
    """What is wrong and what to do, in one sentence or two."""
    return _filled(_REFUSALS[error.kind], error.values)


def _filled(template: str, values: Mapping[str, str | int]) -> str:
    return _(template).format_map(values)
