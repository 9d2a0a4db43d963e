"""The practice meeting's coach says what to do and which key does it; real meetings have none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from driver import driven
from prepared import PreparedBooks, Stage, clock_at
from screens.coach import coach_words, counting_words
from screens.language import Language, speak
from storage.clock import FixedClock
from storage.records.kinds import Step, StepState

_ROOM = 76
"""Columns inside a row at the size of an old projector."""


@pytest.fixture(params=list(Language))
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    speak(request.param)
    yield
    speak(Language.VIETNAMESE)


@pytest.mark.usefixtures("_language")
@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("state", list(StepState))
def test_it_says_two_sentences_with_a_key_in_two_rows(step: Step, state: StepState) -> None:
    words = coach_words(step, state)
    sentences = words.removesuffix(".").replace("\n", " ").split(". ")
    assert len(sentences) == 2
    assert any(key in words for key in ("PgDn", "Enter", "F4", "F9"))
    assert all(len(row) <= _ROOM for row in words.splitlines())


def test_the_count_has_its_own_words() -> None:
    assert all(len(row) <= _ROOM for row in counting_words().splitlines())


async def test_it_explains_the_count(prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.COUNTING, tmp_path / "books")
    async with driven(folder, clock_at(Stage.COUNTING), practice=True) as driver:
        assert "đếm tay giơ, gõ số rồi bấm Enter" in driver.row("coach")


async def test_it_explains_the_step_and_says_when_nothing_is_lacking(
    books_of_the_first_step: Path, clock: FixedClock
) -> None:
    async with driven(books_of_the_first_step, clock, practice=True) as driver:
        assert driver.row("coach") == "Bước này đã đủ. Bấm PgDn sang bước 2."
        await driver.press("pagedown")
        assert driver.row("coach").startswith("Việc đã làm xong bấm 1, một phần")


async def test_it_is_turned_off_in_the_menu_and_stays_off(
    books_of_the_first_step: Path, clock: FixedClock
) -> None:
    async with driven(books_of_the_first_step, clock, practice=True) as driver:
        await driver.press("escape")
        await driver.type("chi dan")
        await driver.press("enter")
        assert driver.notice() == "Đã tắt lời chỉ dẫn."
        assert "Bước này đã đủ" not in driver.text()
    async with driven(books_of_the_first_step, clock, practice=True) as driver:
        assert "Bước này đã đủ" not in driver.text()
        await driver.press("escape")
        await driver.type("bat loi chi dan")
        await driver.press("enter")
        await driver.until("Bước này đã đủ")


async def test_a_real_meeting_has_none(books_of_the_first_step: Path, clock: FixedClock) -> None:
    async with driven(books_of_the_first_step, clock) as driver:
        assert "Bước này đã đủ" not in driver.text()
        await driver.press("escape")
        await driver.type("loi chi dan")
        assert "lời chỉ dẫn họp thử" not in driver.text()


async def test_a_small_screen_keeps_every_row_for_the_step(
    books_of_the_first_step: Path, clock: FixedClock
) -> None:
    async with driven(books_of_the_first_step, clock, size=(60, 16), practice=True) as driver:
        assert "Bước này đã đủ" not in driver.text()


@pytest.fixture
def books_of_the_first_step(prepared: PreparedBooks, tmp_path: Path) -> Path:
    """The practice club with everyone counted."""
    return prepared.copy(Stage.ATTENDANCE, tmp_path / "books")


@pytest.fixture
def clock() -> FixedClock:
    """The time of that step."""
    return clock_at(Stage.ATTENDANCE)
