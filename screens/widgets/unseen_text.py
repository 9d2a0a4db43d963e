"""A text that is made when it is first drawn: of a long list few rows are ever seen."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class UnseenText(Visual):
    """One row, made for the width in which it is drawn, so that nobody has to measure it."""

    def __init__(self, make: Callable[[int], Content]) -> None:
        self._make = make
        self._made: Content | None = None
        self._width = 0

    def text(self, width: int) -> Content:
        """What is drawn in a width; it is made once for as long as that stays the same."""
        if self._made is None or width != self._width:
            self._made, self._width = self._make(width), width
        return self._made

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - it is known
        """One row."""
        return 1

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as the text."""
        return self.text(container_width).get_optimal_width(rules, container_width)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draws it."""
        return self.text(width).render_strips(width, height, style, options)


class UnseenNote(UnseenText):
    """The same over as many rows as it needs."""

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - it is wrapped already
        """The rows that it is wrapped into."""
        return self.text(width).plain.count("\n") + 1
