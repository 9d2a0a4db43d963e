"""The club's own words for days, without their marks, and the spans that they mean.

Each rule is a pattern over folded words ("chu nhat toi") and what it makes of them.
Where a word could mean two days the nearer one that lies ahead is taken; the form
shows beside the field what was understood.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from storage.lunar_days import (
    FULL_MOON,
    day_before_new_year,
    lunar_day,
    next_day_of_any_month,
    next_lunar_day,
    next_lunar_month,
    next_new_year,
)

Span = tuple[date, date]
"""The first and the last day meant."""
Rule = Callable[[re.Match[str], date], Span | None]

ONE_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
STILL_THIS_YEAR = timedelta(days=31)
"""A day without its year that lies further back than this is the next one."""

_YEARS = range(1900, 2200)
"""A year outside is a slip of the finger."""

_UNITS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5,
    "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_UNIT = "|".join(_UNITS)
NUMBER = rf"(?:\d{{1,3}}|(?:(?:{_UNIT}|\d) )?muoi(?: (?:{_UNIT}|\d))?|{_UNIT})"
"""A pattern for a number in figures or in words."""
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
_NAMED_MONTHS = {"gieng": 1, "chap": 12}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH = rf"(?P<month>gieng|chap|{NUMBER})"
_OF_YEAR = r"(?:(?:/| nam | )(?P<year>\d{4}))?"
_LUNAR = r" (?:am lich|am|al)"
_THIRDS = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31)}


def number(words: str) -> int:
    """What a number in figures or in words is: "10", "hai", "muoi lam"."""
    if words.isdigit():
        return int(words)
    tens, ten, rest = (part.strip() for part in words.partition("muoi"))
    if not ten:
        return _UNITS[words]
    return (number(tens) if tens else 1) * 10 + (number(rest) if rest else 0)


def full_year(figures: str) -> int:
    """A year in two or four figures."""
    return int(figures) + (2000 if len(figures) == 2 else 0)


def day_in_year(day: int, month: int, year: str | None, today: date) -> date | None:
    """That day of the year given, or else the one that is meant today."""
    if year:
        return _day(day, month, full_year(year))
    earliest = today - STILL_THIS_YEAR
    days = (_day(day, month, today.year + ahead) for ahead in range(9))
    return next((found for found in days if found and found >= earliest), None)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one(day: date | None) -> Span | None:
    return None if day is None else (day, day)


def _same(day: date) -> Span:
    return day, day


def _month_span(year: int, month: int) -> Span:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _months_ahead(today: date, months: int) -> tuple[int, int]:
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def _from_today(span: Span, today: date) -> Span:
    """What is left of a span that has begun already."""
    return (max(span[0], today), span[1]) if span[1] >= today else span


def _near_day(found: re.Match[str], today: date) -> Span:
    return _same(today + _NEAR_DAYS[found[0]] * ONE_DAY)


def _figures(found: re.Match[str], today: date) -> Span | None:
    return _one(day_in_year(int(found["day"]), int(found["month"]), found["year"], today))


def _month_number(found: re.Match[str]) -> int:
    name = found["month"]
    return _NAMED_MONTHS.get(name) or number(name)


def _day_of_month(found: re.Match[str], today: date) -> Span | None:
    if found["month"] in _NAMED_MONTHS:
        return _lunar(found, today)
    return _one(day_in_year(number(found["day"]), _month_number(found), found["year"], today))


def _day_of_near_month(found: re.Match[str], today: date) -> Span | None:
    year, month = _months_ahead(today, int(found["which"] != "nay"))
    return _one(_day(number(found["day"]), month, year))


def _bare_day(found: re.Match[str], today: date) -> Span | None:
    months = (_months_ahead(today, ahead) for ahead in range(3))
    days = (_day(number(found["day"]), month, year) for year, month in months)
    return _one(next((day for day in days if day and day >= today), None))


def _lunar(found: re.Match[str], today: date) -> Span | None:
    day, month, year = number(found["day"]), _month_number(found), found["year"]
    if year:
        return _one(lunar_day(day, month, full_year(year)))
    return _one(next_lunar_day(day, month, today - STILL_THIS_YEAR))


def _full_moon(found: re.Match[str], today: date) -> Span | None:
    return _one(next_lunar_day(FULL_MOON, _month_number(found), today - STILL_THIS_YEAR))


def _mid_autumn(_: re.Match[str], today: date) -> Span | None:
    return _one(next_lunar_day(FULL_MOON, 8, today - STILL_THIS_YEAR))


def _day_of_any_month(found: re.Match[str], today: date) -> Span | None:
    day = FULL_MOON if found["full"] else number(found["day"])
    return _one(next_day_of_any_month(day, today))


def _lunar_month(found: re.Match[str], today: date) -> Span | None:
    span = next_lunar_month(_month_number(found), today)
    return None if span is None else _from_today(span, today)


def _new_year_day(found: re.Match[str], today: date) -> Span | None:
    return _one(next_lunar_day(number(found["day"]), 1, today - STILL_THIS_YEAR))


def _three_days_of_new_year(_: re.Match[str], today: date) -> Span | None:
    first = next_new_year(today)
    return None if first is None else (first, first + 2 * ONE_DAY)


def _eve(found: re.Match[str], today: date) -> Span | None:
    return _one(day_before_new_year(int(found["day"] or 30), today))


def _weekday(found: re.Match[str], today: date) -> Span:
    # Whoever means tomorrow says so: "chủ nhật tới" on a Saturday is the one after.
    nearest = {None: 1, "nay": 0}.get(found["which"], 2)
    first = today + nearest * ONE_DAY
    return _same(first + (_WEEKDAYS[found["weekday"]] - first.weekday()) % 7 * ONE_DAY)


def _weekday_of_week(found: re.Match[str], today: date) -> Span:
    return _same(_monday(found["which"], today) + _WEEKDAYS[found["weekday"]] * ONE_DAY)


def _monday(which: str | None, today: date) -> date:
    monday = today - today.weekday() * ONE_DAY
    return monday if which in {None, "nay"} else monday + A_WEEK


def _week(found: re.Match[str], today: date) -> Span:
    monday = _monday(found["which"], today)
    return _from_today((monday, monday + 6 * ONE_DAY), today)


def _part_of_week(found: re.Match[str], today: date) -> Span:
    monday = _monday(found["which"], today)
    first, last = (0, 2) if found["part"] == "dau" else (5, 6)
    if found["which"] is None and monday + last * ONE_DAY < today:
        monday += A_WEEK
    return _from_today((monday + first * ONE_DAY, monday + last * ONE_DAY), today)


def _near_month(found: re.Match[str], today: date) -> Span:
    ahead = int(found["which"] not in {None, "nay"})
    return _from_today(_month_span(*_months_ahead(today, ahead)), today)


def _month_of_year(found: re.Match[str], today: date) -> Span | None:
    month = _month_number(found)
    if found["month"] in _NAMED_MONTHS:
        return _lunar_month(found, today)
    if not 1 <= month <= 12:
        return None
    year = found["year"]
    passed = 0 if year or month >= today.month else 1
    return _from_today(_month_span(full_year(year) if year else today.year + passed, month), today)


def _part_of_month(found: re.Match[str], today: date) -> Span | None:
    whole = _month_of_year(found, today) if found["month"] else _near_month(found, today)
    if whole is None or found["month"] in _NAMED_MONTHS:
        return None
    begin, end = _THIRDS[found["part"]]
    last = whole[1]
    if found["month"] is found["which"] is None and end < today.day:
        last = _month_span(*_months_ahead(today, 1))[1]
    return _from_today((last.replace(day=begin), last.replace(day=min(end, last.day))), today)


def _quarter(found: re.Match[str], today: date) -> Span | None:
    name, which = found["quarter"], found["which"]
    this = (today.month - 1) // 3
    if name:
        wanted = (_QUARTERS.get(name) or int(name)) - 1
        ahead = (wanted - this) % 4
    else:
        ahead = int(which not in {None, "nay"})
    year, month = _months_ahead(today.replace(month=3 * this + 1, day=1), 3 * ahead)
    return _from_today((date(year, month, 1), _month_span(year, month + 2)[1]), today)


def _year(found: re.Match[str], today: date) -> Span:
    ahead = int(found["which"] not in {None, "nay"})
    year = int(found["year"]) if found["year"] else today.year + ahead
    return _from_today((date(year, 1, 1), date(year, 12, 31)), today)


def _end_of_year(_: re.Match[str], today: date) -> Span:
    return _from_today((date(today.year, 11, 1), date(today.year, 12, 31)), today)


def _ahead(found: re.Match[str], today: date) -> date:
    much = number(found["number"])
    if found["unit"] == "thang":
        year, month = _months_ahead(today, much)
        return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    return today + much * (A_WEEK if found["unit"] == "tuan" else ONE_DAY)


def _within(found: re.Match[str], today: date) -> Span:
    return today, _ahead(found, today)


def _after(found: re.Match[str], today: date) -> Span:
    return _same(_ahead(found, today))


_THIS_OR_NEXT = r"(?P<which>nay|toi|sau)"
_COUNTED = rf"(?P<number>{NUMBER}) (?P<unit>ngay|tuan|thang)"
_DAY = rf"(?P<day>{NUMBER})"
_DATE = r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})(?:\2(?P<year>\d{4}|\d{2}))?"
_ON = "(?:ngay |mung |mong )?"

_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{_ON}{_DATE}", _figures),
    (rf"{_ON}{_DATE}{_LUNAR}", _lunar),
    ("|".join(_NEAR_DAYS), _near_day),
    (rf"{_ON}{_DAY} thang {_THIS_OR_NEXT}", _day_of_near_month),
    (rf"{_ON}{_DAY} thang {_MONTH}{_OF_YEAR}", _day_of_month),
    (rf"{_ON}{_DAY} thang {_MONTH}{_OF_YEAR}{_LUNAR}", _lunar),
    (rf"ngay {_DAY}", _bare_day),
    (rf"(?:ngay )?ram thang {_MONTH}(?:{_LUNAR})?", _full_moon),
    (rf"(?:ngay )?(?:(?P<full>ram)|(?:mung|mong) {_DAY})", _day_of_any_month),
    (rf"(?:ngay )?(?:mung|mong) {_DAY} tet", _new_year_day),
    (r"(?:ngay )?(?P<day>2\d|30) tet|giao thua", _eve),
    (r"(?:dip )?tet(?: nguyen dan)?", _three_days_of_new_year),
    (r"(?:tet |ram )?trung thu", _mid_autumn),
    (rf"(?P<weekday>{_WEEKDAY})(?: {_THIS_OR_NEXT})?", _weekday),
    (rf"(?P<weekday>{_WEEKDAY}) tuan {_THIS_OR_NEXT}", _weekday_of_week),
    (rf"tuan(?: {_THIS_OR_NEXT})?", _week),
    (rf"(?P<part>dau|cuoi) tuan(?: {_THIS_OR_NEXT})?", _part_of_week),
    (rf"thang(?: {_THIS_OR_NEXT})?", _near_month),
    (rf"thang {_MONTH}{_LUNAR}", _lunar_month),
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
