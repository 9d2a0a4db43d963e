"""A number in the making: typed or counted up and down, and stored only with Enter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_MAX_DIGITS = 4


@dataclass(slots=True)
class NumberTyping:
    """Which line a number is typed on, and how far it has come."""

    line: str = ""
    """The key of the line."""
    text: str = ""
    """Its digits."""
    refused: bool = False
    """It was not accepted: the next digit begins another."""

    @property
    def content(self) -> Mapping[str, object]:
        """As a draft keeps it."""
        return {"line": self.line, "text": self.text}

    def restore(self, content: Mapping[str, object] | None) -> None:
        """Takes a draft up again."""
        text = str((content or {}).get("text", ""))
        self.line = str((content or {}).get("line", ""))
        self.text = text if text.isdigit() else ""

    def type(self, line: str, digit: str) -> None:
        """Adds a digit on a line; an empty digit takes the last one away."""
        if line != self.line:
            self.line, self.text = line, ""
        refused, self.refused = self.refused, False
        if not digit:
            self.text = self.text[:-1]
        elif refused:
            self.text = digit
        elif len(self.text) < _MAX_DIGITS:
            self.text = (self.text + digit).lstrip("0") or "0"

    def change(self, line: str, before: int, amount: int) -> None:
        """Counts up or down from what is typed, or from what stood there before."""
        typed = int(self.text) if line == self.line and self.text else before
        self.line, self.text, self.refused = line, str(max(0, typed + amount)), False

    def clear(self) -> None:
        """Forgets it."""
        self.line, self.text, self.refused = "", "", False

    def shown(self, line: str) -> str | None:
        """What is typed on this line, if anything."""
        return self.text if line == self.line and self.text else None
