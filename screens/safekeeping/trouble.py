"""What is shown when the books cannot be opened: one sentence, and the ways there are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.language import _
from screens.room import room_of
from screens.widgets.foot import PopupKeys


@dataclass(frozen=True, slots=True)
class WayOut:
    """What can be done about it, by its number."""

    words: str
    take: Callable[[], Awaitable[None]]


class TroubleScreen(ModalScreen[None]):
    """Says what is wrong and what to do; any of the usual keys ends the program."""

    BINDINGS = [
        Binding("enter,ctrl+j,escape,f12,space", "end", show=False),
        *(Binding(str(number), f"take({number})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, sentence: str, ways: Sequence[WayOut] = ()) -> None:
        super().__init__()
        self.sentence = sentence
        """What is wrong and what to do."""
        self.ways = tuple(ways)
        """What can be done, the best first."""

    def compose(self) -> ComposeResult:
        """The sentence, and each way with its number."""
        with Vertical(classes="popup"):
            yield Static(Content(self.sentence), classes="question", markup=False)
            yield Static("")
            for number, way in enumerate(self.ways, start=1):
                yield Static(Content(f"{number}  {way.words}"), markup=False)
            if self.ways:
                yield Static("")
            yield PopupKeys(("Enter", _("ra")))

    def action_take(self, number: int) -> None:
        """A number: that way, where there is one."""
        if number <= len(self.ways):
            self.app.run_worker(self.ways[number - 1].take(), group="way-out", exclusive=True)

    def action_end(self) -> None:
        """Ends the program; what is half typed is kept where the books can still take it."""
        self.app.run_worker(room_of(self).give_up(), group="end", exclusive=True)
