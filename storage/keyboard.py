"""How Vietnamese is typed on this computer, kept for the next time; it needs no club yet."""

from __future__ import annotations

from collections.abc import Mapping

from storage.drafts import DraftBook
from storage.records.keyboard import Keyboard
from storage.records.kinds import ToneStyle, TypingMethod

KEYBOARD = "keyboard"
"""Of the drafts."""


class KeyboardBook:
    """Keeps the typing method; it is no act of a meeting and never undone."""

    def __init__(self, drafts: DraftBook) -> None:
        self.drafts = drafts

    def keep(self, keyboard: Keyboard) -> None:
        """Keeps a choice."""
        self.drafts.keep(KEYBOARD, {"method": str(keyboard.method), "style": str(keyboard.style)})


def keyboard_of(kept: Mapping[str, object]) -> Keyboard:
    """The choice as it is kept."""
    return Keyboard(TypingMethod(str(kept["method"])), ToneStyle(str(kept["style"])))
