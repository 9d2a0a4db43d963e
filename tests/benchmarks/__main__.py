"""Prints the tables: `PYTHONPATH=tests python -m benchmarks`."""

from __future__ import annotations

import argparse
import asyncio
import compileall
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import printouts
import screens
import storage
import tui
from benchmarks.alternating import Row, table
from benchmarks.entries import accepted_entry, minutes_paper
from benchmarks.growth import growth
from benchmarks.keys import keys, keys_of_a_meeting
from benchmarks.openings import openings
from benchmarks.programs import idle, memory_everywhere, start_and_memory
from benchmarks.size import installed_set
from long_run import say
from storage.practice.books import make_practice_books

_MEMBERS = 120
_OF_GROWTH = 3
"""The figures of growth are taken so many times less often."""
_OF_KEYS = 2
"""Keys are pressed so many times more often: a 95th percentile rests on few of them."""


def main() -> None:
    """Makes books of several sizes, measures with them, and prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, nargs="*", default=[1, 3, 10, 30])
    parser.add_argument("--against", type=int, default=10, help="years of the books of the first")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--only", choices=("bare", "growth"), help="one of the tables")
    wished = parser.parse_args()
    # As the installer leaves them: without byte code an import takes four times as long.
    for package in (storage, printouts, screens, tui):
        compileall.compile_dir(str(Path(package.__path__[0])), quiet=2)
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        began = time.monotonic()
        books = _books({*wished.years, wished.against}, folder)
        say(f"{_machine()}; the books were made in {time.monotonic() - began:.0f} s\n")
        if wished.only != "growth":
            rows = _against_bare(books[wished.against], folder, wished.times)
            say(f"Books of {wished.against} years, {_MEMBERS} members.\n\n{table(rows)}\n")
        if wished.only != "bare":
            grown = {years: books[years] for years in wished.years}
            say(growth(grown, folder, max(3, wished.times // _OF_GROWTH)))
        say(f"\nAll of it took {(time.monotonic() - began) / 60:.1f} minutes; {_load()} at the end")


def _books(wanted: Iterable[int], folder: Path) -> dict[int, Path]:
    """Books of these years, the longest made first, two at a time."""
    made = {years: folder / str(years) for years in sorted(wanted, reverse=True)}
    today = datetime.now(UTC).date()
    with ProcessPoolExecutor(max_workers=2) as makers:
        waiting = [
            makers.submit(make_practice_books, path, years, 1, today, _MEMBERS)
            for years, path in made.items()
        ]
    for each in waiting:
        each.result()
    return made


def _against_bare(books: Path, folder: Path, times: int) -> list[Row]:
    """Ours against the bare libraries, each measured in turn."""
    held = Path(shutil.copytree(books, folder / "held"))
    rows = start_and_memory(books, times)
    rows += asyncio.run(keys(held, _OF_KEYS * times))
    # Opening its steps begins a meeting in it.
    rows += asyncio.run(openings(held, max(4, times // 4)))
    rows.append(memory_everywhere(held))
    rows += accepted_entry(held, times)
    rows += asyncio.run(keys_of_a_meeting(folder, _OF_KEYS * times))
    rows.append(minutes_paper(times))
    rows += idle(books, held)
    rows.append(installed_set())
    return rows


def _machine() -> str:
    """The machine, and how busy it was with other things."""
    python = f"CPython {platform.python_version()}"
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, {python}, {_load()}"


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


if __name__ == "__main__":
    main()
