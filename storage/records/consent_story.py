"""What a person was asked about being named, and answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.kinds import Consent, ConsentScope
from storage.records.people import Person


@dataclass(frozen=True, slots=True)
class ConsentStory:
    """A person with every answer about being named, in the order in which they were given."""

    person: Person
    answers: tuple[ConsentAnswer, ...]


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """One answer of a person, as it was recorded; the latest of each scope counts."""

    scope: ConsentScope
    answer: Consent
    on: date | None = None
    """None where the books did not keep it."""
    asked_by: str = ""
    """The member who asked; empty where it was asked in the meeting."""
    guardian: str = ""
    """Who answered for the person, where it was not the person."""
