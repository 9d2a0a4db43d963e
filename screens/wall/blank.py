"""F6: nothing on the wall but how to come back; the program lifts it with F6 again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from screens.language import _
from screens.leaving import Popup
from screens.room import room_of

_LIFTING = frozenset({"escape", "enter", "ctrl+j"})


class BlankScreen(Popup[None]):
    """An empty wall; a stray key or an elbow does not lift it, nor one from before it was seen.

    It has no bindings: they would also act on a key that was meant for what it covers, and that
    nothing there took.
    """

    COVERS = True

    def __init__(self) -> None:
        super().__init__()
        self._seen = False
        """Whether whoever pressed F6 can see by now that the wall is blank."""

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
        self.call_after_refresh(self._note_seen)

    def _note_seen(self) -> None:
        self._seen = True

    def on_unmount(self) -> None:
        """Brings it back."""
        room_of(self).projector.blank(False)

    def on_key(self, event: Key) -> None:
        """Takes every key; some of them lift the wall."""
        event.stop()
        if event.key in _LIFTING:
            self.lift()

    def on_click(self, event: Click) -> None:
        """A click anywhere, for laptops whose F-keys need Fn."""
        event.stop()
        self.lift()

    def lift(self) -> None:
        """Shows again what was there, once the blank wall was seen."""
        if self._seen:
            self.dismiss(None)
