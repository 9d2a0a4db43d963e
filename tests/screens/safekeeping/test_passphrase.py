"""The passphrase on the screens: set, asked for, changed, taken away; and the screen that locks."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from driver import Driver, PatientDriver
from screens.safekeeping.passphrase_popup import LockScreen
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.passphrase.cipher import is_plain, seems_encrypted
from storage.passphrase.encrypting import change_passphrase
from storage.passphrase.wrong_tries import WrongTries, seconds_after
from tui import lockable_app
from tui.app import ChungTayApp

PASSPHRASE = "lua chin vang dong"
MEMBERS = "55 thành viên, 5 tổ"


@pytest.fixture
def plain(small_club: Path, tmp_path: Path) -> Path:
    """The folder of the small club's closed books."""
    return Path(shutil.copytree(small_club, tmp_path / "books"))


@pytest.fixture
def encrypted(plain: Path) -> Path:
    """The same books under a passphrase."""
    change_passphrase(plain, "", PASSPHRASE)
    return plain


@asynccontextmanager
async def opened(folder: Path, clock: FixedClock) -> AsyncIterator[Driver]:
    """Runs the app, which may have no books open for a while."""
    app = ChungTayApp(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = PatientDriver(app, pilot)
        await driver.rest()
        yield driver
        await app.save_all()


async def say(driver: Driver, typed: str) -> None:
    """Types into the field, and Enter."""
    await driver.type(typed)
    await driver.press("enter")


async def open_page(driver: Driver) -> None:
    """From the main page to the settings, and to the line of the passphrase."""
    await driver.go_to_text("Cài đặt")
    await driver.press("enter")
    await driver.go_to_text("Mật khẩu và khóa màn hình")
    await driver.press("enter")


def wrongs(folder: Path, number: int) -> None:
    """So many wrong ones were typed before."""
    tries = WrongTries(folder)
    for _each in range(number):
        tries.wrong()


async def test_it_is_set_with_a_warning_and_typed_twice_unseen(
    plain: Path, clock: FixedClock
) -> None:
    async with opened(plain, clock) as driver:
        await driver.until("Bắt đầu phần IV")
        await open_page(driver)
        await driver.press("enter")
        assert "Quên mật khẩu là mất sổ" in driver.text()
        await driver.press("1")
        await say(driver, "ngan")
        assert "cần ít nhất 8" in driver.text()
        await say(driver, PASSPHRASE)
        await say(driver, PASSPHRASE + "x")
        assert "Hai lần gõ không giống nhau" in driver.text()
        await driver.type(PASSPHRASE)
        assert PASSPHRASE not in driver.text()
        await driver.press("enter")
        await driver.until("1 bản sao lưu không có mật khẩu")
        await driver.press("1")
        await driver.until("Đã xóa các bản không có mật khẩu")
        assert "Không còn bản nào" in driver.text()
    assert seems_encrypted(plain / FILE_NAME)
    books = Books(plain, clock, passphrase=PASSPHRASE)
    assert len(books.register.members()) == 55
    books.close()


async def test_the_books_open_with_it_alone(encrypted: Path, clock: FixedClock) -> None:
    async with opened(encrypted, clock) as driver:
        assert "Gõ mật khẩu để mở sổ" in driver.text()
        assert MEMBERS not in driver.text()
        await say(driver, "sai hoàn toàn")
        assert "Mật khẩu không đúng" in driver.text()
        await say(driver, PASSPHRASE)
        await driver.until(MEMBERS)


async def test_whoever_does_not_know_it_is_shown_the_other_ways(
    encrypted: Path, clock: FixedClock
) -> None:
    async with opened(encrypted, clock) as driver:
        await driver.press("escape")
        await driver.until("1  Gõ mật khẩu")
        assert "2  Mở lại một bản sao lưu" in driver.text()
        await driver.press("1")
        await driver.until("Gõ mật khẩu để mở sổ")
        await say(driver, PASSPHRASE)
        await driver.until(MEMBERS)


async def test_after_many_wrong_ones_nothing_is_taken_for_a_while(
    encrypted: Path, clock: FixedClock
) -> None:
    wrongs(encrypted, 10)
    async with opened(encrypted, clock) as driver:
        assert "Đã gõ sai nhiều lần. Xin chờ" in driver.text()
        await say(driver, PASSPHRASE)
        assert "Đã gõ sai nhiều lần. Xin chờ" in driver.text()


def test_each_wrong_one_makes_the_next_wait_longer(tmp_path: Path) -> None:
    assert [seconds_after(number) for number in (0, 2, 3, 4, 5, 8, 9, 50)] == [
        0,
        0,
        5,
        10,
        20,
        160,
        300,
        300,
    ]
    now = [100.0]
    tries = WrongTries(tmp_path, lambda: now[0])
    for _each in range(4):
        tries.wrong()
    now[0] += 4
    assert tries.wait() == 6
    assert WrongTries(tmp_path, lambda: now[0]).wait() == 10  # a new start forgets nothing
    tries.right()
    assert tries.wait() == 0


async def test_a_locked_screen_shows_nothing_and_opens_where_one_was(
    encrypted: Path, clock: FixedClock
) -> None:
    async with opened(encrypted, clock) as driver:
        await say(driver, PASSPHRASE)
        await driver.until(MEMBERS)
        await driver.go_to_text("Thành viên và tổ")
        await driver.press("enter")
        before = driver.text()
        await driver.press("ctrl+l")
        shown = driver.text()
        assert "Màn hình đang khóa" in shown
        assert not [line for line in before.splitlines() if line.strip() and line in shown]
        await driver.press("escape", "f6", "f2", "f7", "ctrl+l")
        assert isinstance(driver.app.screen, LockScreen)
        await say(driver, "không phải")
        assert "Mật khẩu không đúng" in driver.text()
        await say(driver, PASSPHRASE)
        assert driver.text() == before


async def test_nobody_at_the_computer_locks_it_but_never_in_a_meeting(
    encrypted: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(lockable_app, "steady_seconds", lambda: now[0])
    async with opened(encrypted, clock) as driver:
        await say(driver, PASSPHRASE)
        await driver.until(MEMBERS)
        now[0] += 9 * 60
        driver.app.lock_if_unused()
        assert not isinstance(driver.app.screen, LockScreen)
        now[0] += 60
        driver.app.lock_if_unused()
        await driver.rest()
        assert isinstance(driver.app.screen, LockScreen)
        await say(driver, PASSPHRASE)
        await driver.press("home", "enter")
        await driver.until("Điểm danh")
        now[0] += 3600
        driver.app.lock_if_unused()
        await driver.rest()
        assert not isinstance(driver.app.screen, LockScreen)
        await driver.press("ctrl+l")
        assert isinstance(driver.app.screen, LockScreen)


async def test_without_a_passphrase_the_key_says_where_to_set_one(
    plain: Path, clock: FixedClock
) -> None:
    async with opened(plain, clock) as driver:
        await driver.until(MEMBERS)
        await driver.press("ctrl+l")
        assert driver.notice() == "Muốn khóa màn hình, xin đặt mật khẩu ở Cài đặt trước."


async def test_it_is_changed_and_taken_away_by_whoever_knows_it(
    encrypted: Path, clock: FixedClock
) -> None:
    async with opened(encrypted, clock) as driver:
        await say(driver, PASSPHRASE)
        await driver.until(MEMBERS)
        await open_page(driver)
        await driver.go_to_text("Đổi mật khẩu")
        await driver.press("enter")
        await say(driver, "không phải")
        assert "Mật khẩu không đúng" in driver.text()
        await say(driver, PASSPHRASE)
        await say(driver, "mua thang bay")
        await say(driver, "mua thang bay")
        await driver.until("Đã đổi mật khẩu")
        await driver.go_to_text("Bỏ mật khẩu")
        await driver.press("enter")
        await say(driver, "mua thang bay")
        await driver.press("1")
        await driver.until("Đã bỏ mật khẩu")
    assert is_plain(encrypted / FILE_NAME)


async def test_a_backup_of_another_passphrase_is_opened_with_its_own(
    encrypted: Path, clock: FixedClock
) -> None:
    books = Books(encrypted, clock, passphrase=PASSPHRASE)
    books.backups.make()
    books.close()
    change_passphrase(encrypted, PASSPHRASE, "mua thang bay")
    async with opened(encrypted, clock) as driver:
        await say(driver, "mua thang bay")
        await driver.until(MEMBERS)
        await driver.go_to_text("Mở lại một bản sao lưu")
        await driver.press("enter")
        await driver.until("có mật khẩu riêng")
        await driver.go_to_text("có mật khẩu riêng")
        await driver.press("enter")
        await driver.until("Gõ mật khẩu lúc làm bản ấy")
        await say(driver, PASSPHRASE)
        await driver.until("Đã mở lại bản sao lưu")
        await driver.press("enter")
        await driver.until(MEMBERS)
        assert driver.app.is_passphrase("mua thang bay")
