"""What the screen said is stored, against what is in the books."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from prepared import MORNING
from screens.wording import act_sentence
from storage.acts.undo import told_act
from storage.books import Books
from storage.clock import FixedClock
from storage.database import FILE_NAME
from storage.safekeeping.checking import check_books
from storage.tables import ActRow

_SAVED, _TAKEN_BACK = "lưu", "bỏ"
_WAY_BACK = ". Ghi"
"""Begins what is said behind an entry that is seldom meant: "Ghi nhầm thì Ctrl+Z"."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An act in the books, with what the screen says of it."""

    number: int
    undone: bool
    sentences: tuple[str, str]

    def is_said_by(self, told: str) -> bool:
        """Whether the screen told of this; it shows a long sentence's first row."""
        said, _behind, _way_back = told.partition(_WAY_BACK)
        # A row may end before what follows the entry, and with its full stop.
        return any(sentence.startswith(said.removesuffix(".")) for sentence in self.sentences)


def acts_in(folder: Path) -> tuple[list[Stored], tuple[str, ...]]:
    """The acts in a copy of the books, and what is wrong with them; the books stay as they are."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):
            with suppress(FileNotFoundError):
                shutil.copy(folder / name, Path(place) / name)
        books = Books(Path(place), FixedClock(MORNING))
        try:
            acts = list(map(_stored, ActRow.select().order_by(ActRow.id)))
            return acts, tuple(f"{each.kind} {each.values}" for each in check_books())
        finally:
            books.close()


def _stored(row: ActRow) -> Stored:
    act = told_act(row)
    return Stored(row.id, row.undone, (act_sentence(act), act_sentence(act, hidden=True)))


def lost_of(
    acknowledged: Sequence[tuple[str, str]],
    stored: Sequence[Stored],
    last: int,
    keys: Sequence[str] = (),
) -> Iterator[str]:
    """Entries that the screen said are stored and that are not there.

    They are looked for behind the last number of the run before, unless they were only done
    again. What the screen said was taken back may not stand. Of the keys since the screen last
    said something, each undo may have taken one more back, and a redo brought one back.
    """
    stands: list[tuple[str, str]] = []
    for what, told in acknowledged:
        if what == _TAKEN_BACK:
            stands = _without_the_last(told, stands)
        else:
            stands.append((what, told))
    for what, told in stands[: len(stands) - keys.count("undo")]:
        ours = [each for each in stored if each.number > last or what != _SAVED]
        if not any(each.is_said_by(told) for each in ours):
            yield told
    what, told = acknowledged[-1] if acknowledged else ("", "")
    newest = stored[-1] if stored else None
    stands_again = newest is not None and not newest.undone and newest.is_said_by(told)
    if what == _TAKEN_BACK and stands_again and "redo" not in keys:
        yield f"taken back: {told}"


def _without_the_last(told: str, stands: list[tuple[str, str]]) -> list[tuple[str, str]]:
    places = [place for place, each in enumerate(stands) if each[1] == told]
    return [each for place, each in enumerate(stands) if place not in places[-1:]]
