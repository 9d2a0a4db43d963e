"""What keeps a page readable: no head at its foot, no signatures on a page of their own."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, Paragraph
from reportlab.platypus.doctemplate import NullActionFlowable

from printouts.typesetting.page import TEXT_HEIGHT
from printouts.typesetting.tables import WholeRows

_FEW_LINES = 3
"""A paragraph of so many lines is not split."""
_LINES_TOGETHER = 2
"""So many lines of a paragraph stand together at the foot or the head of a page."""
_TALLER_THAN_ANY_PAGE = 10 * TEXT_HEIGHT
_ROUNDING = 0.01


class RoomFor(CondPageBreak):
    """Goes to the next page unless the heads fit here with the beginning of what they lead."""

    def __init__(self, heads: Sequence[Flowable], led: Flowable) -> None:
        super().__init__(0)
        self._heads = heads
        self._led = led

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Takes no room itself; asks for the next page if there is too little."""
        needed = sum(height_of(head, availWidth) for head in self._heads)
        needed += self._led.getSpaceBefore() + _beginning(self._led, availWidth)
        # No page has more, so the next one would not help.
        self.height = min(needed, TEXT_HEIGHT)
        size: tuple[float, float] = super().wrap(availWidth, availHeight)
        return size


class Ending(Flowable):
    """The end of the text and the block that must not stand without it."""

    def __init__(self, text: Sequence[Flowable], block: Sequence[Flowable]) -> None:
        super().__init__()
        self._text = list(text)
        self._block = list(block)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Never fits as it is, so that it is always asked to split."""
        return availWidth, _TALLER_THAN_ANY_PAGE

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """All of it where it fits; else the text before its last lines, and the rest anew."""
        parts = [*self._text, *self._block]
        total = sum(height_of(part, availWidth) for part in parts)
        if total <= availHeight + _ROUNDING:
            return parts
        first, *rest = self._text
        height = height_of(first, availWidth) - first.getSpaceBefore()
        last = _last(first, availWidth)
        if total - height + last + _repeated(first, availWidth) > TEXT_HEIGHT:
            # The action does nothing; it lets what follows be placed like any other part.
            return [NullActionFlowable(), *self._loosened()]
        room = min(availHeight - first.getSpaceBefore(), height - last + _ROUNDING)
        halves = first.split(availWidth, room) if room > 0 else []
        if len(halves) < 2:
            return []
        here, there = halves
        return [here, Ending([there, *rest], self._block)]

    def _loosened(self) -> list[Flowable]:
        """With one part fewer bound together, since no page can hold them all."""
        if len(self._block) > 1:
            return [Ending(self._text, self._block[:-1]), self._block[-1]]
        if len(self._text) > 1:
            return [self._text[0], Ending(self._text[1:], self._block)]
        return [*self._text, *self._block]


def height_of(flowable: Flowable, width: float) -> float:
    """The height that it takes on a page, with the space before it."""
    return float(flowable.wrap(width, TEXT_HEIGHT)[1]) + flowable.getSpaceBefore()


def _beginning(flowable: Flowable, width: float) -> float:
    if isinstance(flowable, WholeRows):
        return flowable.beginning(width)
    return _together(flowable, width)


def _last(flowable: Flowable, width: float) -> float:
    if isinstance(flowable, WholeRows):
        return flowable.last_rows(width)
    return _together(flowable, width)


def _repeated(flowable: Flowable, width: float) -> float:
    return flowable.head(width) if isinstance(flowable, WholeRows) else 0


def _together(flowable: Flowable, width: float) -> float:
    height = float(flowable.wrap(width, TEXT_HEIGHT)[1])
    if not isinstance(flowable, Paragraph):
        return height
    leading = flowable.style.leading
    if height <= _FEW_LINES * leading + _ROUNDING:
        return height
    return float(_LINES_TOGETHER * leading)
