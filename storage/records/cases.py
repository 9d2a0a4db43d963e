"""Cases of hardship, what they need, and what groups proposed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from storage.records.kinds import (
    Fact,
    HelpForm,
    Relation,
    Source,
)
from storage.records.people import Person


@dataclass(frozen=True, slots=True)
class When:
    """A time as the club says it, with the days it means where they are known."""

    text: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One need of a case, in one of the seven forms (S8)."""

    form: HelpForm
    what: str = ""
    quantity: int | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class HardshipCase:
    """A person in sudden hardship, as the books know it."""

    id: int
    person: Person
    circumstances: str
    relation: Relation
    needs: tuple[Need, ...] = ()
    household: bool = False
    member_id: int | None = None
    relative_of: int | None = None
    relative_name: str = ""
    """The name of the member whose family it is."""
    when: When = field(default_factory=When)
    facts: frozenset[Fact] = frozenset()
    home_care: bool = False
    source: Source = Source.MEETING
    groups: tuple[str, ...] = ()
    """The names of the groups that proposed it in the meeting asked about."""
    kept_before: bool = False
    """An earlier meeting kept it for later, or the home-care volunteers brought it back."""
    brought_back: bool = False
    """It is the home-care volunteers who ask the club to help (S29)."""
    helped_times: int = 0
    """How often the club helped in the twelve months before."""

    @property
    def addressed(self) -> str:
        """How the person is spoken of: "hộ bà Vũ Thị Bình", "cụ Phạm Thị Hiền"."""
        return f"hộ {self.person.addressed}" if self.household else self.person.addressed
