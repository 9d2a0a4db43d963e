"""Which words mean which days: a pattern over folded words, and what it makes of them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date
from functools import cache

from storage.day_words.moon import (
    NAMED_MONTHS,
    day_of_any_month,
    eve,
    full_moon,
    full_moon_of_near_month,
    lunar,
    lunar_month,
    mid_autumn,
    month_number,
    new_year_day,
    three_days_of_new_year,
)
from storage.day_words.numbers import NUMBER, full_year, number
from storage.day_words.spans import (
    A_WEEK,
    ONE_DAY,
    Span,
    a_day,
    day_in_year,
    from_today,
    just,
    month_span,
    months_ahead,
    one_day,
)

Rule = Callable[[re.Match[str], date], Span | None]

_YEARS = range(1900, 2200)
"""A year outside is a slip of the finger."""

_WEEKDAYS = {
    "thu 2": 0, "thu hai": 0, "thu 3": 1, "thu ba": 1, "thu 4": 2, "thu tu": 2,
    "thu 5": 3, "thu nam": 3, "thu 6": 4, "thu sau": 4, "thu 7": 5, "thu bay": 5,
    "chu nhat": 6, "cn": 6,
}  # fmt: skip
_WEEKDAY = "|".join(_WEEKDAYS)
_NEAR_DAYS = {
    "hom qua": -1, "hom kia": -2, "ngay": 0, "ngay lap tuc": 0, "ngay bay gio": 0, "bay gio": 0,
    "ngay hom nay": 0, "hom nay": 0, "nay": 0, "ngay mai": 1, "mai": 1, "ngay kia": 2, "kia": 2,
}  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH = rf"(?P<month>gieng|chap|{NUMBER})"
_OF_YEAR = r"(?:(?:/| nam | )(?P<year>\d{4}))?"
_LUNAR = r" (?:am lich|am|al)"
_THIRDS = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31)}


def _near_day(found: re.Match[str], today: date) -> Span:
    return just(today + _NEAR_DAYS[found[0]] * ONE_DAY)


def _figures(found: re.Match[str], today: date) -> Span | None:
    return one_day(day_in_year(int(found["day"]), int(found["month"]), found["year"], today))


def _day_of_month(found: re.Match[str], today: date) -> Span | None:
    if found["month"] in NAMED_MONTHS:
        return lunar(found, today)
    return one_day(day_in_year(number(found["day"]), month_number(found), found["year"], today))


def _day_of_near_month(found: re.Match[str], today: date) -> Span | None:
    year, month = months_ahead(today, int(found["which"] != "nay"))
    return one_day(a_day(number(found["day"]), month, year))


def _bare_day(found: re.Match[str], today: date) -> Span | None:
    months = (months_ahead(today, ahead) for ahead in range(3))
    days = (a_day(number(found["day"]), month, year) for year, month in months)
    return one_day(next((day for day in days if day and day >= today), None))


def _weekday(found: re.Match[str], today: date) -> Span:
    # Whoever means tomorrow says so: "chủ nhật tới" on a Saturday is the one after.
    nearest = {None: 1, "nay": 0}.get(found["which"], 2)
    first = today + nearest * ONE_DAY
    return just(first + (_WEEKDAYS[found["weekday"]] - first.weekday()) % 7 * ONE_DAY)


def _weekday_of_month(found: re.Match[str], today: date) -> Span:
    ahead = int(found["which"] not in {None, "nay"})
    day = _outermost(found, *months_ahead(today, ahead))
    if found["which"] is None and day < today:
        day = _outermost(found, *months_ahead(today, 1))
    return just(day)


def _outermost(found: re.Match[str], year: int, month: int) -> date:
    """The first or the last such weekday of a month."""
    first, last = month_span(year, month)
    weekday = _WEEKDAYS[found["weekday"]]
    if found["part"] == "dau":
        return first + (weekday - first.weekday()) % 7 * ONE_DAY
    return last - (last.weekday() - weekday) % 7 * ONE_DAY


def _solar_new_year(_: re.Match[str], today: date) -> Span | None:
    return one_day(day_in_year(1, 1, None, today))


def _weekday_of_week(found: re.Match[str], today: date) -> Span:
    return just(_monday(found["which"], today) + _WEEKDAYS[found["weekday"]] * ONE_DAY)


def _monday(which: str | None, today: date) -> date:
    monday = today - today.weekday() * ONE_DAY
    return monday + {None: 0, "nay": 0, "sau nua": 2}.get(which, 1) * A_WEEK


def _week(found: re.Match[str], today: date) -> Span:
    monday = _monday(found["which"], today)
    return from_today((monday, monday + 6 * ONE_DAY), today)


def _part_of_week(found: re.Match[str], today: date) -> Span:
    monday = _monday(found["which"], today)
    first, last = (0, 2) if found["part"] == "dau" else (5, 6)
    if found["which"] is None and monday + last * ONE_DAY < today:
        monday += A_WEEK
    return from_today((monday + first * ONE_DAY, monday + last * ONE_DAY), today)


def _near_month(found: re.Match[str], today: date) -> Span:
    ahead = int(found["which"] not in {None, "nay"})
    return from_today(month_span(*months_ahead(today, ahead)), today)


def _month_of_year(found: re.Match[str], today: date) -> Span | None:
    month = month_number(found)
    if found["month"] in NAMED_MONTHS:
        return lunar_month(found, today)
    if not 1 <= month <= 12:
        return None
    year = found["year"]
    passed = 0 if year or month >= today.month else 1
    return from_today(month_span(full_year(year) if year else today.year + passed, month), today)


def _part_of_month(found: re.Match[str], today: date) -> Span | None:
    whole = _month_of_year(found, today) if found["month"] else _near_month(found, today)
    if whole is None or found["month"] in NAMED_MONTHS:
        return None
    begin, end = _THIRDS[found["part"]]
    last = whole[1]
    if found["month"] is found["which"] is None and end < today.day:
        last = month_span(*months_ahead(today, 1))[1]
    return from_today((last.replace(day=begin), last.replace(day=min(end, last.day))), today)


def _quarter(found: re.Match[str], today: date) -> Span | None:
    name, which = found["quarter"], found["which"]
    this = (today.month - 1) // 3
    if name:
        wanted = (_QUARTERS.get(name) or int(name)) - 1
        ahead = (wanted - this) % 4
    else:
        ahead = int(which not in {None, "nay"})
    year, month = months_ahead(today.replace(month=3 * this + 1, day=1), 3 * ahead)
    return from_today((date(year, month, 1), month_span(year, month + 2)[1]), today)


def _year(found: re.Match[str], today: date) -> Span:
    ahead = int(found["which"] not in {None, "nay"})
    year = int(found["year"]) if found["year"] else today.year + ahead
    return from_today((date(year, 1, 1), date(year, 12, 31)), today)


def _end_of_year(_: re.Match[str], today: date) -> Span:
    return from_today((date(today.year, 11, 1), date(today.year, 12, 31)), today)


def _ahead(found: re.Match[str], today: date) -> date:
    much = number(found["number"])
    if found["unit"] == "thang":
        year, month = months_ahead(today, much)
        return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    return today + much * (A_WEEK if found["unit"] == "tuan" else ONE_DAY)


def _within(found: re.Match[str], today: date) -> Span:
    return today, _ahead(found, today)


def _after(found: re.Match[str], today: date) -> Span:
    return just(_ahead(found, today))


_THIS_OR_NEXT = r"(?P<which>nay|toi|sau)"
_WHICH_WEEK = r"(?P<which>nay|toi|sau nua|sau)"
_SOLAR = r"(?: duong(?: lich)?)?"
_COUNTED = rf"(?P<number>{NUMBER}) (?P<unit>ngay|hom|tuan|thang)"
_DAY = rf"(?P<day>{NUMBER})"
_DATE = r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})(?:\2(?P<year>\d{4}|\d{2}))?"
_ON = "(?:ngay |mung |mong )?"

_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{_ON}{_DATE}{_SOLAR}", _figures),
    (rf"{_ON}{_DATE}{_LUNAR}", lunar),
    ("|".join(_NEAR_DAYS), _near_day),
    (rf"{_ON}{_DAY} thang {_THIS_OR_NEXT}", _day_of_near_month),
    (rf"{_ON}{_DAY} thang {_MONTH}{_OF_YEAR}{_SOLAR}", _day_of_month),
    (rf"{_ON}{_DAY} thang {_MONTH}{_OF_YEAR}{_LUNAR}", lunar),
    (rf"ngay {_DAY}{_SOLAR}", _bare_day),
    (r"(?:ngay )?ram thang (?P<which>nay|toi|sau)", full_moon_of_near_month),
    (rf"(?:ngay )?ram thang {_MONTH}(?:{_LUNAR})?", full_moon),
    (rf"(?:ngay )?(?:(?P<full>ram)|(?:mung|mong) {_DAY})(?: toi)?", day_of_any_month),
    (rf"(?:ngay )?(?:mung|mong) {_DAY} tet", new_year_day),
    (r"(?:ngay )?(?P<day>2\d|30) tet|giao thua", eve),
    (r"tet (?:duong lich|tay)", _solar_new_year),
    (r"(?:dip )?tet(?: nguyen dan)?", three_days_of_new_year),
    (r"(?:tet |ram )?trung thu", mid_autumn),
    (rf"(?P<weekday>{_WEEKDAY})(?: {_THIS_OR_NEXT})?", _weekday),
    (rf"(?P<weekday>{_WEEKDAY}) tuan {_WHICH_WEEK}", _weekday_of_week),
    (
        rf"(?P<weekday>{_WEEKDAY}) (?P<part>dau|cuoi) thang(?: {_THIS_OR_NEXT})?",
        _weekday_of_month,
    ),
    (rf"tuan(?: {_WHICH_WEEK})?", _week),
    (rf"(?P<part>dau|cuoi) tuan(?: {_THIS_OR_NEXT})?", _part_of_week),
    (rf"thang(?: {_THIS_OR_NEXT})?", _near_month),
    (rf"thang {_MONTH}{_LUNAR}", lunar_month),
    (rf"thang {_MONTH}{_OF_YEAR}", _month_of_year),
    (
        rf"(?P<part>dau|giua|cuoi) thang(?: {_THIS_OR_NEXT}| {_MONTH}{_OF_YEAR})?",
        _part_of_month,
    ),
    (rf"quy(?: (?P<quarter>[1-4]|iv|i{{1,3}})| {_THIS_OR_NEXT})?", _quarter),
    (rf"nam(?: (?P<year>\d{{4}})| {_THIS_OR_NEXT})?", _year),
    (r"cuoi nam(?: nay)?", _end_of_year),
    (rf"(?:vong )?{_COUNTED}(?: toi)?", _within),
    (rf"sau {_COUNTED}", _after),
    (rf"{_COUNTED} nua", _after),
)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    # Compiled when a day is first typed: the app must not wait for it when it starts.
    return tuple((re.compile(pattern), rule) for pattern, rule in _PATTERNS)


def understood(words: str, today: date) -> Span | None:
    """The days that the folded words mean, or None."""
    # A weekday before its date, as the screen shows it: "Chủ nhật 01/11/2026".
    dated = re.fullmatch(rf"(?P<weekday>{_WEEKDAY}),? (?P<rest>(?:ngay )?\d.*)", words)
    if dated:
        span = _by_rules(dated["rest"], today)
        return span if span and span[0].weekday() == _WEEKDAYS[dated["weekday"]] else None
    return _by_rules(words, today)


def _by_rules(words: str, today: date) -> Span | None:
    found = ((pattern.fullmatch(words), rule) for pattern, rule in _rules())
    match, rule = next(((match, rule) for match, rule in found if match), (None, None))
    if match is None or rule is None:
        return None
    try:
        span = rule(match, today)
    except (ValueError, OverflowError):
        # A year or a number of days beyond every calendar: words, not a day.
        return None
    return span if span and span[0].year in _YEARS and span[1].year in _YEARS else None
