"""How Vietnamese is typed on this computer, kept for the next time; it needs no club yet."""

from __future__ import annotations

from storage.drafts import DraftBook
from storage.records.keyboard import Keyboard
from storage.records.kinds import ToneStyle, TypingMethod

_KEY = "keyboard"


class KeyboardBook:
    """Reads and keeps the typing method; it is no act of a meeting and never undone."""

    def __init__(self, drafts: DraftBook) -> None:
        self.drafts = drafts

    def get(self) -> Keyboard | None:
        """What was chosen last, or None where nobody chose yet."""
        kept = self.drafts.get(_KEY)
        if kept is None:
            return None
        return Keyboard(TypingMethod(str(kept["method"])), ToneStyle(str(kept["style"])))

    def keep(self, keyboard: Keyboard) -> None:
        """Keeps a choice."""
        self.drafts.keep(_KEY, {"method": str(keyboard.method), "style": str(keyboard.style)})
