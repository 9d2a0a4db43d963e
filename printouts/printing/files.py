"""A finished paper becomes a file: whole or not at all, and private."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from storage.errors import Trouble, TroubleKind
from storage.safekeeping.private_files import is_full, sync_folder, write_private

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
            write_private(unfinished, data)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise Trouble(_kind_of(error), file=str(target)) from error
    return target


def _kind_of(error: OSError) -> TroubleKind:
    if is_full(error):
        return TroubleKind.DISK_FULL
    if error.errno in _FORBIDDEN:
        return TroubleKind.READ_ONLY
    return TroubleKind.DISK_ERROR
