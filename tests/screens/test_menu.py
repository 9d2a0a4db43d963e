"""The menu finds every act, step and person; undo, note, details and leaving are in it."""

from __future__ import annotations

from pathlib import Path

from driver import driven
from storage.clock import FixedClock


async def test_a_step_is_two_keys_away(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("escape", "7")
        await driver.until("►7 Việc cộng đồng")


async def test_the_search_finds_acts_without_diacritics(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f2")
        await driver.type("ghi chu")
        await driver.until("Ghi chú của thư ký")
        assert "Điểm danh   " not in driver.text().split("Gõ để tìm")[-1]
        await driver.press("enter")
        await driver.until("Ghi chú của thư ký – Điểm danh")


async def test_the_search_finds_people(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("escape")
        await driver.type("duc")
        await driver.until("ông Trần Văn Đức")
        await driver.press("enter")
        await driver.until("Tổ 1")


async def test_a_note_goes_into_the_books(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f3")
        await driver.until("Ghi chú của thư ký – Điểm danh")
        await driver.type("Trời mưa, đến muộn.")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: ghi chú của thư ký")


async def test_showing_private_details_is_asked_for(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        assert driver.app.details_hidden
        await driver.press("f8")
        await driver.until("Hiện cả tên và hoàn cảnh của người chưa đồng ý nêu tên?")
        await driver.press("2")
        assert driver.app.details_hidden
        await driver.press("f8", "1")
        await driver.until("Đang hiện đủ chi tiết. F8 che lại.")
        await driver.press("f8")
        assert driver.app.details_hidden


async def test_the_wall_is_blanked_and_comes_back(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f6")
        assert driver.text().strip() == ""
        await driver.press("a")
        assert "Điểm danh" in driver.text()


async def test_leaving_asks(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("ctrl+q")
        await driver.until("Ra khỏi chương trình? Mọi việc đã ghi đều được giữ.")
        await driver.press("2")
        assert "►1 Điểm danh" in driver.text()


async def test_help_tells_of_this_screen(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f1")
        await driver.until("Người đến muộn: sửa số bất cứ lúc nào.")
        await driver.press("escape")
        assert "►1 Điểm danh" in driver.text()


async def test_the_program_comes_back_to_its_step(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("pagedown", "pagedown")
        await driver.until("►3 Các tổ thảo luận")
    async with driven(closed_books, clock) as driver:
        assert "►3 Các tổ thảo luận" in driver.text()
