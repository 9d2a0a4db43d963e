"""The kinds of fields that a form may have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from screens.forms.values import Values
from storage.books import Books
from storage.records.people import Member


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    key: str
    label: str
    hint: str = ""
    """Said in the line of help while the field has the focus."""
    shown: Callable[[Values], bool] | None = field(default=None, kw_only=True)
    """Whether the field is there at all, by what stands in the others."""
    passed_over: bool = field(default=False, kw_only=True)
    """Enter passes it over; the arrows and a click lead there."""


@dataclass(frozen=True, slots=True)
class TextField(Field):
    """One line of text."""

    read: Callable[[Values], Mapping[str, str]] | None = field(default=None, kw_only=True)
    """What this field and others say once it is read as it was spoken; empty where no more."""


@dataclass(frozen=True, slots=True)
class PersonField(TextField):
    """Whoever is named; members of the register are offered below while the name is typed."""

    meant: Callable[[Sequence[Member], Values], tuple[Member, ...]] = field(kw_only=True)
    """Which of those found are meant by what was typed; namesakes are asked about."""
    fill: Callable[[Member, Values], Mapping[str, str]] = field(kw_only=True)
    """What this field and others say once a member is meant."""


@dataclass(frozen=True, slots=True)
class LongField(Field):
    """A longer text, over several rows; Enter goes on as everywhere, and more is added behind."""

    rows: int = field(default=3, kw_only=True)
    lines: bool = field(default=False, kw_only=True)
    """Whether Enter begins a line of it, and Tab alone goes on: a list, or paragraphs."""


@dataclass(frozen=True, slots=True)
class NumberField(Field):
    """A whole number."""

    check: Callable[[int | None, date], object] = field(
        default=lambda _number, _today: None, kw_only=True
    )
    """Refuses a number that can't be meant, as saving does."""


@dataclass(frozen=True, slots=True)
class WhenField(Field):
    """A time as people say it; the days it means are shown beside it."""

    coming: bool = field(default=False, kw_only=True)
    """It is the time of something still to come: a day that has gone is pointed out."""


@dataclass(frozen=True, slots=True)
class ChoiceField(Field):
    """One of a few answers, each with its digit."""

    options: tuple[tuple[str, str], ...] = field(kw_only=True)
    """Value and label of each."""


@dataclass(frozen=True, slots=True)
class ManyField(Field):
    """Any of a few answers, each ticked with its digit."""

    options: tuple[tuple[str, str], ...] = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class MemberField(Field):
    """A member of the club, found while the name is typed."""


@dataclass(frozen=True, slots=True)
class Instead:
    """An answer in a list of people that is not one of them."""

    label: str
    """With "{typed}" in it where it is offered for what was typed."""
    texts: Callable[[str], Mapping[str, str]]
    """What the form's fields say once it is taken, by what was typed."""

    @property
    def for_typed(self) -> bool:
        """Whether it stands for what was typed; else it is offered beside the whole list."""
        return "{typed}" in self.label


@dataclass(frozen=True, slots=True)
class PeopleField(Field):
    """Many members, ticked in a list of their own; Enter opens it."""

    instead: tuple[Instead, ...] = field(default=(), kw_only=True)
    """What can be answered in their place."""

    busy: Callable[[Books, Values], Mapping[int, str]] | None = field(default=None, kw_only=True)
    """Members of whom something is to be pointed out, with what."""
    without: frozenset[int] = field(default=frozenset(), kw_only=True)
    """Members who are not offered: whoever is helped."""
