"""The columns of a list recognised by their Vietnamese headings, wherever the headings stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from storage.errors import Refusal, RefusalKind
from storage.importing.cells import group_of
from storage.importing.reading import Row, Sheet
from storage.vietnamese import clean_line, fold


class Heading(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    BIRTH = "birth"
    AGE = "age"
    SEX = "sex"
    MALE = "male"
    """Ticked, or with the birth year, where a man stands in the row."""
    FEMALE = "female"
    ADDRESS = "address"
    HAMLET = "hamlet"
    TELEPHONE = "telephone"
    GROUP = "group"
    OFFICE = "office"
    HOUSEHOLD = "household"
    CAN_HELP = "can_help"
    HOME_CARE = "home_care"
    ADDRESS_FORM = "address_form"
    JOINED = "joined"


_WORDS: Mapping[Heading, str] = {
    Heading.NUMBER: "stt|tt|so tt|so thu tu",
    Heading.NAME: (
        "ho(?: va|,)? ten(?: (?:thanh vien|tv|hoi vien|khai sinh|nguoi))?(?: clb)?"
        "|ten thanh vien|ten tv|ten hoi vien|thanh vien|hoi vien"
    ),
    Heading.FAMILY: "ho dem|ho va dem|ho va ten dem|ho va chu dem|ho lot|ho va ten lot|ho",
    Heading.GIVEN: "ten",
    Heading.BIRTH: (
        "nam sinh|sinh nam|ngay sinh|ngay thang nam sinh|ngay,? thang,? nam sinh|ns|nam sinh.*"
    ),
    Heading.AGE: "tuoi|so tuoi|do tuoi",
    Heading.SEX: "gioi tinh|gt|phai|gioi|nam ?[/,-] ?nu",
    Heading.MALE: "nam|gioi tinh nam|nam sinh nam|ngay thang nam sinh nam",
    Heading.FEMALE: "nu|gioi tinh nu|nam sinh nu|ngay thang nam sinh nu",
    Heading.ADDRESS: "dia chi.*|noi o.*|cho o.*|noi cu tru|thuong tru|noi thuong tru|que quan",
    Heading.HAMLET: "xom|thon|ngo|khu|ap|ban|to dan pho|tdp|thon xom|xom thon|thon, xom|so nha",
    Heading.TELEPHONE: "(?:so )?(?:dien thoai|dt|sdt|di dong|mobile)(?: .*)?|sdt.*|dien thoai.*",
    Heading.GROUP: "to|to so|thuoc to|sinh hoat to|nhom|ten to|to clb",
    Heading.OFFICE: "chuc vu.*|chuc danh.*|nhiem vu.*",
    Heading.HOUSEHOLD: "ho gia dinh|chu ho|ten chu ho|ho va ten chu ho|ho ten chu ho",
    Heading.CAN_HELP: "co the giup.*|kha nang.*|so truong|giup duoc.*|nghe|nghe nghiep",
    Heading.HOME_CARE: "tnv.*|tinh nguyen vien.*|cham soc tai nha.*",
    Heading.JOINED: "(?:ngay )?(?:vao|tham gia|gia nhap)(?: clb)?|vao clb ngay",
    Heading.ADDRESS_FORM: "xung ho|danh xung|ong ?[/,-] ?ba",
}
_PATTERNS = {heading: re.compile(words) for heading, words in _WORDS.items()}
_NOT_LETTERS = re.compile(r"[^\w\s,/-]")
_LOOKED_THROUGH = 40
"""Rows in which the headings are looked for: titles may stand above them."""
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, and where the list begins."""

    first_row: int
    """The number of the first row below the headings."""
    places: Mapping[int, Heading]
    unused: tuple[str, ...]

    def cells(self, row: Row, heading: Heading) -> list[str]:
        """What a row has under a heading, from left to right."""
        return [
            row.cells[place]
            for place, found in self.places.items()
            if found is heading and place < len(row.cells) and row.cells[place]
        ]

    def cell(self, row: Row, heading: Heading) -> str:
        """The first of it, or nothing."""
        return next(iter(self.cells(row, heading)), "")

    def has(self, heading: Heading) -> bool:
        """Whether there is such a column."""
        return heading in self.places.values()


def heading_of(text: str) -> Heading | None:
    """What a column with this heading holds."""
    if clean_line(text).casefold() == "năm":
        # Without its marks it would be the column of the men.
        return Heading.BIRTH
    words = " ".join(_NOT_LETTERS.sub(" ", fold(text)).split())
    return next((heading for heading, form in _PATTERNS.items() if form.fullmatch(words)), None)


def lists_of(sheets: Sequence[Sheet]) -> list[tuple[Sheet, Columns]]:
    """The first sheet with a list of people, or all where each is named for its group.

    Raises:
        Refusal: none has headings that name people.
    """
    found = [
        (sheet, columns) for sheet in sheets if (columns := columns_of(sheet.rows)) is not None
    ]
    if not found:
        raise Refusal(RefusalKind.NO_HEADINGS)
    return found if all(group_of(sheet.name) for sheet, _columns in found) else found[:1]


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """The columns by the first row that has the heading of a name and another one."""
    for index, row in enumerate(rows[:_LOOKED_THROUGH]):
        places = {
            place: heading
            for place, text in enumerate(row.cells)
            if (heading := heading_of(text)) is not None
        }
        figures = any(text.isdecimal() for text in row.cells)
        if len(places) >= _ENOUGH and _names_people(places.values()) and not figures:
            below = rows[index + 1] if index + 1 < len(rows) else None
            return _completed(row, places, below)
    return None


def _names_people(headings: Iterable[Heading]) -> bool:
    found = set(headings)
    return Heading.NAME in found or {Heading.FAMILY, Heading.GIVEN} <= found


def _completed(row: Row, places: dict[int, Heading], below: Row | None) -> Columns:
    """Takes the second row of headings in: "Nam" and "Nữ" under one "Năm sinh"."""
    first_row = row.number + 1
    second = _by_sex(below) if below is not None else {}
    if below is not None and second:
        places |= second
        first_row = below.number + 1
    unused = tuple(text for place, text in enumerate(row.cells) if text and place not in places)
    return Columns(first_row, places, unused)


def _by_sex(row: Row) -> dict[int, Heading]:
    """The columns for men and women in a second row of headings, in which nothing else stands."""
    found = {place: heading_of(text) for place, text in enumerate(row.cells) if text}
    return {
        place: heading
        for place, heading in found.items()
        if heading in (Heading.MALE, Heading.FEMALE)
        and set(found.values()) <= {Heading.MALE, Heading.FEMALE}
    }
