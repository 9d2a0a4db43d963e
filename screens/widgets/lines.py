"""The lines of a list and its columns, as a screen gives them to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line is."""

    ROW = "row"
    ACT = "act"
    """A row that does something: "+ Thêm khách mời"."""
    HEADING = "heading"
    NOTE = "note"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list; a width of nought takes what is left."""

    width: int = 0
    right: bool = False
    """Set flush right."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line. A single cell spans the whole width."""

    key: str
    """Names the line to its screen; unique in the list."""
    cells: tuple[str, ...]
    kind: LineKind = LineKind.ROW
    detail: str = ""
    """What the line under the list says while the cursor is here."""
    bar: int = 0
    """How many cells at the beginning of the second cell are a bar; they are blank in its text."""


def heading(text: str, key: str = "") -> Line:
    """A heading, with the cursor never on it."""
    return Line(key or f"heading:{text}", (text,), LineKind.HEADING)


def heads(*cells: str) -> Line:
    """The heads of the columns, with the cursor never on them."""
    return Line("heads", cells, LineKind.HEADING)


def blank(key: str) -> Line:
    """An empty line, as above a heading."""
    return Line(f"blank:{key}", ("",), LineKind.BLANK)


def note(text: str) -> Line:
    """A line that only tells something."""
    return Line(f"note:{text}", (text,), LineKind.NOTE)


def act(key: str, text: str, detail: str = "") -> Line:
    """A row that does something."""
    return Line(key, (text,), LineKind.ACT, detail)
