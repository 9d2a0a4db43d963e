"""What belongs to this computer and not to the club: colours, typing, sounds, the coach."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from textual.reactive import reactive

from screens.base import ListScreen
from screens.language import Language, _, speak
from screens.settings.typing_method import next_method, typing_words
from storage.clock import Clock
from storage.keyboard import KEYBOARD, keyboard_of
from storage.records.keyboard import Keyboard
from tui.books_app import BooksApp
from tui.kept_language import keep_language
from tui.theme import THEMES, dress

_CHOICES = ("theme", "sounds", "coach", KEYBOARD, "lock")
"""Under these names the drafts keep what was chosen."""
Choices = Mapping[str, Mapping[str, object]]


class PersonalApp(BooksApp):
    """Keeps what this computer's users chose, and takes it up at the next start."""

    keyboard: reactive[Keyboard] = reactive(Keyboard())
    """How Vietnamese is typed in the text fields; off where the computer has an input method."""

    def __init__(self, folder: Path, clock: Clock, *, practice: bool = False) -> None:
        super().__init__(folder, clock, practice=practice)
        self.sounds = True
        self.coach = True
        dress(self)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the style sheet names of the themes' own variables, before a theme is set."""
        return dict(THEMES[0].variables)

    async def take_up_choices(self) -> Choices:
        """Makes everything as it was chosen before; gives the choices for whoever has more."""
        kept = await self.ask(lambda books: books.drafts.those(*_CHOICES))
        theme, sounds, coach = (kept.get(each) for each in ("theme", "sounds", "coach"))
        if theme and theme.get("name") in {each.name for each in THEMES}:
            self.theme = str(theme["name"])
        self.sounds = sounds is None or sounds.get("on") is not False
        self.coach = coach is None or coach.get("on") is not False
        if KEYBOARD in kept:
            self.keyboard = keyboard_of(kept[KEYBOARD])
        return kept

    def change_theme(self) -> None:
        """Between the dark and the light theme; it stays for the next time."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._keep("theme", name=self.theme)

    def use_keyboard(self, keyboard: Keyboard) -> None:
        """Types Vietnamese in this way from now on; it stays for the next time."""
        self.keyboard = keyboard
        self.run_worker(self.keep(lambda books: books.keyboard.keep(keyboard)))
        if isinstance(self.screen, ListScreen):
            self.screen.show_page()
            self.screen.say(typing_words(keyboard))

    def action_next_typing_method(self) -> None:
        """Ctrl+G: the computer's own input method, Telex, VNI."""
        self.use_keyboard(next_method(self.keyboard))

    def use_language(self, language: Language) -> None:
        """Speaks this language from now on; it stays for the next time."""
        speak(language)
        kept = keep_language(self.folder, language)
        for screen in self.screen_stack:
            if isinstance(screen, ListScreen):
                screen.show_page()
        if not kept and isinstance(self.screen, ListScreen):
            self.screen.say(_("Không ghi lại được lựa chọn này: lần sau xin chọn lại."))

    def change_sounds(self) -> None:
        """Lets the bell be heard or not; it stays for the next time."""
        self.sounds = not self.sounds
        self._keep("sounds", on=self.sounds)

    def change_coach(self) -> None:
        """Lets the practice meeting explain each step or not; it stays for the next time."""
        self.coach = not self.coach
        self._keep("coach", on=self.coach)

    def bell(self) -> None:
        """Is heard, unless sounds are turned off."""
        if self.sounds:
            super().bell()

    def _keep(self, key: str, **chosen: str | bool | int) -> None:
        self.run_worker(self.keep(lambda books: books.drafts.keep(key, chosen)))
