"""A second copy of the program says who has the books, and offers to look on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from driver import Driver, PatientDriver
from files_and_faults import names
from screens.papers.bundle import write_bundle
from storage.clock import FixedClock
from storage.database import FILE_NAME, Lock
from storage.errors import Refusal, Trouble, TroubleKind
from storage.projection import FILE_NAME as PROJECTION
from storage.safekeeping.backup import FOLDER as BACKUPS
from storage.safekeeping.holder import say_closed, say_open
from tui.app import ChungTayApp

MARK = "ĐANG CHỈ XEM"
REFUSED = "Đang chỉ xem, không ghi được gì vào sổ."


@pytest.fixture
def held(closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of books that another copy of the program has open."""
    monkeypatch.setattr("platform.node", lambda: "may-cua-thon")
    monkeypatch.setattr("getpass.getuser", lambda: "thuky")
    lock = Lock(closed_books)
    lock.take()
    say_open(closed_books, clock.now() - timedelta(minutes=40))
    yield closed_books
    say_closed(closed_books)
    lock.release()


async def test_the_second_copy_says_who_has_the_books_and_looks_on(
    held: Path, clock: FixedClock
) -> None:
    before = (held / FILE_NAME).read_bytes()
    app = ChungTayApp(held, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = PatientDriver(app, pilot)
        await driver.until("Sổ đang mở ở một cửa sổ khác")
        text = " ".join(driver.text().replace("│", " ").split())
        assert "Mở từ 07:50 ngày 24/10/2026, trên máy may-cua-thon." in text
        assert "Tên đăng nhập: thuky." in text
        await driver.press("1")
        await driver.until("►1 Điểm danh")
        assert MARK in driver.text()
        await refuse_an_entry(driver)
        for step in range(2, 9):
            await driver.press("pagedown")
            await driver.until(f"►{step} ")
            assert MARK in driver.text()
        await driver.press("f5")
        assert MARK in driver.text()
        await app.leave()
    assert (held / FILE_NAME).read_bytes() == before
    assert not {PROJECTION, BACKUPS} & set(names(held))


async def refuse_an_entry(driver: Driver) -> None:
    """A count is not taken, and nor is a form, which bears the mark too."""
    await driver.press("7", "enter")
    await driver.until(REFUSED)
    await driver.press("escape", "f3")
    await driver.until("Ghi chú của thư ký")
    assert MARK in driver.text()
    await driver.type("x")
    await driver.press("pagedown", "enter")
    await driver.until(REFUSED)
    await driver.press("escape")


async def test_whoever_looks_on_writes_no_personal_data_out_and_sets_no_passphrase(
    held: Path, clock: FixedClock
) -> None:
    """It could not be noted that the data left the books."""
    app = ChungTayApp(held, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = PatientDriver(app, pilot)
        await driver.until("Sổ đang mở ở một cửa sổ khác")
        await driver.press("1")
        await driver.until("►1 Điểm danh")
        await app.show_home()
        await driver.go_to_line("book:members")
        await driver.press("enter")
        await driver.until("Ghi danh sách ra bảng tính")
        await driver.go_to_line("export")
        await driver.press("enter")
        await driver.until(REFUSED)
        await driver.press("escape")
        await driver.until("Sổ của câu lạc bộ")
        with pytest.raises(Refusal):
            await app.ask(lambda books: write_bundle(books, held, "goi.chungtay", names=True))
        await driver.go_to_line("book:settings")
        await driver.press("enter")
        await driver.until("Cài đặt")
        await driver.go_to_line("passphrase")
        await driver.press("enter")
        await driver.until("Chỉ đặt mật khẩu cho sổ của câu lạc bộ, khi mở để ghi.")
        await app.leave()
    assert not [name for name in names(held) if name.endswith((".xlsx", ".chungtay"))]


async def test_books_in_a_folder_that_takes_nothing_can_be_looked_at(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The permissions of a test's own folders hinder nobody who is root."""
    real = Lock.take

    def take(lock: Lock) -> None:
        if Path(lock._lock.lock_file).parent == closed_books:
            raise Trouble(TroubleKind.READ_ONLY, file=str(closed_books))
        real(lock)

    monkeypatch.setattr(Lock, "take", take)
    app = ChungTayApp(closed_books, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = PatientDriver(app, pilot)
        await driver.until("Không ghi được vào")
        await driver.press("1")
        await driver.until("►1 Điểm danh")
        assert MARK in driver.text()
        await app.leave()
