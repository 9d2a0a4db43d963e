"""The menu's search finds every act of every screen, from wherever it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from driver import Driver, driven
from prepared import PreparedBooks, Stage, clock_at
from screens.between_meetings.club_books import CLUB_BOOKS, ClubBook, open_book
from screens.menu import menu_commands
from screens.menu_acts import act_words
from screens.menu_screen import MenuScreen
from screens.menu_search import searched_commands
from screens.widgets.foot import pressed_by
from screens.widgets.lines import LineKind
from storage.records.kinds import Step
from storage.vietnamese import fold, matches

_STAGES = [stage for stage in Stage if stage is not Stage.HOME]
_OF_PEOPLE = ":"
"""In the keys of lines that stand for somebody or something in the books, who is searched for."""
_WAYS_ON = frozenset({"board", "begin", "go-on"})
"""They lead to a step, which every menu has."""
_OTHER_WORDS = {
    "sounds": "tiếng chuông",
    "tones": "đặt dấu",
    "send": "gói số liệu",
    "clock": "đồng hồ",
    "view": "thành viên và tổ",
    "print": "in lại biên bản",
    "other": "giơ tay cách khác",
}
"""Where the line says how it stands now, the menu says what it is."""


def _menu(driver: Driver) -> MenuScreen[Any]:
    screen = driver.app.screen
    assert isinstance(screen, MenuScreen)
    return screen


def _found(screen: MenuScreen[Any], words: str) -> list[str]:
    """What the search finds for these words, typed without diacritics."""
    commands = (*menu_commands(screen), *searched_commands(screen))
    return [each.label for each in commands if matches(fold(words), each.label)]


def _acts(screen: MenuScreen[Any]) -> list[tuple[str, str]]:
    """The lines that do something, with their words."""
    acts = [line for line in screen.lines.shown_lines if line.kind is LineKind.ACT]
    return [(line.key, act_words(line.cells[0])) for line in acts]


def _not_found(screen: MenuScreen[Any], acts: list[tuple[str, str]]) -> list[str]:
    """What is not found from a screen of the acts of another one."""
    wanted = [
        _OTHER_WORDS.get(key, words)
        for key, words in acts
        if _OF_PEOPLE not in key and key not in _WAYS_ON
    ]
    return [words for words in wanted if not _found(screen, words)]


@pytest.mark.parametrize("book", CLUB_BOOKS, ids=lambda book: book.key)
async def test_acts_of_a_book_are_found_from_the_main_page(
    book: ClubBook, prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.HOME, tmp_path / "books")
    async with driven(folder, clock_at(Stage.HOME), practice=True) as driver:
        home = _menu(driver)
        await open_book(home, book)
        await driver.rest()
        assert not _not_found(home, _acts(_menu(driver)))


async def test_acts_of_the_main_page_are_found_from_a_book(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.HOME, tmp_path / "books")
    async with driven(folder, clock_at(Stage.HOME)) as driver:
        acts = _acts(_menu(driver))
        await open_book(_menu(driver), CLUB_BOOKS[0])
        await driver.rest()
        assert not _not_found(_menu(driver), acts)


@pytest.mark.parametrize("stage", _STAGES, ids=lambda stage: stage.name.lower())
async def test_acts_of_a_step_are_found_at_the_step_and_from_all_others(
    stage: Stage, prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(stage, tmp_path / "books")
    async with driven(folder, clock_at(stage), practice=True) as driver:
        step = _menu(driver)
        acts = _acts(step)
        for _key, words in acts:
            assert _found(step, words), words
        for each in step.own_keys:
            if pressed_by(each.key) is not None:
                assert _found(step, each.word), each.word
        await driver.app.show_step(
            Step.ATTENDANCE if driver.app.meeting_id and stage > 1 else Step.APPROVAL
        )
        await driver.rest()
        assert not _not_found(_menu(driver), acts)


async def test_an_act_of_another_step_is_gone_to(prepared: PreparedBooks, tmp_path: Path) -> None:
    folder = prepared.copy(Stage.MARKING, tmp_path / "books")
    async with driven(folder, clock_at(Stage.MARKING), practice=True) as driver:
        await driver.press("f2")
        await driver.type("them de xuat voi")
        await driver.press("enter")
        await driver.until("►7 Việc cộng đồng")
        await driver.until("► + Thêm đề xuất với địa phương")


async def test_an_act_is_gone_to_from_a_book_that_closes_for_it(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.MARKING, tmp_path / "books")
    async with driven(folder, clock_at(Stage.MARKING), practice=True) as driver:
        await open_book(_menu(driver), CLUB_BOOKS[1])
        await driver.rest()
        await driver.press("f2")
        await driver.type("them khach moi")
        await driver.press("enter")
        await driver.until("► + Thêm khách mời")


async def test_a_key_of_the_screen_is_found_by_what_it_does(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.MARKING, tmp_path / "books")
    async with driven(folder, clock_at(Stage.MARKING), practice=True) as driver:
        await driver.press("f2")
        await driver.type("danh dau")
        await driver.until("► đánh dấu   Dấu cách")
        await driver.press("enter")
        await driver.until_gone("đánh dấu   Dấu cách")
