"""The practice club: on the morning of its October meeting, with something open from September."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from storage.books import Books
from storage.clock import FixedClock
from storage.practice.club import make_practice_club
from storage.records.kinds import Address, HelpForm, MeetingState, Position, StepState


@pytest.fixture
def practice(tmp_path: Path, clock: FixedClock) -> Iterator[Books]:
    books = Books(tmp_path / "practice", clock)
    make_practice_club(books)
    yield books
    books.close()


def test_the_club_is_that_of_the_sample_meeting(practice: Books) -> None:
    club = practice.club.known()
    assert club.name == "CLB Liên thế hệ tự giúp nhau thôn Đông"
    assert club.commune == "xã An Bình"
    assert club.parent_body == "Hội Người cao tuổi xã An Bình"
    groups = practice.register.groups()
    assert [group.name for group in groups] == ["Tổ 1", "Tổ 2", "Tổ 3", "Tổ 4", "Tổ 5"]
    assert [group.members for group in groups] == [12, 11, 13, 11, 11]
    assert all(group.leader for group in groups)


def test_its_members_are_like_those_of_a_village(practice: Books) -> None:
    members = practice.register.members()
    women = [each for each in members if each.person.address_form in {Address.BA, Address.CHI}]
    over_60 = [each for each in members if 2026 - (each.person.birth_year or 2026) > 60]
    assert len({member.name for member in members}) == 58
    assert 0.6 <= len(women) / len(members) <= 0.75
    assert len(over_60) / len(members) > 0.75
    assert sum(member.home_care for member in members) == 3


@pytest.mark.parametrize(
    "position", [Position.CHAIR, Position.VICE_CHAIR, Position.SECRETARY, Position.BOARD]
)
def test_its_offices_are_held(practice: Books, position: Position) -> None:
    assert practice.register.holder(position) is not None


@pytest.mark.parametrize(
    ("name", "group", "birth_year"),
    [("Nguyễn Thị Mùi", "Tổ 1", 1948), ("Lê Văn Sơn", "Tổ 4", 1963)],
)
def test_the_members_of_the_sample_meeting_are_in_the_register(
    practice: Books, name: str, group: str, birth_year: int
) -> None:
    (member,) = practice.register.search(name)
    names = {each.id: each.name for each in practice.register.groups()}
    assert names[member.group_id] == group
    assert member.person.birth_year == birth_year


def test_its_september_meeting_is_sealed_and_the_next_can_begin(
    practice: Books, clock: FixedClock
) -> None:
    last = practice.meetings.last()
    assert last is not None
    assert (last.state, last.day, last.number) == (MeetingState.SEALED, date(2026, 9, 26), 1)
    assert practice.meetings.current() is None
    assert practice.clock is clock
    assert practice.meetings.begin().day == date(2026, 10, 24)


def test_promises_and_an_answer_are_open(practice: Books) -> None:
    meeting = practice.meetings.begin()
    overview = practice.follow_up.overview(meeting.id)
    told = {each.pledge.draft.what: each for each in overview.promises}
    assert set(told) == {"lợp lại mái bếp", "tiền đóng học", "quét dọn sân và nhà Văn hóa"}
    assert told["lợp lại mái bếp"].overdue_days == 15
    assert told["lợp lại mái bếp"].pledge.total == 4
    assert told["tiền đóng học"].pledge.draft.form is HelpForm.MONEY
    assert told["tiền đóng học"].pledge.total == 120_000
    assert told["tiền đóng học"].overdue_days == 0
    (answer,) = overview.answers
    assert answer.matter.what == "đoạn đường xóm Trại đọng nước, khó đi lại"


def test_no_case_waits_so_that_the_sample_meeting_has_its_own_five(practice: Books) -> None:
    meeting = practice.meetings.begin()
    board = practice.proposals.overview(meeting.id)
    assert (board.noted_cases, board.noted_matters) == ((), ())


def test_nothing_was_missing_in_september(practice: Books) -> None:
    last = practice.meetings.last()
    assert last is not None
    head = practice.head(last.id)
    assert not any(head.lacks.values())
    assert StepState.LACKING not in head.states.values()
