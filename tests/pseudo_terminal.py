"""A terminal for tests: a program runs in it as on a screen, and what it draws can be read."""

from __future__ import annotations

import codecs
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Any

_PATIENCE = 20.0
"""Seconds after which a test fails instead of waiting on."""
_READ_AT_ONCE = 65_536
_A_MOMENT = 0.02
_KEPT_OUTPUT = 10_000
"""Letters of what was drawn that tell enough of where a long run came to."""


class PseudoTerminal:
    """Runs a Python program in a terminal of 80 columns by 24 rows.

    The terminal does not control the program: no signal comes when it is closed.
    """

    def __init__(self, arguments: Sequence[str], *, patience: float = _PATIENCE) -> None:
        self._master, self._slave = pty.openpty()
        termios.tcsetwinsize(self._slave, (24, 80))
        self._before = termios.tcgetattr(self._slave)
        self._patience = patience
        self._deadline = time.monotonic() + patience
        self._open = True
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.output = ""
        """What the program has written so far, its control sequences included."""
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color"},
        )

    def __enter__(self) -> PseudoTerminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    def send(self, keys: bytes | str) -> None:
        """Types on the keyboard."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, rows: int) -> None:
        """Makes the window larger or smaller, which the program is told by a signal."""
        termios.tcsetwinsize(self._slave, (rows, columns))
        self.process.send_signal(signal.SIGWINCH)

    def take_output(self, seconds: float) -> bool:
        """Takes away what the program draws within a moment; says whether there was anything.

        Whoever looks at a program for long has patience anew with each look.
        """
        self._deadline = time.monotonic() + self._patience
        self.output = self.output[-_KEPT_OUTPUT:]
        return self._read(seconds)

    def read_until(self, text: str) -> None:
        """Reads until the program has drawn this."""
        while text not in self.output:
            assert self.process.poll() is None, f"it ended without {text!r}: {self.output!r}"
            assert time.monotonic() < self._deadline, f"no {text!r} in {self.output!r}"
            self._read()

    def wait(self) -> int:
        """Reads until the program has ended; its status, negative for a signal."""
        while self.process.poll() is None:
            assert time.monotonic() < self._deadline, f"it does not end: {self.output!r}"
            self._read()
        while self._read():
            pass
        return self.process.returncode

    def close(self) -> None:
        """Takes the terminal away."""
        if self._open:
            self._open = False
            os.close(self._master)
            os.close(self._slave)

    def modes(self) -> list[Any]:
        """How the terminal treats what is typed, now."""
        return termios.tcgetattr(self._slave)

    @property
    def modes_before(self) -> list[Any]:
        """How it did before the program began."""
        return self._before

    @property
    def after_the_screen(self) -> str:
        """What was written after the program had left its full screen."""
        return self.output.rpartition("\x1b[?1049l")[2]

    def _read(self, seconds: float = _A_MOMENT) -> bool:
        """Reads what is there, or waits a moment for something; says whether there was."""
        terminal = [self._master] if self._open else []
        if not select.select(terminal, [], [], seconds)[0]:
            return False
        self.output += self._decode(os.read(self._master, _READ_AT_ONCE))
        return True
