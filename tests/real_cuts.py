"""Power cuts of a real file system, shut down while the program writes (Linux, as root).

`PYTHONPATH=.:tests python tests/real_cuts.py 200` makes an ext4 file system in a file, in a mount
namespace of its own, lets the program record on it, and at a chance moment tells the file system
to stop without writing what it still holds (EXT4_IOC_SHUTDOWN, without flushing its journal). Then
it is mounted again, and everything must be there that was accepted before. With `--defaults` the
entries are made with Peewee's own pragmas, and some must be found lost.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from power_cut import RUNS

_SHUTDOWN = 0x8004587D
_WITHOUT_ITS_LOG = struct.pack("I", 2)
_SIZE = "96M"
OWN_MOUNTS = "CHUNGTAY_OWN_MOUNTS"
"""In the environment of a program that has mounts of its own."""
_MOST = 40
"""Entries that are accepted before the cut, which comes while the next one is written."""


def can_cut() -> bool:
    """Whether a file system can be made, mounted and shut down here."""
    tools = ("mkfs.ext4", "mount", "umount", "unshare")
    if sys.platform != "linux" or not all(map(shutil.which, tools)):
        return False
    loops = Path("/dev/loop-control").exists()
    return loops and subprocess.run(["unshare", "-m", "true"], check=False).returncode == 0


def in_own_mounts(program: str, arguments: Sequence[str]) -> int:
    """Runs a program once more, with mounts that nobody else sees; its status."""
    again = ["unshare", "-m", sys.executable, program, *arguments]
    return subprocess.run(again, env={**os.environ, OWN_MOUNTS: "1"}, check=False).returncode


class FileSystem:
    """A small ext4 file system in a file."""

    def __init__(self, base: Path) -> None:
        self._image = base / "image"
        self.place = base / "mounted"
        self.place.mkdir()
        subprocess.run(["truncate", "-s", _SIZE, str(self._image)], check=True)
        subprocess.run(["mkfs.ext4", "-q", "-F", str(self._image)], check=True)

    @contextmanager
    def mounted(self) -> Iterator[Path]:
        """The folder in which its files are."""
        command = ["mount", "-o", "loop", str(self._image), str(self.place)]
        subprocess.run(command, check=True)
        try:
            yield self.place
        finally:
            subprocess.run(["umount", str(self.place)], check=True)

    def cut(self) -> None:
        """From now on nothing reaches the disk any more, as if there were no power."""
        folder = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, _SHUTDOWN, _WITHOUT_ITS_LOG)
        finally:
            os.close(folder)


def cut(run: str, disk: FileSystem, begun: Path, chance: Random) -> tuple[bool, int]:
    """Cuts one run; whether what is left is what it must be, and how much was accepted."""
    with disk.mounted() as place:
        shutil.rmtree(place / "books", ignore_errors=True)
        shutil.copytree(begun, place / "books")
        os.sync()
        accepted = _until_cut(run, place / "books", disk, chance.randint(1, _MOST))
    with disk.mounted() as place:
        return RUNS[run].holds(place / "books", accepted), len(accepted)


def _until_cut(run: str, folder: Path, disk: FileSystem, entries: int) -> list[str]:
    """Lets the program record so much, and cuts the power; gives what it had said before that."""
    ours, theirs = os.pipe()
    program = os.fork()
    if program == 0:
        os.dup2(theirs, sys.stdout.fileno())
        try:
            RUNS[run].record(folder)
        finally:
            os._exit(1)
    os.close(theirs)
    heard = b""
    while heard.count(b"\n") < entries and (some := os.read(ours, 65_536)):
        heard += some
    # A machine without power says nothing: what comes after this does not count.
    disk.cut()
    os.kill(program, signal.SIGKILL)
    os.waitpid(program, 0)
    os.close(ours)
    return heard[: heard.rfind(b"\n") + 1].decode().split()


def main(arguments: Sequence[str]) -> int:
    """The long form; its table is in the README."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cuts", type=int, nargs="?", default=200)
    parser.add_argument("--run", choices=list(RUNS), default="endless")
    parser.add_argument("--defaults", action="store_const", const="endless-defaults", dest="run")
    wanted = parser.parse_args(arguments)
    if OWN_MOUNTS not in os.environ:
        return in_own_mounts(__file__, arguments)
    base = Path(tempfile.mkdtemp(prefix="chungtay-cuts-"))
    RUNS[wanted.run].begun(base / "begun")
    chance, disk = Random(20261128), FileSystem(base)
    bad = entries = 0
    for _time in range(wanted.cuts):
        holds, accepted = cut(wanted.run, disk, base / "begun", chance)
        bad += not holds
        entries += accepted
    shutil.rmtree(base)
    sys.stdout.write(f"{wanted.run}: {wanted.cuts} cuts, {entries} accepted, {bad} bad\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
