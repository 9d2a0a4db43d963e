"""Digits that the last row can read: cells with a background colour, three rows high or more."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

_FIVE_ROWS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "/": ("  #", "  #", " # ", "#  ", "#  "),
    " ": ("   ", "   ", "   ", "   ", "   "),
}
_THREE_ROWS = {
    "0": ("####", "#  #", "####"),
    "1": (" ## ", "  # ", " ###"),
    "2": ("### ", "  # ", " ###"),
    "3": ("####", "  ##", "####"),
    "4": ("#  #", "####", "   #"),
    "5": (" ###", " #  ", "### "),
    "6": ("#   ", "####", "####"),
    "7": ("####", "   #", "   #"),
    "8": ("####", "####", "####"),
    "9": ("####", "####", "   #"),
    ":": ("#", " ", "#"),
    "/": ("  #", " # ", "#  "),
    " ": ("    ", "    ", "    "),
}
_SET = Style(reverse=True)
_GAP = 2
"""Cells between two letters."""
_PICTURES_KEPT = 32
"""Each row that is drawn asks for the whole picture."""


class BigDigits(Widget):
    """Shows a short text of digits, ":" and "/"; what is set is reversed, so it needs no colour."""

    DEFAULT_CSS = """
    BigDigits {
        width: auto;
        height: auto;
    }
    """

    text: reactive[str] = reactive("")
    """What is shown; other signs than digits, ":", "/" and a space are left out."""
    tall: reactive[bool] = reactive(True, layout=True)
    """Five rows high, or three."""
    scale: reactive[int] = reactive(1, layout=True)
    """So many times as large."""

    def __init__(
        self,
        text: str = "",
        *,
        tall: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(BigDigits.text, text)
        self.set_reactive(BigDigits.tall, tall)

    def watch_text(self, before: str, after: str) -> None:
        """Lays the screen out anew only where the picture gets wider or narrower."""
        pictures = [digit_rows(text, tall=self.tall, scale=self.scale) for text in (before, after)]
        if len(pictures[0][0]) != len(pictures[1][0]):
            self.refresh(layout=True)

    @property
    def rows(self) -> tuple[str, ...]:
        """The picture row by row: "#" is a cell that is set."""
        return digit_rows(self.text, tall=self.tall, scale=self.scale)

    def get_content_width(self, _container: Size, _viewport: Size) -> int:
        """As wide as its letters."""
        return max(1, len(self.rows[0]))

    def get_content_height(self, _container: Size, _viewport: Size, _width: int) -> int:
        """As high as its letters."""
        return len(self.rows)

    def render_line(self, y: int) -> Strip:
        """Draws one row: runs of cells, set or not."""
        rows = self.rows
        plain = self.visual_style.rich_style
        if y >= len(rows):
            return Strip.blank(self.size.width, plain)
        segments = [
            Segment(" " * len(run), plain + _SET if run[0] == "#" else plain)
            for run in _runs(rows[y])
        ]
        return Strip(segments).adjust_cell_length(self.size.width, plain)


@lru_cache(maxsize=_PICTURES_KEPT)
def digit_rows(text: str, *, tall: bool, scale: int = 1) -> tuple[str, ...]:
    """The picture of a text row by row: "#" is a cell that is set."""
    letters = _FIVE_ROWS if tall else _THREE_ROWS
    wide = 2 if tall else 1
    known = [letters[character] for character in text if character in letters]
    rows = (
        (" " * _GAP).join(
            "".join(cell * _cells(letter, wide) for cell in letter[row]) for letter in known
        )
        for row in range(5 if tall else 3)
    )
    return tuple("".join(cell * scale for cell in row) for row in rows for _turn in range(scale))


def _cells(letter: tuple[str, ...], wide: int) -> int:
    """How many cells a dot of a letter is wide; the dots of a colon are always two."""
    return 2 if len(letter[0]) == 1 else wide


def _runs(row: str) -> list[str]:
    """The row cut where cells that are set meet cells that are not."""
    runs: list[str] = []
    for cell in row:
        if runs and runs[-1][0] == cell:
            runs[-1] += cell
        else:
            runs.append(cell)
    return runs
