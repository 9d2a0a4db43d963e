"""Before the first frame only what it needs is loaded: Textual, Peewee and the main page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from prepared import PreparedBooks, Stage

_PROGRAM = """
import asyncio, sys
from pathlib import Path
from storage.clock import SystemClock
from tui.app import ChungTayApp

async def first_frame():
    app = ChungTayApp(Path(sys.argv[1]), SystemClock())
    async with app.run_test() as pilot:
        while type(app.screen).__name__ != "HomeScreen":
            await pilot.pause()
        print(*sorted(sys.modules), sep="\\n")
        await app.save_all()

asyncio.run(first_frame())
"""
_LATER = {
    "reportlab",  # when a paper is made
    "PIL",
    "xlsxwriter",  # when a list or the tracking book is carried out
    "python_calamine",  # when a list is taken in
    "lunar_vn",  # when a day is said by the moon
    "playhouse.migrations",  # when the books are of an older version
    "hypothesis",
    "pytest",
    "printouts",
    "storage.practice",
    "storage.importing",
    "screens.attendance",
    "screens.members",
    "screens.menu",
    "screens.printing",
    "textual.widgets._data_table",
    "textual.widgets._markdown",
}


def test_the_first_frame_loads_only_what_it_needs(tmp_path: Path) -> None:
    books = PreparedBooks(tmp_path / "prepared").copy(Stage.HOME, tmp_path / "books")
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(books)], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert {"textual.app", "peewee", "screens.home"} <= loaded
    assert loaded & _LATER == set()
