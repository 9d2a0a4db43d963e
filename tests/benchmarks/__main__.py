"""Prints the table: `PYTHONPATH=tests python -m benchmarks`."""

from __future__ import annotations

import argparse
import asyncio
import compileall
import os
import platform
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import printouts
import screens
import storage
import tui
from benchmarks.alternating import Row, table
from benchmarks.entries import accepted_entry, minutes_paper
from benchmarks.keys import keys, keys_of_a_meeting
from benchmarks.openings import openings
from benchmarks.programs import idle, memory_everywhere, start_and_memory
from storage.practice.books import make_practice_books

_MEMBERS = 120


def main() -> None:
    """Makes books of several sizes, measures with each, and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, nargs="*", default=[1, 10])
    parser.add_argument("--times", type=int, default=20)
    wished = parser.parse_args()
    today = datetime.now(UTC).date()
    # As the installer leaves them: without byte code an import takes four times as long.
    for package in (storage, printouts, screens, tui):
        compileall.compile_dir(str(Path(package.__path__[0])), quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        rows: list[Row] = []
        for years in wished.years:
            books = Path(folder) / str(years)
            make_practice_books(books, years, 1, today, _MEMBERS)
            named = f"{years} year{'s' if years > 1 else ''} of books"
            rows += [
                Row(f"{row.what}, {named}", row.ours, row.bare, row.unit, row.budget)
                for row in start_and_memory(books, wished.times)
            ]
            held = Path(shutil.copytree(books, Path(folder) / f"held-{years}"))
            rows += asyncio.run(keys(held, wished.times, named))
            # Opening its steps begins a meeting in it.
            rows += asyncio.run(openings(held, max(4, wished.times // 4), named))
            rows.append(memory_everywhere(held))
            rows.append(accepted_entry(held, wished.times))
            rows.append(idle(held))
        rows += asyncio.run(keys_of_a_meeting(Path(folder), wished.times))
        rows.append(minutes_paper(wished.times))
    sys.stdout.write(f"{_machine()}\n\n{table(rows)}\n")


def _machine() -> str:
    """The machine, and how busy it was with other things."""
    python = f"CPython {platform.python_version()}"
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, {python}, {load}"


if __name__ == "__main__":
    main()
