"""A moment in a form: a day as people say it, and an hour."""

from __future__ import annotations

from datetime import datetime

from screens.forms.fields import Field, TextField, WhenField
from screens.forms.values import Values
from screens.language import _
from storage.days import on_screen
from storage.errors import Refusal, RefusalKind
from storage.rules.urgent import understand_hour


def moment_fields(key: str, day: str, hour: str) -> tuple[Field, Field]:
    """The two fields of a moment, with their labels."""
    return (
        WhenField(f"{key}_day", day, _("Ví dụ: hôm nay, hôm qua, 20/10")),
        TextField(f"{key}_hour", hour, _("Ví dụ: 19:30, 7 giờ tối")),
    )


def moment_texts(key: str, moment: datetime | None) -> dict[str, str]:
    """What the two fields say of a moment."""
    if moment is None:
        return {}
    return {f"{key}_day": on_screen(moment.date()), f"{key}_hour": f"{moment:%H:%M}"}


def moment_in(values: Values, key: str, now: datetime) -> datetime | None:
    """The moment that the two fields mean; None where nothing stands in them.

    Raises:
        Refusal: the day or the hour cannot be made out.
    """
    day, hour = values.when(f"{key}_day"), values.text(f"{key}_hour")
    if not day.text and not hour:
        return None
    understood = understand_hour(hour)
    if day.first is None or day.first != day.last or understood is None:
        raise Refusal(RefusalKind.MOMENT_UNCLEAR)
    return datetime.combine(day.first, understood, now.tzinfo)
