"""Backups that are killed, that fill the disk, whose stick is pulled out: none may be a half one.

`PYTHONPATH=.:tests python tests/backup_faults.py 100` is the long form: so many of each. Under the
name of a backup there is a whole one or nothing, and "xong" is said only of one that is there. A
full disk is a small one in memory, which only root can make (in a namespace of its own); the
others need no rights.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from signal import SIGKILL

from prepared import PreparedBooks, Stage
from storage.database import FILE_NAME
from storage.errors import Trouble, TroubleKind
from storage.safekeeping.backup import STICK_FOLDER, Backups, found
from storage.safekeeping.backup_checks import verify

_DONE, _SAID, _CRASHED = "xong ", "lỗi ", "hỏng "
_LATEST = 1.3
"""At most after so many times the usual time the fault comes."""


@dataclass
class Result:
    """What came of the backups in one way."""

    tries: int = 0
    done: int = 0
    said: dict[str, int] = field(default_factory=dict)
    """How often which trouble was said."""
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        said = ", ".join(f"{kind} {count}" for kind, count in sorted(self.said.items()))
        return f"{self.tries} times, {self.done} done, {len(self.faults)} bad ({said or 'silent'})"


class Trials:
    """Backups of one file of books onto one stick, each in a process of its own."""

    def __init__(self, place: Path, chance: Random) -> None:
        self._books = PreparedBooks(place / "prepared").copy(Stage.APPROVAL, place / "books")
        self._chance = chance
        self.stick = place / "usb"
        self.stick.mkdir()
        begun = time.monotonic()
        self._ended(self._begun())
        self._usual = time.monotonic() - begun

    @property
    def size(self) -> int:
        """How much a backup needs."""
        return max(file.path.stat().st_size for file in found(self.stick / STICK_FOLDER))

    def killed(self, result: Result) -> None:
        """A backup is killed at any moment."""
        child = self._begun()
        self._wait_a_while()
        os.kill(child[0], SIGKILL)
        self._judge(result, self._ended(child), self.stick)

    def pulled(self, result: Result) -> None:
        """The stick goes at any moment; what is on it is seen when it is put in again."""
        child, away = self._begun(), self.stick.with_name("pulled")
        self._wait_a_while()
        self.stick.rename(away)
        said = self._ended(child)
        self._judge(result, said, away)
        if not said.startswith((_DONE, f"{_SAID}{TroubleKind.BACKUP_GONE}")):
            result.faults.append(f"not said plainly: {said}")
        if self.stick.exists():
            result.faults.append("the stick's folder was made on the disk")
        away.rename(self.stick)

    def full(self, result: Result, disk: Path) -> None:
        """The disk has room for a part of a backup, and now and then for all of it."""
        room = self._chance.randrange(8192, int(self.size * 1.5))
        mount = ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)]
        subprocess.run(mount, check=True)
        try:
            said = self._ended(self._begun(disk))
            self._judge(result, said, disk)
            if not said.startswith((_DONE, f"{_SAID}{TroubleKind.BACKUP_FULL}")):
                result.faults.append(f"not said plainly: {said}")
        finally:
            subprocess.run(["umount", str(disk)], check=True)

    def _wait_a_while(self) -> None:
        time.sleep(self._chance.uniform(0, self._usual * _LATEST))

    def _begun(self, stick: Path | None = None) -> tuple[int, int]:
        """A process that makes a backup, and a pipe in which it says what came of it."""
        reading, writing = os.pipe()
        child = os.fork()
        if child:
            os.close(writing)
            return child, reading
        os.write(writing, self._made(stick or self.stick).encode())
        os._exit(0)

    def _made(self, stick: Path) -> str:
        try:
            made = Backups(self._books / FILE_NAME).make_on(stick)
        except Trouble as error:
            return f"{_SAID}{error.kind}"
        except BaseException as error:  # noqa: BLE001 - told by the pipe, and counted
            return f"{_CRASHED}{error!r}"
        return f"{_DONE}{made.path.name if made else ''}"

    def _ended(self, child: tuple[int, int]) -> str:
        process, reading = child
        with open(reading, encoding="utf-8") as pipe:
            said = pipe.read()
        os.waitpid(process, 0)
        return said

    def _judge(self, result: Result, said: str, stick: Path) -> None:
        result.tries += 1
        backups = found(stick / STICK_FOLDER)
        for each in backups:
            with _told(result, each.path.name):
                verify(each.path)
        if said.startswith(_DONE):
            result.done += 1
            if said.removeprefix(_DONE) not in [each.path.name for each in backups]:
                result.faults.append(f"said to be done, and not there: {said}")
        elif said.startswith(_SAID):
            kind = said.removeprefix(_SAID)
            result.said[kind] = result.said.get(kind, 0) + 1
        elif said:
            result.faults.append(said)
        for old in backups[:-2]:
            old.path.unlink()


class _told(suppress):  # noqa: N801 - reads as a statement
    """Counts a backup that is no whole one."""

    def __init__(self, result: Result, name: str) -> None:
        super().__init__(Trouble)
        self._result, self._name = result, name

    def __exit__(self, *error: object) -> bool:
        if isinstance(error[1], Trouble):
            self._result.faults.append(f"{self._name}: {error[1].kind}")
        return isinstance(error[1], Trouble)


def can_mount() -> bool:
    """Whether this process may make a small disk; it is in a namespace of its own then."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    trial = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", tempfile.gettempdir()]
    return subprocess.run(trial, check=False, capture_output=True).returncode == 0


def results(times: int, ways: tuple[str, ...], seed: int = 1) -> dict[str, Result]:
    """So many trials of each of these ways."""
    told: dict[str, Result] = {}
    with tempfile.TemporaryDirectory(prefix="chungtay-backups-") as place:
        trials = Trials(Path(place), Random(seed))
        disk = Path(place) / "small"
        disk.mkdir()
        tried: dict[str, Callable[[Result], None]] = {
            "killed": trials.killed,
            "stick pulled": trials.pulled,
            "full disk": lambda result: trials.full(result, disk),
        }
        for way in ways:
            told[way] = Result()
            for _time in range(times):
                tried[way](told[way])
        last = trials._ended(trials._begun())
        if not last.startswith(_DONE) or list((trials.stick / STICK_FOLDER).glob("*.part")):
            told[ways[-1]].faults.append(f"none can be made afterwards: {last}")
    return told


def main(times: int) -> int:
    """The long form; as root it goes on in a namespace where it may make a disk."""
    inside = "CHUNGTAY_SMALL_DISK"
    if inside not in os.environ and can_mount():
        os.environ[inside] = "1"
        os.execvp("unshare", ["unshare", "--mount", sys.executable, *sys.argv])  # noqa: S606
    ways = ("killed", "stick pulled", *(["full disk"] if inside in os.environ else []))
    told = results(times, ways)
    for way, result in told.items():
        sys.stdout.write(f"{way}: {result}\n" + "".join(f"  {fault}\n" for fault in result.faults))
    if "full disk" not in told:
        sys.stdout.write("full disk: not tried, since no disk can be made here\n")
    return any(result.faults for result in told.values())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
