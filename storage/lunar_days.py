"""Days of the Vietnamese lunar calendar, as days of the common one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

LAST_MONTH = 12
"""Tháng chạp."""
FULL_MOON = 15
"""Rằm."""


def lunar_day(day: int, month: int, year: int) -> date | None:
    """The day of a lunar year; None where that month has no such day."""
    # Loaded here alone: most meetings never name a lunar day.
    from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar

    try:
        found: date = lunar_to_solar(LunarDate(day, month, year))
        told: LunarDate = solar_to_lunar(found)
    except ValueError:
        return None
    # Day 30 of a month of 29 days would come out as the first of the next.
    return found if (told.day, told.month) == (day, month) else None


def next_lunar_day(day: int, month: int, earliest: date) -> date | None:
    """The first time from that day on that the lunar day comes round."""
    years = range(earliest.year - 1, earliest.year + 9)
    return _first_from(earliest, (lunar_day(day, month, year) for year in years))


def next_day_of_any_month(day: int, earliest: date) -> date | None:
    """The next rằm, or the next mùng 1, whatever the month."""
    years = range(earliest.year - 1, earliest.year + 2)
    return _first_from(
        earliest,
        (lunar_day(day, month, year) for year in years for month in range(1, LAST_MONTH + 1)),
    )


def next_lunar_month(month: int, earliest: date) -> tuple[date, date] | None:
    """The next time that lunar month comes, from its first day to its last."""
    last_possible = earliest - timedelta(days=29)
    first = next_lunar_day(1, month, last_possible)
    if first is None:
        return None
    following = next_day_of_any_month(1, first + timedelta(days=1))
    return None if following is None else (first, following - timedelta(days=1))


def next_new_year(earliest: date) -> date | None:
    """The first day of the next Tết; the day itself while it lasts."""
    return next_lunar_day(1, 1, earliest - timedelta(days=2))


def day_before_new_year(day: int, earliest: date) -> date | None:
    """That day of the last month: "28 Tết". The 30th is New Year's Eve, even of a short month."""
    if day == 30:
        eve = next_lunar_day(1, 1, earliest + timedelta(days=1))
        return None if eve is None else eve - timedelta(days=1)
    return next_lunar_day(day, LAST_MONTH, earliest)


def _first_from(earliest: date, days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None and day >= earliest), default=None)
