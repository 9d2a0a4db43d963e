"""What stands on a terminal's screen once it has drawn what a program wrote.

It understands what Textual writes: places, erasing, modes and text; letters of one cell each, as
Vietnamese is. A frame is whole when the terminal is told so (mode 2026), as terminals draw it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_PIECE = re.compile(
    r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<between>[ !$'\"]*)(?P<final>[@-~])"
    r"|\x1b[\]P_^][^\x07\x1b]*(?:\x07|\x1b\\)"  # what is told to the terminal's window
    r"|\x1b[^\[\]P_^]"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
)
SYNCED_FRAMES = "\x1b[?2026;1$y"
"""What a terminal answers that draws whole frames."""
_FRAME, _FULL_SCREEN = "2026", "1049"
_TO_THE_END, _TO_THE_START = "", "1"


class RenderedScreen:
    """The letters in the cells of a terminal, and where the cursor is."""

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self.columns, self.height = columns, rows
        self.row = self.column = 0
        self.full = False
        """Whether the program has the whole screen to itself."""
        self.when_drawn: Callable[[], None] | None = None
        """Called whenever a frame is whole."""
        self._cells = self._empty()
        self._rest = ""

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows from top to bottom, without the empty cells at their ends."""
        return tuple("".join(row).rstrip() for row in self._cells)

    @property
    def text(self) -> str:
        """All rows."""
        return "\n".join(self.rows)

    def feed(self, output: str) -> None:
        """Draws what a program wrote; a piece that is cut in two waits for its end."""
        output, self._rest = self._rest + output, ""
        place = 0
        while place < len(output):
            piece = _PIECE.match(output, place)
            if piece is None:
                self._rest = output[place:]
                return
            place = piece.end()
            self._take(piece)

    def resize(self, columns: int, rows: int) -> None:
        """The window is another size; what the program draws next fills it."""
        self.columns, self.height = columns, rows
        self._cells = self._empty()

    def _take(self, piece: re.Match[str]) -> None:
        if piece["text"]:
            self._write(piece["text"])
        elif piece["control"]:
            self._control(piece["control"])
        elif piece["final"] and not piece["between"]:
            self._sequence(piece["private"], piece["numbers"], piece["final"])

    def _write(self, text: str) -> None:
        for letter in text:
            if unicodedata.combining(letter):
                continue
            if self.row < self.height and self.column < self.columns:
                self._cells[self.row][self.column] = letter
            self.column += 1

    def _control(self, control: str) -> None:
        if control == "\n":
            self.row = min(self.row + 1, self.height - 1)
        elif control == "\r":
            self.column = 0
        elif control == "\b":
            self.column = max(0, self.column - 1)

    def _sequence(self, private: str, numbers: str, final: str) -> None:
        if private == "?" and final in "hl":
            self._mode(numbers, on=final == "h")
        elif private:
            return
        elif final in "Hf":
            row, _semicolon, column = numbers.partition(";")
            self.row, self.column = int(row or 1) - 1, int(column or 1) - 1
        elif final in "ABCDG":
            self._move(int(numbers or 1), final)
        elif final == "J" and numbers in ("2", "3"):
            self._cells = self._empty()
        elif final == "K" and self.row < self.height:
            first = self.column if numbers == _TO_THE_END else 0
            last = self.column + 1 if numbers == _TO_THE_START else self.columns
            self._cells[self.row][first:last] = " " * (last - first)

    def _move(self, by: int, final: str) -> None:
        match final:
            case "A":
                self.row -= by
            case "B":
                self.row += by
            case "C":
                self.column += by
            case "D":
                self.column -= by
            case _:
                self.column = by - 1

    def _mode(self, number: str, *, on: bool) -> None:
        if number == _FULL_SCREEN:
            self.full = on
            self._cells = self._empty()
        elif number == _FRAME and not on and self.when_drawn is not None:
            self.when_drawn()

    def _empty(self) -> list[list[str]]:
        return [[" "] * self.columns for _row in range(self.height)]
