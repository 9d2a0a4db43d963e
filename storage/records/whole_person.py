"""All that the books hold of one person, for the person, the secretary and the law."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.consent_story import ConsentAnswer
from storage.records.people import Member, Person
from storage.records.tracking import TrackedEntry


@dataclass(frozen=True, slots=True)
class PersonStory:
    """A person's whole story: proposed, chosen, helped and by whom; and what they gave."""

    person: Person
    member: Member | None = None
    group: str = ""
    """The member's group."""
    entries: tuple[TrackedEntry, ...] = ()
    """Of the tracking book, in which this person is helped."""
    given: tuple[TrackedEntry, ...] = ()
    """Those in which this member helps others, with that help alone."""
    namesakes: tuple[Person, ...] = ()
    """Other entries with the same name: perhaps the same person."""
    merged: tuple[Person, ...] = ()
    """Other entries for which this one stands."""
    answers: tuple[ConsentAnswer, ...] = ()
    """Every answer about being named, in the order in which they were given."""
