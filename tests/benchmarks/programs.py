"""Whole programs: cold start, peak memory and idle, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.alternating import Row, in_turn, middle

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
_LEAVE = "import os; os._exit(0)"
_EVERYWHERE = """
    import asyncio, os
    from screens.club_books import CLUB_BOOKS, open_book
    from storage.records.kinds import Step
    async def everywhere():
        for book in CLUB_BOOKS:
            await open_book(self.app.screen, book)
            await asyncio.sleep(1)
            await self.app.pop_screen()
        for step in Step:
            await self.app.show_step(step)
            await asyncio.sleep(1)
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


def start_and_memory(books: Path, times: int) -> list[Row]:
    """Processor time and peak memory up to the first frame of the main page."""
    wall: tuple[list[float], list[float]] = ([], [])
    memory: tuple[list[float], list[float]] = ([], [])

    def measured(which: int, program: str, *arguments: str) -> float:
        began = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-c", program.format(shown=_LEAVE), *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(program)
        wall[which].append((time.perf_counter() - began) * 1000)
        memory[which].append(used.ru_maxrss / 1024)
        return (used.ru_utime + used.ru_stime) * 1000

    ours, bare = in_turn(lambda: measured(0, _OURS, str(books)), lambda: measured(1, _EMPTY), times)
    return [
        Row("start to the main page, processor time", middle(ours), middle(bare), "ms", 1.3),
        Row("start to the main page, wall clock", middle(wall[0]), middle(wall[1]), "ms", 1.3),
        Row("peak memory on the main page", middle(memory[0]), middle(memory[1]), "MB", 1.6),
    ]


def memory_everywhere(books: Path) -> Row:
    """Peak memory once every step and book was opened, and the books were looked through."""

    def peak(program: str, *arguments: str) -> float:
        child = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(program)
        return used.ru_maxrss / 1024

    ours = peak(_OURS.format(shown=_EVERYWHERE), str(books))
    bare = peak(_EMPTY.format(shown=_LEAVE))
    return Row("peak memory after every step and book", ours, bare, "MB", 1.6)


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
