"""The foot tells which keys work now; the mouse presses them, and reaches all else too."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from screens.between_meetings.home import HomeScreen
from screens.forms.form_screen import FormScreen
from screens.help import HelpPopup
from screens.meeting.step import StepScreen
from screens.menu import MenuPopup
from screens.popups import ChoicePopup
from screens.widgets.foot import FootKey, with_room
from screens.widgets.line_list import LineList
from storage.records.kinds import Step


async def click(driver: Driver, words: str) -> None:
    """Clicks on the first letter of these words, wherever they stand."""
    for y, row in enumerate(driver.text().splitlines()):
        if words in row:
            await driver.pilot.click(offset=(row.index(words), y))
            await driver.rest()
            return
    raise AssertionError(f"not on the screen: {words}\n{driver.text()}")


def foot(driver: Driver) -> str:
    """The last row of the screen."""
    return driver.text().splitlines()[-1]


# What the foot tells.


async def test_a_key_that_does_nothing_here_keeps_its_place_in_brackets(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.COMMUNITY, tmp_path / "books")
    async with driven(folder, clock_at(Stage.COMMUNITY)) as driver:
        on_a_matter = foot(driver)
        assert " 1 nhất trí   2 giơ tay  " in on_a_matter
        await driver.go_to_text("+ Thêm việc cho cộng đồng")
        assert "(1 nhất trí) (2 giơ tay) " in foot(driver)
        assert foot(driver).index("Esc") == on_a_matter.index("Esc")


async def test_where_no_number_is_asked_the_digits_rest(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock_at(Stage.ATTENDANCE)) as driver:
        assert " 0–9 số người  " in foot(driver)
        await driver.go_to_text("Chủ trì")
        assert "(0–9 số người)" in foot(driver)


async def test_the_next_step_waits_for_a_number_in_the_making(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock_at(Stage.ATTENDANCE)) as driver:
        await driver.press("9")
        assert "(PgDn Việc kỳ trước)" in foot(driver)
        await driver.press("enter")
        assert " PgDn Việc kỳ trước  " in foot(driver)


async def test_there_must_be_something_to_take_back(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.HOME, tmp_path / "books")
    async with driven(folder, clock_at(Stage.HOME), size=(160, 45)) as driver:
        await driver.press("enter")
        assert "(Ctrl+Z bỏ việc vừa làm)" in foot(driver)
        await driver.press("9", "enter")
        assert " Ctrl+Z bỏ việc vừa làm  " in foot(driver)


def test_in_a_narrow_window_the_way_on_and_the_menu_stay() -> None:
    keys = (
        FootKey("1", "đã làm"),
        FootKey("2", "một phần"),
        FootKey("PgDn", "Các tổ thảo luận", short="bước 3", kept=True),
        FootKey("Esc", "bảng chọn", kept=True),
        FootKey("F1", "trợ giúp"),
    )
    narrow = [(each.key, each.word) for each in with_room(keys, 40)]
    assert narrow == [("1", "đã làm"), ("PgDn", "bước 3"), ("Esc", "bảng chọn")]
    assert with_room(keys, 100) == keys


@pytest.mark.parametrize("works", [True, False])
def test_no_key_is_cut_off_in_a_window_of_any_width(*, works: bool) -> None:
    keys = (FootKey("1", "đã làm"), FootKey("Ctrl+Z", "bỏ việc vừa làm", works=works))
    for width in range(20, 60):
        laid = with_room(keys, width)
        cells = sum(each.wide for each in laid) - (2 if laid[-1].works else 1)
        assert cells <= width


# What the mouse does.


async def test_a_click_on_a_key_of_the_foot_presses_it(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.PROPOSALS, tmp_path / "books")
    async with driven(folder, clock_at(Stage.PROPOSALS), size=(100, 30)) as driver:
        await click(driver, "F1 trợ giúp")
        assert isinstance(driver.app.screen, HelpPopup)
        await click(driver, "Enter hoặc Esc đóng")
        assert isinstance(driver.app.screen, StepScreen)
        await click(driver, "bảng chọn")
        assert isinstance(driver.app.screen, MenuPopup)
        await click(driver, "Esc quay lại")
        await click(driver, "F5 chữ to")
        assert "trợ giúp" not in driver.text()
        await driver.press("f5")
        await click(driver, "PgDn Chọn")
        assert "►5 Chọn" in driver.row("rail")


async def test_a_click_on_plus_is_a_minute_more(prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.DISCUSSION, tmp_path / "books")
    async with driven(folder, clock_at(Stage.DISCUSSION), size=(100, 30)) as driver:
        assert "► 10:00" in driver.text()
        await click(driver, "+ − phút")
        assert "► 11:00" in driver.text()
        await click(driver, "− phút")
        assert "► 10:00" in driver.text()


async def test_a_click_on_a_step_of_the_rail_goes_there(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.PROPOSALS, tmp_path / "books")
    async with driven(folder, clock_at(Stage.PROPOSALS)) as driver:
        for step in (Step.APPROVAL, Step.ATTENDANCE):
            await click(driver, f"{int(step)} ")
            assert driver.row("rail").count(f"►{int(step)} ") == 1
        await click(driver, "8 ")
        await driver.press("f2")
        await driver.type("so theo doi")
        await driver.press("enter")
        await click(driver, "2 –")
        assert "►2 Việc kỳ trước" in driver.row("rail")


async def test_a_click_on_a_line_opens_it_and_the_wheel_scrolls(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.PROPOSALS, tmp_path / "books")
    async with driven(folder, clock_at(Stage.PROPOSALS)) as driver:
        await click(driver, "√ Tổ 2")
        assert isinstance(driver.app.screen, ChoicePopup)
        await click(driver, "1  ")
        assert isinstance(driver.app.screen, FormScreen)
        await click(driver, "Esc quay lại")
        lines = driver.app.screen.query_one("#lines", LineList)
        before = lines.scroll_offset.y
        await driver.pilot._post_mouse_events([MouseScrollDown], lines)
        await driver.rest()
        assert lines.scroll_offset.y > before


async def test_the_main_page_by_the_mouse_alone(prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.HOME, tmp_path / "books")
    async with driven(folder, clock_at(Stage.HOME)) as driver:
        await click(driver, "Sổ ghi nhận")
        await click(driver, "Esc quay lại")
        assert isinstance(driver.app.screen, HomeScreen)
        await click(driver, "Bắt đầu phần IV")
        assert "►1 Điểm danh" in driver.row("rail")
