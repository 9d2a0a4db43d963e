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
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import Any

from rendered_screen import SYNCED_FRAMES, RenderedScreen

_PATIENCE = 20.0
"""Seconds after which a test fails instead of waiting on."""
_READ_AT_ONCE = 65_536
_A_MOMENT = 0.02
_KEPT_OUTPUT = 10_000
"""Letters of what was drawn that tell enough of where a long run came to."""
_SURROUNDINGS = {
    name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")
}
"""Without the size of the terminal in which the tests run."""
_ASKED_FOR_FRAMES = "\x1b[?2026$p"


class PseudoTerminal:
    """Runs a Python program in a terminal, of 80 columns by 24 rows where no other size is given.

    Unless it is said to control the program, no signal comes when it is closed.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        controls: bool = False,
        patience: float = _PATIENCE,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._master, self._slave = pty.openpty()
        columns, rows = size
        termios.tcsetwinsize(self._slave, (rows, columns))
        self._before = termios.tcgetattr(self._slave)
        self._patience = patience
        self._open = True
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.output = ""
        """What the program has written so far, its control sequences included."""
        self.screen = RenderedScreen(columns, rows)
        """What stands on the screen."""
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=not controls,
            preexec_fn=partial(os.login_tty, self._slave) if controls else None,
            env={**_SURROUNDINGS, "TERM": "xterm-256color", **(environment or {})},
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
        self.screen.resize(columns, rows)
        self.process.send_signal(signal.SIGWINCH)

    def take_output(self, seconds: float) -> bool:
        """Takes away what the program draws within a moment; says whether there was anything."""
        self.output = self.output[-_KEPT_OUTPUT:]
        return self.read(seconds)

    def read_until(self, text: str) -> None:
        """Reads until the program has drawn this."""
        self._wait_for(lambda: text in self.output, text)

    def see(self, *texts: str) -> None:
        """Reads until all of this stands on the screen."""
        self._wait_for(lambda: all(text in self.screen.text for text in texts), " and ".join(texts))

    def _wait_for(self, reached: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + self._patience
        while not reached():
            assert self.process.poll() is None, f"it ended without {what!r}: {self.output!r}"
            assert time.monotonic() < deadline, f"no {what!r} in {self.screen.text}"
            self.read()

    def wait(self) -> int:
        """Reads until the program has ended; its status, negative for a signal."""
        deadline = time.monotonic() + self._patience
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"it does not end: {self.output!r}"
            self.read()
        while self.read():
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

    def read(self, seconds: float = _A_MOMENT) -> bool:
        """Reads what is there, or waits a moment for something; says whether there was."""
        terminal = [self._master] if self._open else []
        if not select.select(terminal, [], [], seconds)[0]:
            return False
        piece = self._decode(os.read(self._master, _READ_AT_ONCE))
        self.output += piece
        if _ASKED_FOR_FRAMES in piece:
            self.send(SYNCED_FRAMES)
        self.screen.feed(piece)
        return True
