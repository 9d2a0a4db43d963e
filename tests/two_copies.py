"""Opens the books twice: while they are open, after a kill, and both at the same moment.

`PYTHONPATH=.:tests nice python tests/two_copies.py 50` is the long form: so many trials, each way
in turn. Exactly one copy may write; the other says who has the books, and offers to look on.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

from live_meeting import LiveMeeting
from prepared import PreparedBooks, Stage, clock_at
from storage.books import Books
from storage.database import FILE_NAME
from storage.safekeeping.checking import check_books

_PATIENCE = 60.0
_IN_USE, _SINCE, _LOOK_ON = "Sổ đang mở ở một cửa sổ khác", "Mở từ", "Chỉ xem sổ, không ghi"
_LOOKING_ON = "ĐANG CHỈ XEM"
Fault = str
Opened = Callable[[], LiveMeeting]


def _second_copy(opened: Opened, chance: Random) -> Iterator[Fault]:
    """The books are open; a second copy looks on, and can write nothing."""
    first = opened()
    if not first.until(lambda: first.step == 1, _PATIENCE):
        yield f"not opened\n{first.text}"
    second = opened()
    yield from _looks_on(second)
    yield from _writes(first, chance)


def _stale_lock(opened: Opened, chance: Random) -> Iterator[Fault]:
    """The copy that had the books was killed; nothing of it stands in the way."""
    killed = opened()
    killed.until(lambda: killed.step == 1, _PATIENCE)
    killed.kill()
    yield from _writes(opened(), chance)


def _both_at_once(opened: Opened, chance: Random) -> Iterator[Fault]:
    """Two are started at the same moment: one of them has the books."""
    copies = (opened(), opened())

    def settled() -> bool:
        for each in copies:
            each.rest(0.02)
        return all(each.step == 1 or _IN_USE in each.text for each in copies)

    if not copies[0].until(settled, _PATIENCE):
        yield f"not settled\n{copies[0].text}\n{copies[1].text}"
        return
    writers = [each for each in copies if each.step == 1]
    if len(writers) != 1:
        yield f"{len(writers)} write"
        return
    yield from _looks_on(copies[0] if writers[0] is copies[1] else copies[1])
    yield from _writes(writers[0], chance)


WAYS = (_second_copy, _stale_lock, _both_at_once)


def tried(number: int, prepared: Path) -> list[Fault]:
    """What was wrong in one trial."""
    chance = Random(number)
    with tempfile.TemporaryDirectory(prefix="chungtay-copies-") as place, ExitStack() as ended:
        folder = PreparedBooks(prepared).copy(Stage.ATTENDANCE, Path(place) / "books")

        def opened() -> LiveMeeting:
            meeting = LiveMeeting(folder, clock_at(Stage.APPROVAL).now(), chance)
            return ended.enter_context(meeting)

        faults = list(WAYS[number % len(WAYS)](opened, chance))
        return faults or list(_sound(folder))


def _looks_on(meeting: LiveMeeting) -> Iterator[Fault]:
    """It says who has the books, and shows them; what is entered is refused."""
    if not meeting.until(lambda: _LOOK_ON in meeting.text, _PATIENCE):
        yield f"no way to look on\n{meeting.text}"
        return
    for words in (_IN_USE, _SINCE):
        if words not in meeting.text:
            yield f"{words!r} is not said\n{meeting.text}"
    meeting.press("1")
    if not meeting.until(lambda: meeting.step == 1 and _LOOKING_ON in meeting.text, _PATIENCE):
        yield f"does not look on\n{meeting.text}"
        return
    meeting.type("3")
    meeting.press("enter")
    if not meeting.until(lambda: "Đang chỉ xem, không ghi được" in meeting.text, _PATIENCE):
        yield f"is not refused\n{meeting.text}"
    if meeting.acknowledged:
        yield f"has written {meeting.acknowledged}"


def _writes(meeting: LiveMeeting, chance: Random) -> Iterator[Fault]:
    """It takes an entry."""
    meeting.until(lambda: meeting.step == 1, _PATIENCE)
    present = chance.randint(1, 9)
    meeting.type(str(present))
    meeting.press("enter")
    if not meeting.until(lambda: bool(meeting.acknowledged), _PATIENCE):
        yield f"takes no entry\n{meeting.text}"


def _sound(folder: Path) -> Iterator[Fault]:
    """In the books is the one entry, and nothing is wrong with them."""
    with tempfile.TemporaryDirectory() as place:
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):
            shutil.copy(folder / name, Path(place) / name)
        books = Books(Path(place), clock_at(Stage.APPROVAL))
        meeting = books.meetings.current()
        act = books.undo.latest(meeting.id if meeting else None)
        if act is None or act.kind != "group_counted":
            yield f"not stored: {act}"
        yield from map(str, check_books())
        books.close()


def main(trials: int) -> int:
    """The long form."""
    with tempfile.TemporaryDirectory(prefix="chungtay-prepared-") as place:
        faults = [tried(number, Path(place)) for number in range(trials)]
    wrong = [each for each in faults if each]
    for each in wrong:
        sys.stdout.write("\n".join((*each, "=" * 80, "")))
    sys.stdout.write(f"{trials} trials, {len(wrong)} bad\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
