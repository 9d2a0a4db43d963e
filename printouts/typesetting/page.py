"""The sheet of A4 on which a paper stands: its shape, margins, page numbers and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from io import BytesIO
from threading import Lock
from typing import IO, Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, Frame, PageTemplate

from printouts.typesetting.fonts import BOLD, REGULAR, register
from printouts.typesetting.qr import draw_qr
from printouts.typesetting.text import printable

_ONE_AT_A_TIME = Lock()
"""ReportLab shares its parser and its faces: two papers made at once would mix their letters."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A sheet and its margins, in points."""

    width: float
    height: float
    top: float = 20 * mm
    bottom: float = 20 * mm
    left: float = 30 * mm
    right: float = 15 * mm

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Between the margins."""
        return self.height - self.top - self.bottom


PORTRAIT = Shape(*A4)
"""With the margins of Decree 30/2020/NĐ-CP."""
LANDSCAPE = Shape(*landscape(A4), left=20 * mm, right=15 * mm)
"""For the tables that need the width."""

TEXT_WIDTH = PORTRAIT.text_width
TEXT_HEIGHT = PORTRAIT.text_height

_NUMBER_UNDER_EDGE = 13 * mm
_NUMBER_SIZE = 14
_FOOT_BASELINE = 11 * mm
_FOOT_SIZE = 9
_QR_SIZE = 13 * mm
_QR_FOOT = 5 * mm
"""Over the edge of the sheet, where a printer still prints."""
_DRAFT_MARK = "BẢN NHÁP"
_PRACTICE_MARK = "HỌP THỬ"
_MARK_SIZE = 110
_MARK_ANGLE = 52
_MARK_GREY = 0.9
"""Light enough to read the text over it, dark enough to be seen on a printed sheet."""
_practice = ContextVar("practice", default=False)


@contextmanager
def of_practice_meeting(practice: bool) -> Iterator[None]:
    """Every sheet made meanwhile is marked, where it is of a meeting that nobody held."""
    before = _practice.set(practice)
    try:
        yield
    finally:
        _practice.reset(before)


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What stands on every sheet beside the text."""

    draft: bool = False
    """A large grey mark under the text."""
    foot: str = ""
    """A small line in the bottom margin: the paper's own."""
    qr: str = ""
    """Text that stands as a QR code in the bottom margin; empty where none does."""
    numbered: bool = True
    """The sheets after the first bear their numbers."""


@dataclass(frozen=True, slots=True)
class OnePaper:
    """A paper, alone or one of several that are printed into one document."""

    story: Callable[[], Sequence[Flowable]]
    """Sets it; asked while no other paper is made."""
    foot: str = ""


def print_papers(
    papers: Sequence[OnePaper],
    *,
    title: str,
    author: str,
    marks: PageMarks = PageMarks(),
    shape: Shape = PORTRAIT,
) -> bytes:
    """The papers as one PDF, each on sheets of its own that count from one."""
    with _ONE_AT_A_TIME:
        target = BytesIO()
        first, *others = papers
        marks = replace(marks, foot=first.foot)
        sheet = _Sheet(target, marks, title=title, author=author, shape=shape)
        story = list(first.story())
        for paper in others:
            story += [_NewPaper(paper.foot), *paper.story()]
        sheet.build(story)
        return target.getvalue()


class _NewPaper(ActionFlowable):
    """Begins another paper of the same kind, on a sheet of its own that counts from one."""

    def __init__(self, foot: str) -> None:
        super().__init__(("newPaper", foot))


class _Sheet(BaseDocTemplate):
    """A document of A4 sheets with the margins of Decree 30/2020/NĐ-CP.

    Without a clock or a random number: the same story makes the same bytes.
    """

    def __init__(
        self,
        target: IO[bytes],
        marks: PageMarks,
        *,
        title: str,
        author: str,
        shape: Shape = PORTRAIT,
    ) -> None:
        register()
        super().__init__(
            target,
            pagesize=(shape.width, shape.height),
            title=printable(title),
            author=printable(author),
            lang="vi",
            # Without this an unembedded Helvetica is listed among the fonts.
            initialFontName=REGULAR,
            invariant=1,
        )
        self._marks = marks
        self._shape = shape
        self._pages_before = 0
        """Those of the papers before this one in the same document."""
        frame = Frame(
            shape.left,
            shape.bottom,
            shape.text_width,
            shape.text_height,
            leftPadding=0,
            bottomPadding=0,
            rightPadding=0,
            topPadding=0,
        )
        self.addPageTemplates(PageTemplate("sheet", [frame], onPage=self._draw_marks))

    def handle_newPaper(self, foot: str) -> None:  # noqa: N802 - ReportLab's way to name it
        """Ends the sheet; the next one is a first one, with a foot of its own."""
        self._pages_before = self.page
        self._marks = replace(self._marks, foot=foot)
        self.handle_pageBreak()

    def _draw_marks(self, canvas: Canvas, document: Any) -> None:
        middle = self._shape.width / 2
        canvas.saveState()
        if _practice.get():
            _draw_mark(canvas, self._shape, _PRACTICE_MARK)
        elif self._marks.draft:
            _draw_mark(canvas, self._shape, _DRAFT_MARK)
        number = document.page - self._pages_before
        if number > 1 and self._marks.numbered:
            canvas.setFont(REGULAR, _NUMBER_SIZE)
            height = self._shape.height - _NUMBER_UNDER_EDGE
            canvas.drawCentredString(middle, height, str(number))
        if self._marks.foot:
            canvas.setFont(REGULAR, _FOOT_SIZE)
            canvas.drawCentredString(middle, _FOOT_BASELINE, printable(self._marks.foot))
        if self._marks.qr:
            draw_qr(canvas, self._marks.qr, self._shape.left, _QR_FOOT, _QR_SIZE)
        canvas.restoreState()


def _draw_mark(canvas: Canvas, shape: Shape, mark: str) -> None:
    canvas.saveState()
    canvas.setFillGray(_MARK_GREY)
    canvas.setFont(BOLD, _MARK_SIZE)
    canvas.translate(shape.width / 2, shape.height / 2)
    canvas.rotate(_MARK_ANGLE)
    canvas.drawCentredString(0, -_MARK_SIZE / 3, mark)
    canvas.restoreState()
