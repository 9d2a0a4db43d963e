"""The word in the making in a text field, while the program itself types Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from textual.dom import DOMNode

from screens.vietnamese_typing.words import Word, typed, word_at_the_end, word_of
from storage.records.keyboard import Keyboard
from storage.records.kinds import TypingMethod


@runtime_checkable
class HasKeyboard(Protocol):
    """A program in which a typing method can be chosen."""

    keyboard: Keyboard


def keyboard_of(node: DOMNode) -> Keyboard:
    """How Vietnamese is typed in the program around a widget."""
    app = node.app
    return app.keyboard if isinstance(app, HasKeyboard) else Keyboard()


@dataclass(frozen=True, slots=True)
class Replacement:
    """What a key changes before the cursor."""

    letters: int
    """How many letters give way."""
    text: str


class WordTyping:
    """Remembers which keys made the word before the cursor, for as long as it stands there."""

    def __init__(self) -> None:
        self._word = Word()

    def typed(self, before: str, character: str, keyboard: Keyboard) -> Replacement | None:
        """What a key makes of the text before the cursor; None where it is only a letter."""
        if keyboard.method is TypingMethod.NONE:
            return None
        if not word_at_the_end(character, keyboard.method):
            self._word = Word()
            return None
        shown = word_at_the_end(before, keyboard.method)
        word = self._word if self._word.shown == shown else word_of(shown)
        self._word = typed(word, character, keyboard)
        if self._word.shown == shown + character:
            return None
        return Replacement(len(shown), self._word.shown)

    def deleted(self, before: str, keyboard: Keyboard) -> Replacement | None:
        """What a backspace brings back: the word that its last key broke up into letters."""
        word = self._word
        if keyboard.method is TypingMethod.NONE or word.before is None:
            return None
        if word_at_the_end(before, keyboard.method) != word.shown:
            return None
        self._word = word.before
        return Replacement(len(word.shown), word.before.shown)
