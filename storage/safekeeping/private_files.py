"""Files that the user alone can read, written so that a power cut leaves them whole."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What a file system answers that cannot sync a folder."""
_AT_ONCE = 1 << 20
LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file; left beside another one, it would be written into that."""


def is_full(error: OSError) -> bool:
    """Whether the disk has no room left."""
    return error.errno in _FULL


def make_empty(path: Path) -> None:
    """Makes an empty file, private from the first byte; one that was left there goes first."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def write_private(path: Path, data: bytes) -> None:
    """Writes a private file, and waits until it is on the disk."""
    make_empty(path)
    path.write_bytes(data)
    sync_file(path)


def sync_file(path: Path) -> None:
    """Waits until a file is on the disk; what is read of it afterwards comes from there."""
    # Windows syncs only what was opened for writing.
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
        if sys.platform == "linux":
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)


def remove_file(path: Path) -> None:
    """Removes a file that was made on the way, with all that SQLite keeps beside it."""
    for each in (path, *(beside(path, suffix) for suffix in LOGS)):
        each.unlink(missing_ok=True)


def wipe(path: Path) -> None:
    """Writes over what is in a file before it goes; some disks keep the old bytes all the same."""
    if path.stat().st_nlink == 1:
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, _AT_ONCE)))
        sync_file(path)
    path.unlink()


def beside(path: Path, suffix: str) -> Path:
    """The file that SQLite keeps beside another."""
    return path.with_name(path.name + suffix)
