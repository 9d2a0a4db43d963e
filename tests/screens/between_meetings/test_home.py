"""Trang chính: the next thing to do, both targets, and what waits, each line with its record."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import sample_minutes
from between_meetings import pass_two_on, report_three
from driver import driven
from screens.base import ListScreen
from screens.between_meetings.reminders import reminder_lines
from storage.books import Books
from storage.clock import FixedClock


@pytest.fixture
def folder(books: Books, meeting_id: int, clock: FixedClock, tmp_path: Path) -> Path:
    """The sample meeting is sealed; ten days later something could not wait."""
    sample_minutes.hold_and_seal(books, meeting_id)
    clock.advance(timedelta(days=10).total_seconds())
    report_three(books)
    books.close()
    return tmp_path / "books"


async def test_the_next_thing_to_do_stands_first_with_both_targets(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        text = driver.text()
        assert "► Bắt đầu phần IV hôm nay" in text
        assert "· Tháng 11 giúp cộng đồng 0 lần (ít nhất 1 lần)" in text
        assert "– Tháng chưa giúp cộng đồng: 10/2026" in text
        assert "trung bình mỗi tháng" in text
        assert "Đừng quên" in text


async def test_on_the_day_of_a_meeting_its_minutes_come_first_and_a_second_one_is_asked_about(
    folder: Path, clock: FixedClock
) -> None:
    clock.advance(-timedelta(days=10).total_seconds())
    async with driven(folder, clock) as driver:
        assert "► Hôm nay đã họp xong. In lại biên bản" in driver.text()
        assert "Bắt đầu phần IV" not in driver.text()
        await driver.go_to_text("Bắt đầu thêm một buổi họp hôm nay")
        await driver.press("enter")
        await driver.until("Hôm nay đã họp và chốt biên bản rồi.")
        assert "► 2  Không, quay lại" in driver.text()
        await driver.press("1")
        await driver.until("►1 Điểm danh")


async def test_a_reminder_leads_to_its_record(folder: Path, clock: FixedClock) -> None:
    async with driven(folder, clock) as driver:
        await driver.go_to_text("Cần giúp ngay, chưa quyết định: cụ H.")
        await driver.press("enter")
        await driver.until("2 việc đang chờ")
        line = driver.app.screen.query_one("#lines").line  # type: ignore[attr-defined]
        assert line.cells[0].startswith("cụ H.")
        await driver.press("enter", "1")
        await driver.until("Quyết định – cụ H.")
        await driver.type("đưa đi viện")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: quyết định việc giúp ngay")
        await driver.press("escape")
        await driver.until("Bắt đầu phần IV")
        await driver.until_gone("Cần giúp ngay, chưa quyết định")


async def test_names_nobody_agreed_to_tell_are_hidden_until_asked_for(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        assert "Phạm Thị Hiền" not in driver.text()
        await driver.press("f8", "1")
        await driver.until("chưa quyết định: cụ Phạm Thị Hiền")


def test_where_there_is_no_room_the_longest_kind_gives_way_to_its_number(
    folder: Path, clock: FixedClock
) -> None:
    books = Books(folder, clock)
    try:
        pass_two_on(books)
        attention = books.attention.overview()
    finally:
        books.close()
    everything = reminder_lines(attention, 100, hidden=True)
    fewer = reminder_lines(attention, 6, hidden=True)
    nothing = replace(
        attention, urgent=(), overdue=(), due=(), referrals=(), kept=(), answers=(), old_cases=0
    )
    assert reminder_lines(nothing, -1, hidden=True) == []
    assert len(fewer) <= 6 < len(everything)
    assert any(line.cells[0].endswith(": 2") for line in fewer)
    assert len({line.key for line in everything}) == len(everything)


async def test_a_meeting_that_was_held_on_paper_is_typed_in(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await driver.go_to_text("Ghi lại một buổi họp đã ghi trên giấy")
        await driver.press("enter")
        await driver.until("Họp ngày nào")
        await driver.type("hôm qua")
        await driver.press("enter")
        await driver.type("8 giờ")
        await driver.press("enter")
        await driver.type("9 giờ 30")
        await driver.press("pagedown", "enter")
        await driver.until("►1 Điểm danh")
        meeting = await driver.app.ask(lambda books: books.meetings.current())
        yesterday = clock.now() - timedelta(days=1)
        assert meeting is not None
        assert meeting.began == yesterday.replace(hour=8, minute=0)
        assert meeting.ended == yesterday.replace(hour=9, minute=30)
        assert driver.row("time").endswith("+1:30")


async def test_what_is_read_while_the_program_ends_still_finds_it(
    books: Books, tmp_path: Path, clock: FixedClock
) -> None:
    """On the books' thread, with the screen gone from the program: a paper ended at that moment."""
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        screen = driver.app.screen
    assert isinstance(screen, ListScreen)
    found = await asyncio.get_running_loop().run_in_executor(None, lambda: screen.room)
    assert found is driver.app
