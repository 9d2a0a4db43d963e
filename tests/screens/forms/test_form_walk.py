"""The way through a form: jumps are seen, nothing gives way in silence, doubts come at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import Driver
from proposal_meeting import ProposalMeeting
from screens.forms.fields import TextField
from screens.forms.form import Form
from screens.forms.form_screen import FormScreen
from storage.books import Books
from storage.clock import FixedClock


@pytest.fixture
def meeting(books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock) -> ProposalMeeting:
    """A meeting at step 4 in which nothing is proposed yet."""
    return ProposalMeeting(books, meeting_id, tmp_path / "books", clock)


def _text(driver: Driver, key: str) -> str:
    screen = driver.app.screen
    assert isinstance(screen, FormScreen)
    return screen.values.text(key)


async def _to_needs(driver: Driver) -> None:
    await driver.press("1", "1")
    await driver.wait_for_focus("field-name")
    await driver.type("anh Đỗ Văn Xa, 41, ngõ 3")
    await driver.press("enter", "3")
    await driver.wait_for_focus("field-circumstances")
    await driver.type("nằm viện")
    await driver.press("enter")
    await driver.wait_for_focus("field-needs")


async def test_a_jump_is_said_and_one_enter_too_many_loses_no_words(
    meeting: ProposalMeeting,
) -> None:
    async with meeting.shown() as driver:
        await _to_needs(driver)
        await driver.press("2", "enter")
        await driver.type("gặt lúa")
        await driver.press("enter")
        await driver.wait_for_focus("field-when")
        assert driver.row("form-notice") == "Đã bỏ qua: số ngày công. Mũi tên lên để ghi."
        await driver.press("enter")
        await driver.wait_for_focus("field-consent")
        assert not driver.row("form-notice")
        await driver.type("trong hai tuần tới")
        await driver.wait_for_focus("field-when")
        assert _text(driver, "when") == "trong hai tuần tới"


async def test_what_gives_way_to_a_key_is_said_and_comes_back(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await _to_needs(driver)
        await driver.press("up", "up")
        await driver.wait_for_focus("field-address")
        await driver.type("1")
        assert driver.row("form-notice") == "Đã thay “ngõ 3”; Ctrl+Z lấy lại."
        await driver.press("ctrl+z")
        assert _text(driver, "address") == "ngõ 3"


async def test_words_typed_on_an_answer_pass_over_what_was_said_before(
    meeting: ProposalMeeting,
) -> None:
    async with meeting.shown() as driver:
        await driver.press("1", "1")
        await driver.wait_for_focus("field-name")
        await driver.type("anh Đỗ Văn Xa, 41, ngõ 3")
        await driver.press("enter")
        await driver.wait_for_focus("field-relation")
        await driver.type("nằm viện")
        await driver.wait_for_focus("field-circumstances")
        assert _text(driver, "address") == "ngõ 3"
        assert _text(driver, "circumstances") == "nằm viện"


async def test_a_number_alone_is_no_day(meeting: ProposalMeeting) -> None:
    """It is asked about at Enter, and never stored."""
    asked = "“1” là ngày nào? Xin gõ “ngày 1”, hoặc 1/10."
    async with meeting.shown() as driver:
        await _to_needs(driver)
        await driver.press("4", "enter", "enter")
        await driver.wait_for_focus("field-when")
        await driver.type("1")
        await driver.press("enter")
        assert driver.row("form-notice") == asked
        await driver.wait_for_focus("field-when")
        await driver.press("down", "ctrl+s")
        await driver.until(asked)
        await driver.wait_for_focus("field-when")


async def test_what_is_no_age_is_said_when_the_field_is_left(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await driver.press("1", "1")
        await driver.wait_for_focus("field-name")
        await driver.press("down", "down")
        await driver.wait_for_focus("field-birth")
        await driver.type("cụ Hiền")
        await driver.press("enter")
        assert driver.row("form-notice") == "Số không đúng. Xin ghi một số từ 1 trở lên."
        await driver.wait_for_focus("field-birth")
        await driver.type("3000")
        await driver.press("down")
        assert driver.row("form-notice").startswith("Năm sinh không đúng.")
        await driver.wait_for_focus("field-relation")


async def test_a_day_that_has_gone_is_pointed_out(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await driver.press("1", "2")
        await driver.wait_for_focus("field-what")
        await driver.type("dọn đường")
        await driver.press("enter", "enter")
        await driver.wait_for_focus("field-when")
        await driver.type("20/10/2026")
        assert "Thứ ba 20/10/2026, đã qua" in driver.text()
        await driver.press("ctrl+a")
        await driver.type("25/10/2026")
        assert "đã qua" not in driver.text()


async def test_the_arrows_leave_a_longer_text(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await _to_needs(driver)
        await driver.press("up")
        await driver.wait_for_focus("field-circumstances")
        await driver.type(", neo người")
        assert _text(driver, "circumstances") == "nằm viện, neo người"
        await driver.press("up")
        await driver.wait_for_focus("field-address")
        await driver.press("down", "down")
        await driver.wait_for_focus("field-needs")


async def test_left_and_right_move_between_save_and_drop(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await _to_needs(driver)
        await driver.press("escape", "1", "1")
        await driver.until("Đã mở lại phần đang ghi dở.")
        await driver.press("pagedown", "right")
        await driver.wait_for_focus("drop")
        await driver.press("right", "left")
        await driver.wait_for_focus("accept")


async def test_a_time_said_with_a_need_goes_to_its_own_field(meeting: ProposalMeeting) -> None:
    async with meeting.shown() as driver:
        await _to_needs(driver)
        await driver.press("2", "enter")
        await driver.type("10 công gặt lúa, chủ nhật tới")
        await driver.press("enter")
        await driver.wait_for_focus("field-consent")
        told = [_text(driver, key) for key in ("thing-labour", "amount-labour", "when")]
        assert told == ["gặt lúa", "10", "chủ nhật tới"]


def test_a_key_that_comes_before_there_are_fields_is_no_fault() -> None:
    form = FormScreen(Form("early", "", (TextField("name", "Họ tên"),), lambda _books, _values: 1))
    form.action_to_accept()
    form.action_to_first()
    assert form.focused is None
