"""The rows of a list as people: each with what its cells say, and the group it stands under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from storage.importing import cells
from storage.importing.columns import Columns, Heading
from storage.importing.reading import Row, Sheet
from storage.records.importing import Remark, RowRemark
from storage.records.kinds import Address, Position, Sex
from storage.rules.register import sex_of_address
from storage.vietnamese import clean_line

_DIGITS_OF_A_YEAR = 4
_GROWN_OLD = 50
"""From this age on a man is addressed as ông, a woman as bà."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the list."""

    number: int
    """Of the row."""
    sheet: str
    """The sheet's name, where a file has several with a list."""
    name: str
    group: str | None
    address_form: Address | None
    """As the list says it."""
    usual_form: Address | None
    """As a new member is addressed where the list does not say it, by sex and age."""
    sex: Sex | None
    birth_year: int | None
    address: str
    telephone: str
    household: str
    home_care: bool
    can_help: str
    joined: date | None
    positions: frozenset[Position]
    leads: bool
    remarks: tuple[RowRemark, ...]


def listed_people(sheet: Sheet, columns: Columns, today: date) -> Iterator[Listed]:
    """The people of a list in its order.

    A row with "Tổ 1" alone heads those below it; so does a sheet of that name.
    """
    group = cells.group_of(sheet.name)
    for row in sheet.rows:
        if row.number < columns.first_row:
            continue
        head = _section(row, columns)
        if head is not None:
            group = head
        elif not _is_beside_the_list(row, columns):
            yield replace(_person(row, columns, group, today), sheet=sheet.name)


def _section(row: Row, columns: Columns) -> str | None:
    """The group that a row heads: nothing else stands in it but perhaps how many they are."""
    filled = row.filled
    name = _name(row, columns)
    texts = [text for text in filled if not (text.isdecimal() and len(text) < _DIGITS_OF_A_YEAR)]
    if len(texts) != 1 or (name and name != texts[0]):
        return None
    return cells.group_of(texts[0])


def _is_beside_the_list(row: Row, columns: Columns) -> bool:
    """Sums, signatures and notes below the list, and a second row of headings."""
    name = _name(row, columns)
    if not name:
        return len(row.filled) == 1 or any(cells.is_footer(text) for text in row.filled)
    return cells.is_footer(name) or (name.isdecimal() and len(row.filled) > 1 and _counts(row))


def _counts(row: Row) -> bool:
    """Whether a row numbers the columns, as some lists do below their headings."""
    return all(text.strip("()").isdecimal() for text in row.filled)


def _name(row: Row, columns: Columns) -> str:
    if columns.has(Heading.FAMILY) and columns.has(Heading.GIVEN):
        parts = (columns.cell(row, Heading.FAMILY), columns.cell(row, Heading.GIVEN))
        return clean_line(" ".join(parts))
    name = columns.cells(row, Heading.NAME)
    if name and columns.has(Heading.GIVEN):
        name = [*name[:1], *columns.cells(row, Heading.GIVEN)]
    return clean_line(" ".join(name))


def _person(row: Row, columns: Columns, section: str | None, today: date) -> Listed:
    named = cells.name_of(_name(row, columns))
    remarks: list[RowRemark] = []
    sex = _sex(row, columns, remarks)
    year = _birth_year(row, columns, today, remarks)
    form = named.address_form or _form(row, columns, remarks)
    offices = cells.offices_of(columns.cells(row, Heading.OFFICE))
    remarks += [RowRemark(Remark.OFFICE_UNKNOWN, {"text": text}) for text in offices.unknown]
    said = cells.group_of(columns.cell(row, Heading.GROUP), alone=True)
    sex = sex or sex_of_address(form)
    return Listed(
        number=row.number,
        sheet="",
        name=named.name,
        group=said or section,
        address_form=form,
        usual_form=_usual_form(sex, year, today),
        sex=sex,
        birth_year=year,
        address=_address(row, columns),
        telephone=_telephone(row, columns, remarks),
        household=cells.name_of(columns.cell(row, Heading.HOUSEHOLD)).name,
        home_care=cells.is_ticked(columns.cell(row, Heading.HOME_CARE)),
        can_help=columns.cell(row, Heading.CAN_HELP),
        joined=_joined(row, columns, today, remarks),
        positions=offices.positions,
        leads=offices.leads,
        remarks=tuple(remarks),
    )


def _sex(row: Row, columns: Columns, remarks: list[RowRemark]) -> Sex | None:
    text = columns.cell(row, Heading.SEX)
    said = cells.sex_of(text)
    if said is not None:
        return said
    if text:
        remarks.append(RowRemark(Remark.SEX_UNCLEAR, {"text": text}))
    if not cells.is_nothing(columns.cell(row, Heading.FEMALE)):
        return Sex.FEMALE
    return None if cells.is_nothing(columns.cell(row, Heading.MALE)) else Sex.MALE


def _birth_year(row: Row, columns: Columns, today: date, remarks: list[RowRemark]) -> int | None:
    said = columns.cell(row, Heading.BIRTH)
    # Under "Năm sinh" a list often has two columns, Nam and Nữ: the year is in one of them.
    beside = [
        text
        for heading in (Heading.MALE, Heading.FEMALE)
        for text in columns.cells(row, heading)
        if not cells.is_ticked(text) and not cells.is_nothing(text)
    ]
    text = said or next(iter(beside), "")
    year = cells.birth_year_of(text, today)
    if year is None:
        age = columns.cell(row, Heading.AGE)
        year = cells.birth_year_of(age, today, age=True)
        text = text or age
    if year is None and text:
        remarks.append(RowRemark(Remark.YEAR_UNCLEAR, {"text": text}))
    return year


def _telephone(row: Row, columns: Columns, remarks: list[RowRemark]) -> str:
    text = ", ".join(columns.cells(row, Heading.TELEPHONE))
    if not text:
        return ""
    number = cells.telephone_of(text)
    if number is None:
        remarks.append(RowRemark(Remark.TELEPHONE_UNCLEAR, {"text": text}))
    return number or ""


def _address(row: Row, columns: Columns) -> str:
    whole = columns.cell(row, Heading.ADDRESS)
    parts = [part for part in columns.cells(row, Heading.HAMLET) if part not in whole]
    return ", ".join([*parts, whole] if whole else parts)


def _form(row: Row, columns: Columns, remarks: list[RowRemark]) -> Address | None:
    text = columns.cell(row, Heading.ADDRESS_FORM)
    form = cells.form_of(text)
    if text and form is None:
        remarks.append(RowRemark(Remark.FORM_UNCLEAR, {"text": text}))
    return form


def _joined(row: Row, columns: Columns, today: date, remarks: list[RowRemark]) -> date | None:
    text = columns.cell(row, Heading.JOINED)
    day = cells.day_of(text, today)
    if text and day is None:
        remarks.append(RowRemark(Remark.JOINED_UNCLEAR, {"text": text}))
    return day


def _usual_form(sex: Sex | None, year: int | None, today: date) -> Address | None:
    if sex is None:
        return None
    old = year is None or today.year - year >= _GROWN_OLD
    if sex is Sex.FEMALE:
        return Address.BA if old else Address.CHI
    return Address.ONG if old else Address.ANH
