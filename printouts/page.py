"""The sheet of A4 on which the minutes stand: its margins, page numbers and marks."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import IO, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from printouts.fonts import BOLD, REGULAR, register
from printouts.text import printable

ONE_AT_A_TIME = Lock()
"""ReportLab shares its parser and its faces: two papers made at once would mix their letters."""

WIDTH, HEIGHT = A4
TOP = 20 * mm
BOTTOM = 20 * mm
LEFT = 30 * mm
RIGHT = 15 * mm
TEXT_WIDTH = WIDTH - LEFT - RIGHT
TEXT_HEIGHT = HEIGHT - TOP - BOTTOM

_NUMBER_BASELINE = HEIGHT - 13 * mm
_NUMBER_SIZE = 14
_FOOT_BASELINE = 11 * mm
_FOOT_SIZE = 9
_DRAFT_MARK = "BẢN NHÁP"
_DRAFT_SIZE = 110
_DRAFT_ANGLE = 52
_DRAFT_GREY = 0.9
"""Light enough to read the text over it, dark enough to be seen on a printed sheet."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What stands on every sheet beside the text."""

    draft: bool
    """A large grey mark under the text."""
    foot: str = ""
    """A small line in the bottom margin."""


class Sheet(BaseDocTemplate):
    """A document of A4 sheets with the margins of Decree 30/2020/NĐ-CP.

    Without a clock or a random number: the same story makes the same bytes.
    """

    def __init__(self, target: IO[bytes], marks: PageMarks, *, title: str, author: str) -> None:
        register()
        super().__init__(
            target,
            pagesize=A4,
            title=printable(title),
            author=printable(author),
            lang="vi",
            # Without this an unembedded Helvetica is listed among the fonts.
            initialFontName=REGULAR,
            invariant=1,
        )
        self._marks = marks
        frame = Frame(
            LEFT,
            BOTTOM,
            TEXT_WIDTH,
            TEXT_HEIGHT,
            leftPadding=0,
            bottomPadding=0,
            rightPadding=0,
            topPadding=0,
        )
        self.addPageTemplates(PageTemplate("sheet", [frame], onPage=self._draw_marks))

    def _draw_marks(self, canvas: Canvas, document: Any) -> None:
        canvas.saveState()
        if self._marks.draft:
            _draw_draft_mark(canvas)
        if document.page > 1:
            canvas.setFont(REGULAR, _NUMBER_SIZE)
            canvas.drawCentredString(WIDTH / 2, _NUMBER_BASELINE, str(document.page))
        if self._marks.foot:
            canvas.setFont(REGULAR, _FOOT_SIZE)
            canvas.drawCentredString(WIDTH / 2, _FOOT_BASELINE, printable(self._marks.foot))
        canvas.restoreState()


def _draw_draft_mark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillGray(_DRAFT_GREY)
    canvas.setFont(BOLD, _DRAFT_SIZE)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(_DRAFT_ANGLE)
    canvas.drawCentredString(0, -_DRAFT_SIZE / 3, _DRAFT_MARK)
    canvas.restoreState()
