"""Chăm sóc tại nhà, as the volunteers' leader tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import driven
from sample_cases import MUI
from screens.widgets.line_list import LineList
from storage.books import Books
from storage.clock import FixedClock
from storage.records.kinds import ReferralState
from storage.records.urgent import UrgentDraft


@pytest.fixture
def folder(books: Books, tmp_path: Path) -> Path:
    """The books of a club without a meeting; one case is with the volunteers."""
    books.urgent.report(UrgentDraft(MUI, books.clock.now()))
    books.home_care.refer(books.urgent.overview().open[0].story.case.id)
    books.close()
    return tmp_path / "books"


async def test_a_case_is_surveyed_and_brought_back_with_a_key_each(
    folder: Path, clock: FixedClock
) -> None:
    async with driven(folder, clock) as driver:
        await driver.go_to_line("book:home-care")
        await driver.press("enter")
        await driver.until("● chờ khảo sát")
        await driver.press("1")
        await driver.until("Khảo sát – bà Nguyễn Thị Mùi")
        await driver.press("enter", "enter")
        await driver.type("cần người nấu ăn")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lưu: nhóm TNV khảo sát bà Nguyễn Thị Mùi")
        await driver.until("– đã khảo sát")
        await driver.press("4")
        await driver.until("Đưa lại ra CLB – bà Nguyễn Thị Mùi")
        await driver.type("cần xe lăn")
        await driver.press("pagedown", "enter")
        await driver.until("√ đưa lại ra CLB")
        await driver.press("3")
        await driver.until("Đã lưu: chăm sóc tại nhà bà Nguyễn Thị Mùi: kết thúc chăm sóc")
        await driver.press("5")
        await driver.until("Ai ghi, khi nào: về một trường hợp")
        assert "Nhóm TNV khảo sát bà Nguyễn Thị Mùi" in driver.text()


async def test_what_was_over_earlier_is_a_key_away(
    books: Books, tmp_path: Path, clock: FixedClock
) -> None:
    books.urgent.report(UrgentDraft(MUI, books.clock.now()))
    case = books.urgent.overview().open[0].story.case.id
    for _time in range(8):
        books.home_care.refer(case)
        (waiting,) = (each for each in books.home_care.overview().cases if each.open)
        books.home_care.set_state(waiting.id, ReferralState.ENDED)
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_line("book:home-care")
        await driver.press("enter")
        await driver.until("Xem cả những trường hợp đã xong trước đó")
        assert driver.text().count("√ kết thúc") == 6
        await driver.go_to_line("earlier")
        await driver.press("enter")
        await driver.until_gone("Xem cả những trường hợp đã xong trước đó")
        keys = [line.key for line in driver.app.screen.query_one("#lines", LineList).shown_lines]
        assert sum(key.startswith("care:") for key in keys) == 8
