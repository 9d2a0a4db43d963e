"""A screen takes the classes of its window's size before it is laid out, and not after."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def known_by_its_size(screen: Screen[Any]) -> None:
    """Names the size as the style sheets do: "-narrow", "-low".

    Textual does so too, but by then the screen is laid out, and is laid out once more for it.
    """
    columns, rows = screen.app.size
    for size, breakpoints in (
        (columns, screen.app.HORIZONTAL_BREAKPOINTS),
        (rows, screen.app.VERTICAL_BREAKPOINTS),
    ):
        fitting = [name for least, name in sorted(breakpoints or []) if least <= size]
        screen.update_classes(dict.fromkeys(fitting[-1:], True), update=False)
