"""Entries on a slow disk: every wait for it takes 20 ms more, and the keys are timed.

`PYTHONPATH=.:tests python tests/slow_disk.py 200` is the long form: so many numbers are typed in
step 1 of a live meeting, and each is timed from Enter to the frame that says "Đã lưu". Linux with
a C compiler: a small library before the system's own lets each sync wait.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from live_meeting import LiveMeeting
from prepared import PreparedBooks, Stage, clock_at

MILLISECONDS = 20
_LATEST_MILLISECONDS = 100
_PATIENCE = 60.0
_SOURCE = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static int slow(const char *name, int file) {
    int (*own)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int list = open(getenv("SYNCS"), O_WRONLY | O_APPEND);
    if (list >= 0) { if (write(list, ".", 1) < 0) {} close(list); }
    usleep(%d * 1000);
    return own(file);
}
int fsync(int file) { return slow("fsync", file); }
int fdatasync(int file) { return slow("fdatasync", file); }
"""


def compiler() -> str | None:
    """A C compiler, if there is one."""
    return shutil.which("cc") if sys.platform == "linux" else None


def timed(entries: int, milliseconds: int = MILLISECONDS) -> tuple[list[float], float]:
    """The seconds of each entry, the shortest first; and how often an entry waits for the disk."""
    with tempfile.TemporaryDirectory(prefix="chungtay-slow-") as place:
        library, syncs = Path(place) / "slow.so", Path(place) / "syncs"
        syncs.touch()
        build = [compiler() or "cc", "-shared", "-fPIC", "-O1", "-x", "c", "-", "-o", str(library)]
        subprocess.run([*build, "-ldl"], input=_SOURCE % milliseconds, check=True, encoding="utf-8")
        folder = PreparedBooks(Path(place) / "prepared").copy(
            Stage.ATTENDANCE, Path(place) / "books"
        )
        with LiveMeeting(
            folder,
            clock_at(Stage.APPROVAL).now(),
            Random(1),
            environment={"LD_PRELOAD": str(library), "SYNCS": str(syncs)},
        ) as meeting:
            meeting.until(lambda: meeting.step == 1, _PATIENCE)
            meeting.rest(3)  # the backup at the start is made beside the work
            before = syncs.stat().st_size
            seconds = [_entered(meeting, number) for number in range(entries)]
            return sorted(seconds), (syncs.stat().st_size - before) / entries


def _entered(meeting: LiveMeeting, number: int) -> float:
    """Counts one group: its number, then Enter; the seconds from Enter until it is said."""
    meeting.type(str(1 + number % 9))
    meeting.rest(0.25)  # as long as it takes to hear the next number
    said = len(meeting.acknowledged)
    begun = time.monotonic()
    meeting.send("\r")
    if not meeting.until(lambda: len(meeting.acknowledged) > said, _PATIENCE):
        raise AssertionError(f"not stored\n{meeting.text}")
    seconds = meeting.frames[-1].since - begun
    if number % 5 == 4:
        for _group in range(5):
            meeting.press("up")
    meeting.rest(0.2)
    return seconds


def main(entries: int) -> int:
    """The long form."""
    most = 0.0
    for milliseconds in (0, MILLISECONDS):
        seconds, syncs = timed(entries, milliseconds)
        half, most = seconds[entries // 2] * 1000, seconds[entries * 95 // 100] * 1000
        sys.stdout.write(
            f"{entries} entries, {milliseconds} ms more a sync: half within {half:.0f} ms, 95 of "
            f"100 within {most:.0f} ms; {syncs:.1f} syncs an entry with its typing\n"
        )
    return most >= _LATEST_MILLISECONDS


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
