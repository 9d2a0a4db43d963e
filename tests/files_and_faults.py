"""What is in a folder, and a disk that fails."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path


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
