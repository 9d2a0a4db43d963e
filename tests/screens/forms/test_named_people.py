"""A person named in one breath: what was said and what the register knows fill the boxes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.events import Key

from driver import Driver
from proposal_meeting import ProposalMeeting
from screens.forms.form_screen import FormScreen
from screens.forms.member_meant import may_be, members_meant
from screens.forms.spoken import spoken_person
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import Address, Relation
from storage.records.people import Member

TODAY = date(2026, 10, 24)


@pytest.fixture
def meeting(books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock) -> ProposalMeeting:
    """A meeting at step 4 with bà Mùi in the first group."""
    meeting = ProposalMeeting(books, meeting_id, tmp_path / "books", clock)
    _add_mui(meeting)
    return meeting


def _add_mui(meeting: ProposalMeeting, birth_year: int = 1948) -> int:
    return meeting.books.register.add_member(
        "Nguyễn Thị Mùi",
        meeting.groups[0],
        address_form=Address.BA,
        birth_year=birth_year,
        address="xóm Đình",
    )


def _in_haste(driver: Driver, text: str) -> None:
    """The text and Enter behind it, before the form has been told of a single letter."""
    for character in text:
        driver.app.post_message(Key(character, character))
    driver.app.post_message(Key("enter", "\r"))


def _texts(driver: Driver, *keys: str) -> list[str]:
    screen = driver.app.screen
    assert isinstance(screen, FormScreen)
    return [screen.values.texts[key] for key in keys]


async def _open(driver: Driver) -> None:
    await driver.press("1", "1")
    await driver.wait_for_focus("field-name")


async def _name(driver: Driver, text: str) -> None:
    await driver.type(text)
    await driver.press("enter")


async def test_a_member_named_with_age_and_address_fills_the_boxes_at_once(
    meeting: ProposalMeeting,
) -> None:
    async with meeting.shown() as driver:
        await _open(driver)
        _in_haste(driver, "bà Nguyễn Thị Mùi, 78, ngõ 3 xóm Đình")
        await driver.wait_for_focus("field-circumstances")
        told = _texts(driver, "name", "address_form", "birth", "relation", "address")
        assert told == ["Nguyễn Thị Mùi", "bà", "1948", Relation.MEMBER, "ngõ 3 xóm Đình"]
        assert driver.row("form-notice").startswith("Đã lấy theo danh sách.")


async def test_a_stranger_of_a_members_name_is_told_apart_by_age(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await _open(driver)
        await _name(driver, "bà Nguyễn Thị Mùi, 41, ngõ 3")
        await driver.wait_for_focus("field-relation")
        told = _texts(driver, "name", "address_form", "birth", "relation", "address")
        assert told == ["Nguyễn Thị Mùi", "bà", "41", "", "ngõ 3"]


async def test_of_namesakes_it_is_asked_who_is_meant(meeting: ProposalMeeting) -> None:
    other = _add_mui(meeting, 1949)
    async with meeting.shown() as driver:
        await _open(driver)
        await _name(driver, "bà Nguyễn Thị Mùi, xóm Đình")
        await driver.until("Trong danh sách có 2 người tên Nguyễn Thị Mùi. Là ai?")
        assert "3  Người khác, không có trong danh sách" in driver.text()
        await driver.press("2")
        await driver.wait_for_focus("field-circumstances")
        assert _texts(driver, "birth", "member") == ["1949", str(other)]


async def test_letters_without_marks_and_enter_take_the_first_who_is_offered(
    meeting: ProposalMeeting,
) -> None:
    async with meeting.shown() as driver:
        await _open(driver)
        await _name(driver, "mui")
        await driver.wait_for_focus("field-circumstances")
        assert _texts(driver, "name", "relation") == ["Nguyễn Thị Mùi", Relation.MEMBER]
        assert driver.row("form-notice").startswith("Đã lấy theo danh sách.")


async def test_nothing_of_one_person_stays_beneath_another(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await _open(driver)
        await _name(driver, "mui")
        await driver.wait_for_focus("field-circumstances")
        await driver.press("pageup", "home")
        await driver.press("ctrl+k")
        await _name(driver, "Đỗ Văn Xa")
        await driver.wait_for_focus("field-address_form")
        told = _texts(driver, "name", "address_form", "birth", "relation", "address")
        assert told == ["Đỗ Văn Xa", "", "", "", ""]


@pytest.mark.parametrize(
    ("form", "number", "fits"),
    [
        (None, None, True),
        (Address.BA, 78, True),
        (Address.CU, 79, True),
        (Address.BA, 80, False),
        (Address.BA, 1948, True),
        (Address.BA, 1949, False),
        (Address.CHI, None, False),
    ],
)
def test_what_is_said_must_not_contradict_the_register(
    mui: Member, form: Address | None, number: int | None, fits: bool
) -> None:
    assert may_be(mui, form, number, TODAY) is fits


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nguyễn Thị Mùi", True),
        ("bà mui, 78", True),
        ("mui, 41", False),
        ("Mùi", False),
        ("Nguyễn Thị Mui", False),
    ],
)
def test_a_name_is_a_members_in_full_or_as_a_search(mui: Member, text: str, found: bool) -> None:
    assert members_meant([mui], spoken_person(text), TODAY) == ((mui,) if found else ())


@pytest.fixture
def mui(meeting: ProposalMeeting) -> Member:
    """Bà Mùi, 78 years old, as the register has her."""
    return meeting.books.register.search("mui")[0]
