"""Cài đặt: each setting with what it does, changed where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import Driver, driven
from screens.settings.settings_list import SETTINGS
from storage.books import Books
from storage.clock import FixedClock


@pytest.fixture
def folder(books: Books, tmp_path: Path) -> Path:
    """The books of a club without a meeting."""
    books.close()
    return tmp_path / "books"


async def open_settings(driver: Driver) -> None:
    await driver.go_to_line("book:settings")
    await driver.press("enter")
    await driver.until("Tên câu lạc bộ")


async def test_the_effect_of_a_setting_is_shown_and_changes_with_it(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await open_settings(driver)
        await driver.until("Đầu biên bản: Hội Người cao tuổi xã An Bình / CLB Liên thế hệ")
        await driver.go_to_line("part_number")
        await driver.press("enter")
        await driver.until("Cài đặt: Phần thứ mấy của buổi")
        await driver.press("backspace", "backspace")
        await driver.type("VI")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: Phần thứ mấy của buổi: VI")
        assert driver.row("detail") == "Trên màn hình và giấy: Phần VI"


async def test_a_number_is_typed_or_counted_up_on_its_line(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await open_settings(driver)
        await driver.go_to_line("discussion_minutes")
        await driver.press("plus")
        await driver.until("11   Enter để lưu")
        await driver.press("enter")
        await driver.until("Đã lưu: Các tổ thảo luận: 11 phút")
        await driver.go_to_line("discussion_minutes")
        await driver.press("9", "9", "enter")
        await driver.until("Số không đúng. Xin ghi một số từ 1 đến 60.")
        await driver.press("escape")
        club = await driver.app.ask(lambda books: books.club.known())
        assert club.discussion_minutes == 11


async def test_the_effect_of_each_answer_is_seen_before_it_is_chosen(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await open_settings(driver)
        await driver.go_to_line("minutes_read_aloud")
        await driver.press("enter")
        await driver.until("Biên bản đã được đọc lại")
        await driver.press("down")
        await driver.until("Biên bản không ghi câu này.")
        await driver.press("enter")
        await driver.until("Đã lưu: Câu “đã đọc lại”: Không")


def test_every_setting_of_the_page_is_one_of_the_club(books: Books) -> None:
    club = books.club.known()
    for setting in SETTINGS.values():
        assert setting.shown(club)
        assert setting.effect(club)
