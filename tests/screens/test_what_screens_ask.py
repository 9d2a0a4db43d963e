"""What the screens ask of the books: as much with two years of meetings as with one."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from driver import Driver, driven
from screens.club_books import CLUB_BOOKS, open_book
from screens.menu_screen import MenuScreen
from storage.clock import FixedClock
from storage.practice_books import make_practice_books
from storage.records.kinds import Step
from storage.tables import connection

TODAY = date(2026, 10, 24)
MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))
_MOST_STATEMENTS = 160
_CHANCE = 10

Asked = dict[str, list[str]]


async def _asked(folder: Path) -> Asked:
    """What each screen asks while it opens."""
    statements: list[str] = []
    asked: Asked = {}

    async def note(name: str, driver: Driver) -> None:
        await driver.rest()
        asked[name] = [each for each in statements if each.startswith(("SELECT", "WITH"))]

    async with driven(folder, FixedClock(MORNING)) as driver:
        app = driver.app
        await app.ask(lambda _books: connection.connection().set_trace_callback(statements.append))
        for book in CLUB_BOOKS:
            statements.clear()
            assert isinstance(app.screen, MenuScreen)
            await open_book(app.screen, book)
            await note(book.key, driver)
            await driver.press("escape")
        for step in Step:
            statements.clear()
            await app.show_step(step)
            await note(step.name, driver)
        statements.clear()
        await app.show_home()
        await note("home", driver)
        await app.ask(lambda _books: connection.connection().set_trace_callback(None))
    return asked


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Books of one year and of two."""
    made = tmp_path_factory.mktemp("asked")
    for years in (1, 2):
        make_practice_books(made / str(years), years, 7, TODAY, members=40)
    return made / "1", made / "2"


async def test_no_screen_asks_more_the_more_years_there_are(folders: tuple[Path, Path]) -> None:
    one, two = [await _asked(folder) for folder in folders]
    for name, statements in two.items():
        assert len(statements) <= _MOST_STATEMENTS, name
        # Where nobody waits in the smaller books, a few need not be asked.
        assert len(statements) <= len(one[name]) + _CHANCE, name
