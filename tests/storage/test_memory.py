"""What was read is remembered until one of its tables is written, and never longer."""

from __future__ import annotations

import re
from pathlib import Path

from statements import counted_statements
from storage.books import Books
from storage.clock import FixedClock
from storage.meeting.attendance import present_count
from storage.memory import remembered
from storage.tables import GroupRow, MemberRow, connection
from storage.tables.base import watch


@remembered
def group_names() -> tuple[str, ...]:
    """Read from one table."""
    return tuple(row.name for row in GroupRow.select().order_by(GroupRow.id))


@remembered
def groups_and_members() -> tuple[tuple[str, ...], int]:
    """Read from two, one of them by way of what is remembered itself."""
    return group_names(), MemberRow.select().count()


def test_what_did_not_change_is_not_asked_again(books: Books) -> None:
    with counted_statements() as count:
        first = books.register.members()
        asked = count()
        assert books.register.members() == first
        assert count() == asked > 0


def test_what_was_written_is_asked_again(books: Books) -> None:
    before = group_names()
    books.register.add_group("Tổ mới")
    assert group_names() == (*before, "Tổ mới")


def test_what_rests_on_something_remembered_is_asked_again_with_it(books: Books) -> None:
    group_names()
    before, _members = groups_and_members()
    books.register.add_group("Tổ mới")
    assert groups_and_members()[0] == (*before, "Tổ mới")


def test_what_another_table_is_told_is_no_reason_to_ask_again(
    books: Books, meeting_id: int
) -> None:
    with counted_statements() as count:
        group_names()
        books.drafts.keep("form", {"text": "nửa chừng"})
        before = count()
        group_names()
        assert count() == before


def test_to_look_for_somebody_is_no_reason_to_ask_again(books: Books) -> None:
    books.register.members()
    books.case_people.find("van", None)
    raw = connection.connection()
    statements: list[str] = []
    raw.set_trace_callback(statements.append)
    books.register.members()
    raw.set_trace_callback(None)
    assert statements == []


def test_what_was_taken_back_is_as_it_was(books: Books, meeting_id: int) -> None:
    everybody = present_count(meeting_id)
    books.attendance.count_group(meeting_id, books.register.groups()[0].id, 0)
    fewer = present_count(meeting_id)
    assert fewer < everybody
    books.undo.undo(meeting_id)
    assert present_count(meeting_id) == everybody
    books.undo.redo(meeting_id)
    assert present_count(meeting_id) == fewer


def test_what_a_transaction_saw_is_forgotten_with_it(books: Books) -> None:
    before = group_names()
    with connection.atomic("IMMEDIATE") as transaction:
        GroupRow.create(name="Tổ mới", area="")
        assert group_names() == (*before, "Tổ mới")
        transaction.rollback()
    assert group_names() == before


def test_other_books_are_not_taken_for_those_before(books: Books, tmp_path: Path) -> None:
    assert group_names() != ()
    books.close()
    other = Books(tmp_path / "other", FixedClock(books.clock.now()))
    try:
        assert group_names() == ()
    finally:
        other.close()


def test_what_triggers_write_counts_as_written_with_the_table_they_stand_on(books: Books) -> None:
    """Row images aside: an act is written with each of them."""
    rows = connection.execute_sql("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    for table, trigger in rows.fetchall():
        body = trigger.partition("BEGIN")[2]
        for target in set(re.findall(r"(?:INTO|DELETE FROM|UPDATE) \"?(\w+)", body)):
            if target != "row_change":
                before = watch.state(frozenset({target}))
                watch.hear(f'UPDATE "{table}" SET id = id')
                assert watch.state(frozenset({target})) != before, (table, target)
