"""Whatever a meeting does, in whatever order: undone it is as before, redone as after."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sample_minutes
from deeds import DEEDS, Deeds
from recorded_rows import recorded_rows
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal
from storage.safekeeping.checking import check_books

Done = tuple[int, int, int]
"""Which deed, and the numbers that pick what it is done to."""


@pytest.fixture
def following(books: Books, meeting_id: int, clock: FixedClock) -> int:
    """A meeting under way, after one that was sealed and has left something open."""
    sample_minutes.hold_and_seal(books, meeting_id)
    following = sample_minutes.next_month(books, clock)
    sample_minutes.propose(books, following)
    return following


def do(books: Books, meeting_id: int, done: Done) -> bool:
    """Does a deed; says whether it became an act."""
    deed, one, two = done
    before = books.undo.undoable(meeting_id)
    try:
        DEEDS[deed](Deeds(books, meeting_id, one, two))
    except Refusal:
        return False
    return books.undo.undoable(meeting_id) != before


def read_all(books: Books, meeting_id: int) -> None:
    """Whatever was done, every step and the minutes can be shown."""
    for book in (
        books.attendance,
        books.follow_up,
        books.discussion,
        books.proposals,
        books.selection,
        books.pledges,
        books.community,
        books.minutes,
    ):
        assert book.overview(meeting_id)
        assert isinstance(book.lacking(meeting_id), tuple)
    assert books.minutes.content(meeting_id).parts


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    deeds=st.lists(
        st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 11), st.integers(0, 54)),
        min_size=10,
        max_size=25,
    )
)
def test_everything_is_undone_and_redone(books: Books, following: int, deeds: list[Done]) -> None:
    states = [recorded_rows()]
    for done in deeds:
        if do(books, following, done):
            states.append(recorded_rows())
        else:
            assert recorded_rows() == states[-1]
    read_all(books, following)
    assert check_books() == []
    for state in reversed(states[:-1]):
        books.undo.undo(following)
        assert recorded_rows() == state
    for state in states[1:]:
        books.undo.redo(following)
        assert recorded_rows() == state
    for _each in states[1:]:
        books.undo.undo(following)
    assert recorded_rows() == states[0]


def test_a_long_meeting_does_each_deed_and_is_undone(books: Books, following: int) -> None:
    chance = random.Random(14)
    before = recorded_rows()
    first = books.undo.undoable(following)
    became_acts = set()
    for _round in range(7):
        for deed in chance.sample(range(len(DEEDS)), len(DEEDS)):
            if do(books, following, (deed, chance.randrange(12), chance.randrange(55))):
                became_acts.add(DEEDS[deed].__name__)
    # Chance hardly ever counts all hands.
    assert {deed.__name__ for deed in DEEDS} - became_acts <= {"count_again", "settle"}
    read_all(books, following)
    assert check_books() == []
    while books.undo.undoable(following) != first:
        books.undo.undo(following)
    assert recorded_rows() == before


def test_the_sample_meeting_is_undone_and_redone(books: Books, meeting_id: int) -> None:
    before = recorded_rows()
    first = books.undo.undoable(meeting_id)
    sample_minutes.hold(books, meeting_id)
    after = recorded_rows()
    while books.undo.undoable(meeting_id) != first:
        books.undo.undo(meeting_id)
    assert recorded_rows() == before
    while books.undo.redoable(meeting_id):
        books.undo.redo(meeting_id)
    assert recorded_rows() == after
