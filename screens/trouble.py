"""What is shown when the books cannot be opened: one sentence, and the way out."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.language import _
from screens.room import room_of


class TroubleScreen(ModalScreen[None]):
    """Says what is wrong and what to do; any of the usual keys ends the program."""

    BINDINGS = [
        Binding("enter,ctrl+j,escape,f12,space", "end", show=False),
        Binding("1", "restore", show=False),
    ]

    def __init__(self, sentence: str, *, backups: bool = False) -> None:
        super().__init__()
        self.sentence = sentence
        """What is wrong and what to do."""
        self.backups = backups
        """Whether a backup may take the place of these books."""

    def compose(self) -> ComposeResult:
        """The sentence."""
        with Vertical(classes="popup"):
            yield Static(Content(self.sentence), classes="question", markup=False)
            yield Static("")
            keys = _("1 mở lại một bản sao lưu   Enter ra") if self.backups else _("Enter ra")
            yield Static(Content(keys), classes="keys", markup=False)

    def action_restore(self) -> None:
        """1: the backups, where one may take the place of these books."""
        if self.backups:
            self.app.run_worker(self._restore(), group="restore", exclusive=True)

    async def _restore(self) -> None:
        from screens.backup_page import choose_and_restore

        await choose_and_restore(self.app, room_of(self))

    def action_end(self) -> None:
        """Ends the program; the books were not touched."""
        self.app.exit(1, return_code=1)
