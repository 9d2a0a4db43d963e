"""What is said of a field as it is left, so that it can be put right while it is still known."""

from __future__ import annotations

from datetime import date

from screens.forms.fields import Field, NumberField, WhenField
from screens.forms.values import Values
from screens.language import _
from screens.wording import error_sentence
from storage.errors import Refusal
from storage.vietnamese import clean_line


def doubt(each: Field, text: str, today: date) -> str:
    """Why what stands in a field can't be meant; empty where it can."""
    match each:
        case NumberField(check=check):
            try:
                check(Values({each.key: text}, today).number(each.key), today)
            except Refusal as refusal:
                return error_sentence(refusal)
        case WhenField() if clean_line(text).isdecimal():
            # "1" may be an amount that was meant for another field.
            return _(
                "“{number}” là ngày nào? Xin gõ “ngày {number}”, hoặc {number}/{month}."
            ).format(number=clean_line(text), month=today.month)
    return ""
