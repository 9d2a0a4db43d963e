"""From a finished paper to a file, a printer or a viewer, on every system.

ReportLab is not needed here.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from storage.errors import Trouble, TroubleKind

_SPOOLERS = ("lp", "lpr")
_SECONDS_TO_SPOOL = 15.0
_SECONDS_TO_REFUSE = 3.0
"""A viewer that has not given up by then has opened."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class Sent(StrEnum):
    """What became of a paper that was to be printed."""

    PRINTED = "printed"
    """It is with the printer."""
    OPENED = "opened"
    """No printer took it; a viewer shows it, and prints it from there."""


class NoPrinter(Exception):
    """Nothing on this computer prints or shows the paper; the file itself is there."""

    def __init__(self, document: Path, detail: str) -> None:
        super().__init__(detail)
        self.document = document
        """The paper, to be carried to another computer."""
        self.detail = detail
        """What was tried, for the log."""


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


def print_document(path: Path) -> Sent:
    """Hands the paper to the default printer, or opens it where there is none.

    Raises:
        NoPrinter: nothing prints or shows it.
    """
    path = path.resolve()
    if sys.platform == "win32":
        try:
            os.startfile(path, "print")  # noqa: S606 - the path of our own file
        except OSError:
            # No program is set for printing papers of this kind.
            open_document(path)
            return Sent.OPENED
        return Sent.PRINTED
    if _spooled(path):
        return Sent.PRINTED
    open_document(path)
    return Sent.OPENED


def open_document(path: Path) -> None:
    """Opens the paper in the user's viewer.

    Raises:
        NoPrinter: there is none.
    """
    path = path.resolve()
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - the path of our own file
        except OSError as error:
            raise NoPrinter(path, str(error)) from error
        return
    viewer = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    # Without a desktop xdg-open starts a text browser, over our screen.
    if viewer is None or not _has_desktop():
        raise NoPrinter(path, "no desktop, or no program that opens files")
    _start_viewer([viewer, str(path)], path)


def _has_desktop() -> bool:
    if sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _spooled(path: Path) -> bool:
    # Only the first that is there is asked: after a timeout the other might print it twice.
    spooler = next(filter(None, map(shutil.which, _SPOOLERS)), None)
    if spooler is None:
        return False
    try:
        ended = subprocess.run(  # noqa: S603 - a program named above, no shell
            [spooler, str(path)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS_TO_SPOOL,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        # The viewer is tried next; it says more than an error code would.
        return False
    return ended.returncode == 0


def _start_viewer(command: Sequence[str], path: Path) -> None:
    try:
        viewer = subprocess.Popen(  # noqa: S603 - a program named above, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # It outlives the program, and cannot write on the terminal.
            start_new_session=True,
        )
    except OSError as error:
        raise NoPrinter(path, str(error)) from error
    try:
        code = viewer.wait(timeout=_SECONDS_TO_REFUSE)
    except subprocess.TimeoutExpired:
        threading.Thread(target=viewer.wait, daemon=True).start()
        return
    if code != 0:
        raise NoPrinter(path, f"{command[0]} ended with code {code}")


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
