"""Asks for the passphrase: when the books are opened, before it is changed, when it is set."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from screens.language import _
from screens.leaving import Popup
from screens.widgets.foot import PopupKeys
from screens.widgets.passphrase_field import PassphraseField
from storage.passphrase.wrong_tries import WrongTries

Try = Callable[[str], Awaitable[str]]
"""Takes what was typed; gives what is wrong with it, or nothing."""

_A_SECOND = 1


class PassphrasePopup(Popup[str | None]):
    """One field; gives what was typed once it is right, None where it was left."""

    BINDINGS = [Binding("escape", "back", show=False)]
    AUTO_FOCUS = "PassphraseField"

    def __init__(
        self, title: str, note: str, tried: Try, *, tries: WrongTries | None = None
    ) -> None:
        super().__init__()
        self._title = title
        self._note = note
        self._tried = tried
        self._tries = tries
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The question, what helps to answer it, the field, what is wrong, and the keys."""
        with Vertical(classes="popup"):
            yield Static(Content(self._title), classes="question", markup=False)
            yield Static(Content(self._note), classes="passphrase-note", markup=False)
            yield PassphraseField()
            yield Static("", classes="passphrase-wrong", markup=False)
            yield PopupKeys(*self.keys())

    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the keys do."""
        return (("Enter", _("xong")), ("Esc", _("quay lại")))

    def on_mount(self) -> None:
        """Whoever tried too often before the program ended waits first."""
        self._wait()

    @on(Input.Submitted)
    async def _try(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value
        self._say(_("Đang mở…"))
        self._take_keys(False)
        wrong = await self._tried(typed)
        if not wrong:
            if self._tries is not None:
                await asyncio.to_thread(self._tries.right)
            self.dismiss(typed)
            return
        if self._tries is not None:
            await asyncio.to_thread(self._tries.wrong)
        self._take_keys(True)
        self._say(wrong)
        self._wait()

    def _wait(self) -> None:
        """Counts down until the next one may be tried."""
        left = self._tries.wait() if self._tries is not None else 0
        if left and self._waiting is None:
            self._take_keys(False)
            self._waiting = self.set_interval(_A_SECOND, self._wait)
        if left:
            self._say(_("Đã gõ sai nhiều lần. Xin chờ {seconds} giây.", left).format(seconds=left))
        elif self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            self._take_keys(True)
            self._say(_("Xin gõ lại."))

    def _take_keys(self, taken: bool) -> None:
        """Lets the field take what is typed, from its beginning, or not."""
        field = self.query_one(PassphraseField)
        field.disabled = not taken
        if taken:
            field.value = ""
            field.focus()

    def _say(self, words: str) -> None:
        self.query_one(".passphrase-wrong", Static).update(Content(words))

    def action_back(self) -> None:
        """Esc: nothing was typed."""
        self.dismiss(None)


class LockScreen(PassphrasePopup):
    """Covers everything until the passphrase is typed; the work under it goes on."""

    COVERS = True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Leaving is allowed: it keeps everything and closes the books."""
        return (("Enter", _("mở khóa")), ("F12", _("ra khỏi chương trình")))

    def action_back(self) -> None:
        """Esc leads nowhere."""
