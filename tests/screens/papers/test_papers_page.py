"""In ấn: a paper is chosen, read, made, printed and carried away, and the screen never waits."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from driver import driven
from printouts.printing.printer import Sent
from printouts.printing.printers import Printers
from screens.papers import paper_page, printing
from screens.papers.paper_page import PaperScreen
from storage.books import Books
from storage.clock import FixedClock


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, int]]:
    """Two printers that take every paper: its name, the printer, the copies."""
    papers: list[tuple[str, str, int]] = []

    def take(path: Path, printer: str, copies: int) -> Sent:
        papers.append((path.name, printer, copies))
        return Sent.PRINTED

    monkeypatch.setattr(printing, "print_document", take)
    monkeypatch.setattr(
        paper_page, "find_printers", lambda: Printers(("Canon", "Phong_hop"), "Phong_hop")
    )
    return papers


async def test_a_paper_is_read_and_printed_from_the_main_page(
    sealed_books: Path, clock: FixedClock, printed: list[tuple[str, str, int]]
) -> None:
    async with driven(sealed_books, clock) as driver:
        await driver.go_to_line("book:papers")
        await driver.press("enter")
        await driver.until("buổi họp 24/10/2026")
        await driver.press("enter")
        await driver.until("6  Máy in: Phong_hop (mặc định)")
        assert "Trên giấy" in driver.text()
        assert "Thời gian bắt đầu: 08 giờ 30, ngày 24 tháng 10 năm 2026." in driver.text()
        # As many as the minutes say they are made in.
        assert "7  Số bản in: 2" in driver.text()
        await driver.press("6", "2", "7", "3")
        await driver.until("7  Số bản in: 3")
        await driver.press("1")
        await driver.until("Đã gửi 3 bản tới máy in Canon.")
        await driver.press("escape", "escape")
        await driver.until("Sổ của câu lạc bộ")
    assert printed == [("bien-ban-2026-10-24-so-01.pdf", "Canon", 3)]


async def test_without_a_usual_printer_none_is_called_so(
    sealed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_page, "find_printers", lambda: Printers(("Canon",)))
    async with driven(sealed_books, clock) as driver:
        await driver.go_to_line("book:papers")
        await driver.press("enter")
        await driver.until("buổi họp 24/10/2026")
        await driver.press("enter")
        await driver.until("6  Máy in: chưa chọn")
        await driver.press("6", "1")
        await driver.until("6  Máy in: Canon")
        assert "mặc định" not in driver.text()


async def test_the_wall_sees_of_a_paper_what_may_be_shown(
    sealed_books: Path, clock: FixedClock, printed: list[tuple[str, str, int]]
) -> None:
    """Cụ Hiền was not asked; F8 shows her after asking, the public copy never does."""
    async with driven(sealed_books, clock, size=(160, 100)) as driver:
        await driver.go_to_line("book:papers")
        await driver.press("enter", "enter")
        await driver.until("đang che chi tiết riêng")
        assert "Phạm Thị Hiền" not in driver.text()
        await driver.press("f8", "1")
        await driver.until("Phạm Thị Hiền")
        await driver.press("5")
        await driver.until("bản công khai")
        assert "Phạm Thị Hiền" not in driver.text()


async def test_a_paper_on_its_way_does_not_hold_the_screen(
    sealed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is left while the printer is slow; what became of it is said where one is then."""
    answer = threading.Event()

    def slow(path: Path, printer: str, copies: int) -> Sent:
        assert answer.wait(timeout=60)
        return Sent.WAITING

    monkeypatch.setattr(printing, "print_document", slow)
    monkeypatch.setattr(paper_page, "find_printers", Printers)
    async with driven(sealed_books, clock) as driver:
        await driver.go_to_line("book:papers")
        await driver.press("enter", "enter")
        await driver.until("máy này chưa có máy in")
        driver.app.screen.query_one("#lines").focus()
        page = driver.app.screen
        assert isinstance(page, PaperScreen)
        await page.digit(page.lines.shown_lines[0], "1")
        page.action_back()
        await driver.pilot.pause()
        assert driver.app.screen is not page
        answer.set()
        await driver.until("đang tắt hoặc tạm dừng: giấy chờ ở đó")


async def test_without_a_meeting_there_is_no_paper_of_one(
    books: Books, clock: FixedClock, tmp_path: Path
) -> None:
    books.close()
    async with driven(tmp_path / "books", clock) as driver:
        await driver.go_to_line("book:papers")
        await driver.press("enter")
        await driver.until("chưa họp buổi nào")
        await driver.press("enter")
        await driver.until("Không tìm thấy buổi họp này.")


async def test_from_a_step_the_running_meeting_is_meant(
    closed_books: Path, clock: FixedClock
) -> None:
    async with driven(closed_books, clock) as driver:
        await driver.press("f9", "5")
        await driver.until("In ấn")
        await driver.press("escape")
        await driver.until("►1 Điểm danh")
