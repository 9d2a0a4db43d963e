"""Whatever a meeting does, in whatever order: undone it is as before, redone as after."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sample_minutes
from deeds import DEEDS, Deeds
from storage.books import Books
from storage.checking import check_books
from storage.clock import FixedClock
from storage.errors import Refusal
from storage.tables import RECORDED_TABLES

Rows = dict[str, list[dict[str, object]]]
Done = tuple[int, int, int]
"""Which deed, and the numbers that pick what it is done to."""


@pytest.fixture
def following(books: Books, meeting_id: int, clock: FixedClock) -> int:
    """A meeting under way, after one that was sealed and has left something open."""
    sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    clock.advance(28 * 24 * 3600)
    following = books.meetings.begin().id
    for group in books.register.groups():
        books.attendance.count_group(following, group.id, group.members)
    sample_minutes.propose(books, following)
    return following


def recorded() -> Rows:
    """Everything that the recorded tables hold."""
    return {
        table.__name__: sorted(table.select().dicts(), key=lambda row: row["id"])
        for table in RECORDED_TABLES
    }


def do(books: Books, meeting_id: int, done: Done) -> bool:
    """Does a deed; says whether it became an act."""
    deed, one, two = done
    before = books.undo.undoable(meeting_id)
    try:
        DEEDS[deed](Deeds(books, meeting_id, one, two))
    except Refusal:
        return False
    return books.undo.undoable(meeting_id) != before


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    deeds=st.lists(
        st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 11), st.integers(0, 54)),
        min_size=10,
        max_size=30,
    )
)
def test_everything_is_undone_and_redone(books: Books, following: int, deeds: list[Done]) -> None:
    states = [recorded()]
    for done in deeds:
        if do(books, following, done):
            states.append(recorded())
        else:
            assert recorded() == states[-1]
    assert check_books() == []
    for state in reversed(states[:-1]):
        books.undo.undo(following)
        assert recorded() == state
    for state in states[1:]:
        books.undo.redo(following)
        assert recorded() == state
    for _each in states[1:]:
        books.undo.undo(following)
    assert recorded() == states[0]


@pytest.mark.parametrize("deed", range(len(DEEDS)), ids=[deed.__name__ for deed in DEEDS])
def test_each_deed_can_become_an_act(books: Books, following: int, deed: int) -> None:
    prepared = sample_minutes.propose(books, following)
    sample_minutes.choose(books, following, prepared)
    sample_minutes.pledge(books, following, prepared)
    sample_minutes.settle_community(books, following)
    numbers = [(one, two) for one in range(12) for two in range(0, 50, 7)]
    assert any(do(books, following, (deed, one, two)) for one, two in numbers)
