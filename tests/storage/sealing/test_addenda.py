"""Phụ lục biên bản: the only correction of sealed minutes, sealed itself and never changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import peewee
import pytest

import sample_minutes
from sample_cases import SampleCases
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.addenda import AddendumDraft
from storage.records.findings import FindingKind
from storage.rules.minutes_parts.tokens import Copy
from storage.safekeeping.checking import check_books, check_last_seal
from storage.sealing.seal_chain import Link
from storage.tables import AddendumRow, AddendumValueRow, MinutesRow, PersonRow, connection
from tampering import unguarded

DAY = date(2026, 10, 30)
CORRECTION = "Bà Nguyễn Thị Mùi ở xóm Đình, không phải xóm Chùa.\nSố chăn là 02."


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting of 24 October, sealed."""
    cases = sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    return cases


def correct(books: Books, meeting_id: int, text: str = CORRECTION, day: date = DAY) -> int:
    """Writes an addendum that the officers of the meeting sign."""
    meeting = books.meetings.get(meeting_id)
    draft = AddendumDraft(text, day, meeting.secretary_id, meeting.chair_id)
    return books.addenda.write(meeting_id, draft)


def refusal(act: Callable[[], object]) -> object:
    """Why an act is refused; no addendum is kept."""
    before = AddendumRow.select().count()
    with pytest.raises(Refusal) as refused:
        act()
    assert AddendumRow.select().count() == before
    return refused.value.kind


def next_meeting_sealed(books: Books, clock: FixedClock) -> int:
    """A meeting of November with nothing in it, sealed."""
    clock.advance(35 * 24 * 3600)
    november = books.meetings.begin().id
    for group in books.register.groups():
        books.attendance.count_group(november, group.id, group.members)
    books.minutes.give_reason(november, no_case="không có", no_community="mưa bão")
    books.minutes.approve(november, unanimous=True)
    books.minutes.seal(november)
    return november


def test_an_addendum_has_its_number_day_text_and_signers(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    assert (correct(books, meeting_id), correct(books, meeting_id, "Thêm một ý.")) == (1, 2)
    found = books.addenda.of_meeting(meeting_id)
    first, second = found.addenda
    assert (first.number, first.minutes_number, first.day) == (1, 1, DAY)
    assert [each.text for each in first.text] == CORRECTION.split("\n")
    chair, secretary = books.register.members()[:2]
    assert [(each.capacity, each.name) for each in first.signatures] == [
        ("Thư ký", secretary.name),
        ("Chủ tọa", chair.name),
    ]
    minutes = books.minutes.content(meeting_id)
    assert first.minutes_code == second.minutes_code == minutes.check_code
    assert len({first.check_code, second.check_code, minutes.check_code}) == 3
    assert check_books() == []
    assert books.minutes.content(meeting_id) == minutes


def test_only_sealed_minutes_take_an_addendum(books: Books, meeting_id: int) -> None:
    sample_minutes.hold(books, meeting_id)
    assert refusal(lambda: correct(books, meeting_id)) is RefusalKind.MINUTES_NOT_SEALED
    books.minutes.approve(meeting_id, unanimous=True)
    assert refusal(lambda: correct(books, meeting_id)) is RefusalKind.MINUTES_NOT_SEALED
    assert not books.addenda.of_meeting(meeting_id).sealed
    assert refusal(lambda: books.addenda.of_meeting(99)) is RefusalKind.MEETING_MISSING


def test_an_empty_addendum_and_one_of_an_earlier_day_are_refused(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    assert refusal(lambda: correct(books, meeting_id, " \n ")) is RefusalKind.TEXT_MISSING
    early = date(2026, 10, 23)
    kind = refusal(lambda: correct(books, meeting_id, day=early))
    assert kind is RefusalKind.ADDENDUM_TOO_EARLY


def test_the_chain_goes_through_the_addenda(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    correct(books, meeting_id)
    correct(books, meeting_id, "Thêm một ý.")
    november = next_meeting_sealed(books, clock)
    correct(books, meeting_id, "Sửa lần nữa.", date(2026, 12, 1))
    correct(books, november, "Sửa biên bản tháng 11.", date(2026, 12, 1))
    first, second, third, fourth = AddendumRow.select().order_by(AddendumRow.id)
    october, of_november = MinutesRow.select().order_by(MinutesRow.id)
    order: list[Link] = [october, first, second, of_november, third, fourth]
    befores = [link.previous_digest for link in order]
    assert befores == ["", *(link.digest for link in order[:-1])]
    assert check_books() == check_last_seal() == []


def test_an_addendum_that_is_gone_breaks_the_chain(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    correct(books, meeting_id)
    next_meeting_sealed(books, clock)
    with unguarded():
        AddendumValueRow.delete().execute()
        AddendumRow.delete().execute()
    assert [each.kind for each in check_books()] == [FindingKind.CHAIN_BROKEN]


def test_an_addendum_that_was_changed_is_found(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    correct(books, meeting_id)
    changes = (
        "UPDATE addendum SET content = replace(content, '02', '03')",
        "UPDATE addendum SET number = 7",
        "UPDATE addendum SET sealed = 0",
        "UPDATE addendum_value SET value = 'Người Khác'",
    )
    for change in changes:
        with pytest.raises(peewee.IntegrityError, match="sealed"):
            connection.execute_sql(change)
    for change in changes:
        with connection.atomic() as transaction:
            with unguarded():
                connection.execute_sql(change)
            assert [each.kind for each in check_books()] == [FindingKind.ADDENDUM_CHANGED], change
            assert [each.kind for each in check_last_seal()] == [FindingKind.ADDENDUM_CHANGED]
            transaction.rollback()
    assert check_books() == []


def test_the_file_itself_refuses_every_change(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    correct(books, meeting_id)
    open_meeting = books.meetings.begin().id
    columns = "meeting_id, number, format, content, digest, previous_digest, sealed_at, sealed"
    others = "format, content, digest, previous_digest, sealed_at"
    attacks = (
        "DELETE FROM addendum",
        "UPDATE addendum SET number = 2",
        "UPDATE addendum SET id = 9",
        f"REPLACE INTO addendum (id, {columns}) SELECT id, {columns} FROM addendum",
        f"REPLACE INTO addendum ({columns}) SELECT meeting_id, number, {others}, 0 FROM addendum",
        f"INSERT INTO addendum ({columns}) SELECT {open_meeting}, 1, {others}, 0 FROM addendum",
        f"INSERT INTO addendum ({columns}) SELECT meeting_id, 2, {others}, 1 FROM addendum",
        "INSERT INTO addendum_value VALUES (1, 'x', 'y', 'z')",
        "REPLACE INTO addendum_value SELECT * FROM addendum_value",
        "UPDATE addendum_value SET salt = ''",
    )
    for recursive in ("OFF", "ON"):
        connection.execute_sql(f"PRAGMA recursive_triggers = {recursive}")
        for attack in attacks:
            with pytest.raises(peewee.IntegrityError, match="sealed"):
                connection.execute_sql(attack)
    assert check_books() == []


def test_a_persons_name_can_go_and_the_chain_holds(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    correct(books, meeting_id)
    row = AddendumRow.get()
    assert "Mùi" not in row.content
    person = PersonRow.get(PersonRow.name == "Nguyễn Thị Mùi")
    books.people.remove(person.id)
    (addendum,) = books.addenda.of_meeting(meeting_id).addenda
    assert addendum.text[0].text == "Bà (đã xóa tên) ở xóm Đình, không phải xóm Chùa."
    assert check_books() == []


def test_the_wall_names_only_who_agreed(books: Books, meeting_id: int, cases: SampleCases) -> None:
    correct(books, meeting_id, "Bà Nguyễn Thị Mùi và cụ Phạm Thị Hiền đồng ý.")
    (addendum,) = books.addenda.of_meeting(meeting_id, Copy.WALL).addenda
    assert addendum.text[0].text == "Bà Nguyễn Thị Mùi và cụ H. đồng ý."


def test_who_is_helped_by_another_meeting_is_hidden_too(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    clock.advance(35 * 24 * 3600)
    november = books.meetings.begin().id
    group = books.register.groups()[0].id
    other = replace(sample_minutes.HIEN, name="Đỗ Thị Lan", relative_of=1)
    books.proposals.propose_case(november, group, other)
    correct(books, meeting_id, "Cụ Đỗ Thị Lan cũng cần chăn.")
    (addendum,) = books.addenda.of_meeting(meeting_id, Copy.WALL).addenda
    assert addendum.text[0].text == "Cụ L. cũng cần chăn."
