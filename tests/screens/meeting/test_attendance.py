"""Step 1, Điểm danh: counting and ticking, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import driven
from storage.books import Books
from storage.clock import FixedClock


@pytest.fixture
def begun(books: Books, tmp_path: Path) -> Path:
    """A meeting that has just begun; nobody is counted yet."""
    books.meetings.begin()
    books.close()
    return tmp_path / "books"


async def test_a_group_is_counted_with_a_number(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("9", "enter")
        assert driver.notice() == "Đã lưu: Tổ 1 có mặt 9 người"
        assert "Có mặt 9 / 55" in driver.text()
        assert "Còn thiếu: chưa điểm danh Tổ 2, Tổ 3, Tổ 4, Tổ 5" in driver.text()


async def test_while_a_number_is_typed_the_foot_says_what_the_keys_do_with_it(
    begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock) as driver:
        assert "Enter ghi tên" in driver.row("foot")
        await driver.press("9")
        assert "Enter lưu số" in driver.row("foot")
        assert "Esc bỏ số" in driver.row("foot")
        await driver.press("escape")
        assert "Enter ghi tên" in driver.row("foot")


async def test_the_secretary_goes_on_behind_what_was_noted(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        for said in ("Mưa to.", "Đến muộn."):
            await driver.press("f3")
            await driver.type(said)
            await driver.press("ctrl+s")
            await driver.until("Đã lưu: ghi chú của thư ký ở bước 1")
        await driver.press("f3")
        rows = [row.strip() for row in driver.text().splitlines()]
        assert "Đến muộn." in rows
        assert any(row.endswith("Mưa to.") for row in rows)


async def test_more_people_than_members_are_refused(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("1", "2", "enter")
        assert driver.notice() == (
            "Tổ chỉ có 11 thành viên, không thể có mặt 12 người. Xin đếm lại."
        )
        assert "Có mặt 0 / 55" in driver.text()


async def test_names_are_ticked_in_one_act(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("enter", "space", "space", "space", "pagedown")
        assert driver.notice() == "Đã lưu: Tổ 1 có mặt 3 người (ghi tên)"
        await driver.press("ctrl+z")
        assert driver.notice() == "Đã bỏ: Tổ 1 có mặt 3 người (ghi tên)"
        assert "Có mặt 0 / 55" in driver.text()
        await driver.press("ctrl+y")
        assert driver.notice() == "Đã làm lại: Tổ 1 có mặt 3 người (ghi tên)"


async def test_changing_from_names_to_a_number_asks(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("enter", "space", "pagedown", "8", "enter")
        assert "Tổ 1 đã ghi tên 1 người. Đổi sang đếm số?" in driver.text()
        await driver.press("1")
        assert driver.notice() == "Đã lưu: Tổ 1 có mặt 8 người"


async def test_a_number_in_the_making_survives_the_end(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("7")
    async with driven(begun, clock) as driver:
        assert "► 7 / 11" in driver.text()
        await driver.press("enter")
        assert driver.notice() == "Đã lưu: Tổ 1 có mặt 7 người"


async def test_a_number_that_was_never_stored_is_gone_with_its_meeting(
    begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock) as driver:
        await driver.type("9")
        await driver.until("► 9 / 11")
    books = Books(begun, clock)
    current = books.meetings.current()
    assert current is not None
    books.meetings.abandon(current.id, "họp thử")
    books.meetings.begin()
    books.close()
    async with driven(begun, clock) as driver:
        assert "9 / 11" not in driver.text()


async def test_page_keys_are_ignored_while_a_number_is_typed(
    begun: Path, clock: FixedClock
) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("7", "pagedown")
        assert "►1 Điểm danh" in driver.text()


async def test_a_guest_is_added_with_a_position(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("end", "enter")
        await driver.type("Đỗ Văn Tài")
        await driver.press("enter")
        await driver.until("Ví dụ: Phó chủ tịch UBND xã")
        await driver.type("Trưởng thôn")
        await driver.press("pagedown", "enter")
        await driver.until("Đỗ Văn Tài, Trưởng thôn")
        assert driver.notice() == "Đã lưu: khách mời Đỗ Văn Tài"


async def test_a_guest_is_corrected_with_a_form_of_address(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("end", "enter")
        await driver.type("Đỗ Văn Tàu")
        await driver.press("pagedown", "enter")
        await driver.go_to_text("Đỗ Văn Tàu")
        await driver.press("enter", "1")
        await driver.until("Ghi cả ông, bà")
        await driver.press("backspace")
        await driver.type("i")
        await driver.press("home")
        await driver.type("Ông ")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: sửa khách mời ông Đỗ Văn Tài")
        await driver.press("ctrl+z")
        await driver.until("Đỗ Văn Tàu")


async def test_a_half_typed_form_opens_again(begun: Path, clock: FixedClock) -> None:
    async with driven(begun, clock) as driver:
        await driver.press("end", "enter")
        await driver.type("Đỗ Văn")
    async with driven(begun, clock) as driver:
        await driver.until("Đã mở lại phần đang ghi dở.")
        assert "Đỗ Văn" in driver.text()
