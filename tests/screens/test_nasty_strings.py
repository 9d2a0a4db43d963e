"""Texts that look like something else: kept, shown and printed as they are, wherever typed."""

from __future__ import annotations

import shutil
from pathlib import Path

from nasty_strings import NASTY, make_everything, open_everything, write_everywhere
from storage.books import Books
from storage.clock import FixedClock


async def test_texts_are_texts_on_every_screen_and_paper(
    small_club: Path, tmp_path: Path, clock: FixedClock
) -> None:
    """Some of them; all seventy-eight are written by the long form."""
    folder = Path(shutil.copytree(small_club, tmp_path / "books"))
    some = NASTY[3::26]
    books = Books(folder, clock)
    wrong = list(write_everywhere(books, some))
    books.close()
    assert await open_everything(folder, each_line=False)
    books = Books(folder, clock)
    wrong += make_everything(books, some)
    books.close()
    assert wrong == []
    assert not (folder / "chungtay.log").exists() or not (folder / "chungtay.log").read_text()
