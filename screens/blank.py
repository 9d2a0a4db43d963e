"""F6: nothing on the wall, until any key."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.room import room_of

# Terminals with the kitty protocol send these as keys of their own.
_MODIFIERS = ("shift", "control", "alt", "super", "caps_lock", "num_lock", "scroll_lock")


class BlankScreen(ModalScreen[None]):
    """An empty wall."""

    def compose(self) -> ComposeResult:
        """Nothing."""
        yield Static("", id="nothing")

    def on_mount(self) -> None:
        """Blanks the wall's own window too."""
        room_of(self).projector.blank(True)

    def on_unmount(self) -> None:
        """Brings it back."""
        room_of(self).projector.blank(False)

    def on_key(self, event: Key) -> None:
        """Any key but a bare modifier brings the screen back."""
        event.stop()
        event.prevent_default()
        if not event.key.endswith(_MODIFIERS):
            self.dismiss(None)

    def on_click(self, _event: Click) -> None:
        """A click does too."""
        self.dismiss(None)
