"""Damaged copies of books: flipped bytes, zeroed and swapped pages, cut off, empty.

`PYTHONPATH=.:tests python tests/damage.py 400` opens so many of them, and says of each kind how
many were noticed, from how many the backup beside them brought sound books back, and how much of
every fifth could be salvaged.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

from storage.books import Books
from storage.clock import SystemClock
from storage.database import FILE_NAME
from storage.errors import Trouble, TroubleKind
from storage.practice.books import make_practice_books
from storage.safekeeping.backup import FOLDER, found
from storage.safekeeping.restoring import restore
from storage.safekeeping.salvage import salvage
from storage.safekeeping.soundness import first_look, whole_look

_PAGE = 4096
_SALVAGED_OF = 5
_WITH_A_WAY = frozenset({TroubleKind.DAMAGED, TroubleKind.NOT_OURS, TroubleKind.PASSPHRASE_NEEDED})
"""A first page of chance bytes may look as if it were under a passphrase."""

Damage = Callable[[bytearray, Random], None]


def flip_one(data: bytearray, chance: Random) -> None:
    """One byte becomes another."""
    data[chance.randrange(len(data))] ^= chance.randrange(1, 256)


def flip_sixteen(data: bytearray, chance: Random) -> None:
    """Sixteen bytes in a row become others."""
    start = chance.randrange(len(data) - 16)
    for place in range(start, start + 16):
        data[place] ^= chance.randrange(1, 256)


def zero_page(data: bytearray, chance: Random) -> None:
    """A page that holds something becomes nothing but zeros."""
    pages = [each for each in range(0, len(data), _PAGE) if any(data[each : each + _PAGE])]
    start = chance.choice(pages)
    data[start : start + _PAGE] = bytes(_PAGE)


def swap_pages(data: bytearray, chance: Random) -> None:
    """Two pages that differ change places."""
    starts = list(range(0, len(data), _PAGE))
    one, two = chance.sample(starts, 2)
    while data[one : one + _PAGE] == data[two : two + _PAGE]:
        one, two = chance.sample(starts, 2)
    data[one : one + _PAGE], data[two : two + _PAGE] = (
        data[two : two + _PAGE],
        data[one : one + _PAGE],
    )


def cut_off(data: bytearray, chance: Random) -> None:
    """The end is missing."""
    del data[chance.randrange(1, len(data)) :]


def empty(data: bytearray, _chance: Random) -> None:
    """Nothing is left."""
    data.clear()


DAMAGES: tuple[Damage, ...] = (flip_one, flip_sixteen, zero_page, swap_pages, cut_off, empty)


def damaged_copies(books: Path, place: Path, number: int) -> Iterator[tuple[str, Path]]:
    """Folders with damaged books, each removed when the next is asked for."""
    chance = Random(20261127)
    sound = (books / FILE_NAME).read_bytes()
    for turn in range(number):
        damage = DAMAGES[turn % len(DAMAGES)]
        folder = Path(shutil.copytree(books, place / f"damaged-{turn}"))
        data = bytearray(sound)
        damage(data, chance)
        (folder / FILE_NAME).write_bytes(data)
        yield damage.__name__, folder
        shutil.rmtree(folder)


def noticed(folder: Path) -> bool:
    """Whether the program notices it, at once or in the background, and offers the ways back."""
    try:
        books = Books(folder, SystemClock())
    except Trouble as trouble:
        return _offers_a_way(trouble)
    try:
        first_look(books)
        return bool(whole_look())
    except Trouble as trouble:
        return _offers_a_way(trouble)
    finally:
        books.close()


def _offers_a_way(trouble: Trouble) -> bool:
    """Whether the screen that says so lists the backups."""
    return trouble.kind in _WITH_A_WAY


def brought_back(folder: Path) -> bool:
    """Whether the newest backup beside the books takes their place, and is sound."""
    restore(folder, found(folder / FOLDER)[-1].path)
    books = Books(folder, SystemClock())
    try:
        first_look(books)
        return not whole_look()
    finally:
        books.close()


def salvaged_share(folder: Path, members: int) -> float:
    """The share of the members that the salvage brings back; nought where it says it cannot."""
    try:
        return min(1.0, salvage(folder).members / members)
    except Trouble as trouble:
        if trouble.kind is not TroubleKind.NOTHING_SALVAGED:
            raise
        return 0.0


def main(number: int) -> int:
    """The long form; its table is in the README."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    place = Path(
        tempfile.mkdtemp(prefix="chungtay-faults-", dir=memory if memory.is_dir() else None)
    )
    make_practice_books(place / "books", 1, 7, date(2026, 11, 27))
    books = Books(place / "books", SystemClock())
    members = len(books.register.members())
    books.backups.make()
    books.close()
    seen, unnoticed, back = Counter[str](), Counter[str](), Counter[str]()
    shares: dict[str, list[float]] = {}
    for kind, folder in damaged_copies(place / "books", place, number):
        seen[kind] += 1
        unnoticed[kind] += not noticed(folder)
        if seen[kind] % _SALVAGED_OF == 0:
            damaged = shutil.copytree(folder, place / "salvaged")
            shares.setdefault(kind, []).append(salvaged_share(damaged, members))
            shutil.rmtree(damaged)
        back[kind] += brought_back(folder)
    shutil.rmtree(place)
    for kind in seen:
        some = shares.get(kind, [0.0])
        told = f"{seen[kind]} files, {unnoticed[kind]} unnoticed, {back[kind]} brought back"
        sys.stdout.write(f"{kind}: {told}, {sum(some) / len(some):.0%} salvaged (mean)\n")
    return 0 if unnoticed.total() == 0 and back == seen else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
