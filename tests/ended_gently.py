"""Ends the program in the midst of typing, in every way but by killing it, and looks what is left.

`PYTHONPATH=.:tests nice python tests/ended_gently.py 20` is the long form: so often each way. The
program must be gone in five seconds with what the screen showed of the half-typed form kept, and
leave the terminal as it was. Stopped and let go on (Ctrl+Z in a shell), it must have kept it, have
given the terminal back, and go on where it was.
"""

from __future__ import annotations

import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from live_meeting import LiveMeeting
from prepared import PreparedBooks, Stage, clock_at
from storage.books import Books
from storage.database import FILE_NAME
from storage.drafts import OPEN_FORM

_WORDS = "đau yếu đã lâu, mái bếp dột, neo người, con cháu đi làm ăn xa"
_SECONDS = 5.0
_PATIENCE = 60.0
TOO_LATE = "ended only after"
_STAGE = Stage.PROPOSALS
_FULL_SCREEN_LEFT, _CURSOR_SHOWN, _CURSOR_HIDDEN = "\x1b[?1049l", "\x1b[?25h", "\x1b[?25l"
_MOUSE_OFF, _MOUSE_ON = "\x1b[?1003l", "\x1b[?1003h"
Fault = str


def _struck(number: signal.Signals, meeting: LiveMeeting) -> Iterator[Fault]:
    meeting.terminal.process.send_signal(number)
    yield from _gone(meeting, 128 + number)
    yield from _restored(meeting)


def _taken_away(meeting: LiveMeeting) -> Iterator[Fault]:
    """The window is closed, or the terminal goes without a signal if it controls nobody."""
    meeting.terminal.close()
    yield from _gone(meeting, 128 + signal.SIGHUP)


def _stopped(meeting: LiveMeeting) -> Iterator[Fault]:
    """Stopped and let go on; then left as by the machine's end."""
    process = meeting.terminal.process
    process.send_signal(signal.SIGTSTP)
    begun = time.monotonic()
    while _state(process.pid) != "T":
        meeting.terminal.read()
        if time.monotonic() - begun > _SECONDS:
            yield "not stopped"
            return
    while meeting.terminal.read():
        pass
    yield from _restored(meeting)
    shown = _shown(meeting)
    yield from _kept(meeting, shown)
    process.send_signal(signal.SIGCONT)
    meeting.terminal.screen.feed("\x1b[2J")
    if not meeting.until(lambda: shown in "\n".join(meeting.terminal.screen.rows), _SECONDS):
        yield "not drawn again"
    meeting.type(" và")
    if not meeting.until(lambda: _shown(meeting).endswith("và"), _SECONDS):
        yield "does not go on"
    yield from _struck(signal.SIGTERM, meeting)


WAYS: dict[str, tuple[Callable[[LiveMeeting], Iterator[Fault]], bool]] = {
    "SIGHUP": (partial(_struck, signal.SIGHUP), True),
    "SIGTERM": (partial(_struck, signal.SIGTERM), True),
    "window closed": (_taken_away, True),
    "terminal gone without a signal": (_taken_away, False),
    "stopped and let go on": (_stopped, True),
}
"""Each with whether the terminal controls the program."""


def tried(way: str, prepared: Path, chance: Random) -> list[Fault]:
    """What was wrong when it ended once in this way."""
    strike, controlled = WAYS[way]
    with tempfile.TemporaryDirectory(prefix="chungtay-ended-") as place:
        folder = PreparedBooks(prepared).copy(_STAGE, Path(place) / "books")
        moment = clock_at(Stage.APPROVAL).now()
        meeting = LiveMeeting(folder, moment, chance, controlled=controlled)
        with meeting.terminal:
            _begin_to_type(meeting)
            faults = list(strike(meeting))
            shown = _shown(meeting)
        if not faults:
            faults += _kept(meeting, shown)
            faults += _goes_on(folder)
        return faults


def _begin_to_type(meeting: LiveMeeting) -> None:
    meeting.until(lambda: meeting.step == 4, _PATIENCE)
    for key, seen in (("1", "┌"), ("1", "Họ tên, tuổi")):
        meeting.press(key)
        meeting.until(lambda seen=seen: seen in meeting.text, _PATIENCE)  # type: ignore[misc]
    meeting.type(_WORDS[: meeting.chance.randint(3, len(_WORDS))])
    meeting.rest(meeting.chance.uniform(0, 0.4))


def _gone(meeting: LiveMeeting, status: int) -> Iterator[Fault]:
    begun = time.monotonic()
    ended = meeting.terminal.wait()
    if time.monotonic() - begun > _SECONDS:
        yield f"{TOO_LATE} {time.monotonic() - begun:.1f} s"
    if ended != status:
        yield f"ended with {ended}"


def _restored(meeting: LiveMeeting) -> Iterator[Fault]:
    terminal, output = meeting.terminal, meeting.terminal.output
    if terminal.modes() != terminal.modes_before:
        yield "the terminal's modes are others"
    if meeting.terminal.screen.full:
        yield "the full screen was not left"
    for off, on in ((_CURSOR_SHOWN, _CURSOR_HIDDEN), (_MOUSE_OFF, _MOUSE_ON)):
        if output.rfind(off) < output.rfind(on):
            yield f"{on!r} was not taken back"


def _shown(meeting: LiveMeeting) -> str:
    """What the last frame with the form showed of the words; it is left in the end."""
    rows = (row for frame in reversed(meeting.frames) for row in frame.rows)
    row = next((row for row in rows if "Họ tên, tuổi" in row), "")
    return row.partition("Họ tên, tuổi")[2].strip()


def _kept(meeting: LiveMeeting, shown: str) -> Iterator[Fault]:
    """Looks into a copy: the program may still have the books."""
    with tempfile.TemporaryDirectory() as place:
        for path in meeting.folder.glob(f"{FILE_NAME}*"):
            if not path.name.endswith("-shm"):
                shutil.copy(path, Path(place) / path.name)
        books = Books(Path(place), clock_at(_STAGE))
        form = books.drafts.get(OPEN_FORM) or {}
        draft = books.drafts.get(str(form.get("form"))) or {}
        books.close()
    texts = draft.get("texts")
    kept = str(texts.get("name", "")) if isinstance(texts, dict) else ""
    # The field shows the end of a long text.
    if not kept.strip().endswith(shown.lstrip("…")):
        yield f"kept {kept!r} of {shown!r}"


def _goes_on(folder: Path) -> Iterator[Fault]:
    """Nobody has the books any more, and the log tells of nothing."""
    books = Books(folder, clock_at(_STAGE))
    books.close()
    log = folder / "chungtay.log"
    if log.exists():
        yield log.read_text(encoding="utf-8")


def _state(process: int) -> str:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]


def main(times: int) -> int:
    """The long form."""
    bad = 0
    with tempfile.TemporaryDirectory(prefix="chungtay-prepared-") as place:
        for way in WAYS:
            faults = [tried(way, Path(place), Random(number)) for number in range(times)]
            wrong = [each for each in faults if each]
            sys.stdout.write(f"{way}: {times} times, {len(wrong)} bad {wrong[:3] or ''}\n")
            sys.stdout.flush()
            bad += len(wrong)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
