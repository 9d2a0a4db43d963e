"""How each figure grows with the years: the same program over the books of each, in turn."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, cast

from benchmarks.alternating import middle
from benchmarks.programs import memory_of_everything, start_once

_MOST_GROWTH = 1.1
Figures = dict[str, dict[int, list[float]]]


def growth(folders: Mapping[int, Path], aside: Path, times: int) -> str:
    """A table of everything a person waits for, with the books of each number of years."""
    found: Figures = defaultdict(lambda: defaultdict(list))
    for years, folder in folders.items():
        found["peak memory after every step and book, MB"][years].append(
            memory_of_everything(_copy(folder, aside, f"memory-{years}"))
        )
    for _turn in range(times):
        for years, folder in folders.items():
            began = start_once(folder)
            found["start to the main page, processor time"][years].append(began.processor)
            found["peak memory on the main page, MB"][years].append(began.memory)
    with ExitStack() as running:
        workers = [
            (years, running.enter_context(_worker(kind, _copy(folder, aside, f"{kind}-{years}"))))
            for kind in ("screens", "books")
            for years, folder in folders.items()
        ]
        # What a program does for the first time is not what it does all evening.
        for turn in range(times + 1):
            # Each is as often the first: it finds the processor colder than the others.
            for years, worker in workers if turn % 2 else reversed(workers):
                for what, took in _once(worker).items():
                    if turn:
                        found[what][years].append(took)
    return _table(found, list(folders))


def _copy(folder: Path, aside: Path, name: str) -> Path:
    return Path(shutil.copytree(folder, aside / name))


@contextmanager
def _worker(kind: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "benchmarks.growth_worker", kind, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as worker:
        yield worker
        cast("IO[str]", worker.stdin).close()


def _once(worker: subprocess.Popen[str]) -> dict[str, float]:
    told, answer = cast("IO[str]", worker.stdin), cast("IO[str]", worker.stdout)
    told.write("again\n")
    told.flush()
    took: dict[str, float] = json.loads(answer.readline())
    return took


def _table(found: Figures, years: list[int]) -> str:
    heads = [*(f"{each} years" if each > 1 else "1 year" for each in years), "growth"]
    lines = [
        f"| ms of the processor, medians | {' | '.join(heads)} |",
        "| --- " * (len(heads) + 1) + "|",
    ]
    for what, taken in found.items():
        medians = [middle(taken[each]) for each in years]
        # Turn by turn: the machine may be slower in one than in another.
        turns = zip(taken[years[0]], taken[years[-1]], strict=True)
        grown = middle([last / first for first, last in turns])
        mark = " !" if grown > _MOST_GROWTH else ""
        cells = [*(f"{each:.1f}" for each in medians), f"{grown:.2f}{mark}"]
        lines.append(f"| {what} | {' | '.join(cells)} |")
    return "\n".join(lines)
