"""A meeting that is held in a terminal of its own, by keys, until the program is killed.

`python tests/live_meeting.py FOLDER MOMENT` is that program: it opens the books of a folder at a
moment, whatever the machine's clock says.
"""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Self

from pseudo_terminal import PseudoTerminal
from storage.clock import FixedDayClock
from tui.app import ChungTayApp

CONTROL = {
    "enter": "\r",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f12": "\x1b[24~",
    "save": "\x13",
    "undo": "\x1a",
    "redo": "\x19",
}
"""What the terminal sends for a key."""
_ROOT = Path(__file__).parents[1]
_ENVIRONMENT = {"PYTHONPATH": f"{_ROOT}:{_ROOT / 'tests'}", "ESCDELAY": "25"}
_ACKNOWLEDGED = re.compile(r"^ Đã (lưu|bỏ|làm lại): (.*)$", re.MULTILINE)
_TIME = re.compile(r"\d+:\d\d|[▁▂▃▄▅▆▇█▔▕]")
_RAIL, _TITLE, _FIRST_FIELD, _BELOW_HINT = 3, 1, 3, -3
_ANSWER_SECONDS = 1.0
_PATIENCE = 60.0
"""Seconds, on a machine with much else to do."""
_GAP = re.compile(r" {2,}")
_OFFERED = " " * 27
"""Before each name that is offered below a field."""
_MARKS = re.compile(r"[■□●·√×–] ?")
_DROP = "Xóa phần ghi dở"
"""Stands beside "Lưu" where a draft was taken up."""
_HALF_GIVEN = ("Đã giơ tay", "ai có mặt?", "đã chọn")
"""Popups that are open again after the program was killed."""
_INSIDE = re.compile("│(.*)│")
_BESIDE_COUNT = re.compile(r"(?<=người) – .*")
"""Which name was ticked last."""
_TYPED_AGAIN = re.compile(r"(?<=Tổ chức: ).*")
"""What stands in the field above, a frame later."""
Place = tuple[str, ...]


class Killed(Exception):
    """The moment has come at which the program is killed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stood on the screen, and since when."""

    since: float
    rows: tuple[str, ...]
    place: Place | None


class LiveMeeting:
    """Presses keys as hands do, and keeps what the screen has said is stored."""

    def __init__(
        self,
        folder: Path,
        moment: datetime,
        chance: Random,
        *,
        controlled: bool = True,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.folder, self.chance = folder, chance
        self.acknowledged: list[tuple[str, str]] = []
        """Which entries the screen has said are stored, taken back or done again."""
        self.not_yet_said: list[str] = []
        """The keys since then."""
        self.frames: list[Frame] = []
        self.last_key = ""
        self.pressed_at = 0.0
        self.killed_at = float("inf")
        program = [__file__, str(folder), moment.isoformat()]
        self.terminal = PseudoTerminal(
            program,
            controls=controlled,
            patience=_PATIENCE,
            environment={**_ENVIRONMENT, **(environment or {})},
        )
        self.terminal.screen.when_drawn = self._look

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of the last whole frame."""
        return self.frames[-1].rows if self.frames else ()

    @property
    def text(self) -> str:
        """The last whole frame."""
        return "\n".join(self.rows)

    @property
    def step(self) -> int:
        """The step that is shown; nought where a form or popup hides it."""
        found = re.search(r"►(\d)", self.rows[_RAIL]) if self.rows else None
        return int(found[1]) if found and "┌" not in self.text else 0

    def was_doing_something(self, seconds: float) -> bool:
        """Whether a key that is no letter may have done more than the screen had shown."""
        is_letter = len(self.last_key) == 1 and self.last_key.isalpha()
        unanswered = self.frames[-1].since < self.pressed_at
        return not is_letter and (unanswered or self.killed_at - self.pressed_at < seconds)

    @property
    def in_popup(self) -> bool:
        """Whether a popup was open last."""
        return bool(self.frames) and self.frames[-1].place is None

    def kill_in(self, seconds: float) -> None:
        """From then on every further key and look ends in `Killed`."""
        self.killed_at = time.monotonic() + seconds

    def press(self, key: str) -> None:
        """Presses a key, and waits until the screen has answered, or a moment."""
        seen = len(self.frames)
        self.send(CONTROL.get(key, key), key)
        self.until(lambda: len(self.frames) > seen, _ANSWER_SECONDS)
        self._until_calm()

    def _until_calm(self) -> None:
        """Waits until nothing more changes, as eyes do."""
        seen = -1
        while seen != len(self.frames):
            seen = len(self.frames)
            self.rest(self.chance.uniform(0.03, 0.1))

    def type(self, text: str) -> None:
        """Types letters as fast as hands do."""
        for letter in text:
            self.send(letter, letter)
            self.rest(self.chance.uniform(0.01, 0.06))

    def until(self, reached: Callable[[], bool], seconds: float = 5.0) -> bool:
        """Waits until something is seen; says whether it was."""
        end = time.monotonic() + seconds
        while not reached():
            if time.monotonic() > end:
                return False
            self.rest(0.02)
        return True

    def rest(self, seconds: float) -> None:
        """Looks at the screen for a while.

        Raises:
            Killed: meanwhile the moment came.
        """
        end = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            if now >= self.killed_at:
                self.kill()
                raise Killed
            if now >= end and not self.terminal.read(0):
                return
            self.terminal.read(max(0.0, min(end, self.killed_at) - now))

    def kill(self) -> None:
        """Kills the program as the system does, and draws what it had written until then."""
        if self.terminal.process.poll() is None:
            self.terminal.process.send_signal(signal.SIGKILL)
            self.killed_at = time.monotonic()
            self.terminal.wait()
        self.terminal.close()

    def send(self, keys: str, name: str = "") -> None:
        """Presses a key, and waits for nothing."""
        self.rest(0)
        self.last_key, self.pressed_at = name or keys, time.monotonic()
        self.not_yet_said.append(self.last_key)
        self.terminal.send(keys)

    def _look(self) -> None:
        """A frame is whole."""
        rows = self.terminal.screen.rows
        if self.frames and rows[1:] == self.rows[1:]:
            return
        self.frames.append(Frame(time.monotonic(), rows, place_of(rows)))
        said = _ACKNOWLEDGED.search("\n".join(rows))
        # What lies behind a popup is cut off; what stood before it has not been said twice.
        if said and "│" not in self.text and said.groups() not in self.acknowledged[-1:]:
            self.acknowledged.append((said[1], said[2]))
            self.not_yet_said.clear()


def place_of(rows: tuple[str, ...]) -> Place | None:
    """Where somebody is: a form with its fields and the cursor's hint, or a step with its line."""
    text = "\n".join(rows)
    if "┌" in text:
        return _popup_of(rows, text)
    # How wide a column is depends on what else there is room for.
    told = [row for row in rows if not row.startswith(_OFFERED)]
    clean = [_GAP.sub("  ", _TIME.sub("", row)).rstrip() for row in told]
    if "Ctrl+S lưu" in clean[-1]:
        fields = (row.replace(_DROP, "").rstrip() for row in clean[_FIRST_FIELD:_BELOW_HINT])
        # Beside the title the clock of the discussion may stand.
        return ("form", clean[_TITLE].partition("  ")[0], *fields)
    step = re.search(r"►(\d)", clean[_RAIL])
    if step is None:
        return None
    line = next((row for row in clean[_RAIL + 1 :] if row.startswith("► ")), "")
    # What stands of it may change in the frame in which the cursor goes on.
    line = _GAP.split(_MARKS.sub("", line))[0]
    number = next((row for row in clean if "  ► " in row), "")
    return ("step", step[1], line, number)


def _popup_of(rows: tuple[str, ...], text: str) -> Place | None:
    """A popup in which something is half given: its lines, as far as it says nothing by itself."""
    if not any(words in text for words in _HALF_GIVEN):
        return None
    inside = [found[1] for row in rows if (found := _INSIDE.search(row))]
    lasting = [_TYPED_AGAIN.sub("", _BESIDE_COUNT.sub("", row)) for row in inside]
    clean = [_GAP.sub("  ", row).strip() for row in lasting]
    return ("popup", *filter(None, clean))


def main(folder: str, moment: str) -> int:
    """Runs the program until it is left, or killed."""
    app = ChungTayApp(Path(folder), FixedDayClock(datetime.fromisoformat(moment)))
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
