"""Backups on the screen: by themselves, onto a stick, and opened again from a list in words."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

import sample_minutes
from driver import Driver, PatientDriver, driven
from files_and_faults import failing, names
from screens.papers import printing
from screens.safekeeping import backup_page
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.errors import Trouble, TroubleKind
from storage.records.kinds import Step
from storage.safekeeping.backup import FOLDER, STICK_FOLDER, Backups
from tui.app import ChungTayApp

BACK_UP = "Sao lưu ra thẻ nhớ (USB)"
RESTORE = "Mở lại một bản sao lưu"


@pytest.fixture(autouse=True)
def sticks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sticks that are plugged in; none at first."""
    plugged: list[Path] = []
    for module in (printing, backup_page):
        monkeypatch.setattr(module, "sticks", lambda: tuple(plugged))
    return plugged


@pytest.fixture
def home(books: Books) -> Path:
    """Closed books without a meeting, backed up once, then with one group more."""
    assert books.backups.make() is not None
    books.register.add_group("Tổ 6")
    books.close()
    return books.path.parent


@asynccontextmanager
async def left_at_the_end(
    folder: Path, clock: FixedClock, *, practice: bool = False
) -> AsyncIterator[Driver]:
    """Runs the app, and leaves it as the question of F12 does."""
    app = ChungTayApp(folder, clock, practice=practice)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = PatientDriver(app, pilot)
        await driver.rest()
        yield driver
        await app.leave()


async def choose(driver: Driver, words: str) -> None:
    """Enter on a row of the main page."""
    await driver.go_to_text(words)
    await driver.press("enter")


def backups(folder: Path) -> list[str]:
    """The backups beside the books."""
    return names(folder / FOLDER)


async def until_backed_up(driver: Driver, folder: Path, *expected: str) -> None:
    """Waits until these backups, and no others, lie beside the books."""
    for _turn in range(200):
        if (folder / FOLDER).is_dir() and backups(folder) == list(expected):
            return
        await driver.rest()
    assert backups(folder) == list(expected)


# By themselves.


async def test_a_backup_is_made_at_the_start_and_on_leaving(home: Path, clock: FixedClock) -> None:
    async with left_at_the_end(home, clock) as driver:
        await until_backed_up(driver, home, "chungtay-0001.db", "chungtay-0002.db")
        assert driver.notice() == ""
        await driver.app.ask(lambda books: books.register.add_group("Tổ 7"))
    assert backups(home)[-1] == "chungtay-0003.db"


async def test_nothing_new_is_made_where_nothing_changed(home: Path, clock: FixedClock) -> None:
    async with left_at_the_end(home, clock) as driver:
        await until_backed_up(driver, home, "chungtay-0001.db", "chungtay-0002.db")
    assert backups(home) == ["chungtay-0001.db", "chungtay-0002.db"]


async def test_a_meeting_that_begins_is_backed_up(home: Path, clock: FixedClock) -> None:
    names = [f"chungtay-000{number}.db" for number in (1, 2, 3)]
    async with driven(home, clock) as driver:
        await until_backed_up(driver, home, *names[:2])
        await driver.app.ask(lambda books: books.register.add_group("Tổ 7"))
        await driver.app.show_step(Step.ATTENDANCE)
        await until_backed_up(driver, home, *names)


async def test_a_seal_is_backed_up(
    books: Books, meeting_id: int, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.meetings.go_to(meeting_id, Step.APPROVAL)
    books.close()
    folder = books.path.parent
    async with driven(folder, clock) as driver:
        await until_backed_up(driver, folder, "chungtay-0001.db")
        await choose(driver, "Chốt biên bản")
        await driver.press("1")
        await driver.until("Đã chốt. Mã kiểm tra")
        await until_backed_up(driver, folder, "chungtay-0001.db", "chungtay-0002-chot.db")
        assert driver.notice() == "Đã lưu: chốt biên bản số 01"


async def test_a_backup_that_fails_is_said_and_the_meeting_goes_on(
    closed_books: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_backups: Backups, *, sealed: bool = False, second: str = "") -> None:
        raise Trouble(TroubleKind.BACKUP_FULL, place="sao-luu")

    monkeypatch.setattr(Backups, "make", full)
    async with left_at_the_end(closed_books, clock) as driver:
        await driver.until("Chưa sao lưu được vào “sao-luu”: đã hết chỗ.")
        await driver.press("pagedown")
        assert "Việc kỳ trước" in driver.row("title")
    assert driver.app.return_code == 0


async def test_the_practice_club_is_not_backed_up(home: Path, clock: FixedClock) -> None:
    async with left_at_the_end(home, clock, practice=True) as driver:
        await driver.app.show_home()
        await driver.go_to_text("Ra khỏi chương trình")
        assert BACK_UP not in driver.text()
        assert RESTORE not in driver.text()
    assert backups(home) == ["chungtay-0001.db"]


# Onto a stick.


async def test_a_backup_goes_onto_the_stick_and_it_is_said_when_to_take_it_out(
    home: Path, clock: FixedClock, sticks: list[Path], tmp_path: Path
) -> None:
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    sticks.append(stick)
    async with driven(home, clock) as driver:
        await choose(driver, BACK_UP)
        await driver.until("Đã sao lưu xong ra USB KINGSTON, tệp chungtay-0001.db.")
        await driver.until("Xin tháo USB an toàn")
        await choose(driver, BACK_UP)
        await driver.until("tệp chungtay-0002.db")
    assert names(stick / STICK_FOLDER) == ["chungtay-0001.db", "chungtay-0002.db"]


async def test_without_a_stick_it_asks_for_one(home: Path, clock: FixedClock) -> None:
    async with driven(home, clock) as driver:
        await choose(driver, BACK_UP)
        await driver.until("Chưa thấy USB. Xin cắm USB rồi chọn lại.")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "Chưa sao lưu được vào “KINGSTON”: đã hết chỗ."),
        (errno.EROFS, "Chưa sao lưu được vào “KINGSTON”: không cho ghi."),
        (errno.ENODEV, "Chưa sao lưu được: không còn thấy “KINGSTON”."),
        (errno.EIO, "Chưa sao lưu được vào “KINGSTON”: ghi không được, hoặc USB đã rút."),
    ],
)
async def test_what_the_stick_refuses_is_said(
    home: Path,
    clock: FixedClock,
    sticks: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    sentence: str,
) -> None:
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    sticks.append(stick)
    async with driven(home, clock) as driver:
        await until_backed_up(driver, home, "chungtay-0001.db", "chungtay-0002.db")
        with monkeypatch.context() as broken:
            broken.setattr(Path, "rename", failing(code))
            await choose(driver, BACK_UP)
            await driver.until("Chưa sao lưu được")
        assert sentence in " ".join(driver.notice().split())
        assert names(stick / STICK_FOLDER) == []


# Opened again.


async def test_the_list_tells_of_each_backup_in_words(
    home: Path, clock: FixedClock, sticks: list[Path], tmp_path: Path
) -> None:
    stick = tmp_path / "KINGSTON"
    (stick / STICK_FOLDER).mkdir(parents=True)
    (stick / STICK_FOLDER / "chungtay-0012.db").write_bytes(b"")
    sticks.append(stick)
    async with driven(home, clock) as driver:
        await until_backed_up(driver, home, "chungtay-0001.db", "chungtay-0002.db")
        await choose(driver, RESTORE)
        await driver.until("Trên máy này")
        rows = [" ".join(row.split()) for row in driver.text().splitlines()]
        start = rows.index("Trên máy này")
        assert rows[start + 1 : start + 6] == [
            "► 2 chưa có buổi họp nào",
            "1 chưa có buổi họp nào",
            "",
            "Trên USB KINGSTON",
            "12 không đọc được",
        ]
        await driver.go_to_text("không đọc được")
        await driver.press("enter")
        await driver.until("Bản sao lưu chungtay-0012.db bị hỏng.")
        await driver.press("escape")
        await driver.until("Việc khác")


async def test_a_backup_is_opened_after_asking_and_the_books_are_kept(
    home: Path, clock: FixedClock
) -> None:
    async with driven(home, clock) as driver:
        await driver.until("6 tổ")
        await until_backed_up(driver, home, "chungtay-0001.db", "chungtay-0002.db")
        await choose(driver, RESTORE)
        await driver.until("Trên máy này")
        await driver.press("down", "enter")
        await driver.until("Mới nhất trong đó: chưa có buổi họp nào.")
        await driver.press("2")
        assert not (home / "chungtay-truoc-khi-mo-lai-0001.db").exists()
        await driver.press("enter")
        await driver.until("Có, mở lại")
        await driver.press("1")
        await driver.until("Đã mở lại bản sao lưu.")
        await driver.until("chungtay-truoc-khi-mo-lai-0001.db")
        await driver.press("enter")
        await driver.until("5 tổ")
        await choose(driver, RESTORE)
        await driver.until("Sổ dùng trước những lần mở lại")


async def test_a_restore_brings_back_its_running_meeting(
    closed_books: Path, clock: FixedClock
) -> None:
    books = Books(closed_books, clock)
    books.backups.make()
    meeting = books.meetings.current()
    assert meeting is not None
    books.meetings.abandon(meeting.id, "bắt đầu nhầm")
    books.close()
    async with driven(closed_books, clock) as driver:
        await driver.until("Bắt đầu phần IV hôm nay")
        await choose(driver, RESTORE)
        await driver.go_to_text("đang họp dở")
        await driver.press("enter")
        await driver.until("Có, mở lại")
        await driver.press("1")
        await driver.until("Mới nhất trong đó: buổi họp ngày")
        await driver.press("enter")
        await driver.go_to_text("Họp tiếp, ở bước Điểm danh")
        await driver.press("enter")
        await driver.until("Có mặt 55 / 55")


async def test_a_backup_from_before_the_running_meeting_is_opened(
    home: Path, clock: FixedClock
) -> None:
    async with driven(home, clock) as driver:
        await until_backed_up(driver, home, "chungtay-0001.db", "chungtay-0002.db")
        await driver.go_to_text("Bắt đầu phần IV hôm nay")
        await driver.press("enter")
        await driver.until("►1 Điểm danh")
        await driver.app.show_home()
        await choose(driver, RESTORE)
        await driver.go_to_text("chưa có buổi họp nào")
        await driver.press("enter")
        await driver.until("Có, mở lại")
        await driver.press("1")
        await driver.until("Đã mở lại bản sao lưu.")
        await driver.press("enter", "home")
        await driver.until("► Bắt đầu phần IV hôm nay")
        assert "Có mặt" not in driver.text()


async def test_without_backups_the_page_says_so(books: Books, clock: FixedClock) -> None:
    books.close()
    (books.path.parent / FOLDER).write_text("a file in the way")
    async with driven(books.path.parent, clock) as driver:
        await choose(driver, RESTORE)
        await driver.until("Chưa thấy bản sao lưu nào.")


async def test_damaged_books_give_way_to_a_backup_when_the_program_starts(
    home: Path, clock: FixedClock
) -> None:
    (home / FILE_NAME).write_bytes(b"nothing of it is left")
    async with left_at_the_end(home, clock) as driver:
        await driver.until("1  Mở lại một bản sao lưu")
        await driver.press("1")
        await driver.until("Trên máy này")
        await driver.press("escape")
        await driver.until("Enter ra")
        await driver.press("1")
        await driver.until("Trên máy này")
        await driver.press("enter")
        await driver.until("Có, mở lại")
        await driver.press("1")
        await driver.until("Đã mở lại bản sao lưu.")
        await driver.press("enter")
        await driver.until("Bắt đầu phần IV hôm nay")
    aside = home / "chungtay-truoc-khi-mo-lai-0001.db"
    assert aside.read_bytes() == b"nothing of it is left"


@pytest.mark.parametrize("key", ["enter", "escape", "f12"])
async def test_who_leaves_damaged_books_ends_the_program_with_a_status(
    home: Path, clock: FixedClock, key: str
) -> None:
    (home / FILE_NAME).write_bytes(b"nothing of it is left")
    app = ChungTayApp(home, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await Driver(app, pilot).until("Enter ra")
        await pilot.press(key)
        await app.workers.wait_for_complete()
    assert app.return_code == 1
