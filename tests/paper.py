"""Reads a printed paper back: its letters, words, lines and rules, as a reader sees them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTItem, LTLine
from pdfplumber.page import Page
from pypdf import PdfReader

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed character; the top of the page is nought, in points."""

    text: str
    face: str
    size: float
    left: float
    right: float
    top: float
    bottom: float
    grey: float
    upright: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule."""

    left: float
    right: float
    top: float

    @property
    def length(self) -> float:
        """From end to end."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Line:
    """Letters on one height, spaces left out."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """The letters without their spaces."""
        return "".join(letter.text for letter in self.letters)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.letters[-1].right

    @property
    def middle(self) -> float:
        """Its centre."""
        return (self.left + self.right) / 2

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(letter.top for letter in self.letters)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(letter.bottom for letter in self.letters)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One sheet as printed."""

    width: float
    height: float
    letters: tuple[Letter, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        """All upright letters in reading order, without spaces."""
        return "".join(line.text for line in self.lines())

    def lines(self) -> list[Line]:
        """The upright lines from top to bottom; columns on one height are one line."""
        rows: dict[float, list[Letter]] = {}
        for letter in self.letters:
            if letter.upright and letter.text.strip():
                rows.setdefault(round(letter.bottom, 1), []).append(letter)
        return [
            Line(tuple(sorted(rows[bottom], key=lambda letter: letter.left)))
            for bottom in sorted(rows)
        ]

    def find(self, words: str, face: str = "") -> Line:
        """The letters of these words, which stand on one line (and in this face)."""
        sought = words.replace(" ", "")
        for line in self.lines():
            start = line.text.find(sought)
            found = line.letters[start : start + len(sought)]
            if start >= 0 and face in {"", found[0].face}:
                return Line(found)
        raise AssertionError(f"not on this page: {words}")

    def has(self, words: str) -> bool:
        """Whether these words stand on one line of the page."""
        sought = words.replace(" ", "")
        return any(sought in line.text for line in self.lines())

    def rule_below(self, line: Line) -> Rule:
        """The first rule under the line that it lies over."""
        below = [
            rule
            for rule in self.rules
            if rule.top > line.bottom - 4 and rule.left < line.middle < rule.right
        ]
        return min(below, key=lambda rule: rule.top)


def read_pages(data: bytes) -> list[PaperPage]:
    """The sheets of a PDF."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [_read_page(page) for page in document.pages]


def read_last_page(data: bytes) -> PaperPage:
    """The sheet with the signatures; the others are not read."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return _read_page(document.pages[-1])


def _read_page(page: Page) -> PaperPage:
    """As pdfminer lays it out: pdfplumber's own objects of each letter take as long again."""
    height = float(page.height)
    printed = list(_within(page.layout))
    letters = tuple(
        Letter(
            text=item.get_text(),
            face=item.fontname.partition("+")[2],
            size=round(item.size, 2),
            left=item.x0,
            right=item.x1,
            top=height - item.y1,
            bottom=height - item.y0,
            grey=_grey(item),
            upright=item.matrix[1] == 0,
        )
        for item in printed
        if isinstance(item, LTChar)
    )
    rules = tuple(
        Rule(item.x0, item.x1, height - item.y1)
        for item in printed
        if isinstance(item, LTLine) and item.height < 1
    )
    return PaperPage(float(page.width), height, letters, rules)


def _within(items: Iterable[LTItem]) -> Iterator[LTItem]:
    """What is on a page, and in the figures on it."""
    for item in items:
        if isinstance(item, LTContainer):
            yield from _within(item)
        else:
            yield item


def _grey(letter: LTChar) -> float:
    colour = letter.graphicstate.ncolor
    first = colour[0] if isinstance(colour, tuple) else colour
    return float(first) if isinstance(first, int | float) else 0.0


def read_text(data: bytes) -> str:
    """The text of a PDF in the order in which it was printed, with single spaces."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return " ".join(" ".join(pages).split())
