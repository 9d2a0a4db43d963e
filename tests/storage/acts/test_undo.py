"""Undo and redo: an act is taken back whole, in words, and also after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recorded_rows import recorded_rows
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.tables import RowChangeRow


def test_an_act_says_what_it_was(books: Books, meeting_id: int) -> None:
    group = books.register.groups()[0]
    books.attendance.count_group(meeting_id, group.id, 3)
    act = books.undo.undo(meeting_id)
    assert act.kind is ActKind.GROUP_COUNTED
    assert act.values == {"group": "Tổ 1", "count": 3}


def test_undo_and_redo_bring_the_rows_back(books: Books, meeting_id: int) -> None:
    before = recorded_rows()
    books.meetings.add_guest(meeting_id, "Đỗ Văn Tài", "Trưởng thôn")
    after = recorded_rows()
    books.undo.undo(meeting_id)
    assert recorded_rows() == before
    books.undo.redo(meeting_id)
    assert recorded_rows() == after


def test_undo_works_after_a_restart(
    books: Books, meeting_id: int, clock: FixedClock, tmp_path: Path
) -> None:
    books.meetings.add_guest(meeting_id, "Đỗ Văn Tài")
    books.close()
    again = Books(tmp_path / "books", clock)
    assert again.undo.undo(meeting_id).values == {"name": "Đỗ Văn Tài"}
    assert again.meetings.guests(meeting_id) == ()
    again.close()


def test_a_new_act_ends_the_redo(books: Books, meeting_id: int) -> None:
    books.meetings.add_guest(meeting_id, "Một")
    books.undo.undo(meeting_id)
    books.meetings.add_guest(meeting_id, "Hai")
    with pytest.raises(Refusal) as refusal:
        books.undo.redo(meeting_id)
    assert refusal.value.kind is RefusalKind.NOTHING_TO_REDO


def test_an_act_that_changes_nothing_leaves_no_trace(books: Books, meeting_id: int) -> None:
    group = books.register.groups()[0]
    before = books.undo.undoable(meeting_id)
    books.attendance.count_group(meeting_id, group.id, group.members)
    assert books.undo.undoable(meeting_id) == before


def test_the_beginning_of_the_meeting_is_not_undone(books: Books) -> None:
    meeting = books.meetings.begin()
    with pytest.raises(Refusal) as refusal:
        books.undo.undo(meeting.id)
    assert refusal.value.kind is RefusalKind.NOTHING_TO_UNDO


def test_a_refused_act_stores_nothing(books: Books, meeting_id: int) -> None:
    before = recorded_rows()
    with pytest.raises(Refusal):
        books.attendance.count_group(meeting_id, 1, 99)
    assert recorded_rows() == before
    assert not RowChangeRow.select().where(RowChangeRow.act.is_null()).exists()


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=st.lists(st.tuples(st.integers(1, 5), st.integers(0, 11)), max_size=8))
def test_everything_undone_is_as_before(
    books: Books, meeting_id: int, acts: list[tuple[int, int]]
) -> None:
    before = recorded_rows()
    first = books.undo.undoable(meeting_id)
    for group, number in acts:
        if number % 2:
            books.attendance.count_group(meeting_id, group, number)
        else:
            members = books.register.members(group)
            books.attendance.tick(meeting_id, members[number].id, present=number % 4 == 0)
    while books.undo.undoable(meeting_id) != first:
        books.undo.undo(meeting_id)
    assert recorded_rows() == before
