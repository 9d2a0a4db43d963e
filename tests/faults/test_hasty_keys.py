"""Keys pressed in a hurry: what each asks for comes up over its own screen, or not at all."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.css.query import NoMatches
from textual.events import Key

from driver import Driver, driven
from prepared import MORNING, PreparedBooks, Stage, clock_at
from screens.between_meetings.home import HomeScreen
from screens.forms.form_screen import FormScreen
from screens.meeting.last_month import LastMonthScreen
from screens.meeting.step import StepScreen
from screens.popups import ChoicePopup
from screens.wall.blank import BlankScreen
from storage.clock import FixedClock
from tui.app import ChungTayApp
from tui.crash_log import FILE_NAME as LOG_NAME

_A_MOMENT = 0.01


def press_at_once(driver: Driver, *keys: str) -> None:
    for key in keys:
        driver.app.post_message(Key(key, None))


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_key_pressed_twice_takes_one_popup_away(key: str, tmp_path: Path) -> None:
    async with driven(tmp_path / "books", FixedClock(MORNING), practice=True) as driver:
        await driver.press("enter")
        step = driver.app.screen
        assert isinstance(step, StepScreen)
        await driver.press("f1")
        press_at_once(driver, key, key, key)
        await driver.rest()
        assert driver.app.screen_stack[1] is step
        assert not any(isinstance(each, HomeScreen) for each in driver.app.screen_stack)


async def test_a_form_comes_up_over_no_other_step(prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.LAST_MONTH, tmp_path / "books")
    async with driven(folder, clock_at(Stage.LAST_MONTH), practice=True) as driver:
        press_at_once(driver, "enter", "escape", "pageup", "pagedown")
        await driver.rest()
        assert not any(isinstance(each, FormScreen) for each in driver.app.screen_stack)
        # The step is not waiting for an answer to a form that is gone.
        while not isinstance(driver.app.screen, LastMonthScreen):
            await driver.press("escape")
        await driver.press("enter")
        assert isinstance(driver.app.screen, FormScreen)


async def test_nothing_comes_up_over_a_blank_wall(prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.LAST_MONTH, tmp_path / "books")
    async with driven(folder, clock_at(Stage.LAST_MONTH), practice=True) as driver:
        step = driver.app.screen
        assert isinstance(step, StepScreen)
        driver.app.blank()
        asked = step.run_worker(step.confirm("?", "!"))
        await driver.rest()
        assert isinstance(driver.app.screen, BlankScreen)
        assert asked.result is False


@pytest.mark.parametrize("keys", [("enter", "f6"), ("f6", "enter"), ("down", "f6", "f6", "escape")])
async def test_keys_from_before_the_blank_wall_was_seen_do_not_lift_it(
    keys: tuple[str, ...], prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.MARKING, tmp_path / "books")
    async with driven(folder, clock_at(Stage.MARKING), practice=True) as driver:
        await driver.press("f8")
        press_at_once(driver, *keys)
        await driver.rest()
        assert isinstance(driver.app.screen, BlankScreen)
        await driver.press("enter")
        assert not isinstance(driver.app.screen, BlankScreen)


async def test_leaving_is_asked_once(tmp_path: Path) -> None:
    async with driven(tmp_path / "books", FixedClock(MORNING), practice=True) as driver:
        press_at_once(driver, "f12", "f12", "f12")
        await driver.rest()
        assert isinstance(driver.app.screen, ChoicePopup)
        await driver.press("escape")
        assert isinstance(driver.app.screen, HomeScreen)


async def test_keys_find_a_popup_that_has_no_focus(tmp_path: Path) -> None:
    async with driven(tmp_path / "books", FixedClock(MORNING), practice=True) as driver:
        await driver.press("f12")
        driver.app.screen.set_focus(None)
        await driver.press("2")
        assert isinstance(driver.app.screen, HomeScreen)


async def test_keys_after_the_last_one_are_no_crash(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.LAST_MONTH, tmp_path / "books")
    app = ChungTayApp(folder, clock_at(Stage.LAST_MONTH), practice=True)
    async with app.run_test() as pilot:
        driver = Driver(app, pilot)
        await driver.rest()
        await driver.press("f12")
        press_at_once(driver, "enter", "pagedown", "1", "enter", "f3", "pageup", "enter")
        while app.is_running:
            await asyncio.sleep(_A_MOMENT)
    assert app.return_code == 0
    assert not (folder / LOG_NAME).exists()


async def test_a_screen_that_comes_up_as_the_program_ends_is_no_crash(tmp_path: Path) -> None:
    async with driven(tmp_path / "books", FixedClock(MORNING), practice=True) as driver:
        await driver.app.save_all()
        driver.app._handle_exception(NoMatches("a row that never came"))
    assert driver.app.return_code in {0, None}
    assert not (tmp_path / "books" / LOG_NAME).exists()


async def test_a_form_that_is_covered_while_it_is_stored_goes_all_the_same(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.LAST_MONTH, tmp_path / "books")
    async with driven(folder, clock_at(Stage.LAST_MONTH), practice=True) as driver:
        step = driver.app.screen
        assert isinstance(step, StepScreen)
        meeting_id = step.meeting_id
        await driver.press("f3", "M", "i")
        form = driver.app.screen
        assert isinstance(form, FormScreen)
        driver.app.blank()
        form.action_save()
        while not await driver.app.ask(lambda books: books.secretary.note(meeting_id, step.STEP)):
            await asyncio.sleep(_A_MOMENT)
        await driver.press("f6")
        assert driver.app.screen is step
        assert await driver.app.ask(lambda books: books.drafts.get(f"note:{meeting_id}:2")) is None
