"""The log of the books comes into their file while nobody waits for it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from storage.books import Books
from storage.database import FILE_NAME
from storage.records.kinds import Step
from storage.safekeeping.backup import FOLDER, found
from storage.safekeeping.private_files import beside
from tui import calm_moments


def log_of(folder: Path) -> int:
    """How long the log is."""
    return beside(folder / FILE_NAME, "-wal").stat().st_size


def acts_in(file: Path, *, log_too: bool = False) -> int:
    """How many acts there are in a file, taken by itself or with its log."""
    options = "mode=ro" if log_too else "immutable=1"
    with closing(sqlite3.connect(f"{file.as_uri()}?{options}", uri=True)) as reader:
        (number,) = reader.execute("SELECT count(*) FROM act").fetchone()
    return int(number)


def test_what_was_in_the_log_is_in_the_file_by_itself(
    books: Books, meeting_id: int, tmp_path: Path
) -> None:
    books.meetings.set_place(meeting_id, "đình làng")
    assert log_of(books.path.parent) > 0
    assert books.bring_in_log()
    assert log_of(books.path.parent) == 0
    alone = Path(shutil.copy(books.path, tmp_path / "alone.db"))
    assert acts_in(alone) == acts_in(books.path, log_too=True) > 0


def test_whoever_reads_is_not_waited_for(
    books: Books, meeting_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were it waited for, the test would end in the time of a whole day."""
    monkeypatch.setattr("storage.safekeeping.log_of_writing.BUSY_TIMEOUT", 86_400_000)
    with closing(sqlite3.connect(books.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM meeting").fetchone()
        books.meetings.set_place(meeting_id, "nhà văn hóa")
        assert not books.bring_in_log()
    assert books.bring_in_log()
    assert books.meetings.get(meeting_id).place == "nhà văn hóa"


async def test_each_step_that_is_gone_to_brings_it_in(
    prepared: PreparedBooks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No moment is calm meanwhile, and the backup that reads the books is over."""
    monkeypatch.setattr(calm_moments, "_CALM", 86_400.0)
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock_at(Stage.ATTENDANCE)) as driver:
        await driver._wait(lambda: bool(found(folder / FOLDER)), "a backup")
        file = folder / FILE_NAME
        before = acts_in(file, log_too=True)
        await _count(driver)
        await driver.app.show_step(Step.LAST_MONTH)
        await driver._wait(lambda: acts_in(file) > before, "the entry in the file by itself")


async def test_a_calm_moment_brings_it_in(
    prepared: PreparedBooks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calm_moments, "_CALM", 0.001)
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    async with driven(folder, clock_at(Stage.ATTENDANCE)) as driver:
        await _count(driver)
        while log_of(folder):
            # A key that does nothing; the cursor's line is written a bit later.
            await driver.press("f13")


async def _count(driver: Driver) -> None:
    await driver.press("9", "enter")
    await driver.until("Đã lưu")
