"""One line of a bundle, out of a file that anyone may have made: exactly what is expected, or not.

Every kind of line has its own fields and no others, each of its type and within its limits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NoReturn

from storage.association.bundle_text import FORMAT, LONGEST_TEXT, VERSION
from storage.association.faults import Fault, NotGathered
from storage.records.association import BundleHead, SealedMeeting, SealLink, ToldPerson
from storage.records.figures import MonthFigures
from storage.sealing.seal_text import canonical_json
from storage.vietnamese import clean_line

_MOST = 10**15
"""Of đồng; every database keeps it in eight bytes."""
_MOST_PEOPLE = 1_000_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_DIGEST = re.compile(r"[0-9a-f]{64}")
_HEAD = {"format", "version", "club"}
_CLUB_TEXTS = ("name", "hamlet", "commune", "province")
_CLUB_NUMBERS = ("members", "activities_wanted", "persons_wanted")
_SEALS = {"kind", "seal", "previous", "digest"}
_MEETING_NUMBERS = ("number", "present", "proposed", "chosen")
_MONTH_COUNTS = ("activities", "persons")
_MONTH_SUMS = ("labour", "money")

Line = Mapping[str, Any]


def parsed(raw: bytes) -> Line:
    """A line as data.

    Raises:
        NotGathered: it is no canonical JSON, or no object.
    """
    try:
        text = raw.decode("utf-8")
        data = json.loads(text, parse_float=_no_number, parse_constant=_no_number)
        # What is written in any other way, such as with a name twice, is not ours.
        written = canonical_json(data)
    except (ValueError, RecursionError) as error:
        raise NotGathered(Fault.NOT_A_BUNDLE) from error
    if written != text or not isinstance(data, dict):
        raise NotGathered(Fault.NOT_A_BUNDLE)
    return data


def head_of(line: Line) -> BundleHead:
    """Whose bundle it is.

    Raises:
        NotGathered: it is no bundle, or one of a later format.
    """
    version = line.get("version")
    if line.get("format") != FORMAT or type(version) is not int or version < 1:
        raise NotGathered(Fault.NOT_A_BUNDLE)
    if version > VERSION:
        raise NotGathered(Fault.NEWER_FORMAT)
    _has(line, _HEAD)
    club = line["club"]
    if not isinstance(club, dict):
        raise NotGathered(Fault.NOT_A_BUNDLE)
    _has(club, {*_CLUB_TEXTS, *_CLUB_NUMBERS, "acts"})
    if not club["name"]:
        raise NotGathered(Fault.NOT_A_BUNDLE)
    checked: dict[str, Any] = {name: _text(club[name]) for name in _CLUB_TEXTS}
    checked |= {name: _number(club[name], _MOST_PEOPLE) for name in _CLUB_NUMBERS}
    return BundleHead(**checked, acts=_number(club["acts"]))


def addendum_of(line: Line) -> SealLink:
    """A link that is an addendum."""
    _has(line, _SEALS)
    return SealLink(_digest(line["seal"]), _digest(line["previous"]))


def minutes_of(line: Line) -> SealLink:
    """A link that is a meeting's minutes."""
    _has(line, {*_SEALS, "day", *_MEETING_NUMBERS})
    previous = line["previous"]
    numbers = {name: _number(line[name], _MOST_PEOPLE) for name in _MEETING_NUMBERS}
    return SealLink(
        _digest(line["seal"]),
        _digest(previous) if previous else "",
        SealedMeeting(day=_day(line["day"]), **numbers),
    )


def month_of(line: Line) -> MonthFigures:
    """What is known of a month."""
    _has(line, {"kind", "month", "counted", *_MONTH_COUNTS, *_MONTH_SUMS})
    if type(line["counted"]) is not bool:
        raise NotGathered(Fault.NOT_A_BUNDLE)
    activities, persons = (_number(line[name], _MOST_PEOPLE) for name in _MONTH_COUNTS)
    labour, money = (_number(line[name]) for name in _MONTH_SUMS)
    return MonthFigures(
        month=_month(line["month"]),
        counts=line["counted"],
        activities=activities,
        helped=persons,
        labour=labour,
        money=money,
    )


def person_of(line: Line) -> ToldPerson:
    """Someone who agreed to be named."""
    _has(line, {"kind", "month", "name"})
    return ToldPerson(_month(line["month"]), _text(line["name"]))


def digest_of(line: Line) -> str:
    """The digest that a line says it has."""
    return _digest(line.get("digest"))


def _no_number(_text: str) -> NoReturn:
    raise ValueError("a bundle has whole numbers only")


def _has(line: Line, names: set[str]) -> None:
    if set(line) != names:
        raise NotGathered(Fault.NOT_A_BUNDLE)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or clean_line(value) != value:
        raise NotGathered(Fault.NOT_A_BUNDLE)
    return value


def _number(value: object, most: int = _MOST) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise NotGathered(Fault.NOT_A_BUNDLE)
    return value


def _digest(value: object) -> str:
    if not isinstance(value, str) or _DIGEST.fullmatch(value) is None:
        raise NotGathered(Fault.NOT_A_BUNDLE)
    return value


def _month(value: object) -> date:
    if not isinstance(value, str):
        raise NotGathered(Fault.NOT_A_BUNDLE)
    return _day(f"{value}-01")


def _day(value: object) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError as error:
        raise NotGathered(Fault.NOT_A_BUNDLE) from error
    if day is None or day.isoformat() != value or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise NotGathered(Fault.NOT_A_BUNDLE)
    return day
