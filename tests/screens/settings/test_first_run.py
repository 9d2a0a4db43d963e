"""The first run: a club and its groups are set up, or the practice club is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

import spreadsheets
from driver import Driver, driven
from prepared import PreparedBooks, Stage
from screens.forms.form_screen import FormScreen
from screens.settings.first_run import FirstRunScreen
from storage.clock import FixedClock
from storage.records.kinds import Position
from storage.records.people import Club
from tui.data_folder import PRACTICE_FOLDER


async def open_club_form(driver: Driver) -> None:
    """Begins the club's own books: the form with its names."""
    await driver.press("down", "enter")
    await driver.until("Ghi đủ, như trên giấy tờ.")


async def fill_club(driver: Driver) -> None:
    """Names the club, and goes on to its first group."""
    await open_club_form(driver)
    await driver.press("enter")
    await driver.wait_for_focus("field-hamlet")
    await driver.type("thôn Tây")
    await driver.press("pagedown", "enter")
    await driver.until("Tổ thứ 1")


async def begin_members(driver: Driver) -> None:
    """In the form of a group, goes on from its name to its leader."""
    await driver.press("enter")
    await driver.wait_for_focus("field-leader")


async def know_club(driver: Driver, club: Club) -> None:
    """The club is in the books, as if its form had been filled."""
    await driver.app.ask(lambda books: books.club.save(club))
    assert isinstance(driver.app.screen, FirstRunScreen)
    await driver.app.screen.refresh_page()


async def test_the_first_screen_offers_practice_and_own_books(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with driven(tmp_path, clock) as driver:
        assert "Chung Tay: lần đầu mở sổ" in driver.text()
        assert "Nguyễn Ẩn Ất Ỷ Bắt Kết" in driver.text()
        assert "Họp thử với một câu lạc bộ tưởng tượng" in driver.text()
        assert "Lập sổ cho câu lạc bộ của mình" in driver.text()


async def test_a_club_with_a_group_is_set_up(tmp_path: Path, clock: FixedClock) -> None:
    async with driven(tmp_path, clock) as driver:
        await fill_club(driver)
        await begin_members(driver)
        await driver.type("Lê Văn Tám")
        await driver.press("enter")
        await driver.wait_for_focus("field-members")
        await driver.type("Vũ Thị Na")
        await driver.press("enter")
        await driver.type("Đỗ Thị Hà")
        await driver.press("pagedown", "enter")
        await driver.until("+ Thêm tổ")
        await driver.go_to_line("offices")
        await driver.press("enter")
        await driver.type("tam")
        await driver.press("enter", "pagedown", "enter")
        await driver.until("Lê Văn Tám, …")
        assert "Lê Văn Tám" in driver.text()
        assert "3 người" in driver.text()
        await driver.go_to_line("done")
        await driver.press("enter")
        await driver.until("Bắt đầu phần IV hôm nay")
        assert "CLB Liên thế hệ tự giúp nhau thôn Tây" in driver.text()
        assert "3 thành viên, 1 tổ" in driver.text()
        chair = await driver.app.ask(lambda books: books.register.holder(Position.CHAIR))
        assert chair is not None
        assert chair.name == "Lê Văn Tám"


async def test_members_are_read_as_they_are_spoken_of(tmp_path: Path, clock: FixedClock) -> None:
    async with driven(tmp_path, clock) as driver:
        await fill_club(driver)
        await begin_members(driver)
        await driver.type("ông Lê Văn Tám, 1950")
        await driver.press("enter")
        await driver.type("bà Vũ Thị Na 72")
        await driver.press("enter")
        await driver.type("Đỗ Thị Hà sinh năm 1961, ngõ 3")
        await driver.press("enter")
        await driver.type("Trần Thị Mai 1750")
        await driver.press("ctrl+s")
        await driver.until("Năm sinh ở dòng “Trần Thị Mai 1750” không đúng")
        await driver.press("backspace", "backspace", "backspace", "backspace")
        await driver.press("ctrl+s")
        await driver.until("4 người")
        await driver.until("► + Thêm tổ")
        await driver.press("up", "enter")
        await driver.until("Trần Thị Mai")
        await driver.press("escape")
        await driver.until("+ Thêm tổ")
        members = await driver.app.ask(lambda books: books.register.members())
        people = [each.person for each in members]
        assert {(each.addressed, each.birth_year, each.address) for each in people} == {
            ("ông Lê Văn Tám", 1950, ""),
            ("bà Vũ Thị Na", clock.today().year - 72, ""),
            ("Đỗ Thị Hà", 1961, "ngõ 3"),
            ("Trần Thị Mai", None, ""),
        }


async def test_the_form_that_was_open_opens_again(tmp_path: Path, clock: FixedClock) -> None:
    async with driven(tmp_path, clock) as driver:
        await open_club_form(driver)
        await driver.press("enter")
        await driver.type("thôn Tây")
        await save_draft(driver)
    async with driven(tmp_path, clock) as driver:
        await driver.until("thôn Tây")
        await driver.wait_for_focus("field-hamlet")
        await driver.press("pagedown")
        await save_draft(driver)
    async with driven(tmp_path, clock) as driver:
        await driver.wait_for_focus("accept")
        await driver.press("enter")
        await driver.until("Tổ thứ 1")
        await begin_members(driver)
        await driver.type("Lê Văn Tám")
        await save_draft(driver)
    async with driven(tmp_path, clock) as driver:
        await driver.until("Lê Văn Tám")
        await driver.wait_for_focus("field-leader")


async def save_draft(driver: Driver) -> None:
    """Has the half typed form stored, as it is a moment later."""
    form = driver.app.screen
    assert isinstance(form, FormScreen)
    await form.keep_draft()


async def test_a_club_without_a_name_is_refused_and_nothing_is_lost(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with driven(tmp_path, clock) as driver:
        await open_club_form(driver)
        await driver.press("ctrl+u", "enter")
        await driver.wait_for_focus("field-hamlet")
        await driver.type("thôn Tây")
        await driver.press("pagedown", "enter")
        await driver.until("Chưa có họ tên")
        assert "thôn Tây" in driver.text()


async def test_a_club_with_a_spreadsheet_need_not_type_its_members(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "nobody")
    folder = tmp_path / "books"
    async with driven(folder, clock) as driver:
        spreadsheets.workbook(folder / "ds.xlsx", DS=spreadsheets.PEOPLE)
        await know_club(driver, Club("CLB", "thôn Đông", "xã An Bình"))
        await driver.go_to_line("import")
        await driver.press("enter")
        await driver.go_to_text("ds.xlsx")
        await driver.press("enter")
        await driver.until("Sẽ lập thêm: Tổ 1, Tổ 2, Tổ 3.")
        await driver.press("enter", "1")
        await driver.until("Đã nhập xong")
        await driver.press("escape", "escape")
        await driver.until("+ Thêm tổ")
        assert "bà Nguyễn Thị Mùi" in driver.text()


async def test_what_was_begun_is_gone_on_with_until_it_is_said_to_be_done(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with driven(tmp_path, clock) as driver:
        await fill_club(driver)
        await driver.press("pagedown", "enter")
        await driver.until("+ Thêm tổ")
    async with driven(tmp_path, clock) as driver:
        assert "+ Thêm tổ" in driver.text()
        await driver.go_to_line("done")
        await driver.press("enter")
        await driver.until("Bắt đầu phần IV hôm nay")
    async with driven(tmp_path, clock) as driver:
        assert "Bắt đầu phần IV hôm nay" in driver.text()


async def test_what_can_wait_is_offered_and_the_head_is_seen_on_paper(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with driven(tmp_path, clock) as driver:
        body = "Hội Người cao tuổi"
        await know_club(driver, Club("CLB Liên thế hệ", "thôn Tây", "xã An Bình", parent_body=body))
        for line, words in (
            ("head", "Hội Người cao tuổi"),
            ("passphrase", "Sổ chưa có mật khẩu"),
            ("settings", "Thêm một bản sao lưu ở"),
        ):
            await driver.go_to_line(line)
            await driver.press("enter")
            await driver.until(words)
            await driver.press("escape")
            await driver.until("Để sau cũng được")


async def test_books_of_another_computer_are_opened_from_a_backup(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with driven(tmp_path, clock) as driver:
        await driver.go_to_line("restore")
        await driver.press("enter")
        await driver.until("Chưa thấy bản sao lưu nào. Có USB thì xin cắm vào.")


async def test_after_practice_the_own_books_are_set_up(tmp_path: Path, clock: FixedClock) -> None:
    async with driven(tmp_path, clock) as driver:
        await driver.press("enter")
        await driver.until("Thôi họp thử, về sổ của câu lạc bộ mình")
        assert "Họp thử – CLB Liên thế hệ tự giúp nhau thôn Đông" in driver.text()
        await driver.go_to_line("end-practice")
        await driver.press("enter")
        await driver.until("Lập sổ cho câu lạc bộ của mình")
        await fill_club(driver)
        club = await driver.app.ask(lambda books: books.club.known())
        assert club.name == "CLB Liên thế hệ tự giúp nhau thôn Tây"
    async with driven(tmp_path / PRACTICE_FOLDER, clock, practice=True) as driver:
        await driver.go_to_line("end-practice")
        await driver.press("enter")
        await driver.until("Tổ thứ 1")
        await driver.press("escape")
        await driver.until("+ Thêm tổ")
        assert "CLB Liên thế hệ tự giúp nhau thôn Tây" in driver.text()


async def test_practice_is_left_in_the_midst_of_its_meeting(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with driven(tmp_path, clock) as driver:
        await driver.press("enter")
        await driver.until("Bắt đầu phần IV hôm nay")
        await driver.go_to_text("Bắt đầu phần IV hôm nay")
        await driver.press("enter")
        await driver.until("►1 Điểm danh")
        await driver.app.show_home()
        await driver.until("Thôi họp thử")
        await driver.go_to_line("end-practice")
        await driver.press("enter")
        await driver.until("Lập sổ cho câu lạc bộ của mình")
        assert driver.app.meeting_id is None


async def test_practice_books_of_another_place_lead_nowhere_else(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with driven(tmp_path / "books", clock, practice=True) as driver:
        assert "Họp thử" in driver.text()
        assert "Thôi họp thử" not in driver.text()


async def test_practice_is_seen_to_begin_and_to_end_from_the_main_page(
    tmp_path: Path, clock: FixedClock, prepared: PreparedBooks
) -> None:
    async with driven(prepared.copy(Stage.HOME, tmp_path / "own"), clock) as driver:
        await driver.until("Bắt đầu phần IV hôm nay")
        assert "Họp thử – CLB" not in driver.text()
        await driver.go_to_line("practice")
        await driver.press("enter")
        await driver.until("Họp thử – CLB Liên thế hệ tự giúp nhau thôn Đông")
        await driver.go_to_line("end-practice")
        await driver.press("enter")
        await driver.until_gone("Họp thử – CLB")
        assert "Bắt đầu phần IV hôm nay" in driver.text()
