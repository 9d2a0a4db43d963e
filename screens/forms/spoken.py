"""What people say, read from the text of a field: a name, an age, an amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from storage.errors import Refusal, RefusalKind
from storage.records.cases import Need
from storage.records.kinds import Address, HelpForm
from storage.rules.amounts import is_too_high
from storage.rules.register import OLDEST, birth_year_possible
from storage.rules.terms import HELP_UNIT
from storage.vietnamese import clean_line, money

"""A number up to this is an age, and no year."""

_HOUSEHOLD = "hộ"
_FORMS = {str(form): form for form in Address}
_AMOUNT = re.compile(r"(\d[\d.]*)(?:,(\d+))?\s*(.*)", re.DOTALL)
_MONEY_WORDS = {
    "": 1,
    "đ": 1,
    "đồng": 1,
    "vnđ": 1,
    "k": 1000,
    "nghìn": 1000,
    "ngàn": 1000,
    "nghìn đồng": 1000,
    "ngàn đồng": 1000,
    "tr": 1_000_000,
    "triệu": 1_000_000,
    "triệu đồng": 1_000_000,
}
_LONGEST_NUMBER = 12
_AGE = re.compile(r"(?:sinh(?: năm)? )?(\d{1,4})(?: tuổi)?")
_NAME_AND_AGE = re.compile(r"([^,\d]+?) (?:sinh (?:năm )?)?(\d{2,4})(?: tuổi)?(?= ?(?:,|$))(.*)")
_BETWEEN = ";"
"""Between two things in one field."""


@dataclass(frozen=True, slots=True)
class SpokenName:
    """A name with what was said before it: "hộ bà Vũ Thị Bình"."""

    name: str
    address_form: Address | None = None
    household: bool = False


def spoken_name(text: str, chosen: Address | None = None) -> SpokenName:
    """Splits a household and a form of address off a name; a form chosen elsewhere stands.

    "Anh" and "Ông" begin names too: with a capital letter they count as a form of
    address only where two words follow and nothing else was chosen.
    """
    name = clean_line(text)
    first, _space, rest = name.partition(" ")
    household = first.lower() == _HOUSEHOLD and bool(rest)
    if household:
        name = rest
        first, _space, rest = name.partition(" ")
    form = _FORMS.get(first.lower())
    if form is None or not rest:
        return SpokenName(name, chosen, household)
    meant = first == str(form) or (" " in rest and chosen in (None, form))
    if not meant:
        return SpokenName(name, chosen, household)
    return SpokenName(rest, chosen or form, household)


@dataclass(frozen=True, slots=True)
class SpokenPerson:
    """A person as a leader says it in one breath: "anh Trần Văn Lực, 41, ngõ 3"."""

    name: str
    """With the form of address and the household before it."""
    age: str = ""
    """The age or the year of birth, as digits."""
    address: str = ""

    @property
    def number(self) -> int | None:
        """The age or the year as a number."""
        return int(self.age) if self.age else None


def spoken_person(text: str) -> SpokenPerson:
    """Splits an age and an address off behind the commas; without a comma all of it is the name."""
    name, _comma, rest = clean_line(text).partition(",")
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    age = _AGE.fullmatch(parts[0]) if parts else None
    if age is not None:
        parts = parts[1:]
    return SpokenPerson(name.strip(), age[1] if age else "", ", ".join(parts))


def spoken_member(text: str) -> SpokenPerson:
    """The same for a list of members, where a number may follow a name without a comma."""
    found = _NAME_AND_AGE.match(clean_line(text))
    return spoken_person(text if found is None else f"{found[1]}, {found[2]}{found[3]}")


def birth_year(number: int | None, today: date) -> int | None:
    """The year of birth that a year or an age means.

    Raises:
        Refusal: it is neither.
    """
    if number is None:
        return None
    year = today.year - number if number <= OLDEST else number
    if not birth_year_possible(year, today):
        raise Refusal(RefusalKind.YEAR_INVALID)
    return year


def number_of_people(number: int | None, _today: date) -> None:
    """Refuses more people than can be meant.

    Raises:
        Refusal: they are.
    """
    if is_too_high(None, number):
        raise Refusal(RefusalKind.NUMBER_TOO_HIGH)


def amount(text: str, form: HelpForm) -> tuple[int | None, str]:
    """The number and unit of "10 ngày công"; of money, whole đồng for "1,5 triệu".

    Raises:
        Refusal: there is no whole number above nought in front.
    """
    line = clean_line(text)
    if not line:
        return None, ""
    found = _AMOUNT.fullmatch(line)
    number = _number(found, form) if found else None
    if found is None or not number:
        raise Refusal(RefusalKind.AMOUNT_INVALID, text=line)
    return number, HELP_UNIT[form] if form is HelpForm.MONEY else found[3] or HELP_UNIT[form]


def _number(found: re.Match[str], form: HelpForm) -> int | None:
    digits, decimals, unit = found[1].replace(".", ""), found[2] or "", found[3].lower()
    times = _MONEY_WORDS.get(unit) if form is HelpForm.MONEY else 1
    if times is None or max(len(digits), len(decimals)) > _LONGEST_NUMBER:
        return None
    # In whole numbers throughout: "1,5 triệu" has no binary fraction in it.
    number, left = divmod(int(digits + decimals) * times, 10 ** len(decimals))
    return None if left or is_too_high(number) else number


def needs_said(form: HelpForm, what: str, amounts: str) -> tuple[Need, ...]:
    """The needs of one form: things and amounts, each list with semicolons between.

    Raises:
        Refusal: an amount can't be read.
    """
    things = [clean_line(each) for each in what.split(_BETWEEN)]
    numbers = amounts.split(_BETWEEN)
    numbers += [""] * (len(things) - len(numbers))
    needs = [
        Need(form, thing, *amount(number, form))
        for thing, number in zip(things, numbers, strict=False)
    ]
    told = tuple(need for need in needs if need.what or need.quantity)
    return told or (Need(form),)


def things_text(needs: tuple[Need, ...]) -> str:
    """What is needed, as `needs_said` reads it again."""
    return f"{_BETWEEN} ".join(need.what for need in needs)


def amounts_text(needs: tuple[Need, ...]) -> str:
    """How much is needed, as `needs_said` reads it again."""
    if not any(need.quantity for need in needs):
        return ""
    return f"{_BETWEEN} ".join(_amount_text(need) for need in needs)


def _amount_text(need: Need) -> str:
    if not need.quantity:
        return ""
    if need.form is HelpForm.MONEY:
        return money(need.quantity)
    return f"{need.quantity} {need.unit}".strip()
