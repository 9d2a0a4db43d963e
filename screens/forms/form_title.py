"""The title of a form, and beside it the clock of the discussion while that runs."""

from __future__ import annotations

from textual.content import Content

from screens.base import ListScreen
from screens.room import room_of
from screens.widgets.clock_words import running_clock
from screens.widgets.fitting import fitted
from screens.widgets.frame import FrameRow
from storage.records.meetings import Countdown

_MARGIN = 1


class FormTitle(FrameRow):
    """The secretary types from the leaders' slips while the groups still talk: the time is seen."""

    def __init__(self, title: str) -> None:
        super().__init__(id="form-title")
        self._title = title

    def on_mount(self) -> None:
        """Goes with the clock of the screen below, which no key of a form changes."""
        self._tell()
        if self._clock is not None:
            self.set_interval(1, self._tell)

    def on_resize(self) -> None:
        """There is more room, or less."""
        self._tell()

    @property
    def _clock(self) -> Countdown | None:
        heads = (
            each.head for each in reversed(self.app.screen_stack) if isinstance(each, ListScreen)
        )
        head = next((each for each in heads if each is not None), None)
        return head.countdown if head is not None else None

    def _tell(self) -> None:
        clock = running_clock(self._clock, room_of(self).clock.now())
        beside = f"  {clock}" if clock else ""
        room = self.app.size.width - 2 * _MARGIN - len(beside)
        text = f"{' ' * _MARGIN}{fitted(self._title, room)}{beside}"
        self.say(Content.styled(text.rstrip(), "bold"))
