"""Reads a printed paper back: its letters, words, lines and rules, as a reader sees them."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pdfplumber
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
    letters = tuple(
        Letter(
            text=letter["text"],
            face=letter["fontname"].partition("+")[2],
            size=round(letter["size"], 2),
            left=letter["x0"],
            right=letter["x1"],
            top=letter["top"],
            bottom=letter["bottom"],
            grey=(letter["non_stroking_color"] or (0,))[0],
            upright=letter["matrix"][1] == 0,
        )
        for letter in page.chars
    )
    rules = tuple(
        Rule(line["x0"], line["x1"], line["top"]) for line in page.lines if line["height"] < 1
    )
    return PaperPage(float(page.width), float(page.height), letters, rules)


def read_text(data: bytes) -> str:
    """The text of a PDF in the order in which it was printed, with single spaces."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return " ".join(" ".join(pages).split())
