"""The club's books lie over where one was: Esc leads back there, the menu leads anywhere."""

from __future__ import annotations

from pathlib import Path

from driver import Driver, driven
from screens.between_meetings.club_books import CLUB_BOOKS
from storage.clock import FixedClock


async def open_settings(driver: Driver) -> None:
    await driver.press("f2")
    await driver.type("cai dat")
    await driver.until("Cài đặt")
    await driver.press("enter")
    await driver.until("Tên câu lạc bộ")


async def test_a_book_is_opened_at_a_step_and_esc_leads_back_to_it(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("pagedown")
        await driver.until("►2 Việc kỳ trước")
        await open_settings(driver)
        assert "►2" in driver.text()
        await driver.press("escape")
        await driver.until("Việc kỳ trước: đã làm tới đâu?")


async def test_from_a_book_the_menu_leads_to_any_step_and_to_the_main_page(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await open_settings(driver)
        await driver.press("f2", "5")
        await driver.until("►5 Chọn trường hợp")
        await driver.press("f2")
        await driver.type("trang chinh")
        await driver.press("enter")
        await driver.until("Sổ của câu lạc bộ")
        text = driver.text()
        assert all(book.title in text for book in CLUB_BOOKS)


async def test_a_form_of_a_book_opens_again_after_a_crash(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await open_settings(driver)
        await driver.press("enter")
        await driver.until("Cài đặt: Tên câu lạc bộ")
        await driver.type(" và thôn Đoài")
    async with driven(closed_books, clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        assert "thôn Đoài" in driver.text()
        await driver.press("escape")
        await driver.until("Tên câu lạc bộ")
