"""A folder or a medium that cannot be written: said in a sentence, and looked at all the same.

`PYTHONPATH=.:tests python tests/read_only.py` tries ten of them (Linux, as root: it mounts file
systems for reading alone, in a mount namespace of its own).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from prepared import PreparedBooks, Stage, clock_at
from real_cuts import OWN_MOUNTS, in_own_mounts
from screens.wording import error_sentence
from storage.books import Books
from storage.database import FILE_NAME
from storage.errors import Trouble, TroubleKind
from storage.passphrase.encrypting import change_passphrase
from storage.safekeeping.backup import Backups
from storage.safekeeping.restoring import restore

PASSPHRASE = "lua chin vang dong"
_CLOCK = clock_at(Stage.PROPOSALS)
_MEMBERS = 58
_NOBODY = 65_534


@dataclass(frozen=True)
class Case:
    """What cannot be written, and what is there."""

    name: str
    tried: Callable[[Path], None]
    """Of the folder; fails if it is not as it should be."""
    log: bool = False
    """The books were left open, and what is in them stands partly in their log."""
    passphrase: str = ""
    there: bool = True
    """Whether there are books at all."""
    file_alone: bool = False
    """The folder can be written, the file cannot."""
    by_rights: bool = False
    """By the rights of another user, not by the medium."""


def _looked_at(folder: Path, passphrase: str = "") -> None:
    """It is said that it cannot be written; whoever looks on sees everything, and is refused."""
    _said(TroubleKind.READ_ONLY, lambda: Books(folder, _CLOCK, passphrase=passphrase))
    books = Books(folder, _CLOCK, passphrase=passphrase, looking_on=True)
    assert len(books.register.members()) == _MEMBERS
    assert books.meetings.current() is not None
    books.close()


def _under_a_passphrase(folder: Path) -> None:
    _looked_at(folder, PASSPHRASE)


def _nothing_there(folder: Path) -> None:
    _said(TroubleKind.READ_ONLY, lambda: Books(folder, _CLOCK))


def _as_a_stick(folder: Path) -> None:
    """Books elsewhere are backed up onto it."""
    with tempfile.TemporaryDirectory() as place:
        books = shutil.copytree(folder, Path(place) / "books")
        backups = Backups(books / FILE_NAME)
        _said(TroubleKind.BACKUP_READ_ONLY, lambda: backups.make_on(folder))


def _by_command(folder: Path) -> None:
    command = [sys.executable, "-m", "tui", "--data", str(folder), "check"]
    ended = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert ended.returncode == 1, ended
    assert ended.stderr.startswith("Không ghi được vào"), ended.stderr
    assert ended.stderr.count("\n") == 1, ended.stderr


def _restored(folder: Path) -> None:
    """A backup shall take the place of what cannot be written."""
    with tempfile.TemporaryDirectory() as place:
        source = Path(shutil.copy(folder / FILE_NAME, Path(place) / "copy.db"))
        _said(TroubleKind.RESTORE_FAILED, lambda: restore(folder, source))
    _looked_at(folder)


def _said(kind: TroubleKind, work: Callable[[], object]) -> None:
    with pytest.raises(Trouble) as raised:
        work()
    assert raised.value.kind is kind, raised.value.kind
    assert error_sentence(raised.value).endswith(".")


CASES = (
    Case("a medium", _looked_at),
    Case("a medium, and a log beside the books", _looked_at, log=True),
    Case("a medium, books under a passphrase", _under_a_passphrase, passphrase=PASSPHRASE),
    Case(
        "a medium, a log, and a passphrase",
        _under_a_passphrase,
        log=True,
        passphrase=PASSPHRASE,
    ),
    Case("a medium without books", _nothing_there, there=False),
    Case("a stick for a backup", _as_a_stick),
    Case("a medium, by command", _by_command),
    Case("the file alone", _looked_at, file_alone=True),
    Case("a folder of another user", _looked_at, by_rights=True),
    Case("a medium, and a backup to be opened there", _restored),
)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


def _trouble_with(case: Case, base: Path, begun: Path) -> str:
    """Tries a case on a file system of its own; what was wrong, or nothing."""
    medium = base / "medium"
    medium.mkdir(exist_ok=True)
    _mount("-t", "tmpfs", "none", str(medium))
    try:
        folder = medium / "books"
        _fill(case, folder, begun)
        if case.file_alone:
            _mount("--bind", str(folder / FILE_NAME), str(folder / FILE_NAME))
            _mount("-o", "remount,bind,ro", str(folder / FILE_NAME))
        elif not case.by_rights:
            _mount("-o", "remount,ro", str(medium))
        return _in_a_process(case, folder)
    finally:
        subprocess.run(["umount", "-l", str(medium)], check=True)


def _fill(case: Case, folder: Path, begun: Path) -> None:
    if not case.there:
        folder.mkdir()
        return
    shutil.copytree(begun, folder)
    if case.passphrase:
        change_passphrase(folder, "", case.passphrase)
    if case.log:
        open_ones = shutil.copytree(folder, folder.with_name("open"))
        books = Books(open_ones, _CLOCK, passphrase=case.passphrase)
        books.drafts.keep("note", {"note": "dở"})
        for path in open_ones.iterdir():
            if path.name.startswith(FILE_NAME):
                shutil.copy(path, folder / path.name)
        books.close()
        assert (folder / "chungtay.db-wal").stat().st_size
        (folder / "chungtay.db-shm").unlink()
    if case.by_rights:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)


def _in_a_process(case: Case, folder: Path) -> str:
    ours, theirs = os.pipe()
    process = os.fork()
    if process == 0:
        told = ""
        try:
            if case.by_rights:
                os.setegid(_NOBODY)
                os.seteuid(_NOBODY)
            case.tried(folder)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is what was found
            told = repr(error)
        os.write(theirs, told.encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as heard:
        answer = heard.read()
    os.waitpid(process, 0)
    return answer


def main() -> int:
    """All of them; the row is in the README."""
    if OWN_MOUNTS not in os.environ:
        return in_own_mounts(__file__, [])
    base = Path(tempfile.mkdtemp(prefix="chungtay-faults-"))
    base.chmod(0o755)
    begun = PreparedBooks(base / "prepared").copy(Stage.PROPOSALS, base / "begun")
    # Whoever may read little must find everything imported.
    Books(begun, _CLOCK, looking_on=True).close()
    bad = 0
    for case in CASES:
        trouble = _trouble_with(case, base, begun)
        bad += bool(trouble)
        if trouble:
            sys.stdout.write(f"{case.name}: {trouble}\n")
    shutil.rmtree(base)
    sys.stdout.write(f"{len(CASES)} read-only: {bad} bad\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
