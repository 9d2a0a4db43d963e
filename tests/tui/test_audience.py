"""The wall's own window as a program of its own, beside a meeting that is held."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal", allow_module_level=True)

from driver import driven
from pseudo_terminal import PseudoTerminal
from sample_cases import HIEN, MUI
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.records.kinds import Step
from tui.__main__ import main

F12 = "\x1b[24~"
WAITING = "Đang chờ chương trình mở buổi họp."


@pytest.fixture
def wall(books: Books) -> Iterator[PseudoTerminal]:
    """The window, opened before the program."""
    folder = str(books.path.parent)
    with PseudoTerminal(["-m", "tui", "--audience", "--data", folder]) as terminal:
        terminal.read_until(WAITING)
        yield terminal


def open_files(terminal: PseudoTerminal) -> list[str]:
    """The names of the files that a program holds open, where the system tells them."""
    opened = Path(f"/proc/{terminal.process.pid}/fd")
    return [path.readlink().name for path in opened.iterdir()] if opened.exists() else []


async def test_it_follows_the_meeting_through_restart_and_restore_and_opens_no_books(
    books: Books, meeting_id: int, clock: FixedClock, wall: PseudoTerminal
) -> None:
    first, *groups = (group.id for group in books.register.groups())
    books.proposals.propose_case(meeting_id, first, MUI)
    books.proposals.propose_case(meeting_id, groups[0], HIEN)
    books.meetings.go_to(meeting_id, Step.SELECTION)
    backup = books.backups.make()
    assert backup is not None
    books.close()
    folder = books.path.parent
    async with driven(folder, clock) as driver:
        await asyncio.to_thread(wall.read_until, "bà Nguyễn Thị Mùi")
        await driver.press("down")
        await asyncio.to_thread(wall.read_until, "cụ H., Tổ 2")
    await asyncio.to_thread(wall.read_until, "Xin chờ một lát.")
    async with driven(folder, clock) as driver:
        await asyncio.to_thread(wall.read_until, "12 tháng qua")
        await driver.app.restore(backup.path)
        await driver.app.show_step(Step.ATTENDANCE)
        await driver.rest()
        await asyncio.to_thread(wall.read_until, "Tổ 4  11/11")
        assert not [name for name in open_files(wall) if name.startswith(FILE_NAME)]
    assert "Phạm Thị Hiền" not in wall.output
    wall.send("q\r1 ")
    wall.send(F12)
    assert wall.wait() == 0


def test_it_is_no_command_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--audience", "check"]) == 2
    assert "--audience không dùng cùng với lệnh khác" in capsys.readouterr().err
