"""USB sticks: where a paper is carried to another computer when there is no printer here."""

from __future__ import annotations

import getpass
import os
import shutil
import sys
from pathlib import Path

from printouts.printing.files import write_document
from storage.errors import Trouble, TroubleKind

_REMOVABLE = 2
"""What Windows calls a drive that can be taken out."""
_SPARE = 64 * 1024
"""Beside the paper itself: what a file system needs for its name and its blocks."""
_ON_A_STICK = {
    TroubleKind.DISK_FULL: TroubleKind.STICK_FULL,
    TroubleKind.READ_ONLY: TroubleKind.STICK_LOCKED,
}


def sticks() -> tuple[Path, ...]:
    """The folders of the sticks that are plugged in, locked ones among them."""
    if sys.platform == "win32":
        return tuple(path for path in _windows_drives() if path.is_dir())
    return tuple(path for root in _roots() for path in _mounted(root))


def stick_name(stick: Path) -> str:
    """What a stick is called: its label, or its drive."""
    return stick.name or str(stick)


def copy_to_stick(stick: Path, name: str, data: bytes) -> Path:
    """Copies a paper onto a stick, and reads it back.

    Raises:
        Trouble: the stick is full, locked or gone, or does not give back what it was given.
    """
    place = stick_name(stick)
    try:
        room = shutil.disk_usage(stick).free
    except OSError as error:
        raise Trouble(TroubleKind.STICK_GONE, place=place) from error
    if room < len(data) + _SPARE:
        raise Trouble(TroubleKind.STICK_FULL, place=place)
    try:
        path = write_document(stick, name, data)
        kept = path.read_bytes()
    except Trouble as error:
        kind = _ON_A_STICK.get(TroubleKind(error.kind), TroubleKind.STICK_FAILED)
        raise Trouble(kind, place=place) from error
    except OSError as error:
        raise Trouble(TroubleKind.STICK_GONE, place=place) from error
    if kept != data:
        raise Trouble(TroubleKind.STICK_FAILED, place=place)
    return path


def locked(stick: Path) -> bool:
    """Whether nothing can be written to a stick: its lock is set, or it is mounted so."""
    return not os.access(stick, os.W_OK)


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
    return [folder for folder in folders if not folder.is_symlink() and folder.is_mount()]


def _windows_drives() -> list[Path]:
    if sys.platform != "win32":
        return []
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW
    drives = [f"{letter}:\\" for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
    return [Path(drive) for drive in drives if kind(drive) == _REMOVABLE]
