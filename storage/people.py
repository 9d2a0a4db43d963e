"""Everyone with a name: found, and told of as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from peewee import ModelSelect

from storage.consent_rows import consents_of
from storage.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.records.people import Person
from storage.records.tracking import TrackedEntry, TrackingFilter
from storage.records.whole_person import PersonStory
from storage.register import member_of_row, person_of_row
from storage.removing import remove_person
from storage.tables import MemberRow, PersonRow
from storage.tracking_book import TrackingBook
from storage.vietnamese import clean_line, fold, matches, name_sort_key


class PeopleBook:
    """The persons of the books, members or not."""

    def __init__(self, desk: Desk, tracking: TrackingBook) -> None:
        self.desk = desk
        self.tracking = tracking

    def search(self, words: str, limit: int = 12) -> tuple[Person, ...]:
        """Everyone whose name matches, without regard to diacritics, in Vietnamese order."""
        query = fold(clean_line(words))
        if not query:
            return ()
        rows = [row for row in _present() if matches(query, row.name)]
        rows.sort(key=lambda row: name_sort_key(row.name))
        return _persons(rows[:limit])

    def story(self, person_id: int) -> PersonStory:
        """What was proposed, chosen and given for a person, and what they gave to others.

        Raises:
            Refusal: there is no such person.
        """
        row = PersonRow.get_or_none(PersonRow.id == person_id)
        if row is None:
            raise Refusal(RefusalKind.NAME_MISSING)
        member = MemberRow.get_or_none(MemberRow.person == person_id)
        namesakes = _present().where(PersonRow.folded == row.folded, PersonRow.id != person_id)
        return PersonStory(
            person=_persons([row])[0],
            member=member_of_row(member) if member else None,
            group=member.group.name if member else "",
            entries=self.tracking.entries(TrackingFilter(person_id=person_id)),
            given=tuple(self._given(member.id, row.name)) if member else (),
            namesakes=_persons(namesakes),
        )

    def remove(self, person_id: int) -> None:
        """Takes a person's data away for good; counts and seals stay (Law 91/2025/QH15).

        Raises:
            Refusal: there is no such person any more, or a meeting is being held.
        """
        remove_person(self.desk, person_id)

    def _given(self, member_id: int, name: str) -> Iterator[TrackedEntry]:
        for entry in self.tracking.entries(TrackingFilter(person=name)):
            own = tuple(each for each in entry.pledges if member_id in each.draft.members)
            if own:
                yield replace(entry, pledges=own)


def _persons(rows: Iterable[PersonRow]) -> tuple[Person, ...]:
    found = list(rows)
    consents = consents_of(row.id for row in found)
    return tuple(person_of_row(row, consents[row.id]) for row in found)


def _present() -> ModelSelect[PersonRow]:
    """The entries that stand for somebody: not merged into another, and not removed."""
    return PersonRow.select().where(PersonRow.merged_into.is_null(), PersonRow.removed_on.is_null())
