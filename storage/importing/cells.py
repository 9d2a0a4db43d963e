"""The cells of a list understood: names, birth years, telephones, groups, offices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from storage.records.kinds import Address, Position, Sex
from storage.rules.register import OLDEST, birth_year_possible
from storage.vietnamese import clean_line, fold, with_capital, written_alike

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SHORT_YEAR = re.compile(r"\d{2}")
_FORMS = {fold(str(form)): form for form in Address}
_NAME = re.compile(r"[^\W\d_]+(?:[ '.’-]+[^\W\d_]+)*\.?", re.UNICODE)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
_LONGEST_NAME = 80
_GROUP = re.compile(r"(?:to|nhom)\s*(?:so\s*)?[:.]?\s*0*(\d{1,2})\b")
_NO_GROUPS = ("to dan pho", "to truong", "to pho", "to chuc")
_WORDS_OF_GROUP = 4
_NUMBER = re.compile(r"0*(\d{1,2})")
_TICKS = frozenset({"x", "v", "√", "1", "co", "nam", "nu", "+", "*"})
_NOTHING = frozenset({"0", "-", "–", "khong", "k", "ko"})
_TELEPHONES = re.compile(r"\s*(?:[/;,]| - |\bho[ặa]c\b|\n)\s*", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,2}")
_OFFICES: tuple[tuple[str, Position], ...] = (
    ("pho chu nhiem", Position.VICE_CHAIR),
    ("pcn", Position.VICE_CHAIR),
    ("pho cn", Position.VICE_CHAIR),
    ("ban chu nhiem", Position.BOARD),
    ("bcn", Position.BOARD),
    ("uy vien", Position.BOARD),
    ("chu nhiem", Position.CHAIR),
    ("cn clb", Position.CHAIR),
    ("thu ky", Position.SECRETARY),
)
_LEADER = ("to truong", "nhom truong")
_NO_OFFICE = ("thanh vien", "tv", "hoi vien", "khong", "tvclb", "tv clb", "thanh vien clb")
_BETWEEN_OFFICES = re.compile(r"\s*(?:[,;/+&]| - |\bkiêm\b|\bvà\b)\s*", re.IGNORECASE)
_FOOTERS = ("tong cong", "cong", "tong so", "tong", "ghi chu", "nguoi lap", "chu nhiem clb")
_SUMS = ("tổng ", "cộng ", "tong cong ", "tong so ")


@dataclass(frozen=True, slots=True)
class NameCell:
    """A name with the form of address that was said before it."""

    name: str
    address_form: Address | None = None


def name_of(text: str) -> NameCell:
    """A name as it is kept: without a form of address, and not all in capitals."""
    words = _IN_BRACKETS.sub("", clean_line(text)).split(" ")
    form = form_of(words[0])
    # "Bà" also begins no name, "Anh" and "Ông" do: two more words must follow.
    if form is not None and len(words) > 2:
        words = words[1:]
    else:
        form = None
    if all(word.isupper() for word in words):
        words = [word.lower() for word in words]
    # An old font keeps "Ổn" as "ổn": its capitals were a font of their own.
    return NameCell(" ".join(with_capital(word) for word in words), form)


def is_name(name: str) -> bool:
    """Whether this can be a person's name: letters, no formula, no number."""
    return len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) is not None


def is_footer(text: str) -> bool:
    """Whether this is the sum below a list, and no name."""
    # With their marks: "Tống Thị Hoa" and "Công Văn Nam" are people.
    written = clean_line(text).casefold()
    return fold(written) in _FOOTERS or written.startswith(_SUMS)


def birth_year_of(text: str, today: date, *, age: bool = False) -> int | None:
    """The year in a cell: "1948", "05/08/1948", 78 years of age; None where it is unclear."""
    found = _YEAR.search(text)
    if found is not None:
        year = int(found[0])
    elif _SHORT_YEAR.fullmatch(text):
        year = today.year - int(text) if age else _in_this_or_last_century(int(text), today)
    elif age and text.isdecimal() and int(text) <= OLDEST:
        year = today.year - int(text)
    else:
        return None
    return year if birth_year_possible(year, today) else None


def _in_this_or_last_century(short: int, today: date) -> int:
    year = today.year // 100 * 100 + short
    return year if year <= today.year else year - 100


def day_of(text: str, today: date) -> date | None:
    """A day that is written out and does not lie ahead; anything else is none."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        meant = date(year, month, day)
    except ValueError:
        return None
    return meant if meant <= today else None


def telephone_of(text: str) -> str | None:
    """One or two numbers as they are dialled; a nought that a spreadsheet ate is put back."""
    numbers = [_dialled(part) for part in _TELEPHONES.split(text) if part]
    if not numbers or any(number is None for number in numbers):
        return None
    return ", ".join(number for number in numbers if number)


def _dialled(part: str) -> str | None:
    if _SCIENTIFIC.fullmatch(part):
        part = str(int(float(part.replace(",", "."))))
    digits = re.sub(r"[\s.()+-]", "", part)
    if not digits.isdecimal():
        return None
    if digits.startswith("84") and len(digits) in (11, 12):
        digits = digits[2:]
    if not digits.startswith("0"):
        digits = f"0{digits}"
    return digits if 9 <= len(digits) <= 12 else None


def is_ticked(text: str) -> bool:
    """Whether a cell says yes."""
    return fold(text) in _TICKS


def is_nothing(text: str) -> bool:
    """Whether a cell says no, or nothing."""
    return not text or fold(text) in _NOTHING


def form_of(text: str) -> Address | None:
    """The form of address that a cell says."""
    return _FORMS.get(fold(text).rstrip("."))


def sex_of(text: str) -> Sex | None:
    """What a cell says of the sex."""
    folded = fold(text)
    if folded in {"nam", "m", "male", "trai", "ong"}:
        return Sex.MALE
    return Sex.FEMALE if folded in {"nu", "f", "female", "gai", "ba"} else None


def group_of(text: str, *, alone: bool = False) -> str | None:
    """The group's name in a cell: "Tổ 1"; `alone` takes a bare number, as in a group's column."""
    cleaned = clean_line(text)
    folded = fold(cleaned)
    found = _GROUP.match(folded)
    if found is not None:
        return f"Tổ {int(found[1])}"
    if alone:
        number = _NUMBER.fullmatch(folded)
        return f"Tổ {int(number[1])}" if number else (cleaned or None)
    # With its mark: "Tô Thị Nga" is a person.
    named = cleaned.casefold().startswith(("tổ ", "to ")) and not folded.startswith(_NO_GROUPS)
    return cleaned if named and len(folded.split()) <= _WORDS_OF_GROUP else None


def same_group(one: str, other: str) -> bool:
    """Whether two names mean the same group: "Tổ 01" and "tổ 1"."""
    names = (group_of(each, alone=True) or "" for each in (one, other))
    return len(set(map(written_alike, names))) == 1


@dataclass(frozen=True, slots=True)
class OfficesCell:
    """The offices in a cell, and what in it is none that the books know."""

    positions: frozenset[Position]
    leads: bool
    unknown: tuple[str, ...]


def offices_of(texts: Iterable[str]) -> OfficesCell:
    """The offices that the cells name."""
    positions: set[Position] = set()
    leads = False
    unknown: list[str] = []
    for text in texts:
        for part in _BETWEEN_OFFICES.split(clean_line(text)):
            folded = fold(part)
            position = next((each for word, each in _OFFICES if folded.startswith(word)), None)
            if not folded or folded in _NO_OFFICE:
                continue
            if folded.startswith(_LEADER):
                leads = True
            elif position is not None:
                positions.add(position)
            else:
                unknown.append(part)
    return OfficesCell(frozenset(positions), leads, tuple(unknown))
