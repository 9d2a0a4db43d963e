"""The mark that every screen bears while the books are only looked at."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.screen import Screen

from screens.language import _
from screens.room import room_of
from screens.widgets.frame import FrameRow


def mark_looking_on(screen: Screen[Any]) -> None:
    """Says in the screen's second row that nothing is recorded, where that is so."""
    if room_of(screen).looking_on:
        from screens.wording.opening import LOOKING_ON

        screen.query_one(".gap", FrameRow).say(Content.styled(f" {_(LOOKING_ON)}", "bold reverse"))
