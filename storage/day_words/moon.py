"""Days that are said by the moon."""

from __future__ import annotations

import re
from datetime import date

from storage.day_words.numbers import full_year, number
from storage.day_words.spans import ONE_DAY, STILL_THIS_YEAR, Span, from_today, one_day
from storage.lunar_days import (
    FULL_MOON,
    LAST_MONTH,
    day_before_new_year,
    lunar_day,
    next_day_of_any_month,
    next_lunar_day,
    next_lunar_month,
    next_new_year,
)

NAMED_MONTHS = {"gieng": 1, "chap": 12}
"""The first and the last month have names of their own."""


def month_number(found: re.Match[str]) -> int:
    """The month that was said, by its number or its name."""
    name = found["month"]
    return NAMED_MONTHS.get(name) or number(name)


def lunar(found: re.Match[str], today: date) -> Span | None:
    """A day and a month by the moon."""
    day, month, year = number(found["day"]), month_number(found), found["year"]
    if (day, month, year) == (30, LAST_MONTH, None):
        # Its last evening is called so in a short month as well.
        return one_day(day_before_new_year(day, today))
    if year:
        return one_day(lunar_day(day, month, full_year(year)))
    return one_day(next_lunar_day(day, month, today - STILL_THIS_YEAR))


def full_moon(found: re.Match[str], today: date) -> Span | None:
    """What is meant by "rằm tháng 7"."""
    return one_day(next_lunar_day(FULL_MOON, month_number(found), today - STILL_THIS_YEAR))


def full_moon_of_near_month(found: re.Match[str], today: date) -> Span | None:
    """What is meant by "rằm tháng này" and "rằm tháng sau": months by the moon."""
    following = next_day_of_any_month(1, today + ONE_DAY)
    if following is None:
        return None
    # The fifteenth lies fifteen or sixteen days before the next month's first.
    this_month = found["which"] == "nay"
    earliest = following - 16 * ONE_DAY if this_month else following
    return one_day(next_day_of_any_month(FULL_MOON, earliest))


def mid_autumn(_: re.Match[str], today: date) -> Span | None:
    """What is meant by "trung thu"."""
    return one_day(next_lunar_day(FULL_MOON, 8, today - STILL_THIS_YEAR))


def day_of_any_month(found: re.Match[str], today: date) -> Span | None:
    """What is meant by "rằm", "mùng 1": the next one.."""
    day = FULL_MOON if found["full"] else number(found["day"])
    return one_day(next_day_of_any_month(day, today))


def lunar_month(found: re.Match[str], today: date) -> Span | None:
    """What is meant by "tháng giêng", "tháng 3 âm lịch"."""
    span = next_lunar_month(month_number(found), today)
    return None if span is None else from_today(span, today)


def new_year_day(found: re.Match[str], today: date) -> Span | None:
    """What is meant by "mùng 3 Tết"."""
    return one_day(next_lunar_day(number(found["day"]), 1, today - STILL_THIS_YEAR))


def three_days_of_new_year(_: re.Match[str], today: date) -> Span | None:
    """What is meant by "Tết"."""
    first = next_new_year(today)
    return None if first is None else (first, first + 2 * ONE_DAY)


def eve(found: re.Match[str], today: date) -> Span | None:
    """What is meant by "28 Tết", "giao thừa"."""
    return one_day(day_before_new_year(int(found["day"] or 30), today))
