"""Hostile files given to the import, each in a process of its own: all or nothing, in bounds.

`PYTHONPATH=.:tests python tests/hostile_imports.py 500` is the long form. A file is taken whole
or refused with a sentence; names hold letters alone; memory and processor time are bounded.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from conftest import MORNING, _make_small_club
from hostile_files import Hostile, hostile_files
from recorded_rows import recorded_rows
from spreadsheet_files import RIGHT
from spreadsheets import PEOPLE
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal
from storage.importing.reading import read_sheets
from storage.safekeeping.checking import check_books

MOST_MEGABYTES, MOST_SECONDS = 300, 10
"""More than the process had, and of the processor."""
_LIMIT = 4 * 1024**3
_PATIENCE = 120


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one file."""

    kind: str
    outcome: str
    """The refusal, or how many were taken; what is wrong begins with an exclamation mark."""
    megabytes: int = 0
    seconds: float = 0.0

    @property
    def wrong(self) -> bool:
        """Whether something came of it that must not."""
        much = self.megabytes > MOST_MEGABYTES or self.seconds > MOST_SECONDS
        return self.outcome.startswith("!") or much


def tried_files(number: int, seed: int, place: Path) -> Iterator[Tried]:
    """Gives each file to the import of a small club of its own."""
    club = place / "club"
    _make_small_club(club)
    chance = Random(seed)
    for turn, (kind, make) in enumerate(hostile_files(number, chance)):
        folder = place / str(turn)
        folder.mkdir()
        books = shutil.copytree(club, folder / "books")
        yield _apart(kind, make, folder, books, chance.randrange(2**32))
        shutil.rmtree(folder)


def _apart(kind: str, make: Hostile, folder: Path, books: Path, seed: int) -> Tried:
    """In a process of its own, that a panic, a hang or a hunger for memory ends alone."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            told = _import(make, folder, books, seed)
        except BaseException as error:  # noqa: BLE001 - a panic of the reader is none of ours
            told = {"outcome": f"!{type(error).__name__}: {error}"[:300]}
        os.write(writing, json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        answer = answers.read()
    os.waitpid(child, 0)
    return Tried(kind, **json.loads(answer)) if answer else Tried(kind, "!the process was ended")


def _import(make: Hostile, folder: Path, books_folder: Path, seed: int) -> dict[str, object]:
    path = make(folder, Random(seed))
    resource.setrlimit(resource.RLIMIT_AS, (_LIMIT, _LIMIT))
    # A pipe that nobody writes to takes no processor time.
    signal.alarm(_PATIENCE)
    resource.setrlimit(resource.RLIMIT_CPU, (3 * MOST_SECONDS, 3 * MOST_SECONDS))
    books = Books(books_folder, FixedClock(MORNING))
    before = resource.getrusage(resource.RUSAGE_SELF)
    outcome = _outcome(books, path)
    after = resource.getrusage(resource.RUSAGE_SELF)
    books.close()
    return {
        "outcome": outcome,
        "megabytes": (after.ru_maxrss - before.ru_maxrss) // 1024,
        "seconds": round(after.ru_utime - before.ru_utime, 1),
    }


def _outcome(books: Books, path: Path) -> str:
    rows = recorded_rows()
    try:
        books.imports.accept(read_sheets(path))
    except Refusal as refusal:
        return str(refusal.kind) if recorded_rows() == rows else "!half of it was written"
    names = {each.name for each in books.register.members()}
    strange = [name for name in names if any(_is_strange(letter) for letter in name)]
    if strange:
        return f"!{strange[0]!r}"
    if found := check_books():
        return f"!the check finds {found[0]}"
    return f"taken: {len(names) - 55}"


def _is_strange(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "LMZP" or letter in '<>[]{}=\\/@;"'


def right_letters(place: Path) -> Iterator[str]:
    """The files of old fonts and codes whose people do not come in as they are called."""
    expected = {str(row[1]) for row in PEOPLE[1:]}
    _make_small_club(place / "sound")
    for number, (name, make) in enumerate(RIGHT.items()):
        folder = place / f"right-{number}"
        shutil.copytree(place / "sound", folder / "books")
        books = Books(folder / "books", FixedClock(MORNING))
        books.imports.accept(read_sheets(make(folder)))
        if not expected <= {each.name for each in books.register.members()}:
            yield name
        books.close()


def main(number: int, seed: int = 20261128) -> int:
    """The long form."""
    with tempfile.TemporaryDirectory(prefix="chungtay-imports-") as place:
        tried = list(tried_files(number, seed, Path(place)))
        letters = list(right_letters(Path(place)))
    for each in tried:
        if each.wrong:
            sys.stdout.write(f"{each}\n")
    for outcome, times in Counter(each.outcome for each in tried).most_common():
        sys.stdout.write(f"{times:4} {outcome}\n")
    most = max(each.megabytes for each in tried), max(each.seconds for each in tried)
    wrong = sum(each.wrong for each in tried) + len(letters)
    sys.stdout.write(f"{number} files, {wrong} wrong, at most {most[0]} MB and {most[1]} s\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:])))
