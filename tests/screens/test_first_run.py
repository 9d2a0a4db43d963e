"""The first run: a club and its groups are set up, or the practice club is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

import spreadsheets
from driver import Driver, driven
from screens.first_run import FirstRunScreen
from storage.clock import FixedClock
from storage.records.kinds import Position
from storage.records.people import Club


async def fill_club(driver: Driver) -> None:
    """Names the club."""
    await driver.press("down", "enter")
    await driver.until("Ghi đủ, như trên giấy tờ.")
    await driver.type("CLB Liên thế hệ tự giúp nhau thôn Tây")
    await driver.press("enter")
    await driver.until("Thôn / tổ dân phố")
    await driver.press("pagedown", "enter")
    await driver.until("Tổ thứ 1")


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
        await driver.press("enter")
        await driver.wait_for_focus("field-leader")
        await driver.type("Lê Văn Tám")
        await driver.press("enter")
        await driver.wait_for_focus("field-members")
        await driver.type("Vũ Thị Na")
        await driver.press("enter")
        await driver.type("Đỗ Thị Hà")
        await driver.press("tab")
        await driver.wait_for_focus("field-chair")
        await driver.type("Lê Văn Tám")
        await driver.press("pagedown", "enter")
        await driver.until("+ Thêm tổ")
        assert "Lê Văn Tám" in driver.text()
        assert "3 người" in driver.text()
        await driver.press("end", "enter")
        await driver.until("Bắt đầu phần IV hôm nay")
        assert "3 thành viên, 1 tổ" in driver.text()
        chair = await driver.app.ask(lambda books: books.register.holder(Position.CHAIR))
        assert chair is not None
        assert chair.name == "Lê Văn Tám"


async def test_a_club_without_a_name_is_refused_and_nothing_is_lost(
    tmp_path: Path, clock: FixedClock
) -> None:
    async with driven(tmp_path, clock) as driver:
        await driver.press("down", "enter")
        await driver.until("Ghi đủ, như trên giấy tờ.")
        await driver.press("enter")
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
        await driver.app.ask(lambda books: books.club.save(Club("CLB", "thôn Đông", "xã An Bình")))
        assert isinstance(driver.app.screen, FirstRunScreen)
        await driver.app.screen.refresh_page()
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
