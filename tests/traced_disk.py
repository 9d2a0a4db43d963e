"""A disk as a traced run leaves it: what is on it for certain, and what was only asked for.

Of what was not synced a power cut leaves some, reordered and torn at 512 bytes; of names that were
not synced it leaves the first few changes, in their order, as file systems with a journal do.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

_SECTOR = 512
_CALLS = (
    "openat,write,pwrite64,ftruncate,fsync,fdatasync,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat"
)
_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (\d+)(?:<.*)?$")
_TEXT = re.compile(r'"([^"]*)"')
_DESCRIPTOR = re.compile(r"(\d+)<([^>]*)>")
_LAST_NUMBER = re.compile(r", (\d+)$")
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})")
_SPOKEN = 1
"""The descriptor on which the traced program says what is accepted."""
_NOT_KEPT = "-shm"
"""What lies in memory, and is made anew after a power cut."""


@dataclass(frozen=True)
class Call:
    """One call of the traced run that matters to the disk."""

    name: str
    path: str
    data: bytes = b""
    place: int = 0
    other: str = ""
    """The second name that the call is about."""


@dataclass
class File:
    """What is on the disk for certain, and what was only asked for."""

    synced: bytearray
    pending: list[Call] = field(default_factory=list)
    is_folder: bool = False


Change = tuple[tuple[str, File | None], ...]
"""Names that come and go in one step."""


def traced(program: Sequence[str], folder: Path, trace: Path) -> list[Call]:
    """The calls of a run on the files of a folder, in their order."""
    strace = ["strace", "-f", "-y", "-xx", "-s", "2000000", "-e", f"trace={_CALLS}"]
    command = [*strace, "-o", str(trace), *program]
    subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    reader = _Reader(str(folder))
    lines = trace.read_bytes().decode("latin-1").splitlines()
    return [call for line in lines for call in reader.calls(line)]


class _Reader:
    """Reads the lines of a trace; knows where each descriptor stands in its file."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._places: dict[str, int] = {}

    def calls(self, line: str) -> Iterator[Call]:
        """What a line says of the files of the folder."""
        match = _CALL.match(line)
        if match is None:
            return
        name, rest, answer = match[1], match[2], match[3]
        if name in {"write", "pwrite64", "ftruncate", "fsync", "fdatasync"}:
            yield from self._on_a_file(name, rest)
            return
        paths = [_plain(text).decode() for text in _TEXT.findall(rest)]
        if not paths or not self._ours(paths[-1]):
            return
        if name == "openat":
            self._places[answer] = 0
            if "O_CREAT" in rest:
                yield Call("made", paths[0])
            if "O_TRUNC" in rest:
                yield Call("ftruncate", paths[0])
        else:
            kind = re.sub("(at|at2)$", "", name)
            yield Call(kind, paths[0], other=paths[-1])

    def _on_a_file(self, name: str, rest: str) -> Iterator[Call]:
        told = _DESCRIPTOR.match(rest)
        if told is None:
            return
        number, path = told[1], _plain(told[2]).decode()
        data = _plain(_TEXT.findall(rest)[0]) if name in {"write", "pwrite64"} else b""
        if name == "write" and int(number) == _SPOKEN:
            yield Call("accepted", "", data)
            return
        if not self._ours(path):
            return
        last = _LAST_NUMBER.search(rest)
        place = int(last[1]) if last and name in {"pwrite64", "ftruncate"} else 0
        if name == "write":
            place = self._places.get(number, 0)
            self._places[number] = place + len(data)
        yield Call("pwrite64" if name == "write" else name, path, data, place)

    def _ours(self, path: str) -> bool:
        return path.startswith(self._folder) and not path.endswith((_NOT_KEPT, "(deleted)"))


def _plain(text: str) -> bytes:
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), text.encode("latin-1"))


class Disk:
    """A disk while the calls of a run come in."""

    def __init__(self, before: Path, folder: Path) -> None:
        self._root = folder
        there = {
            str(folder / path.relative_to(before)): File(bytearray(path.read_bytes()))
            for path in before.rglob("*")
            if path.is_file()
        }
        there |= {
            str(folder / path.relative_to(before)): File(bytearray(), is_folder=True)
            for path in before.rglob("*")
            if path.is_dir()
        }
        self._files = dict(there)
        self._named = dict(there)
        self._names_pending: list[Change] = []
        self.accepted: list[str] = []
        """What the program has said so far."""

    def take(self, call: Call) -> None:
        """One more call."""
        match call.name:
            case "accepted":
                self.accepted += call.data.decode().split()
            case "made":
                if call.path not in self._files:
                    self._change((call.path, File(bytearray())))
            case "unlink":
                if call.path in self._files:
                    self._change((call.path, None))
            case "rename":
                self._change((call.path, None), (call.other, self._files[call.path]))
            case "link":
                self._change((call.other, self._files[call.path]))
            case "fsync" | "fdatasync":
                self._sync(call.path)
            case "mkdir":
                self._change((call.path, File(bytearray(), is_folder=True)))
            case _:
                self._files[call.path].pending.append(call)

    def _change(self, *change: tuple[str, File | None]) -> None:
        _rename(self._files, [change])
        self._names_pending.append(change)

    def _sync(self, path: str) -> None:
        file = self._files.get(path)
        if file is not None and not file.is_folder:
            _write(file.synced, file.pending)
            file.pending = []
            return
        # A folder: only its own names are certain now.
        held: list[Change] = []
        certain: list[Change] = []
        for change in self._names_pending:
            of_folder = any(str(Path(name).parent) == path for name, _file in change)
            (certain if of_folder else held).append(change)
        _rename(self._named, certain)
        self._names_pending = held

    def after_a_cut(self, chance: Random) -> dict[str, bytes]:
        """One of the states that the disk may be in if the power fails now, by name."""
        names = dict(self._named)
        _rename(names, self._names_pending[: chance.randint(0, len(self._names_pending))])
        root = str(self._root)
        contents: dict[int, bytes] = {}
        state = {}
        for path, file in names.items():
            parent = str(Path(path).parent)
            if file.is_folder or (parent != root and parent not in names):
                continue
            if id(file) not in contents:
                contents[id(file)] = _torn_content(file, chance)
            state[path[len(root) + 1 :]] = contents[id(file)]
        return state


def _rename(names: dict[str, File], changes: Sequence[Change]) -> None:
    for change in changes:
        for path, file in change:
            if file is None:
                names.pop(path, None)
            else:
                names[path] = file


def _torn_content(file: File, chance: Random) -> bytes:
    """What is in a file if some of what was asked for has come, whole or in part."""
    share = chance.choice((0, 0.5, 0.9, 1))
    kept = [call for call in file.pending if chance.random() < share]
    if chance.random() < 0.5:
        chance.shuffle(kept)
    data = bytearray(file.synced)
    _write(data, [piece for call in kept for piece in _torn(call, chance)])
    return bytes(data)


def _torn(call: Call, chance: Random) -> Iterator[Call]:
    """A write as it may have reached the disk: whole, or some of its sectors."""
    if call.name != "pwrite64" or chance.random() < 0.5:
        yield call
        return
    for start in range(0, len(call.data), _SECTOR):
        if chance.random() < 0.5:
            piece = call.data[start : start + _SECTOR]
            yield Call(call.name, call.path, piece, call.place + start)


def _write(data: bytearray, calls: Sequence[Call]) -> None:
    for call in calls:
        if call.name == "ftruncate":
            del data[call.place :]
            data.extend(bytes(call.place - len(data)))
        else:
            end = call.place + len(call.data)
            data.extend(bytes(max(0, end - len(data))))
            data[call.place : end] = call.data


def write_out(state: dict[str, bytes], place: Path) -> None:
    """Makes the files of a state in a folder."""
    for name, content in state.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
