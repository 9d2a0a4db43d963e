"""Printing on Linux and macOS: CUPS by its own commands, in their untranslated words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SPOOLERS = ("lp", "lpr")
_SECONDS_TO_SPOOL = 15.0
_SECONDS_TO_TELL = 5.0
"""A printer that is looked for on a network answers slowly, or never."""
_REQUEST = re.compile(r"request id is (\S+)-\d+ ")
_DEFAULT = re.compile(r"system default destination: (\S+)")


def queues() -> tuple[str, ...]:
    """The names of the printers that are set up."""
    return tuple(_told("lpstat", "-e").split())


def default_queue() -> str:
    """The name of the printer that is used where none is chosen; empty where there is none."""
    found = _DEFAULT.search(_told("lpstat", "-d"))
    return found[1] if found else ""


def stopped(queue: str) -> bool:
    """Whether the printer takes papers and does not print them: paused, or switched off."""
    return bool(queue) and " disabled" in _told("lpstat", "-p", queue)


def spooled(path: Path, queue: str, copies: int) -> str | None:
    """Hands a paper to a printer; gives its name where it is told, None where it was refused."""
    # Only the first that is there is asked: after a timeout the other might print it twice.
    spooler = next(filter(None, map(shutil.which, _SPOOLERS)), None)
    if spooler is None:
        return None
    ended = _run([spooler, *_options(Path(spooler).name, queue, copies), str(path)])
    if ended is None or ended.returncode != 0:
        return None
    found = _REQUEST.match(ended.stdout.decode(errors="replace"))
    return found[1] if found else queue


def _options(spooler: str, queue: str, copies: int) -> list[str]:
    printer, number = ("-d", "-n") if spooler == "lp" else ("-P", "-#")
    options = ["-o", "media=A4"]
    if queue:
        options += [printer, queue]
    if copies > 1:
        options += [f"{number}{copies}"]
    return options


def _told(*command: str) -> str:
    program = shutil.which(command[0])
    if program is None:
        return ""
    ended = _run([program, *command[1:]], timeout=_SECONDS_TO_TELL)
    return ended.stdout.decode(errors="replace") if ended is not None else ""


def _run(
    command: Sequence[str], timeout: float = _SECONDS_TO_SPOOL
) -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(  # noqa: S603 - a program named above, no shell
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        # No answer: the caller goes on to the next way, which says more than an error code.
        return None
