"""Whole programs: cold start, peak memory and idle, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.alternating import Row, in_turn, middle

_EMPTY = """
from textual.app import App
class Empty(App):
    def on_mount(self):
        self.call_after_refresh(shown, self)
def shown(self):
    {shown}
Empty().run(headless=True, size=(80, 24))
"""
# Peewee loads PostgreSQL's driver where it is there; no club has that extra.
_OURS = """
import sys
sys.modules["psycopg"] = None
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
_AUDIENCE = """
import sys
from pathlib import Path
import tui.audience
from storage.clock import SystemClock
class Audience(tui.audience.AudienceApp):
    CSS_PATH = str(Path(tui.audience.__file__).with_name("app.tcss"))
    def on_mount(self):
        super().on_mount()
        self.call_after_refresh(shown, self)
def shown(self):
    {shown}
Audience(Path(sys.argv[1]), SystemClock()).run(headless=True, size=(80, 24))
"""
# The first frame is what is measured, and not how the program leaves.
# Its peak is that of this program alone: what the system counts for a child begins with its parent.
_LEAVE = """
    import os, time
    used = time.process_time()
    status = open("/proc/self/status").read()
    print(used, status.partition("VmHWM:")[2].split()[0], flush=True)
    os._exit(0)"""
_EVERYWHERE = f"""
    import asyncio
    from screens.between_meetings.club_books import CLUB_BOOKS, open_book
    from storage.records.kinds import Step
    async def everywhere():
        for book in CLUB_BOOKS:
            await open_book(self.app.screen, book)
            await asyncio.sleep(0.5)
            await self.app.pop_screen()
        for step in Step:
            await self.app.show_step(step)
            await asyncio.sleep(0.5)
        leave()
    def leave():
{_LEAVE.replace("    ", "        ")}
    self.app.run_worker(everywhere())"""
_IDLE_SECONDS = 20
_REST_SECONDS = 5
"""Until what is done once, beside the first frame, is over."""
_IDLE = f"""
    import os, time
    def end(began):
        print((time.process_time() - began) / {_IDLE_SECONDS} * 100, 0, flush=True)
        os._exit(0)
    def begin():
        began = time.process_time()
        self.set_timer({_IDLE_SECONDS}, lambda: end(began))
    self.set_timer({_REST_SECONDS}, begin)"""
_COUNTING_DOWN = f"""
    from storage.records.kinds import Step
    async def count_down():
        await self.app.show_step(Step.DISCUSSION)
        await self.app.screen.action_clock()
    self.app.run_worker(count_down())
{_IDLE}"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a program took up to where it was measured."""

    wall: float
    processor: float
    """Milliseconds of all its threads; where it idles, how much of a core."""
    memory: float
    """Megabytes at most."""


def _started(program: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _told(running: subprocess.Popen[str]) -> tuple[float, float]:
    told, _nothing = running.communicate()
    if running.returncode:
        raise RuntimeError(running.args)
    used, memory = told.split()[-2:]
    return float(used), float(memory)


def _run(program: str, *arguments: str) -> Run:
    began = time.perf_counter()
    used, memory = _told(_started(program, *arguments))
    return Run((time.perf_counter() - began) * 1000, used * 1000, memory / 1024)


def start_once(books: Path) -> Run:
    """Ours, up to the first frame of the main page."""
    return _run(_OURS.format(shown=_LEAVE), str(books))


def _empty_once() -> Run:
    return _run(_EMPTY.format(shown=_LEAVE))


def start_and_memory(books: Path, times: int) -> list[Row]:
    """Processor time and peak memory up to the first frame of the main page."""
    ours, bare = in_turn(lambda: start_once(books), _empty_once, times)

    def row(what: str, unit: str, budget: float, told: Callable[[Run], float]) -> Row:
        mine, other = [middle([told(each) for each in runs]) for runs in (ours, bare)]
        return Row(what, mine, other, unit, budget)

    return [
        row("start to the main page, processor time", "ms", 1.3, lambda run: run.processor),
        row("start to the main page, wall clock", "ms", 1.3, lambda run: run.wall),
        row("peak memory on the main page", "MB", 1.6, lambda run: run.memory),
    ]


def memory_of_everything(books: Path) -> float:
    """Peak memory once every step and book was opened, and the books were looked through."""
    return _run(_OURS.format(shown=_EVERYWHERE), str(books)).memory


def memory_everywhere(books: Path) -> Row:
    """The same against an empty app."""
    what = "peak memory after every step and book"
    return Row(what, memory_of_everything(books), _empty_once().memory, "MB", 1.6)


def idle(books: Path, meeting: Path) -> list[Row]:
    """How much of a core a second takes while nobody does anything; all run at the same time."""
    empty = _started(_EMPTY.format(shown=_IDLE))
    page = _started(_OURS.format(shown=_IDLE), str(books))
    counting = _started(_OURS.format(shown=_COUNTING_DOWN), str(meeting))
    audience = _started(_AUDIENCE.format(shown=_IDLE), str(meeting))
    return [
        Row(f"a second of {what}, of a core", _told(running)[0], 0, "%")
        for what, running in (
            ("an empty app", empty),
            ("the main page", page),
            ("the meeting with the countdown running", counting),
            ("the wall's own window meanwhile", audience),
        )
    ]
