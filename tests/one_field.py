"""An app with one text field, and the bursts of keys that input methods send to it."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterable, Iterator

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Input, TextArea

from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea

Field = VietnameseInput | VietnameseTextArea

SENTENCE = (
    "Nguyễn Thị Mùi sống một mình ngã gãy chân đúng vụ gặt cần người giúp gặt ba sào lúa "
    "trong hai tuần tới còn cụ Phạm Thị Hiền bệnh nặng mùa lạnh thiếu chăn màn quần áo "
    "nhờ các thành viên thường xuyên chăm sóc"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


class OneField(App[None]):
    """An app with two fields that remembers what came up to it."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding(key, f"note('{key}')", key)
        for key in ("up", "down", "f6", "f7", "escape", "ctrl+z", "ctrl+y", "pagedown", "f20")
    ]

    def __init__(self, field: Input | TextArea) -> None:
        super().__init__()
        self.field = field
        self.came_up: list[str] = []
        self.submitted: list[str] = []
        self.arrived = asyncio.Event()
        self.was_submitted = asyncio.Event()

    def compose(self) -> ComposeResult:
        """The field under test, and one more to go on to."""
        yield self.field
        yield VietnameseInput(id="next")

    def action_note(self, key: str) -> None:
        """Remembers a key that no field took."""
        if key == "f20":
            self.arrived.set()
            return
        self.came_up.append(key)

    @on(Input.Submitted)
    def remember(self, event: Input.Submitted) -> None:
        """Remembers what was submitted."""
        self.submitted.append(event.value)
        self.was_submitted.set()


def text_of(field: Input | TextArea) -> str:
    """What stands in the field."""
    return field.value if isinstance(field, Input) else field.text


def key(name: str) -> events.Key:
    """The event of a key or a letter, as a terminal's bytes become one."""
    named = {" ": "space", "+": "plus", "-": "minus"}
    return events.Key(named.get(name, name), name if len(name) == 1 else None)


async def burst(app: OneField, keys: Iterable[str]) -> None:
    """Posts keys without waiting between them, and waits until all were taken."""
    app.arrived.clear()
    for name in keys:
        app.post_message(key(name))
    app.post_message(key("f20"))
    await app.arrived.wait()


def unikey(word: str) -> Iterator[str]:
    """The keys that UniKey sends for a word in Telex: backspaces and letters, at one go."""
    plain = "".join(without_tone(letter) for letter in word)
    for letter in plain:
        bare = "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
        yield bare
        if letter != bare:
            yield from ("backspace", letter)
    toned = next((place for place, letter in enumerate(word) if letter != plain[place]), None)
    if toned is not None:
        yield from ["backspace"] * (len(word) - toned)
        yield from word[toned:]


def without_tone(letter: str) -> str:
    """The letter as it stands before the tone is typed."""
    apart = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(part for part in apart if part not in TONES))


def typed_as_unikey_does(sentence: str) -> Iterator[str]:
    """The keys of a whole sentence."""
    for place, word in enumerate(sentence.split()):
        if place:
            yield " "
        yield from unikey(word)
