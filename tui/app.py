"""The app: its keys and style, how it is opened, and the practice club."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from storage.clock import Clock, FixedDayClock, SystemClock
from storage.passphrase.wrong_tries import WrongTries
from tui.data_folder import PRACTICE_FOLDER
from tui.opening import Opening
from tui.start import started
from tui.walking_app import WalkingApp

PRACTICE_MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))


class ChungTayApp(WalkingApp):
    """Chung Tay on one screen of a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "Chung Tay"
    ENABLE_COMMAND_PALETTE = False  # its search is a stock field that spells Vietnamese wrong
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (100, "-medium"),
        (150, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f12,ctrl+q,ctrl+c", "ask_to_leave", show=False, priority=True),
        Binding("ctrl+l", "lock", show=False, priority=True),
        Binding("ctrl+g", "next_typing_method", show=False, priority=True),
        # In every popup and form too: what is on the wall may have to go at once.
        Binding("f6", "blank", show=False, priority=True),
    ]

    def __init__(self, folder: Path, clock: Clock, *, practice: bool = False) -> None:
        super().__init__(folder, clock, practice=practice)
        self.large_view = False
        self.animation_level = "none"
        self._opening = Opening(self)
        self._own_clock: Clock = SystemClock() if practice else clock

    async def on_mount(self) -> None:
        """Opens the books, and goes to where the meeting was."""
        await self._opening.open(self.folder, self.clock)
        self.call_after_refresh(started)

    async def open_practice(self) -> None:
        """Closes these books and opens the practice club, kept apart from them."""
        self.practice = True
        self.clock = FixedDayClock(start=PRACTICE_MORNING)
        self._opening.moved_clock.watch()
        self.projector.keep_time_by(self.clock)
        await self._opening.open(self.folder / PRACTICE_FOLDER, self.clock)

    @property
    def own_folder(self) -> Path | None:
        """The folder of the club's own books; None where the practice club stands alone."""
        if not self.practice or (self.folder / PRACTICE_FOLDER).exists():
            return self.folder
        return self.folder.parent if self.folder.name == PRACTICE_FOLDER else None

    async def close_practice(self) -> None:
        """Closes the practice club and opens the club's own books again, or the first run."""
        folder = self.own_folder
        if folder is None:
            return
        self.practice = False
        self.folder, self.clock = folder, self._own_clock
        self.wrong_tries = WrongTries(folder)
        self._opening = Opening(self)
        await self.projector.move_to(folder, self.clock)
        await self._opening.open(folder, self.clock)

    def clock_moved(self) -> bool:
        """Whether the machine's clock was set; then what was begun is put right first."""
        return self._opening.moved_clock.noticed()

    # The keys that work everywhere.

    def action_blank(self) -> None:
        """F6."""
        self.blank()

    def blank(self) -> None:
        """Nothing on the wall, or what was there before; a locked screen shows nothing anyway."""
        from screens.safekeeping.passphrase_popup import LockScreen
        from screens.wall.blank import BlankScreen

        if isinstance(self.screen, LockScreen):
            return
        if isinstance(self.screen, BlankScreen):
            self.screen.lift()
        else:
            self.push_screen(BlankScreen())

    def action_ask_to_leave(self) -> None:
        """F12, Ctrl+Q, Ctrl+C."""
        self.ask_to_leave()
