"""Members and persons as their forms, or a spreadsheet, tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.kinds import Address, Sex


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A member as the form or a spreadsheet tells of one."""

    name: str
    group_id: int
    address_form: Address | None = None
    sex: Sex | None = None
    birth_year: int | None = None
    household: str = ""
    address: str = ""
    telephone: str = ""
    home_care: bool = False
    can_help: str = ""
    joined: date | None = None


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What the books are to say of a person, once it is corrected."""

    name: str
    address_form: Address | None = None
    birth_year: int | None = None
    address: str = ""
    telephone: str = ""
    private_details: str = ""
    guardian: str = ""
