"""Before the first frame only what it needs is loaded: Textual, Peewee and the main page."""

from __future__ import annotations

import subprocess
import sys

import pytest

from prepared import PreparedBooks, Stage

_PROGRAM = """
import asyncio, gc, sys
from pathlib import Path
from tui.start import books_app
from storage.tables.base import watch

hear, heard = watch.hear, []

def noted(statement):
    heard.append(statement)
    hear(statement)

async def first_frame():
    watch.hear = noted
    app = books_app(Path(sys.argv[1]), practice=False)
    async with app.run_test() as pilot:
        while not getattr(app.screen, "overview", None):
            await pilot.pause()
        loaded, asked = sorted(sys.modules), len(heard)
        await pilot.pause()
        print(*loaded, asked, "collecting" if gc.isenabled() else "never collecting", sep="\\n")
        await app.save_all()

asyncio.run(first_frame())
"""
_MOST_ASKED = 84
"""Statements, of which every third looks whether the file and the newest seal are sound."""
_LATER = {
    "reportlab",  # when a paper is made
    "PIL",
    "xlsxwriter",  # when a list or the tracking book is carried out
    "python_calamine",  # when a list is taken in
    "lunar_vn",  # when a day is said by the moon
    "playhouse.migrations",  # when the books are of an older version
    "argparse",  # when something is asked on the command line
    "gettext",  # where English is spoken
    "hypothesis",
    "pytest",
    "printouts",
    "printouts.typesetting.fonts",
    "storage.meeting.attendance",
    "storage.safekeeping.backup",  # beside the work, after the first frame
    "storage.safekeeping.row_checks",
    "storage.meeting.community",
    "storage.meeting.discussion",
    "storage.meeting.follow_up",
    "storage.day_words.typed",
    "storage.importing",
    "storage.people.members",
    "storage.meeting.minutes",
    "storage.meeting.pledges",
    "storage.practice.club",
    "storage.meeting.proposals",
    "storage.between_meetings.home_care",
    "storage.projection",  # once the frame is there
    "screens.wall.projector",
    "storage.records.wall",
    "storage.records.guests",
    "storage.records.held_on_paper",
    "storage.records.history",
    "storage.records.home_care",
    "storage.records.last_month",
    "storage.records.approval",  # a record each of what other screens and papers show
    "storage.records.case_draft",
    "storage.records.consent_story",
    "storage.records.doubtful_day",
    "storage.records.exports",
    "storage.records.figures",
    "storage.records.head",
    "storage.records.help_totals",
    "storage.records.holder",
    "storage.records.lacks",
    "storage.records.member_drafts",
    "storage.records.minutes",
    "storage.records.old_cases",
    "storage.records.proposals",
    "storage.records.spans",
    "storage.records.wall_scene",
    "storage.rules.minutes_parts.tokens",
    "storage.sealing.seal",  # the newest seal is looked at without what the minutes say
    "storage.meeting.selection",
    "storage.between_meetings.tracking_book",
    "storage.between_meetings.urgent",
    "screens.meeting.attendance",
    "screens.forms.form_screen",
    "screens.people.members",
    "screens.menu",
    "screens.papers.printing",
    "screens.popups",
    "screens.safekeeping.backing_up",
    "screens.meeting.step",
    "screens.widgets.safe_fields",
    "screens.wording.sentences",
    "textual.widgets._data_table",
    "textual.widgets._markdown",
}


@pytest.fixture(scope="module")
def first_frame(prepared: PreparedBooks, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a program of its own tells of its first frame: the modules, and of the collector."""
    folder = tmp_path_factory.mktemp("first-frame") / "books"
    books = prepared.copy(Stage.HOME, folder)
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(books)], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_the_first_frame_loads_only_what_it_needs(first_frame: list[str]) -> None:
    loaded = set(first_frame)
    assert {"textual.app", "peewee", "screens.between_meetings.home"} <= loaded
    assert loaded & _LATER == set()


def test_the_first_frame_asks_little_of_the_books(first_frame: list[str]) -> None:
    assert int(first_frame[-2]) <= _MOST_ASKED


def test_garbage_is_collected_once_the_first_frame_is_there(first_frame: list[str]) -> None:
    assert first_frame[-1] == "collecting"
