"""The seal on the minutes: nothing changes any more, and a person can still be forgotten."""

from __future__ import annotations

import pytest

import sample_minutes
from minutes_text import everything, refusal
from sample_cases import SampleCases
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.kinds import (
    MeetingState,
    Step,
)
from storage.records.minutes import (
    MinutesState,
)
from storage.sealing.seal import read
from storage.tables import (
    ActRow,
    DraftRow,
    HandCountRow,
    MeetingRow,
    MinutesRow,
    MinutesValueRow,
    PersonRow,
    PledgeRow,
    RowChangeRow,
)


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The whole sample meeting, up to the approval of its minutes."""
    return sample_minutes.hold(books, meeting_id)


def test_the_seal_changes_nothing_of_what_the_minutes_say(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.secretary.reword(meeting_id, Step.COMMUNITY, "Quét đường làng.")
    books.secretary.write_note(meeting_id, Step.COMMUNITY, "Mang chổi.")
    books.minutes.approve(meeting_id, unanimous=True)
    before = [
        books.minutes.content(meeting_id),
        books.minutes.content(meeting_id, public=True),
        books.minutes.shown(meeting_id, hidden=True),
    ]
    books.minutes.seal(meeting_id)
    after = [
        books.minutes.content(meeting_id),
        books.minutes.content(meeting_id, public=True),
        books.minutes.shown(meeting_id, hidden=True),
    ]
    assert {each.state for each in after} == {MinutesState.SEALED}
    for was, now in zip(before, after, strict=True):
        assert everything(was) == everything(now)
        assert was.parts == now.parts
        assert (was.opening, was.closing) == (now.opening, now.closing)
        assert was.signatures == now.signatures
        assert was.began == now.began
        assert (was.number, was.options) == (now.number, now.options)
        assert was.check_code == now.check_code != ""


def test_the_seal_holds_although_the_books_go_on(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    sealed = books.minutes.content(meeting_id)
    books.register.add_member("Đinh Thị Sáu", 1)
    PersonRow.update(name="Người Khác").where(PersonRow.name == "Phạm Thị Hiền").execute()
    assert books.minutes.content(meeting_id) == sealed


def test_the_seal_is_refused_before_the_approval_and_a_second_time(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    assert refusal(lambda: books.minutes.seal(meeting_id)) is RefusalKind.NOT_APPROVED
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    assert refusal(lambda: books.minutes.seal(meeting_id)) is RefusalKind.MEETING_SEALED
    assert refusal(lambda: books.minutes.reopen(meeting_id)) is RefusalKind.MEETING_SEALED


def test_the_seal_is_refused_while_a_reason_is_missing(books: Books, meeting_id: int) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    assert refusal(lambda: books.minutes.seal(meeting_id)) is RefusalKind.REASON_MISSING
    assert books.meetings.get(meeting_id).state is MeetingState.APPROVED
    assert MinutesRow.select().count() == 0


def test_the_seal_keeps_personal_values_apart_from_the_text(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    row = MinutesRow.get()
    for private in ("Hiền", "Mùi", "nằm viện", "xóm Chùa", "Lê Thị An", "86 tuổi"):
        assert private not in row.content
    salts = [value.salt for value in MinutesValueRow.select()]
    sealed = read(row.content)
    assert len(salts) == len(set(salts)) == len(sealed.digests) + len(sealed.words)


def test_the_seal_leaves_nothing_to_undo_and_keeps_the_history(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    acts = len(books.undo.history(meeting_id))
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    assert RowChangeRow.select().count() == 0
    assert DraftRow.select().count() == 0
    history = books.undo.history(meeting_id)
    assert len(history) == acts + 2
    assert history[0].kind is ActKind.MINUTES_SEALED
    assert history[0].values == {"number": 1}
    assert ActRow.select().where(ActRow.undone).count() == 0


def test_the_seal_is_kept_by_the_file_itself(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    for statement in (
        PledgeRow.update(quantity=2).where(PledgeRow.meeting == meeting_id),
        MeetingRow.update(number=9).where(MeetingRow.id == meeting_id),
        MinutesRow.update(content="{}"),
        MinutesRow.delete(),
        HandCountRow.delete(),
    ):
        with pytest.raises(Exception, match="sealed"):
            statement.execute()


def test_the_seal_of_the_next_meeting_follows_on_this_one(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    first = books.minutes.content(meeting_id)
    assert first.previous_code == ""
    clock.advance(28 * 24 * 3600)
    following = books.meetings.begin()
    for group in books.register.groups():
        books.attendance.count_group(following.id, group.id, group.members)
    books.minutes.give_reason(following.id, no_case="không có", no_community="mưa bão")
    books.minutes.approve(following.id, unanimous=True)
    assert books.minutes.content(following.id).previous_code == first.check_code
    books.minutes.seal(following.id)
    assert books.minutes.content(following.id).previous_code == first.check_code


def test_the_seal_outlives_the_removal_of_a_persons_data(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    code = books.minutes.content(meeting_id).check_code
    person = PersonRow.get(PersonRow.name == "Phạm Thị Hiền")
    MinutesValueRow.delete().where(MinutesValueRow.token.contains(f"person.{person.id}.")).execute()
    content = books.minutes.content(meeting_id)
    assert "Hiền" not in everything(content)
    assert "(đã xóa)" in everything(content)
    assert content.check_code == code
