"""Text fitted into cells of the terminal."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

_CUT = "…"


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells: cut with an ellipsis, or filled with spaces."""
    line = " ".join(text.split("\n"))
    length = cell_len(line)
    if length > width:
        return set_cell_size(line, max(0, width - 1)) + _CUT
    filling = " " * (width - length)
    return filling + line if right else line + filling
