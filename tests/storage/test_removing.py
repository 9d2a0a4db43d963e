"""A person's data is removed on request: names go everywhere, counts and seals stay."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample_minutes
from minutes_text import everything
from sample_cases import SampleCases
from storage.books import Books
from storage.checking import check_books
from storage.errors import Refusal
from storage.records.kinds import Step
from storage.records.tracking import TrackingFilter
from storage.tables import HardshipCaseRow, connection


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting, sealed; the secretary's note names anh Lực."""
    cases = sample_minutes.hold(books, meeting_id)
    books.secretary.write_note(meeting_id, Step.SELECTION, "Gia đình Trần Văn Lực cảm ơn CLB.")
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    return cases


def person_of(case_id: int) -> int:
    return int(HardshipCaseRow.get_by_id(case_id).person_id)


def test_the_name_is_nowhere_in_the_books_and_the_check_is_clean(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.people.remove(person_of(cases.luc))
    rows = "\n".join(connection.connection().iterdump())
    for words in ("Trần Văn Lực", "tran van luc", "đang nằm viện", "ngõ 3, thôn"):
        assert words not in rows
    assert check_books() == []


def test_the_sealed_minutes_say_someone_and_keep_their_digest(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    before = books.minutes.digest(meeting_id)
    books.people.remove(person_of(cases.luc))
    said = everything(books.minutes.content(meeting_id))
    assert "ột người (đã xóa tên)" in said
    assert "Lực" not in said
    assert "Nguyễn Thị Mùi" in said
    assert books.minutes.digest(meeting_id) == before


def test_what_was_given_is_still_counted(books: Books, cases: SampleCases) -> None:
    before = [len(entry.pledges) for entry in books.tracking.entries(TrackingFilter())]
    books.people.remove(person_of(cases.luc))
    entries = books.tracking.entries(TrackingFilter())
    assert [len(entry.pledges) for entry in entries] == before
    assert books.people.search("luc") == ()


def test_a_member_leaves_and_has_no_name_any_more(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    member = books.register.members()[0]
    books.people.remove(member.person.id)
    assert member.id not in {each.id for each in books.register.members()}
    assert member.name not in everything(books.minutes.content(meeting_id))
    assert check_books() == []


def test_what_is_sealed_is_sealed_again_afterwards(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.people.remove(person_of(cases.luc))
    with pytest.raises(Exception, match="sealed"):
        connection.execute_sql(
            "UPDATE pledge SET what = 'khác' WHERE meeting_id = ?", (meeting_id,)
        )


def test_while_a_meeting_is_held_nobody_is_removed(
    books: Books, cases: SampleCases, tmp_path: Path
) -> None:
    books.meetings.begin()
    with pytest.raises(Refusal, match="meeting_running"):
        books.people.remove(person_of(cases.luc))
