"""USB sticks: where a paper is carried to another computer when there is no printer here."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from printouts.printer import write_document
from storage.errors import Trouble, TroubleKind

_REMOVABLE = 2
"""What Windows calls a drive that can be taken out."""


def sticks() -> tuple[Path, ...]:
    """The folders of the sticks that are plugged in and can be written to."""
    if sys.platform == "win32":
        return tuple(path for path in _windows_drives() if os.access(path, os.W_OK))
    return tuple(path for root in _roots() for path in _mounted(root))


def copy_to_stick(stick: Path, name: str, data: bytes) -> Path:
    """Copies a paper onto a stick, and reads it back.

    Raises:
        Trouble: the stick is full, read-only or gone, or does not give back what it was given.
    """
    path = write_document(stick, name, data)
    try:
        kept = path.read_bytes()
    except OSError as error:
        raise Trouble(TroubleKind.DISK_ERROR, file=str(path)) from error
    if kept != data:
        raise Trouble(TroubleKind.DISK_ERROR, file=str(path))
    return path


def _roots() -> tuple[Path, ...]:
    if sys.platform == "darwin":
        return (Path("/Volumes"),)
    user = getpass.getuser()
    return (Path("/media") / user, Path("/run/media") / user)


def _mounted(root: Path) -> list[Path]:
    try:
        folders = sorted(root.iterdir())
    except OSError:
        # No stick was ever plugged in: the folder is not there, or not ours to look into.
        return []
    return [
        folder
        for folder in folders
        if not folder.is_symlink() and folder.is_mount() and os.access(folder, os.W_OK)
    ]


def _windows_drives() -> list[Path]:
    if sys.platform != "win32":
        return []
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW
    drives = [f"{letter}:\\" for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
    return [Path(drive) for drive in drives if kind(drive) == _REMOVABLE]
