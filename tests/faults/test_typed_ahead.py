"""Keys typed ahead of a busy laptop: each goes where it belongs, and none confirms the unseen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import App

from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from screens.forms.form_screen import FormScreen
from screens.meeting.attendance import AttendanceScreen
from screens.menu import MenuPopup
from screens.popups import ChoicePopup
from screens.wall.blank import BlankScreen
from slow_books import SlowBooks
from storage.clock import FixedClock
from storage.people.register import RegisterBook
from storage.records.people import Member
from tui import keys_in_turn

_A_MOMENT = 0.01


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The bells."""
    bells: list[str] = []
    monkeypatch.setattr(App, "bell", lambda _app: bells.append("bell"))
    return bells


@asynccontextmanager
async def on_a_busy_laptop(
    folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Driver, SlowBooks]]:
    """The program, and its books, which are slow whenever a test says so."""
    async with driven(folder, clock) as driver:
        slow = SlowBooks(driver, monkeypatch)
        yield driver, slow
        await slow.go_on()


def _text(driver: Driver, key: str) -> str:
    form = driver.app.screen
    assert isinstance(form, FormScreen)
    return form.values.text(key)


@pytest.mark.parametrize("after", range(3))
async def test_what_is_typed_while_a_form_opens_stands_in_it(
    after: int, closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever of the questions on the way is slow: what was last done, the draft, the clock."""
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.press("end")
        slow.stop(after=after)
        await slow.type("enter", *"Đỗ Văn Tài", "down", *"Trưởng thôn 3")
        await slow.until_asked()
        await slow.go_on()
        assert _text(driver, "name") == "Đỗ Văn Tài"
        assert _text(driver, "position") == "Trưởng thôn 3"


async def test_answers_typed_ahead_reach_the_popup_and_the_form_behind_it(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.press("f2", "4")
        slow.stop()
        await slow.type("1", "1", *"anh Đỗ Văn Xa")
        await slow.until_asked()
        await slow.go_on()
        assert _text(driver, "name") == "anh Đỗ Văn Xa"


async def test_counts_typed_in_one_burst_go_to_one_group_each(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed ahead of the step, too."""
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.press("pagedown")
        slow.stop()
        await slow.type("f2", "1", *"11", "enter", *"10", "enter", *"9", "enter", *"8", "enter")
        await slow.until_asked()
        await slow.go_on()
        screen = driver.app.screen
        assert isinstance(screen, AttendanceScreen)
        assert screen.overview is not None
        assert [group.present for group in screen.overview.overview.groups] == [11, 10, 9, 8, 11]


async def test_a_count_that_is_refused_takes_no_other_in_its_place(
    closed_books: Path, clock: FixedClock, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        slow.stop()
        await slow.type(*"12", "enter", *"10", "enter")
        await slow.until_asked()
        await slow.go_on()
        assert heard == ["bell"]
        assert driver.notice().startswith("Tổ chỉ có 11 thành viên")
        screen = driver.app.screen
        assert isinstance(screen, AttendanceScreen)
        assert screen.number.text == "12"


async def test_what_is_typed_while_a_form_is_stored_goes_to_the_list_behind_it(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.press("end", "enter")
        await driver.type("Đỗ Văn Tài")
        await driver.press("pagedown")
        slow.stop()
        await slow.type("enter")
        await slow.until_asked()
        await slow.type("home", "f2", *"lan")
        await slow.go_on()
        guests = await driver.app.ask(lambda books: books.meetings.guests(1))
        assert [guest.name for guest in guests] == ["Đỗ Văn Tài"]
        assert isinstance(driver.app.screen, MenuPopup)
        assert "Lan" in driver.text()


async def test_the_next_field_gets_what_is_typed_behind_its_arrow(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.press("end", "enter")
        await slow.type(*"Đỗ Văn Tài", "down", *"Trưởng thôn", "up", "end", *", Bí thư")
        await driver.rest()
        assert _text(driver, "name") == "Đỗ Văn Tài, Bí thư"
        assert _text(driver, "position") == "Trưởng thôn"


async def test_a_digit_behind_enter_answers_the_next_question(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only letters can be a word that comes late."""
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.press("f2", "4", "1", "1")
        await slow.type(*"Đỗ Văn Xa", "enter", "4")
        await driver.until("4 ● anh")
        assert _text(driver, "name") == "Đỗ Văn Xa"


@pytest.mark.parametrize("key", ["enter", "f7"], ids=["in a form", "in the menu"])
async def test_nobody_is_looked_for_by_half_a_name_that_was_typed_on(
    key: str,
    closed_books: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of the searches that wait for a slow answer only the last is still wanted."""
    searched: list[str] = []
    search = RegisterBook.search

    def noted(register: RegisterBook, words: str, limit: int = 8) -> tuple[Member, ...]:
        searched.append(words)
        return search(register, words, limit)

    monkeypatch.setattr(RegisterBook, "search", noted)
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.go_to_line("office:chair")
        await driver.press(key)
        slow.stop()
        await slow.type("l")
        await slow.until_asked()
        await slow.type(*"an nga")
        await slow.go_on()
        assert searched == ["l", "lan nga"]


async def test_a_second_enter_is_heard_and_dropped(
    closed_books: Path, clock: FixedClock, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.go_to_line("office:chair")
        slow.stop()
        await slow.type("enter")
        await slow.until_asked()
        await slow.type("enter")
        assert heard == ["bell"]
        await slow.go_on()
        await driver.wait_for_focus("field-member")
        assert heard == ["bell"]


async def test_what_was_not_seen_is_not_confirmed(
    prepared: PreparedBooks,
    heard: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = prepared.copy(Stage.MARKING, tmp_path / "books")
    async with on_a_busy_laptop(folder, clock_at(Stage.MARKING), monkeypatch) as (driver, slow):
        slow.stop()
        await slow.type("f8", "up", "enter", "down", "space")
        await slow.go_on()
        assert isinstance(driver.app.screen, ChoicePopup)
        assert heard == ["bell", "bell"]
        assert driver.app.details_hidden


async def test_esc_leads_out_of_what_does_not_end(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys_in_turn, "_LONGEST", _A_MOMENT)
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.press("end")
        slow.stop()
        await slow.type("enter")
        await slow.until_asked()
        await slow.type("escape")
        while not isinstance(driver.app.screen, MenuPopup):
            await asyncio.sleep(_A_MOMENT)


async def test_the_wall_is_blank_at_once_and_nothing_typed_before_lifts_it(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await driver.press("end")
        slow.stop()
        await slow.type("enter")
        await slow.until_asked()
        await slow.type("escape", "f6")
        assert isinstance(driver.app.screen, BlankScreen)
        await slow.go_on()
        assert isinstance(driver.app.screen, BlankScreen)


async def test_what_waits_when_the_program_ends_is_no_crash(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        slow.stop()
        await slow.type("enter")
        await slow.until_asked()
        await slow.type("down")
        keys, stack = driver.app.keys, driver.app.screen_stack
        assert keys.waiting
        with monkeypatch.context() as ended:
            for name in ("screen_stack", "_screen_stack"):
                ended.setattr(type(driver.app), name, [])
            await keys._lose_patience()
            await keys._let_next_act()
        assert not keys.waiting
        assert driver.app.screen_stack == stack


async def test_leaving_can_be_answered_before_it_is_asked(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_busy_laptop(closed_books, clock, monkeypatch) as (driver, slow):
        await slow.type("f12", "2", "f2")
        await driver.rest()
        assert isinstance(driver.app.screen, MenuPopup)
