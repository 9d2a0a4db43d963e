"""Acts outside a meeting: they are history; inside one they are undone as the others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from old_books import make_old_books
from storage.books import Books
from storage.clock import FixedClock
from storage.database import SCHEMA_VERSION, pragma
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.safekeeping.checking import check_books
from storage.tables import ActRow, GroupRow, RowChangeRow

OLD_RUNNING_MEETING = """
    INSERT INTO meeting (id, day, state, place, began, seats, no_case_reason, no_community_reason,
        abandoned_reason) VALUES (1, '2026-10-24', 'running', '', '2026-10-24T08:30:00+07:00',
        1, '', '', '');
    INSERT INTO act (id, meeting_id, kind, details, at, step, undone) VALUES
        (1, 1, 'meeting_begun', '{}', '2026-10-24T08:30:00+07:00', 1, 0),
        (2, 1, 'place_set', '{"place": "đình"}', '2026-10-24T08:31:00+07:00', 1, 0),
        (3, 1, 'place_set', '{"place": "chùa"}', '2026-10-24T08:32:00+07:00', 1, 1);
    INSERT INTO row_change (act_id, table_name, row_id, before, after) VALUES
        (2, 'meeting', 1, '{}', '{}');
"""


def rename_group(books: Books, name: str) -> None:
    with books.register.desk.act_now(ActKind.PLACE_SET, place=name):
        GroupRow.update(name=name).where(GroupRow.id == 1).execute()


def test_an_act_between_meetings_is_history_and_keeps_no_images(books: Books) -> None:
    rename_group(books, "Tổ Đình")
    assert [act.values for act in books.undo.history_between()] == [{"place": "Tổ Đình"}]
    assert RowChangeRow.select().count() == 0
    assert check_books() == []


def test_an_act_between_meetings_that_changes_nothing_leaves_no_trace(books: Books) -> None:
    with books.register.desk.act_now(ActKind.PLACE_SET, place=""):
        pass
    assert books.undo.history_between() == []


def test_the_same_act_in_a_meeting_is_undone(books: Books, meeting_id: int) -> None:
    rename_group(books, "Tổ Đình")
    assert books.undo.history_between() == []
    assert books.undo.undo(meeting_id).values == {"place": "Tổ Đình"}
    assert books.register.groups()[0].name == "Tổ 1"


def test_an_approved_meeting_lets_no_act_through(books: Books, meeting_id: int) -> None:
    books.minutes.give_reason(meeting_id, no_case="không có", no_community="không có")
    books.minutes.approve(meeting_id, unanimous=True)
    with pytest.raises(Refusal) as refusal:
        rename_group(books, "Tổ Đình")
    assert refusal.value.kind is RefusalKind.MEETING_APPROVED


def test_what_something_else_rests_on_is_not_undone(books: Books, meeting_id: int) -> None:
    member = books.register.add_member("Đinh Thị Sáu", 1, meeting_id=meeting_id)
    books.register.set_leader(1, member)
    with pytest.raises(Refusal) as refusal:
        books.undo.undo(meeting_id)
    assert refusal.value.kind is RefusalKind.STILL_NEEDED
    assert books.register.groups()[0].leader_id == member
    assert check_books() == []


def test_books_of_the_first_schema_are_brought_up_to_date(
    tmp_path: Path, clock: FixedClock
) -> None:
    make_old_books(tmp_path, "0001_initial", OLD_RUNNING_MEETING)
    books = Books(tmp_path, clock)
    assert pragma("user_version") == SCHEMA_VERSION
    assert [row.id for row in ActRow.select().order_by(ActRow.id)] == [1, 2]
    # The images of the old schema are gone: what was done before stays done.
    assert books.undo.undoable(1) is None
    assert books.undo.redoable(1) is None
    assert check_books() == []
    books.close()
