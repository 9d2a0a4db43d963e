"""Đã in, đã ghi ra ngoài sổ: every way in which people's data leaves the books is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import Driver, driven
from printouts.printing.printer import NoPrinter, Sent
from printouts.printing.printers import Printers
from screens.papers import paper_page, printing
from screens.papers.catalogue import PAPERS
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Trouble, TroubleKind
from storage.exports import MOST
from storage.records.exports import Export
from storage.records.kinds import ExportKind, ExportWay


@pytest.fixture(autouse=True)
def known_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """The computer calls who uses it so."""
    monkeypatch.setattr("getpass.getuser", lambda: "thuky")


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A printer that takes every paper."""
    monkeypatch.setattr(printing, "print_document", lambda *_args: Sent.PRINTED)
    monkeypatch.setattr(paper_page, "find_printers", lambda: Printers(("Canon",), "Canon"))


async def open_exports(driver: Driver) -> None:
    """By the menu's search."""
    await driver.press("f2")
    await driver.until("Gõ để tìm")
    await driver.type("da in")
    await driver.press("enter")
    await driver.until("Đã in, đã ghi ra ngoài sổ")


async def exports(driver: Driver) -> list[Export]:
    """What is noted, the newest first."""
    noted = await driver.app.ask(lambda books: books.exports.newest())
    return [each.export for each in noted]


async def test_a_printed_paper_is_listed_newest_on_top(
    sealed_books: Path, clock: FixedClock, printer: None
) -> None:
    async with driven(sealed_books, clock) as driver:
        await driver.go_to_line("book:papers")
        await driver.press("enter", "enter")
        await driver.until("1  In ra giấy")
        await driver.press("1")
        await driver.until("Đã gửi 2 bản tới máy in.")
        await driver.press("escape", "escape")
        await driver.go_to_line("book:members")
        await driver.press("enter")
        await driver.go_to_line("export")
        await driver.press("enter", "2")
        await driver.until("Đã ghi 55 người")
        await driver.press("escape")
        await open_exports(driver)
        shown = driver.text()
        assert shown.index("Danh sách thành viên, 55 người") < shown.index("Biên bản, 2 bản")
        assert "24/10/2026 08:30" in shown
        assert "in ra giấy" in shown
        await driver.press("down")
        assert "bien-ban-2026-10-24-so-01.pdf · người dùng máy: thuky" in driver.text()


async def test_settings_lead_to_the_log_and_nothing_is_in_it_at_first(
    sealed_books: Path, clock: FixedClock
) -> None:
    async with driven(sealed_books, clock) as driver:
        await driver.go_to_line("book:settings")
        await driver.press("enter")
        await driver.go_to_line("exports")
        await driver.press("enter")
        await driver.until("Chưa in, chưa ghi ra lần nào.")
        await driver.press("escape")
        await driver.until("► Đã in, đã ghi ra ngoài sổ")


async def test_what_could_not_be_sent_lies_in_its_file_and_is_noted(
    sealed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def no_printer(*_args: object) -> Sent:
        raise NoPrinter(tmp_path, "no printer")

    def full(*_args: object) -> None:
        raise Trouble(TroubleKind.STICK_FULL, place="USB")

    monkeypatch.setattr(printing, "print_document", no_printer)
    monkeypatch.setattr(printing, "copy_to_stick", full)
    monkeypatch.setattr(printing, "sticks", lambda: [tmp_path])
    monkeypatch.setattr(printing, "locked", lambda _path: False)
    monkeypatch.setattr(paper_page, "find_printers", Printers)
    async with driven(sealed_books, clock) as driver:
        await driver.go_to_line("book:papers")
        await driver.press("enter", "enter")
        await driver.until("1  In ra giấy")
        await driver.press("1")
        await driver.until("Máy này chưa in được")
        await driver.press("3")
        await driver.until("USB")
        await driver.rest()
        assert [(each.paper, each.way) for each in await exports(driver)] == [
            ("minutes", ExportWay.FILE)
        ] * 2


async def test_a_backup_on_a_stick_is_noted(
    sealed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    monkeypatch.setattr(printing, "sticks", lambda: [stick])
    monkeypatch.setattr(printing, "locked", lambda _path: False)
    async with driven(sealed_books, clock) as driver:
        await driver.press("f2")
        await driver.until("Gõ để tìm")
        await driver.type("sao luu ra the nho")
        await driver.press("enter")
        await driver.until("Đã sao lưu xong ra USB")
        (export,) = await exports(driver)
        assert (export.what, export.way) == (ExportKind.BACKUP, ExportWay.STICK)
        assert export.file.startswith(str(stick))


def test_papers_that_tell_of_nobody_are_not_exports() -> None:
    assert [paper.kind for paper in PAPERS if not paper.personal] == [
        "headed-sheet",
        "passphrase-sheet",
        "manual",
    ]


def test_a_long_log_is_read_to_its_newest(books: Books) -> None:
    for number in range(MOST + 2):
        books.exports.note(Export(ExportKind.PAPER, f"giay-{number}.pdf", paper="minutes"))
    overview = books.exports.overview()
    assert (len(overview.newest), overview.earlier) == (MOST, 2)
    assert overview.newest[0].export.file == f"giay-{MOST + 1}.pdf"
