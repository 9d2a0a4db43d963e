"""Consent to being named, asked and withdrawn at any time, in a meeting or between two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import cast

from storage.acts.desk import Desk, meeting_now
from storage.errors import Refusal, RefusalKind
from storage.memory import remembered
from storage.people.consent_rows import consents_of, write_answers
from storage.people.register import member_names, person_of_row
from storage.records.acts import ActKind
from storage.records.consent import Consents
from storage.records.consent_story import ConsentAnswer, ConsentStory
from storage.records.kinds import Consent, ConsentScope, MeetingState
from storage.records.people import Person
from storage.tables import ConsentRow, HardshipCaseRow, MeetingRow, PersonRow
from storage.vietnamese import clean_line, name_sort_key


class ConsentBook:
    """To what each person in hardship agreed; every answer stays as history."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @remembered
    def stories(self, most: int | None = None) -> tuple[ConsentStory, ...]:
        """Everyone of whom a case speaks, in Vietnamese order, with all their answers.

        Or those of whom one told last: after thirty years they are two thousand.
        """
        helped = HardshipCaseRow.select(HardshipCaseRow.person) if most is None else _last(most)
        found = list(PersonRow.select().where(PersonRow.id.in_(helped)))
        ids = [row.id for row in found]
        consents, answers = consents_of(ids), _answers(ids)
        stories = (
            ConsentStory(person_of_row(row, consents[row.id]), answers.get(row.id, ()))
            for row in found
        )
        return tuple(sorted(stories, key=lambda story: name_sort_key(story.person.name)))

    def person(self, person_id: int) -> Person:
        """One person with the latest answers.

        Raises:
            Refusal: the books don't know the person (any more).
        """
        row = PersonRow.get_or_none(PersonRow.id == person_id)
        if row is None:
            raise Refusal(RefusalKind.PERSON_MISSING)
        return person_of_row(row, consents_of([person_id])[person_id])

    def record(
        self,
        person_id: int,
        answers: Consents,
        *,
        asked_by: int | None = None,
        guardian: str = "",
    ) -> None:
        """Keeps what a person answers now; in a meeting under way it is one of its acts.

        A consent is withdrawn whenever its owner wishes: also between the approval of the
        minutes and their seal, where nothing else may change.

        Raises:
            Refusal: the books don't know the person (any more).
        """
        self.person(person_id)
        with self._recording(person_id):
            write_answers(
                person_id,
                {scope: answers.to(scope) for scope in ConsentScope},
                self.desk.clock.today(),
                asked_by=asked_by,
                guardian=clean_line(guardian),
            )

    @contextmanager
    def _recording(self, person_id: int) -> Iterator[None]:
        meeting_id = meeting_now()
        approved = MeetingRow.select().where(
            MeetingRow.id == meeting_id, MeetingRow.state == str(MeetingState.APPROVED)
        )
        if meeting_id is not None and approved.exists():
            with self.desk.closing_act(meeting_id, ActKind.CONSENT_RECORDED, person_id=person_id):
                yield
            return
        with self.desk.act_now(ActKind.CONSENT_RECORDED, person_id=person_id):
            yield


def _last(most: int) -> list[int]:
    """The people of whom a case told last; some have had more than one."""
    rows = HardshipCaseRow.select(HardshipCaseRow.person).order_by(HardshipCaseRow.id.desc())
    newest = cast("Iterable[tuple[int]]", rows.limit(2 * most).tuples())
    return list(dict.fromkeys(person for (person,) in newest))[:most]


def answers_of(person_id: int) -> tuple[ConsentAnswer, ...]:
    """Every answer of one person, in the order in which they were given."""
    return _answers([person_id]).get(person_id, ())


def _answers(person_ids: list[int]) -> dict[int, tuple[ConsentAnswer, ...]]:
    """Every answer of these people, each one's in the order in which they were given."""
    rows = list(
        ConsentRow.select().where(ConsentRow.person.in_(person_ids)).order_by(ConsentRow.id)
    )
    names = member_names(row.asked_by_id for row in rows if row.asked_by_id is not None)
    found: dict[int, list[ConsentAnswer]] = defaultdict(list)
    for row in rows:
        scope, answer = ConsentScope(row.scope), Consent(row.answer)
        asked_by = names.get(row.asked_by_id or 0, "")
        found[row.person_id].append(ConsentAnswer(scope, answer, row.on, asked_by, row.guardian))
    return {person: tuple(answers) for person, answers in found.items()}
