"""Dotted lines on paper, to be written on by hand."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

HANDWRITING = 7.6 * mm
"""From one dotted line to the next: room for an old hand."""
_BASELINE = 4.5
"""Over the foot of a line, where the letters of a label beside it stand."""
_DOT = (0.6, 2.4)
"""A dot, and the gap to the next."""


class DottedLines(Flowable):
    """Empty lines over the whole width."""

    def __init__(self, lines: int = 1) -> None:
        super().__init__()
        self._lines = lines

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """As wide as there is room."""
        self.width = availWidth
        self.height = self._lines * HANDWRITING
        return self.width, self.height

    def draw(self) -> None:
        """Draws the dots."""
        self.canv.saveState()
        self.canv.setLineWidth(_DOT[0])
        self.canv.setDash(*_DOT)
        for number in range(self._lines):
            height = self.height - (number + 1) * HANDWRITING + _BASELINE
            self.canv.line(0, height, self.width, height)
        self.canv.restoreState()
