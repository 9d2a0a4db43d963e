"""One program over the books of some years: does everything once for each line it is sent.

`python -m benchmarks.growth_worker screens FOLDER`, or `books FOLDER`. It answers with one line of
JSON: how many milliseconds of the processor each deed took.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, cast

from benchmarks.entries import processor_milliseconds
from benchmarks.watched import Ours, key, pressed, running, worked
from screens.between_meetings.club_books import CLUB_BOOKS, open_book
from screens.menu_screen import MenuScreen
from storage.books import Books
from storage.clock import FixedClock, SystemClock
from storage.memory import forget_all
from storage.practice.month import PracticeMonth
from storage.records.kinds import Step

Took = dict[str, float]
_IN_A_ROW = 10

_KEYS_IN = {
    "tracking": (("moving in the tracking book", "down"),),
    "members": (("a letter in the member search", "n"), ("", "backspace")),
}
"""What is pressed in a book; what has no name is not measured."""


async def screens(folder: Path) -> None:
    """Opens every book and every step, as if nothing of it had been read before."""
    app = Ours(folder, SystemClock())
    async with running(app):
        await app.show_step(Step.ATTENDANCE)
        for line in sys.stdin:
            answer = await _once(app) if line.strip() else {}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


async def _once(app: Ours) -> Took:
    took: Took = {}

    async def measure(what: str, deed: Callable[[], object]) -> None:
        await app.ask(lambda _books: forget_all())
        took[what] = await worked(app, deed)

    await measure("opening the main page", app.show_home)
    for book in CLUB_BOOKS:
        screen = cast("MenuScreen[Any]", app.screen)
        await measure(f"opening the book {book.key}", partial(open_book, screen, book))
        for what, name in _KEYS_IN.get(book.key, ()):
            await measure(what, key(app, name))
        await pressed(app, app.pop_screen)
    for step in Step:
        await measure(f"opening step {int(step)}", partial(app.show_step, step))
    await pressed(app, key(app, "f7"))
    await measure("finding a person, a letter", key(app, "l"))
    await pressed(app, key(app, "escape"))
    del took[""]
    return took


def books(folder: Path) -> None:
    """Holds a meeting, and measures an entry in it, what takes it back, and its seal."""
    opened = Books(folder, SystemClock())
    last = cast("datetime", opened.last_moment())
    opened.close()
    clock = FixedClock(last)
    opened = Books(folder, clock)
    chance = Random(1)
    for _line in sys.stdin:
        clock.advance(timedelta(days=30).total_seconds())
        meeting = PracticeMonth(opened, clock, chance)
        took = {
            what: processor_milliseconds(deed) / times
            for what, deed, times in _deeds(opened, meeting)
        }
        sys.stdout.write(json.dumps(took) + "\n")
        sys.stdout.flush()


def _deeds(
    opened: Books, meeting: PracticeMonth
) -> Iterator[tuple[str, Callable[[], object], int]]:
    """What is done, and how often in a row: one entry by itself is too short to be measured."""
    group, number, entries = opened.register.groups()[0], meeting.id, range(1, _IN_A_ROW + 1)

    def enter() -> None:
        for count in entries:
            opened.attendance.count_group(number, group.id, count)

    def take_back() -> None:
        for _entry in entries:
            opened.undo.undo(number)

    def bring_back() -> None:
        for _entry in entries:
            opened.undo.redo(number)

    yield "all entries of a meeting", meeting.lead, 1
    yield "one entry", enter, _IN_A_ROW
    yield "taking it back", take_back, _IN_A_ROW
    yield "bringing it back", bring_back, _IN_A_ROW
    yield "the minutes approved", lambda: opened.minutes.approve(number, unanimous=True), 1
    yield "the meeting sealed", lambda: opened.minutes.seal(number), 1


if __name__ == "__main__":
    if sys.argv[1] == "screens":
        asyncio.run(screens(Path(sys.argv[2])))
    else:
        books(Path(sys.argv[2]))
