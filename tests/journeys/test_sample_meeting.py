"""The sample meeting by keys alone, from attendance to sealed minutes."""

from __future__ import annotations

import io
import shutil
import sys
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

import sample_meeting
from driver import driven
from printouts.minutes import minutes_pdf
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.records.kinds import MeetingState, Outcome
from storage.rules.pledge_words import total_words
from storage.safekeeping.checking import check_books

MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))
TOTALS = {
    "10 ngày công",
    "50.000 đ",
    "01 chăn",
    "01 màn",
    "02 bộ quần áo",
    "01 xe lăn (vận động)",
    "01 lượt hướng dẫn",
}


def check_result(folder: Path, clock: FixedClock) -> None:
    """What the books and the paper say after the meeting, whichever way it went."""
    books = Books(folder, clock)
    try:
        meeting = books.meetings.last()
        assert meeting is not None
        assert meeting.state is MeetingState.SEALED
        selection = books.selection.overview(meeting.id)
        outcomes = {each.case.person.name: each.outcome for each in selection.cases}
        assert outcomes == {
            "Phạm Thị Hiền": Outcome.CHOSEN,
            "Nguyễn Thị Mùi": Outcome.CHOSEN,
            "Trần Văn Lực": Outcome.CHOSEN,
            "Lê Văn Sơn": Outcome.KEPT,
            "Vũ Thị Bình": Outcome.OWN_GROUP,
        }
        hien = next(each.case for each in selection.cases if each.case.groups[1:])
        assert hien.groups == ("Tổ 3", "Tổ 5")
        assignment = books.pledges.overview(meeting.id)
        assert {total_words(total) for total in assignment.totals} == TOTALS
        assert check_books() == []
        content = books.minutes.content(meeting.id)
        text = " ".join(
            " ".join(
                page.extract_text() for page in PdfReader(io.BytesIO(minutes_pdf(content))).pages
            ).split()
        )
    finally:
        books.close()
    for words in (
        "52/58 thành viên",
        "Nguyễn Thị Mùi",
        "Trần Văn Lực",
        "gặt 3 sào lúa",
        "50.000 đ",
        "Hội Người cao tuổi (NCT)",
        "người đại diện: bà Đặng Thị Hòa",
        "tổng vệ sinh đường làng",
        "đèn đường ngõ 3 hỏng",
        "48",
        "29",
        "21",
        "năm 2026./.",
    ):
        assert words.casefold() in text.casefold(), words


async def test_the_whole_meeting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = FixedClock(MORNING)
    async with driven(tmp_path, clock, practice=True) as driver:
        await driver.until("Bắt đầu phần IV hôm nay")
        taken: dict[str, int] = {}
        for act in sample_meeting.STEPS:
            before = driver.control_keys
            await act(driver)
            taken[act.__name__] = driver.control_keys - before
    check_result(tmp_path, clock)
    keys = sum(taken.values())
    assert keys <= 162
    by_step = ", ".join(f"{step} {count}" for step, count in taken.items())
    with capsys.disabled():
        sys.stdout.write(f"\nThe sample meeting took {keys} keys that are no text: {by_step}.\n")


async def test_killed_and_started_again_between_the_steps(tmp_path: Path) -> None:
    clock = FixedClock(MORNING)
    folder = tmp_path / "0"
    for number, act in enumerate(sample_meeting.STEPS, start=1):
        async with driven(folder, clock, practice=True) as driver:
            await driver.until("Phần IV" if number > 1 else "Bắt đầu phần IV hôm nay")
            await act(driver)
            # On the books' thread, which brings the log into the file when nobody types.
            copied = partial(as_after_a_kill, folder, tmp_path / str(number))
            folder = await driver.app.ask(lambda _books: copied())  # noqa: B023 - asked at once
    check_result(folder, clock)


def as_after_a_kill(folder: Path, copy: Path) -> Path:
    """The files as a killed program leaves them: the log not yet brought into the books."""
    copy.mkdir()
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        shutil.copy(folder / name, copy / name)
    return copy
