"""What the screens ask of the books: as much with two years of meetings as with one."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest

from driver import Driver, driven
from made_once import made_once, shared_folder
from screens.between_meetings.club_books import CLUB_BOOKS, open_book
from screens.menu_screen import MenuScreen
from statements import looked_through
from storage.books import Books
from storage.clock import FixedClock
from storage.practice.books import make_practice_books
from storage.records.kinds import Step
from storage.tables import connection

TODAY = date(2026, 10, 24)
MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))
_MOST_AT_FIRST = 25
"""When a screen is opened for the first time since its records changed."""
_MOST_OF_THREE = 35
"""The first step asks how far all the others are, the second of every promise, the last of all."""
_THREE = {Step.ATTENDANCE.name, Step.LAST_MONTH.name, Step.APPROVAL.name}
_MOST_AGAIN = 8
_CHANCE = 10

Asked = dict[str, list[str]]


async def _asked(folder: Path) -> Asked:
    """What each screen asks while it opens, what moving in it asks, and what opening it again."""
    statements: list[str] = []
    asked: Asked = {}

    async def note(name: str, driver: Driver) -> None:
        await driver.rest()
        asked[name] = [each for each in statements if each.startswith(("SELECT", "WITH"))]
        statements.clear()

    async with driven(folder, FixedClock(MORNING)) as driver:
        app = driver.app
        await app.ask(lambda _books: connection.connection().set_trace_callback(statements.append))
        statements.clear()
        for book in CLUB_BOOKS:
            assert isinstance(app.screen, MenuScreen)
            await open_book(app.screen, book)
            await note(book.key, driver)
            await driver.press("down")
            await note(f"{book.key}, moving", driver)
            await driver.press("escape")
            statements.clear()
        for again in ("", ", again"):
            for step in Step:
                await app.show_step(step)
                await note(f"{step.name}{again}", driver)
                await driver.press("down")
                await note(f"{step.name}{again}, moving", driver)
        await app.show_home()
        await note("home", driver)
        await app.ask(lambda _books: connection.connection().set_trace_callback(None))
    return asked


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Books of one year and of two."""
    own = tmp_path_factory.mktemp("asked")
    for years in (1, 2):
        made = made_once(
            shared_folder(tmp_path_factory) / f"small-{years}",
            partial(make_practice_books, years=years, seed=7, today=TODAY, members=40),
        )
        shutil.copytree(made, own / str(years))
    return own / "1", own / "2"


@pytest.fixture(scope="module")
async def asked(folders: tuple[Path, Path]) -> tuple[Asked, Asked]:
    """What the screens ask of each."""
    one, two = folders
    return await _asked(one), await _asked(two)


async def test_no_screen_asks_more_the_more_years_there_are(asked: tuple[Asked, Asked]) -> None:
    one, two = asked
    for name, statements in two.items():
        # Where nobody waits in the smaller books, a few need not be asked.
        assert len(statements) <= len(one[name]) + _CHANCE, name


async def test_a_screen_asks_little_when_it_opens(asked: tuple[Asked, Asked]) -> None:
    _one, two = asked
    asked_at_first = {name: len(statements) for name, statements in two.items()}
    most = {name: _MOST_OF_THREE if name in _THREE else _MOST_AT_FIRST for name in asked_at_first}
    assert {name: count for name, count in asked_at_first.items() if count > most[name]} == {}


async def test_a_step_that_is_shown_again_asks_next_to_nothing(asked: tuple[Asked, Asked]) -> None:
    _one, two = asked
    again = {f"{step.name}, again": len(two[f"{step.name}, again"]) for step in Step}
    assert {name: count for name, count in again.items() if count > _MOST_AGAIN} == {}


async def test_moving_in_a_list_asks_nothing(asked: tuple[Asked, Asked]) -> None:
    _one, two = asked
    assert {name for name, statements in two.items() if "moving" in name and statements} == set()


async def test_no_screen_looks_through_a_table_that_grows(
    asked: tuple[Asked, Asked], folders: tuple[Path, Path]
) -> None:
    _one, two = asked
    books = Books(folders[1], FixedClock(MORNING))
    found = {name: looked_through(statements) for name, statements in two.items()}
    books.close()

    assert {name: scans for name, scans in found.items() if scans} == {}
