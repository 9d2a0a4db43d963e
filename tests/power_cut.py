"""Power cuts, simulated: what could be on the disk at any moment of a run that was traced.

`PYTHONPATH=.:tests python tests/power_cut.py 20000` is the long form. With `--run` another run is
cut than that of the entries: `first` makes the books, `passphrase` puts them under one, under
another, and under none. With `--defaults` the entries are made with Peewee's own pragmas, and
some must be found lost.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from storage.books import Books
from storage.clock import SystemClock
from storage.database import FILE_NAME, checkpoint
from storage.errors import Trouble, TroubleKind
from storage.passphrase.cipher import is_plain
from storage.passphrase.encrypting import change_passphrase
from storage.passphrase.plain_copies import plain_copies
from storage.safekeeping.backup import FOLDER, found
from storage.safekeeping.backup_checks import verify
from storage.safekeeping.checking import check_books
from storage.safekeeping.soundness import first_look
from storage.tables import GroupRow, connection
from traced_disk import Call, Disk, traced, write_out

ENTRIES = 12
OLD, NEW = "lua chin vang dong", "mua thang bay ngau"
_NAME = "Tổ ghi {number}"
_BACKED_UP = "backup"
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it

State = dict[str, bytes]


@dataclass(frozen=True)
class Run:
    """What a traced program does, and whether what it leaves is what it said."""

    record: Callable[[Path], None]
    holds: Callable[[Path, list[str]], bool]
    """Of a folder after a cut, and of what was accepted before it."""
    begun: Callable[[Path], None]
    """Makes what is there when it begins."""


def _say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


# Entries, a checkpoint and a backup.


def _with_a_club(folder: Path) -> None:
    from prepared import PreparedBooks, Stage

    with tempfile.TemporaryDirectory() as place:
        PreparedBooks(Path(place) / "prepared").copy(Stage.HOME, folder)


def _entries(folder: Path) -> None:
    books = Books(folder, SystemClock())
    for number in range(ENTRIES):
        books.register.add_group(_NAME.format(number=number))
        _say(number)
        if number == ENTRIES // 2:
            checkpoint()
    books.backups.make()
    _say(_BACKED_UP)
    books.close()


def _by_default(folder: Path) -> None:
    connection.init(str(folder / FILE_NAME))
    for number in range(ENTRIES):
        GroupRow.create(name=_NAME.format(number=number), area="")
        _say(number)


def _endless(folder: Path) -> None:
    """For a real cut, which comes when it comes."""
    books = Books(folder, SystemClock())
    for number in count():
        books.register.add_group(_NAME.format(number=number))
        _say(number)
        if number % ENTRIES == 0:
            checkpoint()


def _endless_by_default(folder: Path) -> None:
    connection.init(str(folder / FILE_NAME))
    for number in count():
        GroupRow.create(name=_NAME.format(number=number), area="")
        _say(number)


def _in_delete_mode(folder: Path) -> None:
    _with_a_club(folder)
    with closing(sqlite3.connect(folder / FILE_NAME)) as books:
        books.execute("PRAGMA journal_mode = delete")


def _has_entries(folder: Path, accepted: list[str]) -> bool:
    """Whether the books open, are whole, and hold everything that was accepted."""
    try:
        with closing(sqlite3.connect(folder / FILE_NAME)) as opened:
            (answer,) = opened.execute("PRAGMA integrity_check").fetchone()
            names = {name for (name,) in opened.execute("SELECT name FROM club_group")}
        copies = [verify(file.path) for file in found(folder / FOLDER)]
    except (sqlite3.DatabaseError, Trouble):
        return False
    wanted = {_NAME.format(number=each) for each in accepted if each != _BACKED_UP}
    return answer == "ok" and wanted <= names and (_BACKED_UP not in accepted or bool(copies))


# The first start.


def _first(folder: Path) -> None:
    books = Books(folder, SystemClock())
    for number in range(2):
        books.register.add_group(_NAME.format(number=number))
        _say(number)
    books.close()


def _begins(folder: Path, accepted: list[str]) -> bool:
    """Whether the program starts, if with new books as long as nothing was accepted."""
    books = _sound_books(folder, ("",))
    if books is None:
        return False
    names = {each.name for each in books.register.groups()}
    books.close()
    return {_NAME.format(number=each) for each in accepted} <= names


# A passphrase, another one, and none.


def _with_a_backup(folder: Path) -> None:
    _with_a_club(folder)
    books = Books(folder, SystemClock())
    books.backups.make()
    books.close()


def _passphrases(folder: Path) -> None:
    before = ""
    for other in (OLD, NEW, ""):
        change_passphrase(folder, before, other)
        _say(other.replace(" ", "-") or "none")
        before = other


def _is_whole(folder: Path, accepted: list[str]) -> bool:
    """Whether the books open under the last passphrase that was accepted, or the next one.

    What lies about in plain beside books under a passphrase must be named.
    """
    ways = [("", OLD), (OLD, NEW), (NEW, ""), ("",)][len(accepted)]
    books = _sound_books(folder, ways)
    if books is None:
        return False
    kept = bool(books.register.members()) and books.passphrase in ways
    encrypted = bool(books.passphrase)
    books.close()
    named = set(plain_copies(folder).books)
    files = [path for path in folder.rglob("*") if path.is_file()]
    plain = {path for path in files if is_plain(path)} - named
    return (
        kept
        and not (encrypted and plain)
        and not any(path.suffix == ".part" for path in files)
        and len(named) == 1
    )


def _sound_books(folder: Path, passphrases: Sequence[str]) -> Books | None:
    """The books under one of these passphrases; None if they are not sound under any."""
    for passphrase in passphrases:
        try:
            books = Books(folder, SystemClock(), passphrase=passphrase)
        except Trouble as error:
            if error.kind in {TroubleKind.PASSPHRASE_WRONG, TroubleKind.PASSPHRASE_NEEDED}:
                continue
            return None
        try:
            first_look(books)
            if not check_books():
                return books
        except Trouble:
            pass
        books.close()
        return None
    return None


RUNS = {
    "entries": Run(_entries, _has_entries, _with_a_club),
    "defaults": Run(_by_default, _has_entries, _in_delete_mode),
    "endless": Run(_endless, _has_entries, _with_a_club),
    "endless-defaults": Run(_endless_by_default, _has_entries, _in_delete_mode),
    "first": Run(_first, _begins, lambda folder: folder.mkdir()),
    "passphrase": Run(_passphrases, _is_whole, _with_a_backup),
}


@dataclass(frozen=True)
class Found:
    """What was found after so many cuts."""

    states: int
    different: int
    bad: int


def bad_states(run: str, states: int, jobs: int = 1) -> Found:
    """Traces a run, and looks at so many of the states that a power cut can leave of it."""
    base = Path(
        tempfile.mkdtemp(prefix="chungtay-faults-", dir=_MEMORY if _MEMORY.is_dir() else None)
    )
    try:
        folder = base / "books"
        RUNS[run].begun(folder)
        before = shutil.copytree(folder, base / "before")
        program = [sys.executable, __file__, "--record", str(folder), "--run", run]
        calls = traced(program, folder, base / "trace")
        shares = [(run, base, before, folder, calls, states, job, jobs) for job in range(jobs)]
        if jobs == 1:
            told = [_share(*shares[0])]
        else:
            with multiprocessing.Pool(jobs) as pool:
                told = pool.starmap(_share, shares)
        return Found(*(sum(each) for each in zip(*told, strict=True)))
    finally:
        shutil.rmtree(base)


def _share(
    run: str,
    base: Path,
    before: Path,
    folder: Path,
    calls: Sequence[Call],
    states: int,
    job: int,
    jobs: int,
) -> tuple[int, int, int]:
    """One job's part of the states: those after every so-manyth call."""
    chance = Random(20261127 + job)
    disk = Disk(before, folder)
    holds = RUNS[run].holds
    known: dict[bytes, bool] = {}
    looked = bad = 0
    share = states // jobs + (job < states % jobs)
    for number, call in enumerate(calls):
        disk.take(call)
        if number % jobs != job:
            continue
        # Spread evenly, however many calls there are.
        due = share * min(number + jobs, len(calls)) // len(calls)
        while looked < due:
            looked += 1
            state = disk.after_a_cut(chance)
            key = _digest(state, disk.accepted)
            if key not in known:
                place = Path(tempfile.mkdtemp(dir=base))
                write_out(state, place / "books")
                known[key] = holds(place / "books", list(disk.accepted))
                shutil.rmtree(place)
            bad += not known[key]
    return looked, len(known), bad


def _digest(state: State, accepted: list[str]) -> bytes:
    digest = hashlib.blake2b(repr(accepted).encode())
    for name, content in sorted(state.items()):
        digest.update(f"{name} {len(content)} ".encode())
        digest.update(content)
    return digest.digest()


def main(arguments: Sequence[str]) -> int:
    """The long form, or the run that is traced."""
    parser = argparse.ArgumentParser()
    parser.add_argument("states", type=int, nargs="?", default=20_000)
    parser.add_argument("--run", choices=list(RUNS), default="entries")
    parser.add_argument("--defaults", action="store_const", const="defaults", dest="run")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--record", type=Path)
    wanted = parser.parse_args(arguments)
    if wanted.record is not None:
        RUNS[wanted.run].record(wanted.record)
        return 0
    found_bad = bad_states(wanted.run, wanted.states, wanted.jobs)
    line = f"{found_bad.states} states, {found_bad.different} of them different"
    sys.stdout.write(f"{wanted.run}: {line}, {found_bad.bad} bad\n")
    return 1 if found_bad.bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
