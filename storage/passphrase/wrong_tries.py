"""Wrong passphrases slow down: the more of them there were, the longer the next one waits.

Who has the file can try elsewhere as fast as the key can be derived; this is for whoever sits at
the club's laptop. How many there were is kept beside the books, so that a new start forgets none.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from storage.clock import steady_seconds
from storage.safekeeping.private_files import make_empty

FILE_NAME = "chungtay.sai"

_FREE = 3
"""Everybody mistypes."""
_FIRST_WAIT = 5
_LONGEST_WAIT = 300


class WrongTries:
    """How often a wrong passphrase was typed since the last right one."""

    def __init__(self, folder: Path, steady: Callable[[], float] = steady_seconds) -> None:
        self._file = folder / FILE_NAME
        self._steady = steady
        self._since = steady()
        self._kept: int | None = None

    def wait(self) -> int:
        """Whole seconds until the next one may be tried."""
        due = seconds_after(self._number())
        return max(0, round(due - (self._steady() - self._since)))

    def wrong(self) -> None:
        """One more was wrong."""
        number = self._kept = self._number() + 1
        self._since = self._steady()
        # On a medium that takes nothing the wait is the first one, each time.
        with suppress(OSError):
            make_empty(self._file)
            self._file.write_text(str(number), encoding="ascii")

    def right(self) -> None:
        """It was the right one: all others are forgotten."""
        self._kept = 0
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _number(self) -> int:
        if self._kept is None:
            try:
                self._kept = int(self._file.read_text(encoding="ascii"))
            except (OSError, ValueError):
                self._kept = 0
        return self._kept


def seconds_after(number: int) -> int:
    """How long to wait after so many wrong ones."""
    if number < _FREE:
        return 0
    return min(_LONGEST_WAIT, _FIRST_WAIT << min(number - _FREE, 10))
