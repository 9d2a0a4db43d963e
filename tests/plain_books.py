"""Books with names and texts of bare letters: what is Vietnamese then is of the program."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from prepared import PreparedBooks, Stage
from storage import vietnamese

_APART = str.maketrans("đĐ", "dD")


def bare(text: str) -> str:
    """The text without its marks: "Nguyen Thi Mui"."""
    apart = unicodedata.normalize("NFD", text.translate(_APART))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@contextmanager
def bare_letters() -> Iterator[None]:
    """Whatever is recorded meanwhile loses its marks on the way into the books."""

    def baring(clean: Callable[[str], str]) -> Callable[[str], str]:
        return lambda text: bare(clean(text))

    text, line = baring(vietnamese.visible_text), baring(vietnamese.visible_line)
    with patch.multiple(vietnamese, visible_text=text, visible_line=line):
        yield


class PlainBooks(PreparedBooks):
    """The practice club's books at every stage of the sample meeting, without marks."""

    def copy(self, stage: Stage, target: Path) -> Path:
        """Books of their own for one test."""
        with bare_letters():
            return super().copy(stage, target)
