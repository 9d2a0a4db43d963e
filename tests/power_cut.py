"""Power cuts, simulated: what could be on the disk at any moment of a run that was traced.

Writes that were not synced are dropped, reordered and torn at 512 bytes; names that were not
synced come back or are gone. `python tests/power_cut.py 20000` is the long form; with
`--defaults` it runs with Peewee's own pragmas, and must find lost entries.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from storage.books import Books
from storage.clock import SystemClock
from storage.database import FILE_NAME
from storage.tables import GroupRow, connection

ENTRIES = 12
_SECTOR = 512
_NAME = "Tổ ghi {number}"
_CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat"
_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (\d+)")
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})")


@dataclass(frozen=True)
class Call:
    """One call of the traced run that matters to the disk."""

    name: str
    path: str
    data: bytes = b""
    place: int = 0


@dataclass
class File:
    """What is on the disk for certain, and what was only asked for."""

    synced: bytes
    pending: list[Call] = field(default_factory=list)


def record(folder: Path, *, defaults: bool) -> None:
    """Makes entries one by one, and says of each when it is accepted; this run is traced."""
    if defaults:
        connection.init(str(folder / FILE_NAME))
        for number in range(ENTRIES):
            GroupRow.create(name=_NAME.format(number=number), area="")
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
        return
    books = Books(folder, SystemClock())
    for number in range(ENTRIES):
        books.register.add_group(_NAME.format(number=number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
    books.close()


def traced(folder: Path, *, defaults: bool) -> list[Call]:
    """The calls of one run, in their order."""
    trace = folder.parent / "trace"
    program = [sys.executable, __file__, "--record", str(folder), *["--defaults"] * defaults]
    strace = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}"]
    command = [*strace, "-o", str(trace), *program]
    subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    lines = trace.read_bytes().decode("latin-1").splitlines()
    return [call for line in lines if (call := _call(line, folder)) is not None]


def _call(line: str, folder: Path) -> Call | None:
    match = _CALL.match(line)
    if match is None:
        return None
    name, rest = match[1], match[2]
    if name == "write" and rest.startswith("1<"):
        return Call("accepted", "", _texts(rest)[0])
    if name in {"openat", "unlink", "unlinkat"}:
        path = _texts(rest)[0].decode()
        if "O_CREAT" not in rest and name == "openat":
            return None
    else:
        path = _plain(rest[rest.index("<") + 1 : rest.index(">")]).decode()
    if path != str(folder) and not path.startswith(str(folder / FILE_NAME)):
        return None
    numbers = [int(each) for each in re.findall(r", (\d+)(?=,|$)", rest)]
    data = _texts(rest)[0] if name == "pwrite64" else b""
    return Call(name, path, data, numbers[-1] if numbers and name != "openat" else 0)


def _texts(rest: str) -> list[bytes]:
    return [_plain(each) for each in re.findall(r'"([^"]*)"', rest)]


def _plain(text: str) -> bytes:
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), text.encode("latin-1"))


class Disk:
    """A disk while the calls of a run come in."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.files = {str(path): File(path.read_bytes()) for path in folder.glob(f"{FILE_NAME}*")}
        self.named = dict(self.files)
        self.names_pending: list[tuple[str, File | None]] = []
        self.accepted = -1

    def take(self, call: Call) -> None:
        """One more call."""
        if call.name == "accepted":
            self.accepted = int(call.data)
        elif call.name == "openat":
            if call.path not in self.files:
                self.files[call.path] = File(b"")
                self.names_pending.append((call.path, self.files[call.path]))
        elif call.name.startswith("unlink"):
            if self.files.pop(call.path, None) is not None:
                self.names_pending.append((call.path, None))
        elif call.name in {"fsync", "fdatasync"}:
            self._sync(call.path)
        else:
            self.files[call.path].pending.append(call)

    def _sync(self, path: str) -> None:
        if path == self.folder:
            _rename(self.named, self.names_pending)
            self.names_pending = []
            return
        file = self.files[path]
        file.synced = _written(file.synced, file.pending)
        file.pending = []

    def after_a_cut(self, chance: Random, place: Path) -> None:
        """Writes out one of the states that the disk may be in if the power fails now."""
        names = dict(self.named)
        _rename(names, self.names_pending[: chance.randint(0, len(self.names_pending))])
        for path, file in names.items():
            kept = [call for call in file.pending if chance.random() < chance.choice((0, 0.5, 1))]
            chance.shuffle(kept)
            torn = [piece for call in kept for piece in _torn(call, chance)]
            (place / Path(path).name).write_bytes(_written(file.synced, torn))


def _rename(names: dict[str, File], changes: list[tuple[str, File | None]]) -> None:
    for path, file in changes:
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def _torn(call: Call, chance: Random) -> Iterator[Call]:
    """A write as it may have reached the disk: whole, or some of its sectors."""
    if call.name != "pwrite64" or chance.random() < 0.5:
        yield call
        return
    for start in range(0, len(call.data), _SECTOR):
        if chance.random() < 0.5:
            piece = call.data[start : start + _SECTOR]
            yield Call(call.name, call.path, piece, call.place + start)


def _written(content: bytes, calls: list[Call]) -> bytes:
    data = bytearray(content)
    for call in calls:
        if call.name == "ftruncate":
            data = data[: call.place].ljust(call.place, b"\0")
        else:
            end = call.place + len(call.data)
            data.extend(bytes(max(0, end - len(data))))
            data[call.place : end] = call.data
    return bytes(data)


def bad_states(base: Path, states: int, *, defaults: bool) -> int:
    """Of so many states after a cut, those that are damaged or have lost an accepted entry."""
    folder = base / "books"
    Books(folder, SystemClock()).close()
    if defaults:
        with closing(sqlite3.connect(folder / FILE_NAME)) as books:
            books.execute("PRAGMA journal_mode = delete")
    before = shutil.copytree(folder, base / "before" / "books")
    calls = traced(folder, defaults=defaults)
    chance = Random(20261127)
    bad = 0
    for _state in range(states):
        disk = Disk(before)
        disk.folder = str(folder)
        disk.files = {str(folder / Path(each).name): file for each, file in disk.files.items()}
        disk.named = dict(disk.files)
        for call in calls[: chance.randint(1, len(calls))]:
            disk.take(call)
        place = Path(tempfile.mkdtemp(dir=base))
        disk.after_a_cut(chance, place)
        bad += not _holds(place / FILE_NAME, disk.accepted)
        shutil.rmtree(place)
    return bad


def _holds(books: Path, accepted: int) -> bool:
    """Whether the books open, are whole, and hold everything that was accepted."""
    try:
        with closing(sqlite3.connect(books)) as opened:
            (answer,) = opened.execute("PRAGMA integrity_check").fetchone()
            names = {name for (name,) in opened.execute("SELECT name FROM club_group")}
    except sqlite3.DatabaseError:
        return False
    return answer == "ok" and all(_NAME.format(number=n) in names for n in range(accepted + 1))


def main(arguments: list[str]) -> int:
    """The long form, or the run that is traced."""
    defaults = "--defaults" in arguments
    if arguments[0] == "--record":
        record(Path(arguments[1]), defaults=defaults)
        return 0
    base = Path(tempfile.mkdtemp(prefix="chungtay-faults-"))
    bad = bad_states(base, int(arguments[0]), defaults=defaults)
    shutil.rmtree(base)
    sys.stdout.write(f"{arguments[0]} states, {bad} bad\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
