"""How a large page is laid into the cells there are: the digits first, then the words."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from screens.widgets.big_digits import digit_rows
from storage.records.wall import LargePage

_LEAST_WIDTH = 20
_LEAST_WORDS = 2
"""Rows of words that stay below the digits, whatever they take."""
_STEADY = "00"
"""Digits are never larger than two of them have room: nine and ten stand equally high."""
_CELL_GAP = 3
_SIGNS = ("• ", "■ ", "√ ")
_TOGETHER = "\N{NO-BREAK SPACE}"
_LONELY = 4
"""Letters of a last word that would not stand in a row by itself."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A large page row by row."""

    above: tuple[str, ...]
    """Above the digits."""
    below: tuple[str, ...]
    digits: str = ""
    tall: bool = True
    scale: int = 1
    more: bool = False
    """Something found no room below the last row."""


@dataclass(frozen=True, slots=True)
class _Size:
    """A size of digits, and how many rows they take."""

    tall: bool
    scale: int
    rows: int


def fit(page: LargePage, width: int, height: int) -> Fitted:
    """Lays a page out: digits as large as they can be, then as much air as is left."""
    width = max(_LEAST_WIDTH, width)
    above = wrapped(page.subject, width)
    blocks = [
        *_side_by_side(page.cells, width),
        *(wrapped(each, width) for each in page.paragraphs),
    ]
    words = len(above) + sum(map(len, blocks))
    size = _largest(page.digits, width, height, words, len(above))
    rows = size.rows if page.digits else 0
    spare = height - words - rows
    air = _air(above, blocks, page.digits, spare)
    spare -= sum(map(bool, air))
    apart = not page.cells and spare >= len(blocks) - 1
    room = height - rows - len(above) - sum(map(bool, air))
    below, more = _in_sight(blocks, page.current + len(blocks) - len(page.paragraphs), room, apart)
    first, second, third = (("",) if each else () for each in air)
    return Fitted(
        above=(*first, *above, *second),
        below=(*third, *below),
        digits=page.digits,
        tall=size.tall,
        scale=size.scale,
        more=more,
    )


def _air(
    above: tuple[str, ...], blocks: list[tuple[str, ...]], digits: str, spare: int
) -> tuple[bool, bool, bool]:
    """Where an empty row stands: over the subject, between it and the digits, over the words.

    The marks of letters hang down onto the digits, so that seam comes first.
    """
    second = bool(above and digits) and spare > 0
    first = spare > second
    third = bool(blocks and (above or digits)) and spare > first + second
    return first, second, third


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """A text as rows of this width; nothing where there is no text.

    A short last word takes the one before it along, and a sign in front stands alone.
    """
    before, _space, last = text.rpartition(" ")
    if before and len(last) <= _LONELY:
        text = f"{before}{_TOGETHER}{last}"
    rows = textwrap.wrap(
        text,
        width,
        subsequent_indent="  " if text[:2] in _SIGNS else "",
        break_on_hyphens=False,
    )
    return tuple(row.replace(_TOGETHER, " ") for row in rows)


def _side_by_side(cells: Sequence[str], width: int) -> list[tuple[str, ...]]:
    """Short words in columns, read from left to right."""
    if not cells:
        return []
    wide = max(map(len, cells)) + _CELL_GAP
    columns = max(1, (width + _CELL_GAP) // wide)
    return [
        ("".join(f"{cell:<{wide}}" for cell in cells[start : start + columns]).rstrip(),)
        for start in range(0, len(cells), columns)
    ]


def _largest(digits: str, width: int, height: int, words: int, above: int) -> _Size:
    """The largest size of digits that leaves room for the words, or for some of them."""
    measured = max(digits, _STEADY, key=len)
    scale = height // 5
    while scale > 1:
        size = _size(tall=True, scale=scale)
        if _width(measured, size) <= width and size.rows + words + 2 <= height:
            return size
        scale -= 1
    tall = _size(tall=True, scale=1)
    fits = _width(measured, tall) <= width
    if fits and tall.rows + above + min(_LEAST_WORDS, words - above) <= height:
        return tall
    return _size(tall=False, scale=1)


def _size(*, tall: bool, scale: int) -> _Size:
    return _Size(tall, scale, (5 if tall else 3) * scale)


def _width(digits: str, size: _Size) -> int:
    return len(digit_rows(digits, tall=size.tall, scale=size.scale)[0])


def _in_sight(
    blocks: Sequence[tuple[str, ...]], current: int, room: int, apart: bool
) -> tuple[tuple[str, ...], bool]:
    """The rows of the page on which the current block is, and whether others follow."""
    if sum(map(len, blocks)) <= room:
        return _joined(blocks, apart), False
    pages: list[list[tuple[str, ...]]] = [[]]
    place = 0
    for index, block in enumerate(blocks):
        if pages[-1] and sum(map(len, pages[-1])) + len(block) > room - 1:
            pages.append([])
        pages[-1].append(block)
        if index == current:
            place = len(pages) - 1
    rows = _joined(pages[place], apart=False)[: max(1, room - 1)]
    return rows, place < len(pages) - 1


def _joined(blocks: Sequence[tuple[str, ...]], apart: bool) -> tuple[str, ...]:
    rows: list[str] = []
    for block in blocks:
        if rows and apart:
            rows.append("")
        rows += block
    return tuple(rows)
