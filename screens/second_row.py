"""What every screen says in its second row: the window is too small, nothing is recorded."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.screen import Screen

from screens.language import _
from screens.room import room_of
from screens.widgets.frame import FrameRow

_LEAST_COLUMNS, _LEAST_ROWS = 60, 16
"""Below them not everything of a screen can be reached by the eye."""


def say_in_second_row(screen: Screen[Any]) -> None:
    """Says what is to be known on every screen alike."""
    said = ""
    columns, rows = screen.app.size
    if columns < _LEAST_COLUMNS or rows < _LEAST_ROWS:
        said = _("Cửa sổ nhỏ quá: thu nhỏ chữ (Ctrl −), hoặc mở rộng cửa sổ.")
        if columns <= len(said):
            said = _("Thu nhỏ chữ (Ctrl −)")
    elif room_of(screen).looking_on:
        from screens.wording.opening import LOOKING_ON

        said = _(LOOKING_ON)
    row = screen.query_one(".gap", FrameRow)
    row.say(Content.styled(f" {said}", "bold reverse") if said else "")
