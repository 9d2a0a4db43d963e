"""Printing on Windows: the print verb of the paper's program, else SumatraPDF where it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_SUMATRA = "SumatraPDF"
_SECONDS_TO_PRINT = 60.0
_DEVICES = r"Software\Microsoft\Windows NT\CurrentVersion\Devices"
_WINDOWS = r"Software\Microsoft\Windows NT\CurrentVersion\Windows"


def printed(path: Path, printer: str, copies: int) -> bool:
    """Hands a paper to a printer; says whether a program took it.

    The browser that shows PDFs on a new Windows has no print verb.
    """
    return _by_verb(path, printer, copies) or _by_sumatra(path, printer, copies)


def _by_verb(path: Path, printer: str, copies: int) -> bool:
    if sys.platform != "win32":
        return False
    try:
        for _copy in range(copies):
            if printer:
                os.startfile(path, "printto", f'"{printer}"')  # noqa: S606 - our own file
            else:
                os.startfile(path, "print")  # noqa: S606 - the path of our own file
    except OSError:
        # No program is set for printing papers of this kind.
        return False
    return True


def _by_sumatra(path: Path, printer: str, copies: int) -> bool:
    program = _sumatra()
    if program is None:
        return False
    # Without a default printer "-print-to-default" asks in a window of its own.
    to = ["-print-to", printer or default_printer()]
    if not to[1]:
        return False
    settings = ["-print-settings", f"fit,paper=A4,{copies}x", "-silent"]
    try:
        ended = subprocess.run(  # noqa: S603 - a program found above, no shell
            [program, *to, *settings, str(path)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS_TO_PRINT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0


def _sumatra() -> str | None:
    """SumatraPDF on the path, beside the program, or where its own installer puts it."""
    places = [Path(sys.prefix), Path(sys.executable).parent]
    for variable in ("LOCALAPPDATA", "ProgramFiles", "ProgramFiles(x86)"):
        folder = os.environ.get(variable)
        if folder:
            places.append(Path(folder) / _SUMATRA)
    found = (place / f"{_SUMATRA}.exe" for place in places)
    return shutil.which(_SUMATRA) or next((str(path) for path in found if path.is_file()), None)


def printers() -> tuple[str, ...]:
    """The names of the printers that are set up for this user."""
    if sys.platform != "win32":
        return ()
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _DEVICES) as key:
            numbers = range(winreg.QueryInfoKey(key)[1])
            return tuple(sorted(winreg.EnumValue(key, number)[0] for number in numbers))
    except OSError:
        # The key is made with the first printer.
        return ()


def default_printer() -> str:
    """The name of the printer that is used where none is chosen; empty where there is none."""
    if sys.platform != "win32":
        return ""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS) as key:
            return str(winreg.QueryValueEx(key, "Device")[0]).partition(",")[0]
    except OSError:
        return ""
