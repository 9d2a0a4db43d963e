"""The screen locks: by a key, or when nobody used the computer; the passphrase opens it again."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.timer import Timer

from screens.base import ListScreen
from screens.language import _
from storage.clock import Clock, steady_seconds
from storage.passphrase.wrong_tries import WrongTries
from tui.calm_moments import CalmMoments
from tui.personal_app import Choices, PersonalApp

_LOOKED_AT_EVERY = 15
"""Seconds."""
_USUAL_MINUTES = 10
_OF_SOMEBODY = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown)


class LockableApp(PersonalApp):
    """Knows whether the books are under a passphrase, and who may see them."""

    def __init__(self, folder: Path, clock: Clock, *, practice: bool = False) -> None:
        super().__init__(folder, clock, practice=practice)
        self.wrong_tries = WrongTries(folder)
        self.lock_minutes = _USUAL_MINUTES
        self._last_used = steady_seconds()
        self._looking: Timer | None = None
        self.calm = CalmMoments(self)
        """When nobody types."""

    @property
    def encrypted(self) -> bool:
        """Whether the books are under a passphrase."""
        return self.worker.encrypted

    def is_passphrase(self, typed: str) -> bool:
        """Whether this is the passphrase of the books."""
        return self.worker.is_passphrase(typed)

    async def change_passphrase(self, other: str) -> None:
        """Puts the books under another passphrase, or under none."""
        await self.worker.change_passphrase(self.clock, other)

    async def take_up_choices(self) -> Choices:
        """After how long the screen locks, beside all else."""
        kept = await super().take_up_choices()
        minutes = kept.get("lock", {}).get("minutes")
        if isinstance(minutes, int):
            self.lock_minutes = minutes
        if self._looking is None:
            self._looking = self.set_interval(_LOOKED_AT_EVERY, self.lock_if_unused)
        return kept

    def lock_after(self, minutes: int) -> None:
        """After how long without a key the screen locks; it stays for the next time."""
        self.lock_minutes = minutes
        self._keep("lock", minutes=minutes)

    async def on_event(self, event: events.Event) -> None:
        """Somebody is there."""
        if isinstance(event, _OF_SOMEBODY):
            self._last_used = steady_seconds()
            self.calm.wait()
        await super().on_event(event)

    def lock_if_unused(self) -> None:
        """Locks after the time that was set; in a meeting by the key alone."""
        unused = steady_seconds() - self._last_used
        if self.lock_minutes and self.meeting_id is None and unused >= self.lock_minutes * 60:
            self.lock()

    def action_lock(self) -> None:
        """Ctrl+L."""
        if not self.encrypted and isinstance(self.screen, ListScreen):
            self.screen.say(_("Muốn khóa màn hình, xin đặt mật khẩu ở Cài đặt trước."))
        self.lock()

    def lock(self) -> None:
        """Covers the screen until the passphrase is typed; nothing without one."""
        from screens.safekeeping.passphrase_popup import LockScreen

        if not self.encrypted or isinstance(self.screen, LockScreen):
            return

        async def tried(typed: str) -> str:
            return "" if self.is_passphrase(typed) else _("Mật khẩu không đúng.")

        title = _("Màn hình đang khóa")
        note = _("Gõ mật khẩu mở sổ để làm tiếp.")
        self.push_screen(LockScreen(title, note, tried, tries=self.wrong_tries))
