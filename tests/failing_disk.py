"""A disk that fails at one call, or from it on: a small library before the C library (Linux).

A program is started anew with it (`ENVIRONMENT`), and arms it for the folder that shall suffer;
what SQLite, SQLCipher and Python ask of the system all goes through it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from storage.safekeeping import reserve

SOURCE = Path(__file__).with_name("failing_disk.c")
_PRELOAD = "LD_PRELOAD"


def can_fail() -> bool:
    """Whether such a disk can be made here."""
    return sys.platform == "linux" and shutil.which("cc") is not None


@dataclass(frozen=True)
class Fault:
    """What the disk does from which call on."""

    call: int
    """Counted from 1; 0 is none, and only counts."""
    error: int = errno.ENOSPC
    """ENOSPC fails where something is written or made, EIO at every call but reading."""
    for_good: bool = False
    """The calls after it fail too."""
    reads_too: bool = False
    """EIO fails when something is read, too."""

    def __str__(self) -> str:
        lasting = "from" if self.for_good else "at"
        reads = " of all" if self.reads_too else ""
        return f"{errno.errorcode[self.error]} {lasting} call {self.call}{reads}"


def built(place: Path) -> Path:
    """The library, compiled into a folder."""
    library = place / "libfailing_disk.so"
    if not library.exists():
        flags = ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror"]
        command = ["cc", *flags, "-o", str(library), str(SOURCE), "-ldl"]
        subprocess.run(command, check=True, capture_output=True)
    return library


def environment(place: Path) -> dict[str, str]:
    """In which a program has such a disk."""
    return {**os.environ, _PRELOAD: str(built(place))}


def is_there() -> bool:
    """Whether this program was started with such a disk."""
    return hasattr(_library(), "disk_arm")


def arm(folder: Path, fault: Fault) -> None:
    """From now on the calls on files in this folder are counted, and fail as was asked for."""
    _library().disk_arm(
        os.fsencode(folder),
        os.fsencode(folder / reserve.FILE_NAME),
        ctypes.c_long(reserve.SIZE),
        ctypes.c_long(fault.call),
        ctypes.c_int(fault.error),
        ctypes.c_int(fault.for_good),
        ctypes.c_int(fault.reads_too),
    )


def disarm() -> int:
    """The disk is whole again, and has room; says how many calls there were."""
    library = _library()
    library.disk_disarm()
    return int(library.disk_seen())


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    if hasattr(library, "disk_seen"):
        library.disk_seen.restype = ctypes.c_long
    return library
