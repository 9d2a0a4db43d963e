"""Whole programs: cold start, peak memory and idle, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

from benchmarks.alternating import Row, middle

_EMPTY = """
from textual.app import App
class Empty(App):
    def on_mount(self):
        self.call_after_refresh(self.shown)
    def shown(self):
        {shown}
Empty().run(headless=True, size=(80, 24))
"""
_OURS = """
import sys
from pathlib import Path
from tui.start import books_app
app = books_app(Path(sys.argv[1]), practice=False)
from screens.base import ListScreen
show_page = ListScreen.show_page
def page_shown(screen):
    show_page(screen)
    ListScreen.show_page = show_page
    screen.call_after_refresh(shown, screen)
def shown(self):
    {shown}
ListScreen.show_page = page_shown
app.run(headless=True, size=(80, 24))
"""
# The first frame is what is measured, and not how the program leaves.
# Its peak is that of this program alone: what the system counts for a child begins with its parent.
_LEAVE = """
    import os
    status = open("/proc/self/status").read()
    print(status.partition("VmHWM:")[2].split()[0], flush=True)
    os._exit(0)"""
_EVERYWHERE = """
    import asyncio, os
    from screens.between_meetings.club_books import CLUB_BOOKS, open_book
    from storage.records.kinds import Step
    async def everywhere():
        for book in CLUB_BOOKS:
            await open_book(self.app.screen, book)
            await asyncio.sleep(1)
            await self.app.pop_screen()
        for step in Step:
            await self.app.show_step(step)
            await asyncio.sleep(1)
        status = open("/proc/self/status").read()
        print(status.partition("VmHWM:")[2].split()[0], flush=True)
        os._exit(0)
    self.app.run_worker(everywhere())"""
_IDLE_SECONDS = 10
_REST_SECONDS = 5
"""Until what is done once, beside the first frame, is over."""
_IDLE = f"""
        import os, time
        def end():
            print((time.process_time() - began) / {_IDLE_SECONDS} * 100, flush=True)
            os._exit(0)
        def begin():
            global began
            began = time.process_time()
            self.set_timer({_IDLE_SECONDS}, end)
        self.set_timer({_REST_SECONDS}, begin)"""


@dataclass(frozen=True, slots=True)
class _Run:
    """What a program took from its start to its end."""

    wall: float
    processor: float
    memory: float


def _run(program: str, *arguments: str) -> _Run:
    began, before = time.perf_counter(), os.times()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    wall, after = time.perf_counter() - began, os.times()
    children = (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )
    return _Run(wall * 1000, children * 1000, int(done.stdout.split()[-1]) / 1024)


def start_and_memory(books: Path, times: int) -> list[Row]:
    """Processor time and peak memory up to the first frame of the main page."""
    ours, bare = [], []
    for _ in range(times):
        ours.append(_run(_OURS.format(shown=_LEAVE), str(books)))
        bare.append(_run(_EMPTY.format(shown=indent(_LEAVE, "    "))))

    def row(what: str, unit: str, budget: float, told: Callable[[_Run], float]) -> Row:
        mine, other = [middle([told(each) for each in runs]) for runs in (ours, bare)]
        return Row(what, mine, other, unit, budget)

    return [
        row("start to the main page, processor time", "ms", 1.3, lambda run: run.processor),
        row("start to the main page, wall clock", "ms", 1.3, lambda run: run.wall),
        row("peak memory on the main page", "MB", 1.6, lambda run: run.memory),
    ]


def memory_everywhere(books: Path) -> Row:
    """Peak memory once every step and book was opened, and the books were looked through."""
    ours = _run(_OURS.format(shown=_EVERYWHERE), str(books))
    bare = _run(_EMPTY.format(shown=indent(_LEAVE, "    ")))
    return Row("peak memory after every step and book", ours.memory, bare.memory, "MB", 1.6)


def idle(meeting: Path) -> Row:
    """How much of a core a second takes in a meeting while nobody does anything."""

    def share(program: str, *arguments: str) -> float:
        done = subprocess.run(
            [sys.executable, "-c", program.format(shown=_IDLE), *arguments],
            capture_output=True,
            text=True,
            check=True,
        )
        return float(done.stdout.split()[-1])

    ours = share(_OURS, str(meeting))
    return Row("a second of the meeting, of a core", ours, 0, "%")
