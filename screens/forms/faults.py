"""What is wrong with a form that is to be accepted, and in which field: the cursor goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.forms.doubts import doubt
from screens.forms.fields import Field, MemberField, NumberField, WhenField
from screens.forms.values import Values
from screens.wording import error_sentence
from storage.errors import BooksError, Refusal, RefusalKind

AMOUNT = "amount-"
"""Begins the keys of fields in which an amount with its unit is said."""


_UNSAID = {
    RefusalKind.NAME_MISSING: "name",
    RefusalKind.SENTENCE_MISSING: "circumstances",
    RefusalKind.NEED_MISSING: "needs",
    RefusalKind.WHAT_MISSING: "what",
    RefusalKind.HELPER_MISSING: "members",
    RefusalKind.CAUSE_MISSING: "cause",
    RefusalKind.REASON_MISSING: "reason",
}
"""The fields that must not be empty, by what is refused where they are."""


@dataclass(frozen=True)
class Fault:
    """Why a form is not accepted, and the field where that is put right, if it is one."""

    sentence: str
    key: str | None = None


def fault_in(fields: Sequence[Field], values: Values) -> Fault | None:
    """What is seen to be wrong before the books are asked."""
    unknown = _unknown_member(fields, values)
    if unknown is None:
        return _impossible_time(fields, values)
    refusal = Refusal(RefusalKind.MEMBER_UNKNOWN, name=values.text(unknown))
    return Fault(error_sentence(refusal), unknown)


def fault_refused(fields: Sequence[Field], error: BooksError, values: Values) -> Fault:
    """What the books refused; a number is named."""
    sentence = error_sentence(error)
    wrong = _wrong_number(fields, error, values)
    if wrong is None:
        return Fault(sentence, _unsaid(fields, error, values))
    return Fault(f"{wrong.label.removeprefix('– ')}: {sentence}", wrong.key)


def _impossible_time(fields: Sequence[Field], values: Values) -> Fault | None:
    """A time that can't be meant; numbers are refused as they are read."""
    shown = (each for each in fields if isinstance(each, WhenField) and each.key in values.texts)
    doubts = ((doubt(each, values.text(each.key), values.today), each.key) for each in shown)
    return next((Fault(sentence, key) for sentence, key in doubts if sentence), None)


def _unsaid(fields: Sequence[Field], error: BooksError, values: Values) -> str | None:
    """The field in which something is still to be said; None where it was refused otherwise."""
    if not isinstance(error, Refusal):
        return None
    key = next((key for kind, key in _UNSAID.items() if kind is error.kind), None)
    return next((each.key for each in fields if each.key == key and key in values.texts), None)


def _wrong_number(fields: Sequence[Field], error: BooksError, values: Values) -> Field | None:
    """The field in which a number stands that was refused; None where it was not a number."""
    if not isinstance(error, Refusal):
        return None
    if error.kind is RefusalKind.AMOUNT_INVALID:
        return _holding(fields, str(error.values.get("text", "")), values)
    if error.kind not in (RefusalKind.NUMBER_INVALID, RefusalKind.NUMBER_TOO_HIGH):
        return None
    named = error.values.get("field")
    shown = [each for each in fields if each.key in values.texts]
    if named is not None:
        return next((each for each in shown if each.key == named), None)
    # The books refused it: one that can't be meant, a nought, or nothing counted at all.
    numbers = [each for each in shown if isinstance(each, NumberField)]
    doubted = [each for each in numbers if doubt(each, values.text(each.key), values.today)]
    noughts = [each for each in numbers if set(values.text(each.key)) == {"0"}]
    return next(iter([*doubted, *noughts, *numbers]), None)


def _unknown_member(fields: Sequence[Field], values: Values) -> str | None:
    """The field in which a name stands that is nobody's yet: it is never lost in silence."""
    keys = (each.key for each in fields if isinstance(each, MemberField))
    return next((key for key in keys if values.text(key) and not values.member(key)), None)


def _holding(fields: Sequence[Field], text: str, values: Values) -> Field | None:
    amounts = (each for each in fields if each.key.startswith(AMOUNT))
    return next((each for each in amounts if text in values.text(each.key)), None)
