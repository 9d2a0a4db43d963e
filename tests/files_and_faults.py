"""What is in a folder, and a disk that fails."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

_LOCKED = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        # The bytes of which every connection that reads has locked one.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
        print("free")
    except OSError:
        print("locked")
"""


def is_locked(books: Path) -> bool:
    """Whether SQLite has its locks on a file, asked as another program does (not on Windows)."""
    asked = [sys.executable, "-c", _LOCKED, str(books)]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "locked\n"


def names(folder: Path) -> list[str]:
    """The names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    """Who may read and write a file, as its three digits."""
    return stat.S_IMODE(path.stat().st_mode)


def failing(code: int) -> Callable[..., None]:
    """What the system does when the disk will not."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail
