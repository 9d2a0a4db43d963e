"""The choice of the language that the screens speak."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from screens.language import Language, _, spoken
from screens.popups import Choice, ChoicePopup
from screens.room import room_of

_NAMES = {Language.VIETNAMESE: "Tiếng Việt", Language.ENGLISH: "English"}
"""Each in its own words: whoever looks for one reads no other."""


def language_words() -> str:
    """The language in use, found by whoever speaks one or the other."""
    name = _NAMES[spoken()]
    return _("Ngôn ngữ (Language): {name}").format(name=name)


async def choose_language(screen: Screen[Any]) -> None:
    """Asks which language the screens are to speak; they do so at once."""
    note = _("Đổi ngay, lần sau vẫn vậy. Biên bản, giấy tờ vẫn bằng tiếng Việt.")
    choices = [Choice(language, name, note) for language, name in _NAMES.items()]
    title = _("Màn hình bằng tiếng nào? (Which language?)")
    chosen = await screen.app.push_screen_wait(ChoicePopup(title, choices))
    if chosen is not None:
        room_of(screen).use_language(chosen)
