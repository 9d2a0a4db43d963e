"""A disk that fails while somebody types: what is in the form stays there, and is stored later.

`PYTHONPATH=.:tests python tests/screen_faults.py 12` fails the first, the second… and the twelfth
call after the first words, for good, full and broken, and then makes it whole again.
"""

from __future__ import annotations

import asyncio
import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from driver import Driver, driven
from failing_disk import Fault, arm, disarm, environment, is_there
from prepared import PreparedBooks, Stage, clock_at
from screens.forms.form_screen import FormScreen
from storage.books import Books
from storage.records.kinds import Step
from storage.safekeeping.reserve import Reserve

_FIRST, _MORE = "Loa của nhà văn hóa", " hỏng giữa buổi"
_STAGE = Stage.PROPOSALS
_ERRORS = (errno.ENOSPC, errno.EIO)
"""The full disk has the reserve, so that all goes on; what it said is gone with the next letter."""
_BROKEN = "Đĩa không ghi được"
_ROOM_MADE = "Đĩa vừa đầy"
_SAVED = "Đã lưu: ghi chú của thư ký"


async def typed_on(folder: Path, fault: Fault) -> None:
    """Types a note while the disk fails; what cannot be stored is said and stays in the form."""
    assert Reserve(folder).lay_by()
    async with driven(folder, clock_at(_STAGE)) as driver:
        await driver.until("Các tổ trình bày")
        await driver.press("f3")
        await driver.type(_FIRST)
        arm(folder, fault)
        await driver.type(_MORE)
        await _form(driver).keep_draft()
        if fault.error == errno.EIO:
            await _broken_and_whole_again(driver)
        else:
            await _saved_with_room_made(driver)
        await driver.until(_SAVED)
        disarm()
        await driver.press("pagedown")
        await driver.until("►5")
    books = Books(folder, clock_at(_STAGE))
    meeting = books.meetings.current()
    assert meeting is not None
    assert books.secretary.note(meeting.id, Step.PROPOSALS) == _FIRST + _MORE
    assert books.meetings.step(meeting.id) is Step.SELECTION
    books.close()


async def _saved_with_room_made(driver: Driver) -> None:
    """Saves, and once more if this is the first call to need room: it asks for that."""
    # A draft may have said it already; what the saving says is to be seen.
    _form(driver).say("")
    await driver.press("ctrl+s")
    await driver.until_one_of(_SAVED, _ROOM_MADE)
    if _SAVED not in driver.text():
        await driver.press("ctrl+s")


async def _broken_and_whole_again(driver: Driver) -> None:
    """The draft or the saving meets it, and says so; all is there once the disk is whole."""
    if _BROKEN not in driver.text():
        await driver.press("ctrl+s")
        await driver.until_one_of(_SAVED, _BROKEN)
        if _SAVED in driver.text():
            # Nothing called the disk so often.
            return
    await _left_and_back(driver)
    disarm()
    await driver.press("ctrl+s")


def _form(driver: Driver) -> FormScreen[object]:
    form = driver.app.screen
    assert isinstance(form, FormScreen)
    return form


async def _left_and_back(driver: Driver) -> None:
    """Another step is gone to meanwhile: the meeting goes on, and the form waits as it was."""
    assert _FIRST + _MORE in driver.text()
    await driver.press("escape")
    await driver.press("pagedown")
    await driver.until("►5")
    await driver.press("pageup")
    await driver.until("►4")
    await driver.press("f3")
    await driver.until(_FIRST + _MORE)


async def _all(place: Path, calls: int) -> int:
    prepared = PreparedBooks(place / "prepared")
    runs = 0
    for error in _ERRORS:
        for call in range(1, calls + 1):
            folder = prepared.copy(_STAGE, place / f"books-{error}-{call}")
            await typed_on(folder, Fault(call, error, for_good=True))
            runs += 1
    return runs


def main(arguments: list[str]) -> int:
    """The long form; its row is in the README."""
    with tempfile.TemporaryDirectory(prefix="chungtay-faults-") as place:
        if not is_there():
            command = [sys.executable, __file__, *arguments]
            return subprocess.run(command, env=environment(Path(place)), check=False).returncode
        os.environ["HOME"] = place
        runs = asyncio.run(_all(Path(place), int(arguments[0])))
    sys.stdout.write(f"{runs} runs: 0 bad\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
