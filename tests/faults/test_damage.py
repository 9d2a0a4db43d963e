"""Damaged books are noticed, and there is a way back from each."""

from __future__ import annotations

from pathlib import Path

import pytest

from damage import DAMAGES, brought_back, damaged_copies, noticed, salvaged_share
from driver import PatientDriver
from storage.books import Books
from storage.clock import FixedClock, SystemClock
from storage.database import FILE_NAME
from storage.errors import Trouble, TroubleKind
from storage.records.kinds import Step
from storage.safekeeping.salvage import salvage
from storage.safekeeping.soundness import first_look, whole_look
from storage.tables import connection
from tui.app import ChungTayApp


def test_every_damaged_file_is_noticed_and_salvaged_as_far_as_it_goes(
    sealed_books: Path, tmp_path: Path
) -> None:
    """One of each kind is salvaged; the long form does it with all of them."""
    shares = []
    books = Books(sealed_books, SystemClock())
    books.backups.make()
    books.close()
    for turn, (kind, folder) in enumerate(damaged_copies(sealed_books, tmp_path, 42)):
        assert noticed(folder), kind
        if turn < len(DAMAGES):
            shares.append(salvaged_share(folder, 55))
        elif turn < 2 * len(DAMAGES):
            assert brought_back(folder), kind
    assert len(shares) == len(DAMAGES)
    assert max(shares) == 1


def test_sound_books_are_not_called_damaged(sealed_books: Path, clock: FixedClock) -> None:
    for _time in range(2):
        books = Books(sealed_books, clock)
        first_look(books)
        assert whole_look() == []
        books.close()


def test_books_left_by_a_power_cut_are_not_called_damaged(
    books: Books, meeting_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    """There is no mark then, and the log has entries that the file has not."""
    after = tmp_path / "after"
    after.mkdir()
    books.meetings.go_to(meeting_id, Step.PROPOSALS)
    for path in books.path.parent.iterdir():
        (after / path.name).write_bytes(path.read_bytes())
    books.close()
    again = Books(after, clock)
    first_look(again)
    assert whole_look() == []
    again.close()


def test_what_is_salvaged_is_counted_and_the_damaged_file_kept(
    sealed_books: Path, clock: FixedClock
) -> None:
    before = (sealed_books / FILE_NAME).read_bytes()
    salvaged = salvage(sealed_books)
    assert (salvaged.meetings, salvaged.sealed, salvaged.members) == (1, 1, 55)
    assert salvaged.lost == 0
    assert salvaged.aside is not None
    assert salvaged.aside.read_bytes() == before
    books = Books(sealed_books, clock)
    first_look(books)
    assert whole_look() == []
    books.close()


def test_what_stands_before_the_cut_is_salvaged(sealed_books: Path) -> None:
    data = (sealed_books / FILE_NAME).read_bytes()
    (sealed_books / FILE_NAME).write_bytes(data[: len(data) - 4096])
    salvaged = salvage(sealed_books)
    assert (salvaged.meetings, salvaged.members) == (1, 55)


def test_nothing_is_put_in_the_place_of_books_of_which_nothing_can_be_read(
    sealed_books: Path,
) -> None:
    (sealed_books / FILE_NAME).write_bytes(b"x" * 9000)
    with pytest.raises(Trouble) as raised:
        salvage(sealed_books)
    assert raised.value.kind is TroubleKind.NOTHING_SALVAGED
    assert (sealed_books / FILE_NAME).read_bytes() == b"x" * 9000


async def test_the_screen_offers_the_backup_first_and_the_salvage_second(
    sealed_books: Path, clock: FixedClock
) -> None:
    data = bytearray((sealed_books / FILE_NAME).read_bytes())
    data[-1] ^= 1
    (sealed_books / FILE_NAME).write_bytes(data)
    app = ChungTayApp(sealed_books, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = PatientDriver(app, pilot)
        await driver.until("1  Mở lại một bản sao lưu (nên chọn)")
        assert "2  Cứu những gì còn đọc được trong tệp" in driver.text()
        await driver.press("2")
        await driver.until("Đã cứu được: 1 buổi họp (1 biên bản đã chốt), 55 thành viên")
        await driver.press("enter")
        await driver.until("Hôm nay đã họp xong. In lại biên bản")
        await app.leave()


async def test_what_only_the_whole_look_finds_is_said_after_the_first_frame(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    connection.execute_sql("PRAGMA foreign_keys = OFF")
    connection.execute_sql('UPDATE member SET "group_id" = 999 WHERE id = 3')
    books.close()
    assert meeting_id
    app = ChungTayApp(books.path.parent, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = PatientDriver(app, pilot)
        await driver.until("3  Cứ mở sổ này như đang có")
        await driver.press("3")
        await driver.until("►1 Điểm danh")
        await app.leave()
