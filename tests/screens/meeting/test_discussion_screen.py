"""Step 3 as the room sees it: the questions, the clock in big digits, the groups."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from textual.app import App

from driver import Driver, driven
from screens.meeting.discussion import DiscussionScreen
from screens.meeting.step import StepScreen
from screens.widgets.big_digits import BigDigits
from screens.widgets.countdown_bell import CountdownBell
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import MeetingState
from storage.records.meetings import Countdown
from storage.tables import MeetingProgressRow, MeetingRow

NOW = datetime(2026, 10, 24, 9, tzinfo=timezone(timedelta(hours=7)))


async def to_discussion(driver: Driver) -> None:
    """Goes to step 3."""
    await driver.press("pagedown", "pagedown")
    await driver.until("Các tổ trưởng thảo luận với các TV trong tổ và cho biết:")


def digits(driver: Driver) -> str:
    """What the big digits show, once a second has passed."""
    screen = driver.app.screen
    assert isinstance(screen, DiscussionScreen)
    screen.tick()
    return screen.query_one(BigDigits).text


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every time the bell is heard."""
    heard: list[str] = []
    monkeypatch.setattr(App, "bell", lambda _app: heard.append("bell"))
    return heard


async def test_the_questions_are_the_handbooks(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock, size=(160, 45)) as driver:
        await driver.press("pagedown", "pagedown")
        await driver.until(
            "Người điều hành đề nghị các tổ trưởng thảo luận với các TV trong tổ và cho biết:"
        )
        shown = " ".join(driver.text().split())
        assert (
            "1. Ít nhất 1 trường hợp có khó khăn đặc biệt cần CLB giúp đỡ (cả trong và ngoài CLB)"
            in shown
        )
        assert "2. CLB cần làm gì để hỗ trợ cộng đồng, đề xuất gì với địa phương?" in shown


async def test_the_clock_runs_pauses_and_runs_on(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        assert "Bắt đầu bàn: 10 phút" in driver.text()
        assert digits(driver) == "10:00"
        await driver.press("f4")
        clock.advance(62)
        assert digits(driver) == "08:58"
        assert "► 08:58" in driver.row("club")
        await driver.press("f4")
        await driver.until("Cho đồng hồ chạy tiếp")
        clock.advance(500)
        assert digits(driver) == "08:58"
        assert driver.row("status") == "Đồng hồ đang dừng."


async def test_space_starts_and_stops_the_clock_on_its_own_row(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.press(" ")
        await driver.until("► Tạm dừng đồng hồ")
        clock.advance(5)
        await driver.press(" ")
        await driver.until("► Cho đồng hồ chạy tiếp")
        await driver.press("f4")
        await driver.until("► □ Tổ 1")


async def test_a_minute_more_or_less_from_any_row(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.press("+", "+", "down", "-")
        assert digits(driver) == "11:00"


async def test_the_bell_is_heard_at_one_minute_and_at_the_end_and_nobody_is_cut_off(
    closed_books: Path, clock: FixedClock, rung: list[str]
) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.press("f4")
        clock.advance(539)
        assert (digits(driver), rung) == ("01:01", [])
        clock.advance(1)
        assert (digits(driver), len(rung)) == ("01:00", 1)
        clock.advance(30)
        assert (digits(driver), len(rung)) == ("00:30", 1)
        clock.advance(30)
        assert (digits(driver), len(rung)) == ("00:00", 2)
        clock.advance(30)
        assert (digits(driver), len(rung)) == ("00:00", 2)
        assert driver.row("status") == "Hết giờ, xin các tổ bàn nốt."


async def test_the_bell_is_heard_at_another_step_too(
    closed_books: Path, clock: FixedClock, rung: list[str]
) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.press("f4", "pageup")
        await driver.until("Việc kỳ trước: đã làm tới đâu?")
        clock.advance(545)
        for screen in driver.app._installed_screens.values():
            assert isinstance(screen, StepScreen)
            screen.tick()
        assert rung == ["bell"]
        assert "► 00:55" in driver.row("club")


async def test_the_discussion_ends_by_hand_and_goes_on(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.press("f4")
        clock.advance(60)
        await driver.press("end")
        await driver.until("► Kết thúc thảo luận")
        await driver.press("enter")
        await driver.until("Đã kết thúc thảo luận.")
        assert digits(driver) == "00:00"
        assert ":" not in driver.row("club")
        await driver.press("home", "enter")
        await driver.until("Tạm dừng đồng hồ")
        assert digits(driver) == "09:00"


async def test_the_clock_stays_beside_the_title_of_a_form(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.press("f3")
        assert driver.row("form-title") == "Ghi chú của thư ký – Các tổ thảo luận"
        await driver.press("escape", "f4")
        clock.advance(62)
        await driver.press("f3")
        assert driver.row("form-title").endswith("► 08:58")
        assert driver.row("form-title").startswith("Ghi chú của thư ký – Các tổ thảo luận")


async def test_space_says_that_a_group_has_agreed(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.until("Còn thiếu: thống nhất trong Tổ 1, Tổ 2, Tổ 3, Tổ 4, Tổ 5")
        await driver.press("down", "down", " ")
        await driver.until("■ Tổ 2")
        assert driver.notice() == "Đã lưu: Tổ 2 đã thống nhất"
        assert "Thống nhất 1 / 5" in driver.text()
        await driver.until("Còn thiếu: thống nhất trong Tổ 1, Tổ 3, Tổ 4, Tổ 5")
        assert "► □ Tổ 3" in driver.text()
        await driver.press("up", " ")
        await driver.until("□ Tổ 2")
        await driver.press("ctrl+z")
        await driver.until("Đã bỏ: Tổ 2 còn đang bàn")


async def test_enter_writes_a_groups_proposals_down(closed_books: Path, clock: FixedClock) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.press("down", "enter")
        await driver.until("Tổ 1 – bà Nguyễn Thị An trình bày")
        await driver.press("2")
        await driver.until("Việc gì")
        await driver.type("dọn vệ sinh đường làng")
        await driver.press("pagedown", "enter")
        await driver.until("Tổ 1 – 1) trường hợp có khó khăn đặc biệt?")
        await driver.press("4")
        await driver.until("1 việc")


async def test_a_machines_clock_that_goes_back_is_put_right(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        await driver.press("f4")
        clock.advance(-3600)
        assert digits(driver) == "10:00"
        await driver.rest()
        clock.advance(60)
        assert digits(driver) == "09:00"


async def test_the_clock_of_approved_minutes_is_left_alone_on_another_day(
    closed_books: Path, clock: FixedClock
) -> None:
    books = Books(closed_books, clock)
    MeetingProgressRow.update(countdown_started=clock.now().isoformat()).execute()
    MeetingRow.update(state=str(MeetingState.APPROVED)).execute()
    books.close()
    clock.advance(2 * 86_400)
    async with driven(closed_books, clock) as driver:
        await to_discussion(driver)
        # It was put right without end, at full speed.
        await driver.rest()
        assert digits(driver) == "10:00"


async def test_a_small_screen_keeps_the_questions_short(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock, size=(60, 16)) as driver:
        await driver.press("pagedown", "pagedown")
        await driver.until("1. Trường hợp có khó khăn đặc biệt cần CLB giúp đỡ?")
        assert not driver.app.screen.query_one(BigDigits).display
        assert "□ Tổ 1" in driver.text()


# The bell.


def test_the_bell_rings_once_a_moment_and_only_while_the_clock_runs() -> None:
    bell = CountdownBell()
    clock = Countdown(length=600, started=NOW)
    heard = [second for second in range(700) if bell.rings(clock, NOW + timedelta(seconds=second))]
    assert heard == [540, 600]


def test_the_bell_is_silent_for_a_moment_that_nobody_waited_for() -> None:
    bell = CountdownBell()
    clock = Countdown(length=600, started=NOW)
    assert not bell.rings(clock, NOW + timedelta(seconds=700))
    assert not bell.rings(None, NOW)
    assert not bell.rings(Countdown(length=600, used=590), NOW)
