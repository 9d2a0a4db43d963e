"""Nothing that a meeting does looks through a table that grows from meeting to meeting."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

import sample_minutes
from deeds import DEEDS, Deeds
from statements import heard_statements, looked_through, steps_of
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal
from storage.tables import (
    AnswerRow,
    DecisionRow,
    HardshipCaseRow,
    MatterRow,
    OpenPledgeRow,
    PersonRow,
    PledgeRow,
    connection,
)


@pytest.fixture
def following(books: Books, meeting_id: int, clock: FixedClock) -> int:
    """A meeting after one that was sealed and has left something open."""
    sample_minutes.hold_and_seal(books, meeting_id)
    return sample_minutes.next_month(books, clock)


def test_no_act_looks_through_a_table_that_grows(books: Books, following: int) -> None:
    chance = random.Random(7)
    with heard_statements() as statements:
        sample_minutes.propose(books, following)
        for _round in range(3):
            for deed in chance.sample(range(len(DEEDS)), len(DEEDS)):
                with suppress(Refusal):
                    DEEDS[deed](Deeds(books, following, chance.randrange(12), chance.randrange(55)))
        books.undo.undo(following)
        books.undo.redo(following)
        books.head(following)
    # The deeds pick someone among all of whom a case speaks.
    assert looked_through(statements, ["hardship_case", "person"]) == {}


def test_neither_does_the_seal(books: Books, meeting_id: int) -> None:
    sample_minutes.hold(books, meeting_id)
    with heard_statements() as statements:
        books.minutes.approve(meeting_id, unanimous=True)
        books.minutes.seal(meeting_id)
    # The first meeting of all hears of whatever was reported before it.
    assert looked_through(statements, ["urgent_report"]) == {}


def test_one_persons_story_is_read_by_its_own_cases(books: Books, following: int) -> None:
    assert following
    person = books.case_people.find("mùi", None)[0].person
    with heard_statements() as statements:
        books.people.story(person.id)
    assert looked_through(statements) == {}


def test_the_open_pledges_are_those_of_which_no_end_was_told(
    books: Books, meeting_id: int, following: int
) -> None:
    """The triggers keep them, whatever is told, taken back and told again."""

    def of_rows() -> set[int]:
        ends = "SELECT pledge_id FROM fulfilment WHERE state IN ('done', 'not_done')"
        rows = PledgeRow.raw(f"SELECT id FROM pledge WHERE id NOT IN ({ends})")
        return {row.id for row in rows}

    def kept() -> set[int]:
        return {row.pledge_id for row in OpenPledgeRow.select()}

    assert meeting_id
    assert kept() == of_rows() != set()
    before = kept()
    chance = random.Random(3)
    first = books.undo.undoable(following)
    for deed in [*range(len(DEEDS))] * 2:
        with suppress(Refusal):
            DEEDS[deed](Deeds(books, following, chance.randrange(12), chance.randrange(55)))
        assert kept() == of_rows()
    while books.undo.undoable(following) != first:
        books.undo.undo(following)
        assert kept() == of_rows()
    assert kept() == before


_IN_OLD_BOOKS = 500
_STEPS_OF_EACH = 12
_STEPS_OF_AN_ANSWER = 40


def test_what_is_over_costs_the_main_page_next_to_nothing(
    books: Books, meeting_id: int, following: int, clock: FixedClock
) -> None:
    """Its figures are read again whenever the page is shown, however many years are behind it."""
    assert meeting_id
    clock.advance(4 * 365 * 24 * 3600)
    before = books.attention.overview()
    steps = steps_of(books.attention.overview)

    with connection.atomic():
        for person in [row.id for row in PersonRow.select()][:10]:
            rows = [{"person": person, "circumstances": "ốm"}] * (_IN_OLD_BOOKS // 10)
            HardshipCaseRow.insert_many(rows).execute()
    closed = steps_of(books.attention.overview)
    assert books.attention.overview().old_cases == before.old_cases + _IN_OLD_BOOKS
    assert closed - steps < _IN_OLD_BOOKS * _STEPS_OF_EACH

    with connection.atomic():
        for _each in range(_IN_OLD_BOOKS):
            matter = MatterRow.create(kind="locality", what="đèn đường")
            DecisionRow.create(meeting=following, matter=matter, outcome="agreed")
            AnswerRow.create(
                meeting=following, matter=matter, on=clock.today(), by="xã", text="rồi"
            )
    answered = steps_of(books.attention.overview)
    assert books.attention.overview().answers == before.answers
    assert answered - closed < _IN_OLD_BOOKS * _STEPS_OF_AN_ANSWER
