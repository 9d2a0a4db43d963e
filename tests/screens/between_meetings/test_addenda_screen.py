"""Phụ lục biên bản: written on the screen, sealed at once, read and printed from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import driven
from printouts.printing.printers import Printers
from screens.papers import paper_page
from storage.clock import FixedClock
from storage.records.minutes import Paragraph


@pytest.fixture(autouse=True)
def no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The printers of this machine are none of the test."""
    monkeypatch.setattr(paper_page, "find_printers", Printers)


async def test_an_addendum_is_written_after_the_seal_and_printed(
    approved_books: Path, clock: FixedClock
) -> None:
    async with driven(approved_books, clock) as driver:
        await driver.press("4", "1")
        await driver.until("Đã chốt.")
        await driver.press("7")
        await driver.until("Biên bản này chưa có phụ lục.")
        await driver.press("1")
        await driver.until("Lập phụ lục (lưu rồi không sửa được)")
        await driver.press("pagedown", "enter")
        await driver.until("Chưa có nội dung.")
        await driver.press("pageup")
        await driver.type("Số chăn là 02.")
        await driver.press("pagedown", "enter")
        await driver.until("Đã lập phụ lục 01. In ra để ký.")
        assert "Phụ lục 01, ngày 24/10/2026" in driver.text()
        await driver.press("2")
        await driver.until("Phụ lục số 01, ngày 24 tháng 10 năm 2026:")
        found = await driver.app.ask(lambda books: books.addenda.of_meeting(1))
        (addendum,) = found.addenda
        assert addendum.text == (Paragraph("Số chăn là 02."),)
        assert all(signature.name for signature in addendum.signatures)


async def test_an_addendum_that_was_half_typed_is_gone_on_with(
    approved_books: Path, clock: FixedClock
) -> None:
    async with driven(approved_books, clock) as driver:
        await driver.press("4", "1")
        await driver.until("Đã chốt.")
        await driver.press("7", "1")
        await driver.until("Lập phụ lục (lưu rồi không sửa được)")
        await driver.type("Số chăn là 02.")
    async with driven(approved_books, clock) as driver:
        await driver.until("Lập phụ lục (lưu rồi không sửa được)")
        assert "Số chăn là 02." in driver.text()
        await driver.press("ctrl+s")
        await driver.until("Đã lập phụ lục 01. In ra để ký.")
        await driver.press("escape")
        await driver.until("Hôm nay đã họp xong")


async def test_minutes_that_are_not_sealed_take_no_addendum(
    approved_books: Path, clock: FixedClock
) -> None:
    async with driven(approved_books, clock) as driver:
        await driver.press("f9", "5")
        await driver.until("Của buổi họp")
        await driver.go_to_line("write-addendum")
        await driver.press("enter")
        await driver.until("chưa cần phụ lục")
        await driver.app.ask(lambda books: books.minutes.seal(1))
        await driver.press("enter")
        await driver.until("Phụ lục của biên bản nào?")
        await driver.press("1")
        await driver.until("Phụ lục biên bản số 01")
