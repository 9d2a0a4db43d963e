"""A machine's clock that can hardly be right: the day is asked for once, at the start."""

from __future__ import annotations

from datetime import date, timedelta

from driver import driven
from jumping_clock import Machine
from storage.books import Books
from storage.clock import FixedClock, FixedDayClock

ASKED = "Hôm nay là ngày nào?"


async def test_the_day_that_is_given_counts_for_this_run(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.close()
    machine = Machine(clock.now().replace(year=2009))
    async with driven(books.path.parent, machine.clock) as driver:
        await driver.until(ASKED)
        assert "Máy nói hôm nay là thứ bảy 24/10/2009." in driver.text()
        assert "Lần ghi gần nhất là ngày 24/10/2026" in driver.text()
        await driver.type("24/10")
        assert "Thứ bảy 24/10/2026" in driver.text()
        await driver.press("enter")
        await driver.until("Điểm danh")
        assert driver.app.clock.today() == date(2026, 10, 24)
        assert "08:30   +0:00" in driver.text()
    async with driven(books.path.parent, machine.clock) as driver:
        await driver.until(ASKED)


async def test_enter_keeps_the_day_of_the_machine(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.close()
    machine = Machine(clock.now() - timedelta(days=1))
    async with driven(books.path.parent, machine.clock) as driver:
        await driver.until(ASKED)
        await driver.press("enter")
        await driver.until("Điểm danh")
        assert driver.app.clock.today() == date(2026, 10, 23)


async def test_what_is_no_day_is_not_taken(books: Books, clock: FixedClock) -> None:
    """Without entries a day needs its year: the machine's is wrong."""
    books.meetings.begin()
    books.close()
    machine = Machine(clock.now().replace(year=2099))
    async with driven(books.path.parent, machine.clock) as driver:
        await driver.until(ASKED)
        for text in ("trong vụ gặt", "05/01/2009"):
            await driver.type(text)
            await driver.press("enter")
            assert "Ghi đủ, ví dụ 24/10/2026" in driver.text()
            await driver.press(*["backspace"] * len(text))
        await driver.press("escape")
        await driver.until("Điểm danh")


async def test_the_practice_club_has_its_own_day_and_is_not_asked(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    books.close()
    practice = FixedDayClock(clock.now() - timedelta(days=400))
    async with driven(books.path.parent, practice, practice=True) as driver:
        await driver.until("Điểm danh")
        assert ASKED not in driver.text()
