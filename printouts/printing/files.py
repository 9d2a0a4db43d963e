"""A finished paper becomes a file: whole or not at all, and private."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from storage.errors import Trouble, TroubleKind

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_document(folder: Path, name: str, data: bytes) -> Path:
    """Writes a paper whole or not at all, readable by its owner alone.

    Raises:
        ValueError: the name is not a plain file name.
        Trouble: the disk is full, read-only or gone.
    """
    if name in {"", ".", ".."} or not {"/", "\\", "\0"}.isdisjoint(name):
        raise ValueError(f"not a plain file name: {name!r}")
    target = folder / name
    unfinished = folder / f".{name}.{os.getpid()}.part"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _write_synced(unfinished, data)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        _sync_folder(folder)
    except OSError as error:
        raise Trouble(_kind_of(error), file=str(target)) from error
    return target


def _write_synced(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    # Private from the first byte, whatever the user's umask.
    descriptor = os.open(
        path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600
    )
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _kind_of(error: OSError) -> TroubleKind:
    if error.errno in _FULL:
        return TroubleKind.DISK_FULL
    if error.errno in _FORBIDDEN:
        return TroubleKind.READ_ONLY
    return TroubleKind.DISK_ERROR
