"""How a text field takes its keys: in their order, with marks joined, and words typed by us.

Names of Textual's own are used (`_bindings`, `_restart_blink`): try the burst tests first
whenever its version changes.
"""

from __future__ import annotations

import unicodedata

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from screens.widgets.word_typing import Replacement, WordTyping, keyboard_of

_BACKSPACES = frozenset({"backspace", "ctrl+h"})
_KEYPAD = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "decimal": "."}
"""What kitty calls the keypad's keys, when it does not say what they type."""


async def take_key_in_order(field: Input | TextArea, event: events.Key) -> None:
    """Runs the field's own binding of a key at once, not after the letters that follow."""
    if event.key in _KEYPAD and event.character is None:
        event.character = _KEYPAD[event.key]
    if event.is_printable:
        return
    for binding in field._bindings.key_to_bindings.get(event.key, ()):
        if not binding.priority and await field.app.run_action(binding.action, field):
            take(field, event)
            return


def take(field: Input | TextArea, event: events.Key) -> None:
    """Keeps a key from going on: the field has done what it says."""
    event.stop()
    event.prevent_default()
    field._restart_blink()


def join_marks(text: str, before: str) -> tuple[str, int]:
    """Composes marks at the beginning of new text with the letters before it.

    Returns the new text and how many of the letters before it are now in it.
    """
    joined = 0
    while text and joined < len(before) and unicodedata.combining(text[0]):
        joined += 1
        text = unicodedata.normalize("NFC", before[-joined] + text)
    return text, joined


def change_by_key(
    typing: WordTyping, field: Input | TextArea, before: str, event: events.Key
) -> Replacement | None:
    """What the program's own typing method makes of a key, if one is chosen."""
    keyboard = keyboard_of(field)
    if event.is_printable and event.character is not None:
        return typing.typed(before, event.character, keyboard)
    if event.key in _BACKSPACES:
        return typing.deleted(before, keyboard)
    return None


def own_bindings(
    bindings: list[BindingType], given_up: frozenset[str], also: dict[str, str]
) -> list[BindingType]:
    """The bindings of a field without those given up, and with more keys for some."""
    own: list[BindingType] = []
    for binding in Binding.make_bindings(bindings):
        if binding.key in given_up:
            continue
        own.append(binding)
        if binding.key in also:
            own.append(Binding(also[binding.key], binding.action, binding.description, show=False))
    return own
