"""What is shown when the books cannot be opened: one sentence, and the way out."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.language import _


class TroubleScreen(ModalScreen[None]):
    """Says what is wrong and what to do; any of the usual keys ends the program."""

    BINDINGS = [Binding("enter,ctrl+j,escape,f12,space", "end", show=False)]

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence
        """What is wrong and what to do."""

    def compose(self) -> ComposeResult:
        """The sentence."""
        with Vertical(classes="popup"):
            yield Static(Content(self.sentence), classes="question", markup=False)
            yield Static("")
            yield Static(Content(_("Enter ra")), classes="keys", markup=False)

    def action_end(self) -> None:
        """Ends the program; the books were not touched."""
        self.app.exit(1, return_code=1)
