"""F6: nothing on the wall but how to come back; the program lifts it with F6 again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from screens.language import _
from screens.leaving import Popup
from screens.room import room_of


class BlankScreen(Popup[None]):
    """An empty wall; a stray key or an elbow does not lift it."""

    BINDINGS = [Binding("escape,enter,ctrl+j", "lift", show=False)]

    def compose(self) -> ComposeResult:
        """How to come back, which tells nothing of the meeting."""
        yield Static(
            Content(_("Đang che màn hình. F6, Esc hoặc Enter để hiện lại.")),
            id="blank-words",
            markup=False,
        )

    def on_mount(self) -> None:
        """Blanks the wall's own window too."""
        room_of(self).projector.blank(True)

    def on_unmount(self) -> None:
        """Brings it back."""
        room_of(self).projector.blank(False)

    def action_lift(self) -> None:
        """Shows again what was there."""
        self.dismiss(None)

    def on_click(self) -> None:
        """A click on the words, for laptops whose F-keys need Fn."""
        self.dismiss(None)
