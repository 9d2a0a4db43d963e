"""Kills a change of the passphrase at every step that the disk sees, each in a process of its own.

`python tests/killed_at.py FOLDER` takes the folder of closed plain books, and counts after how many
kills they were not whole under the old passphrase or the new one. A number behind it is the
stride from one step to the next.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from storage.books import Books
from storage.clock import SystemClock
from storage.database import FILE_NAME
from storage.passphrase.cipher import is_plain
from storage.passphrase.encrypting import change_passphrase
from storage.safekeeping.checking import check_books

OLD, NEW = "lua chin vang dong", "mua thang bay ngau"
_STEPS = frozenset({"open", "os.rename", "os.remove", "os.link", "os.truncate"})
_KILLED = 9


def main(plain: Path, stride: int = 1) -> int:
    """Kills at the steps of every change: into a passphrase, into another, out of it."""
    bad = kills = 0
    for old, new in (("", NEW), (OLD, NEW), (OLD, "")):
        start = plain.with_name("start")
        shutil.rmtree(start, ignore_errors=True)
        shutil.copytree(plain, start)
        if old:
            change_passphrase(start, "", old)
        step, ended = 0, False
        while not ended:
            folder = plain.with_name("tried")
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(start, folder)
            ended = _child(partial(_change, folder, old, new, step)) == 0
            found = _child(partial(_look, folder, old, new))
            bad += found != 0
            kills += not ended
            step += stride
    sys.stdout.write(f"{kills} kills: {bad} bad\n")
    return bad


def _change(folder: Path, old: str, new: str, step: int) -> None:
    left = step

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event not in _STEPS or str(folder) not in str(arguments[0]):
            return
        if left == 0:
            os._exit(_KILLED)
        left -= 1

    sys.addaudithook(count)
    change_passphrase(folder, old, new)


def _look(folder: Path, old: str, new: str) -> None:
    """Opens the books as whoever knows both passphrases would."""
    plain = is_plain(folder / FILE_NAME)
    for passphrase in ("",) if plain else filter(None, (old, new)):
        try:
            books = Books(folder, SystemClock(), passphrase=passphrase)
        except Exception as error:
            if str(error) != "passphrase_wrong":
                raise
            continue
        sound = not check_books() and bool(books.register.members())
        books.close()
        left = [path.name for path in folder.iterdir() if path.suffix == ".part"]
        os._exit(0 if sound and not left and passphrase in {old, new} else 1)
    os._exit(1)


def _child(work: Callable[[], None]) -> int:
    process = os.fork()
    if process == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - the parent is told by the status alone
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
