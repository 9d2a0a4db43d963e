"""What a screen may ask of the program around it, and how it speaks with the books."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from textual.dom import DOMNode

from screens.language import Language
from storage.books import Books
from storage.clock import Clock
from storage.records.keyboard import Keyboard
from storage.records.kinds import Step

if TYPE_CHECKING:
    from screens.wall.projector import Projector
    from storage.passphrase.wrong_tries import WrongTries
    from storage.records.backups import Contents, Restored

Answer = TypeVar("Answer")


class Room(Protocol):
    """The program as the screens see it."""

    clock: Clock
    folder: Path
    """Where the club's books lie."""
    practice: bool
    """Whether this is the practice club."""
    looking_on: bool
    """Whether the books are a copy, only to be looked at."""
    details_hidden: bool
    """Whether the wall hides what nobody agreed to show (F8)."""
    large_view: bool
    """Whether every step is shown in large letters (F5)."""
    keyboard: Keyboard
    """How Vietnamese is typed in the text fields (Ctrl+G)."""
    sounds: bool
    """Whether the bell is heard: at the end of the discussion, and when something is refused."""
    coach: bool
    """Whether the practice meeting explains each step."""
    meeting_id: int | None
    """The meeting that is held now."""
    wrong_tries: WrongTries
    """How long to wait after wrong passphrases."""
    lock_minutes: int
    """After how long without a key the screen locks; nought for never."""

    @property
    def projector(self) -> Projector:
        """The wall's own window."""

    async def ask(self, question: Callable[[Books], Answer]) -> Answer:
        """Asks the books something on their own thread."""

    async def show_step(self, step: Step) -> None:
        """Goes to a step of the walk, and keeps that the meeting is there."""

    async def keep(self, what: Callable[[Books], object]) -> bool:
        """Has the books keep what is no entry: a draft, a choice, the step that is shown.

        Where the disk does not take it that is said, and the program goes on. Says whether it did.
        """

    async def show_home(self) -> None:
        """Goes to the main page."""

    async def open_practice(self) -> None:
        """Closes these books and opens the practice club."""

    @property
    def own_folder(self) -> Path | None:
        """The folder of the club's own books; None where the practice club stands alone."""

    async def close_practice(self) -> None:
        """Closes the practice club and opens the club's own books again."""

    async def restore(self, backup: Path, passphrase: str = "") -> Restored:
        """Puts a backup in the place of the books, and opens it.

        The passphrase is the backup's, where it is not that of the books.
        """

    async def look_into(self, backup: Path) -> Contents:
        """What a backup holds, as far as the passphrase of the books opens it."""

    async def books_now(self) -> Contents | None:
        """What the books hold now; None where there are none, or they cannot be read."""

    @property
    def encrypted(self) -> bool:
        """Whether the books are under a passphrase."""

    def is_passphrase(self, typed: str) -> bool:
        """Whether this is the passphrase of the books."""

    async def change_passphrase(self, other: str) -> None:
        """Puts the books under another passphrase, or under none."""

    def lock(self) -> None:
        """Covers the screen until the passphrase is typed; nothing without one."""

    def lock_after(self, minutes: int) -> None:
        """After how long without a key the screen locks; it stays for the next time."""

    def clock_moved(self) -> bool:
        """Whether the machine's clock was set, and what was begun is not yet put right."""

    def change_sounds(self) -> None:
        """Lets the bell be heard, or not."""

    def change_coach(self) -> None:
        """Lets the practice meeting explain each step, or not."""

    def change_theme(self) -> None:
        """Between the dark and the light theme."""

    def use_keyboard(self, keyboard: Keyboard) -> None:
        """Types Vietnamese in this way from now on; it stays for the next time."""

    def use_language(self, language: Language) -> None:
        """Speaks this language from now on; it stays for the next time."""

    def forget_typed_ahead(self) -> None:
        """Something was refused, and whoever typed on has not yet seen it."""

    def blank(self) -> None:
        """Nothing on the wall, or what was there before (F6)."""

    def ask_to_leave(self) -> None:
        """Asks whether to end the program; all is kept."""

    async def give_up(self) -> None:
        """Ends the program in trouble; what is half typed is kept where that is possible."""

    async def form_to_reopen(self) -> str:
        """The form that was open when the program last ended, or else the popup; said once."""

    def popup_to_reopen(self, form_key: str) -> str:
        """The draft of the popup that was open over this form; it is said once."""


def room_of(node: DOMNode) -> Room:
    """The program around a screen or widget."""
    return cast("Room", node.app)
