"""Pictures of the program's screens, drawn of their own letters in a light box.

What stands on the screens lies in `screens.json`; it is made of the pictures that the tests of
the screens keep (`tests/manual_screens.py`), and a test finds it when it is no longer so.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from reportlab.lib.colors import Color, black, white
from reportlab.platypus import Flowable

from printouts.typesetting.fonts import SCREEN, SCREEN_BOLD, register_screen_faces

FILE = Path(__file__).parent / "screens.json"
COLUMNS = 80

_SIZE_OF_WIDTH = 0.6
"""The width of every letter, in sizes."""
_LINE = 1.22
_PADDING = 5
_FRAME = Color(0.45, 0.45, 0.45)
_PAPER = Color(0.965, 0.965, 0.965)
_CURSOR = Color(0.8, 0.8, 0.8)
"""Under the line that the keys act on."""

Run = tuple[int, str, bool]
"""Where it begins, what it says, and whether it is bold."""
Box = tuple[int, int, bool]
"""Where it begins, how many letters wide it is, and whether it is ink, as the big digits are."""
Row = tuple[list[Run], list[Box]]


@cache
def screens() -> dict[str, list[Row]]:
    """The rows of every screen that is carried along."""
    found: dict[str, list[Row]] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


class ScreenPicture(Flowable):
    """A screen over so much of the width, in the middle of it."""

    def __init__(self, name: str, width: float) -> None:
        super().__init__()
        register_screen_faces()
        self._rows = _close_together(screens()[name])
        self.width = width
        self._letter = (width - 2 * _PADDING) / COLUMNS
        self._size = self._letter / _SIZE_OF_WIDTH
        self._leading = self._size * _LINE
        self.height = len(self._rows) * self._leading + 2 * _PADDING

    def draw(self) -> None:
        """Draws the box, then row by row."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(_FRAME)
        canvas.setFillColor(_PAPER)
        canvas.setLineWidth(0.8)
        canvas.roundRect(0, 0, self.width, self.height, 4, stroke=1, fill=1)
        foot = self.height - _PADDING
        for runs, boxes in self._rows:
            foot -= self._leading
            for left, columns, ink in boxes:
                canvas.setFillColor(black if ink else _CURSOR)
                canvas.rect(
                    self._at(left), foot, columns * self._letter, self._leading, stroke=0, fill=1
                )
            for left, text, bold in runs:
                canvas.setFillColor(white if _on_ink(left, boxes) else black)
                canvas.setFont(SCREEN_BOLD if bold else SCREEN, self._size)
                canvas.drawString(self._at(left), foot + 0.28 * self._size, text)
        canvas.restoreState()

    def _at(self, column: int) -> float:
        return _PADDING + column * self._letter


def _on_ink(column: int, boxes: list[Box]) -> bool:
    return any(ink and left <= column < left + wide for left, wide, ink in boxes)


def _close_together(rows: list[Row]) -> list[Row]:
    """Of several empty rows one: on paper they say nothing."""
    kept: list[Row] = []
    for row in rows:
        if any(row) or (kept and any(kept[-1])):
            kept.append(row)
    return kept
