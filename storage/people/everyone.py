"""Everyone with a name: found, and told of as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from peewee import Expression, Field, ModelSelect

from storage.acts.desk import Desk
from storage.between_meetings.tracking_book import TrackingBook
from storage.errors import Refusal, RefusalKind
from storage.people.consent_rows import consents_of
from storage.people.consents import answers_of
from storage.people.member_writing import change_person
from storage.people.merging import merge_persons, separate_person
from storage.people.name_search import found_in_books
from storage.people.old_cases import closed_long_ago, is_all_of_the_person
from storage.people.register import RegisterBook, member_of_row, person_of_row
from storage.people.removing import forget_case, remove_person
from storage.people.standing import merged_entries, standing
from storage.records.acts import ActKind
from storage.records.member_drafts import MemberDraft, PersonDraft
from storage.records.old_cases import OldCase
from storage.records.people import Person
from storage.records.tracking import TrackedEntry, TrackingFilter
from storage.records.whole_person import PersonStory
from storage.rules.register import birth_year_possible, same_member
from storage.tables import MemberRow, PersonRow
from storage.vietnamese import clean_line

Named = tuple[int, str]
"""Whose entry it is, and the name."""


class PeopleBook:
    """The persons of the books, members or not."""

    def __init__(self, desk: Desk, register: RegisterBook, tracking: TrackingBook) -> None:
        self.desk = desk
        self.register = register
        self.tracking = tracking

    def search(self, words: str, limit: int = 12) -> tuple[Person, ...]:
        """Everyone whose name matches, without regard to diacritics, by given name first."""
        found = found_in_books(words, _named, lambda each: each[1], limit)
        ids = [number for number, _name in found]
        rows = {row.id: row for row in PersonRow.select().where(PersonRow.id.in_(ids))}
        return _persons(rows[number] for number in ids)

    def story(self, person_id: int) -> PersonStory:
        """What was proposed, chosen and given for a person, and what they gave to others.

        Raises:
            Refusal: there is no such person.
        """
        person_id = standing(person_id)
        row = self._row(person_id)
        member = MemberRow.get_or_none(MemberRow.person == person_id)
        namesakes = _present().where(PersonRow.folded == row.folded, PersonRow.id != person_id)
        return PersonStory(
            person=_persons([row])[0],
            member=member_of_row(member) if member else None,
            group=member.group.name if member else "",
            entries=self.tracking.entries(TrackingFilter(person_id=person_id)),
            given=tuple(self._given(member.id)) if member else (),
            namesakes=_persons(namesakes),
            merged=_persons(merged_entries(person_id)),
            answers=answers_of(person_id),
        )

    def change(self, person_id: int, draft: PersonDraft) -> None:
        """Corrects what the books say of a person; sealed minutes stay as they were sealed.

        Raises:
            Refusal: there is no name, the year cannot be, or a member is known under it.
        """
        row = self._row(standing(person_id))
        if not clean_line(draft.name):
            raise Refusal(RefusalKind.NAME_MISSING)
        if not birth_year_possible(draft.birth_year, self.desk.clock.today()):
            raise Refusal(RefusalKind.YEAR_INVALID)
        self._refuse_double(row, draft)
        with self.desk.act_now(ActKind.PERSON_CHANGED, person_id=row.id):
            change_person(row, draft)

    def merge(self, person_id: int, other_id: int) -> int:
        """Makes one of two entries of one person, and gives the one that stays.

        Raises:
            Refusal: both are members, they are one already, or one of them is gone.
        """
        return merge_persons(self.desk, person_id, other_id)

    def separate(self, other_id: int) -> None:
        """Makes an entry stand for itself again.

        Raises:
            Refusal: it stands for itself, or its data was removed.
        """
        separate_person(self.desk, other_id)

    def closed_long_ago(self) -> tuple[OldCase, ...]:
        """The closed cases of which nothing was heard for as long as the club set."""
        return closed_long_ago(self.desk.clock.today())

    def forget_case(self, old: OldCase) -> None:
        """Takes away what was said of a closed case, with its person where nothing else is told.

        Raises:
            Refusal: it is gone already, or a meeting is being held.
        """
        if is_all_of_the_person(old.case.id):
            remove_person(self.desk, old.case.person.id)
        else:
            forget_case(self.desk, old.case.id)

    def remove(self, person_id: int) -> None:
        """Takes a person's data away for good; counts and seals stay (Law 91/2025/QH15).

        Raises:
            Refusal: there is no such person any more, or a meeting is being held.
        """
        remove_person(self.desk, standing(person_id))

    def _row(self, person_id: int) -> PersonRow:
        row = PersonRow.get_or_none(PersonRow.id == person_id)
        if row is None:
            raise Refusal(RefusalKind.PERSON_MISSING)
        return row

    def _refuse_double(self, row: PersonRow, draft: PersonDraft) -> None:
        """Refuses to make a member the double of another one of the group."""
        member = MemberRow.get_or_none(MemberRow.person == row.id)
        if member is None:
            return
        others = [each for each in self.register.members() if each.id != member.id]
        wanted = MemberDraft(draft.name, member.group_id, birth_year=draft.birth_year)
        same = same_member(wanted, others)
        if same is not None:
            raise Refusal(RefusalKind.MEMBER_KNOWN, name=f"{same.addressed}, {member.group.name}")

    def _given(self, member_id: int) -> Iterator[TrackedEntry]:
        for entry in self.tracking.helped_by(member_id):
            own = tuple(each for each in entry.pledges if member_id in each.draft.members)
            yield replace(entry, pledges=own)


def _persons(rows: Iterable[PersonRow]) -> tuple[Person, ...]:
    found = list(rows)
    consents = consents_of(row.id for row in found)
    return tuple(person_of_row(row, consents[row.id]) for row in found)


def _named(condition: Expression) -> Iterable[Named]:
    return cast("Iterable[Named]", _present(PersonRow.id, PersonRow.name).where(condition).tuples())


def _present(*columns: Field) -> ModelSelect[PersonRow]:
    """The entries that stand for somebody: not merged into another, and not removed."""
    return PersonRow.select(*columns).where(
        PersonRow.merged_into.is_null(), PersonRow.removed_on.is_null()
    )
