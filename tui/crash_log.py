"""The log of what went wrong: kinds and places in the code, never what people wrote."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from pathlib import Path

from storage.clock import SystemClock
from tui import __version__

FILE_NAME = "chungtay.log"
_LARGEST = 200_000
"""Bytes; a fault that comes back each day must not fill the disk."""


class CrashLog:
    """A file beside the books that can be sent to whoever mends the program."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME

    def write(self, error: BaseException) -> bool:
        """Notes an error and its causes; says whether that could be written.

        The messages of errors and the values of variables are left out: both may hold names.
        """
        head = f"{SystemClock().now().isoformat(timespec='seconds')} {__version__}"
        try:
            self._append("\n".join((head, *_lines(error), "")))
        except OSError:
            # A full or missing disk may be the very error; the caller then says less.
            return False
        return True

    def _append(self, text: str) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        full = self.path.exists() and self.path.stat().st_size > _LARGEST
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if full else os.O_APPEND)
        descriptor = os.open(self.path, flags, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)


def _lines(error: BaseException) -> Iterator[str]:
    """The error, then what led to it, each with its places from the outermost in."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"  {type(current).__module__}.{type(current).__qualname__}"
        for frame in traceback.extract_tb(current.__traceback__):
            # The last two names are enough to find the line, and tell nothing of the user.
            place = "/".join(Path(frame.filename).parts[-2:])
            yield f"    {place}:{frame.lineno} {frame.name}"
        current = current.__cause__ or current.__context__
