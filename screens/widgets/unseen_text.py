"""A text that is made when it is first drawn: of a long list few rows are ever seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class UnseenText(Visual):
    """One row whose width is right already, so that nobody has to measure it."""

    def __init__(self, make: Callable[[], Content]) -> None:
        self._make = make

    @cached_property
    def text(self) -> Content:
        """What is drawn."""
        return self._make()

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - it is known
        """One row."""
        return 1

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as the text."""
        return self.text.get_optimal_width(rules, container_width)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draws it."""
        return self.text.render_strips(width, height, style, options)
