"""Whatever is pressed, nothing ends in the log and the books stay sound."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random

import pytest
from textual.events import Key

from driver import driven
from monkey import Monkey, trouble_after
from prepared import MORNING
from printouts.printing.printers import Printers
from screens.between_meetings.home import HomeScreen
from screens.meeting.step import StepScreen
from screens.papers import paper_page
from storage.clock import FixedClock


@pytest.fixture(autouse=True)
def nothing_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It finds no printers, and a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(paper_page, "find_printers", Printers)


# A worker that another one took the place of at once never begins.
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", [3, 7])
def test_a_monkey_at_the_keyboard_does_no_harm(seed: int, tmp_path: Path) -> None:
    monkey = Monkey(tmp_path / "books", Random(seed))
    asyncio.run(monkey.press(150))
    assert trouble_after(monkey.folder, monkey.clock) == []


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_key_pressed_twice_in_a_hurry_takes_one_popup_away(
    key: str, tmp_path: Path
) -> None:
    async with driven(tmp_path / "books", FixedClock(MORNING), practice=True) as driver:
        await driver.press("enter")
        step = driver.app.screen
        assert isinstance(step, StepScreen)
        await driver.press("f1")
        for _time in range(3):
            driver.app.post_message(Key("f1", None))
        await driver.rest()
        assert driver.app.screen_stack[1] is step
        assert not any(isinstance(each, HomeScreen) for each in driver.app.screen_stack)
