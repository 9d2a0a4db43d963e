"""The monkey at a real terminal: raw bytes, broken letters, pastes, the mouse, other windows.

`PYTHONPATH=.:tests python tests/monkey_terminal.py 20000` is the long form, with `--seed` for
another one. It types at the program itself, as it is started by `chungtay --practice`, on Linux.
The program must always come to rest, end with F12 and Enter from wherever it is, write nothing
into its log, and `chungtay check` must find the books in order each time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from long_run import say
from monkey_hands import (
    LEAVING,
    SIZES,
    memory,
    say_nothing,
    sent,
    some_keys,
    some_words,
    something_pasted,
    somewhere_else,
    stay_inside,
    things_at_once,
)
from pseudo_terminal import PseudoTerminal
from tui.crash_log import FILE_NAME as LOG_NAME

_LEAVING = 300
"""Once in so many turns the program is left, and opened again."""
_PATIENCE_SECONDS = 120
_READY = "\x1b[?1049h"
"""With this the program takes the whole window."""
_A_MOMENT = 0.005
_QUIET_LOOKS = 3
_LOOKS_OF_A_READER = 60
"""Who leaves has read the question: an Enter from before it was there is dropped, as it must be."""
_PIECES = (
    *(b"\x1b", b"\x1b[", b"\x1b[<", b"\x1b[M", b"\x1b]", b"\x1bO", b"\x1b[?", b"\x1bP"),
    *(b"~", b"m", b"M", b"u", b"R", b"$y", b";", b":", b"-", b"0", b"1", b"97", b"999999"),
    *(b"\xff", b"\xe1\xba", "ế".encode(), "🌸".encode(), b"\x00", b"\x80"),
)
"""Of what terminals send, also where a line is bad."""


@dataclass
class TerminalMonkey:
    """Types what its dice say at the program itself, and remembers what it typed last."""

    folder: Path
    dice: Random
    pressed: int = 0
    """Keys, clicks, pastes, windows, and bytes that are none of these."""
    begun: int = 0
    """How often the program was opened."""
    last: list[bytes] = field(default_factory=list)

    @property
    def told(self) -> str:
        """How far it came."""
        return f"{self.pressed} keys, the program opened {self.begun} times"

    def press(self, keys: int, say: Callable[[str], None] = say_nothing) -> None:
        """Types so much; where the program was left, it is opened again, and that is said.

        Raises:
            AssertionError: it ended in error, could not be left, or the books are not in order.
            TimeoutError: it came to no rest.
        """
        while self.pressed < keys:
            self.begun += 1
            with self._opened() as terminal:
                terminal.read_until(_READY)
                self._rest(terminal)
                for _turn in range(self.dice.randint(1, 2 * _LEAVING)):
                    if self.pressed >= keys or terminal.process.poll() is not None:
                        break
                    self._some_things(terminal)
                self._leave(terminal)
            self._look_after_it()
            say(f"{self.told}, no trouble so far")

    def _opened(self) -> PseudoTerminal:
        program = ["-m", "tui", "--practice", "--data", str(self.folder)]
        return PseudoTerminal(program, patience=_PATIENCE_SECONDS)

    def _some_things(self, terminal: PseudoTerminal) -> None:
        """One thing or several, as they come in while a slow laptop is busy; then it rests."""
        for keys in somewhere_else(self.dice):
            self._press(terminal, keys)
            self._rest(terminal)
        for _thing in range(things_at_once(self.dice)):
            self._something(terminal)
        self._rest(terminal)

    def _something(self, terminal: PseudoTerminal) -> None:
        """Some keys, mostly; now and then something else that a terminal sends."""
        match self.dice.randint(0, 39):
            case 0:
                self.pressed += 1
                terminal.resize(*self.dice.choice(SIZES))
            case 1:
                pasted = something_pasted(self.dice).encode() + self._noise()
                # A terminal takes the end of a paste out of what is pasted.
                self._type(terminal, 1, b"\x1b[200~" + pasted.replace(b"\x1b", b"") + b"\x1b[201~")
            case 2 | 3 | 4:
                self._type(terminal, 1, self._mouse())
            case 5:
                self._type(terminal, 2, b"\x1b[O\x1b[I")
            case 6 | 7:
                noise = self._noise()
                self._type(terminal, len(noise), noise)
            case 8 | 9 | 10:
                words = some_words(self.dice)
                self._type(terminal, len(words), words.encode())
            case _:
                self._press(terminal, some_keys(self.dice))

    def _press(self, terminal: PseudoTerminal, keys: list[str]) -> None:
        self._type(terminal, len(keys), sent(keys))

    def _type(self, terminal: PseudoTerminal, keys: int, typed: bytes) -> None:
        self.pressed += keys
        self.last = [*self.last[-39:], typed]
        if terminal.process.poll() is None:
            terminal.send(typed)

    def _mouse(self) -> bytes:
        """A click, or a turn of the wheel."""
        columns, rows = self.dice.choice(SIZES)
        place = f"{self.dice.randint(1, columns)};{self.dice.randint(1, rows)}"
        wheel = self.dice.choice(("64", "65", "", ""))
        if wheel:
            return f"\x1b[<{wheel};{place}M".encode()
        return f"\x1b[<35;{place}M\x1b[<0;{place}M\x1b[<0;{place}m".encode()

    def _noise(self) -> bytes:
        """Bytes of no meaning, pieces of what terminals send, and halves of letters."""
        pieces = [
            self.dice.choice(_PIECES) if self.dice.randint(0, 1) else self.dice.randbytes(1)
            for _piece in range(self.dice.randint(1, 12))
        ]
        return b"".join(pieces)

    def _rest(self, terminal: PseudoTerminal, looks: int = _QUIET_LOOKS) -> None:
        """Waits until all threads of the program sleep, and takes what it draws meanwhile."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        quiet_looks = 0
        while quiet_looks < looks and terminal.process.poll() is None:
            if time.monotonic() > deadline:
                raise TimeoutError(f"it comes to no rest: {terminal.output!r}")
            drawn = terminal.take_output(_A_MOMENT)
            asleep = not drawn and _all_asleep(terminal.process.pid)
            quiet_looks = quiet_looks + 1 if asleep else 0

    def _leave(self, terminal: PseudoTerminal) -> None:
        """Leaves it as people do, from wherever it is, unless a key has just done so."""
        for name in LEAVING:
            self._press(terminal, [name])
            self._rest(terminal, _LOOKS_OF_A_READER)
        status = terminal.wait()
        assert status == 0, f"it ended with {status}: {terminal.after_the_screen!r}"

    def _look_after_it(self) -> None:
        """Whether anything ended in the log, and whether the books are in order."""
        for log in self.folder.rglob(LOG_NAME):
            raise AssertionError(log.read_text(encoding="utf-8"))
        check = [sys.executable, "-m", "tui", "check", "--practice", "--data", str(self.folder)]
        said = subprocess.run(check, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said.stdout + said.stderr


def _all_asleep(process: int) -> bool:
    """Whether no thread of a process runs, wants to, or waits for the disk."""
    for thread in Path(f"/proc/{process}/task").glob("*/stat"):
        try:
            state = thread.read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            # It has just ended.
            continue
        if state not in "SZ":
            return False
    return True


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description="A monkey at a real terminal.")
    parser.add_argument("keys", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=memory()) as place:
        stay_inside(Path(place))
        monkey = TerminalMonkey(Path(place) / "books", Random(asked.seed))
        try:
            monkey.press(asked.keys, say)
        except BaseException:
            say(f"{monkey.told}; last: {monkey.last}")
            for log in monkey.folder.rglob(LOG_NAME):
                say(log.read_text(encoding="utf-8"))
            raise
    say(f"{monkey.told}: no trouble")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
