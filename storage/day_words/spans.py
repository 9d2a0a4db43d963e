"""Spans of days, and the arithmetic of months and years."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from storage.day_words.numbers import full_year

Span = tuple[date, date]
"""The first and the last day meant."""

ONE_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
STILL_THIS_YEAR = timedelta(days=31)
"""A day without its year that lies further back than this is the next one."""


def day_in_year(day: int, month: int, year: str | None, today: date) -> date | None:
    """That day of the year given, or else the one that is meant today."""
    if year:
        return a_day(day, month, full_year(year))
    earliest = today - STILL_THIS_YEAR
    days = (a_day(day, month, today.year + ahead) for ahead in range(9))
    return next((found for found in days if found and found >= earliest), None)


def a_day(day: int, month: int, year: int) -> date | None:
    """That day, or None where the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def one_day(day: date | None) -> Span | None:
    """The span of one day, if there is one."""
    return None if day is None else (day, day)


def just(day: date) -> Span:
    """The span of one day."""
    return day, day


def month_span(year: int, month: int) -> Span:
    """A month from its first day to its last."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def months_ahead(today: date, months: int) -> tuple[int, int]:
    """Year and month so many months from a day."""
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def from_today(span: Span, today: date) -> Span:
    """What is left of a span that has begun already."""
    return (max(span[0], today), span[1]) if span[1] >= today else span
