"""A disk that does not give back what is in the books is called that, and not damage of them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from failing_disk import can_fail, environment
from prepared import PreparedBooks, Stage
from storage.errors import TroubleKind
from storage.safekeeping.damaged_books import copy_what_can_be_read

_OPENED = """
import errno, sys
from pathlib import Path
from failing_disk import Fault, arm, disarm
from storage.books import Books
from storage.clock import SystemClock
from storage.errors import Trouble
from storage.safekeeping.soundness import first_look, whole_look

books = None
folder, stage, call = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
fault = Fault(call, errno.EIO, for_good=True, reads_too=True)
try:
    if stage == "open":
        arm(folder, fault)
    books = Books(folder, SystemClock())
    if stage == "look":
        arm(folder, fault)
    first_look(books)
    if stage == "check":
        arm(folder, fault)
    whole_look()
    if stage == "back up":
        arm(folder, fault)
    books.backups.make()
    print("nothing")
except Trouble as trouble:
    print(trouble.kind)
disarm()
"""


@pytest.mark.skipif(not can_fail(), reason="such a disk is made for Linux, with a C compiler")
@pytest.mark.parametrize(
    ("stage", "call"), [("open", 55), ("look", 3), ("check", 8), ("back up", 12)]
)
def test_a_disk_that_cannot_be_read_is_no_damage_of_the_books(
    stage: str, call: int, prepared: PreparedBooks, tmp_path: Path
) -> None:
    """SQLite says of it that the books are malformed."""
    folder = prepared.copy(Stage.ASSIGNMENT, tmp_path / "books")
    program = [sys.executable, "-c", _OPENED, str(folder), stage, str(call)]
    known = {**environment(tmp_path), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    told = subprocess.run(program, env=known, capture_output=True, check=True, encoding="utf-8")
    assert told.stdout.strip() == TroubleKind.CANNOT_READ


def test_what_can_be_read_is_copied_around_what_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"a" * 4096 + b"b" * 4096 + b"c" * 100)

    def failing(descriptor: int, size: int) -> bytes:
        if os.lseek(descriptor, 0, os.SEEK_CUR) == 4096:
            raise OSError(errno.EIO, "input/output error")
        return read(descriptor, size)

    read = os.read
    monkeypatch.setattr(os, "read", failing)
    copy_what_can_be_read(source, target)
    assert target.read_bytes() == b"a" * 4096 + bytes(4096) + b"c" * 100
