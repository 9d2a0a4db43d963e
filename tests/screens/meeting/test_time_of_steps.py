"""The mark of a step whose time is over, and a clock that is set in the middle of a meeting."""

from __future__ import annotations

from datetime import timedelta

import pytest

from driver import Driver, driven
from jumping_clock import Machine
from screens.meeting.step import StepScreen
from storage.books import Books
from storage.clock import FixedClock
from storage.projection import ProjectionReader
from storage.records.kinds import Step

OVER = "■ hết giờ"


def second(driver: Driver) -> None:
    """A second passes on the screen."""
    screen = driver.app.screen
    assert isinstance(screen, StepScreen)
    screen._second()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (100, 30), (160, 45)])
async def test_a_sign_and_a_word_say_that_the_time_of_the_step_is_over(
    books: Books, meeting_id: int, clock: FixedClock, size: tuple[int, int]
) -> None:
    books.club.change(selection_minutes=10)
    books.meetings.go_to(meeting_id, Step.SELECTION)
    books.close()
    clock.advance(599)
    async with driven(books.path.parent, clock, size=size) as driver:
        assert OVER not in driver.text()
        clock.advance(1)
        second(driver)
        assert OVER in driver.row("rail")
        assert driver.row("rail").endswith("8 ·")
        assert len(driver.row("rail")) < size[0]
        await driver.press("f5")
        assert OVER in driver.text()
        written = ProjectionReader(books.path.parent).look()
        assert written is not None
        assert written.page.title.endswith(OVER)
        await driver.press("pagedown")
        assert OVER not in driver.text()


async def test_a_clock_that_is_set_leaves_what_passed_as_it_is_and_is_spoken_of_once(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    machine = Machine(clock.now())
    books.discussion.start_or_pause(meeting_id)
    books.close()
    machine.run(300)
    async with driven(books.path.parent, machine.clock) as driver:
        machine.run(60)
        second(driver)
        assert "08:36   +0:06" in driver.text()
        assert "► 04:00" in driver.text()
        machine.set_ahead(timedelta(hours=3))
        second(driver)
        assert "► 04:00" in driver.text()
        await driver.rest()
        assert "11:36   +0:06" in driver.text()
        assert "► 04:00" in driver.text()
        assert driver.notice() == "Giờ của máy vừa đổi. Thời gian đã họp vẫn tính đúng."
