"""Files that the user alone can read, written so that a power cut leaves them whole."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from storage.errors import TroubleKind

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_BROKEN = frozenset({errno.EIO, errno.ENODEV, errno.ENXIO})
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What a file system answers that cannot sync a folder."""
_AT_ONCE = 1 << 20
_NEEDED = 1 << 16
"""Bytes without which nothing can be stored."""
LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file; left beside another one, it would be written into that."""


def is_full(error: OSError) -> bool:
    """Whether the disk has no room left."""
    return error.errno in _FULL


def has_no_room(folder: Path) -> bool:
    """Whether the disk of a folder is full; SQLite has other names for some of what comes of it."""
    try:
        return shutil.disk_usage(folder).free < _NEEDED
    except OSError:
        return False


def trouble_of(error: OSError) -> TroubleKind:
    """What the system says is wrong with the disk of the books."""
    if is_full(error):
        return TroubleKind.DISK_FULL
    return TroubleKind.DISK_ERROR if error.errno in _BROKEN else TroubleKind.READ_ONLY


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


def remove_if_possible(path: Path) -> None:
    """Removes what was made on the way, as the last thing: what went before it counts.

    What a broken disk does not let go is removed when the same is next done.
    """
    with suppress(OSError):
        remove_file(path)


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
