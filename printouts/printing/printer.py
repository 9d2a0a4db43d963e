"""From a paper's file to a printer or a viewer, on every system.

ReportLab is not needed here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from printouts.printing import cups, windows_printing


class Sent(StrEnum):
    """What became of a paper that was to be printed."""

    PRINTED = "printed"
    """It is with the printer."""
    WAITING = "waiting"
    """It waits in the printer's queue, which is paused or whose printer is off."""
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


_SECONDS_TO_REFUSE = 3.0
"""A viewer that has not given up by then has opened."""


def print_document(path: Path, printer: str = "", copies: int = 1) -> Sent:
    """Hands the paper to a printer (the default one without a name), or opens it in a viewer.

    Raises:
        NoPrinter: nothing prints or shows it.
    """
    path = path.resolve()
    if sys.platform == "win32":
        if windows_printing.printed(path, printer, copies):
            return Sent.PRINTED
    elif (queue := cups.spooled(path, printer, copies)) is not None:
        return Sent.WAITING if cups.stopped(queue) else Sent.PRINTED
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
