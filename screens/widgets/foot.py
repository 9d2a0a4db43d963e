"""The foot of a screen: its keys with what they do, at work or not, and pressed by a click too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from textual.content import Content
from textual.events import Click
from textual.style import Style
from textual.widgets import Static

from screens.language import N_, _
from screens.widgets.frame import FrameRow

SPACE = N_("Dấu cách")
"""The one key whose name is translated, in the foot alone."""

_NAMED = {
    "Enter": "enter",
    "Esc": "escape",
    "Tab": "tab",
    "PgDn": "pagedown",
    "PgUp": "pageup",
    SPACE: "space",
    "Space": "space",
    "Delete": "delete",
    "+": "plus",
    "−": "minus",
}
_KEY = re.compile(
    rf"{'|'.join(map(re.escape, _NAMED))}|(?<!–)\b[1-9]\b(?!–)|F\d{{1,2}}|Ctrl\+[A-Z]"
)
"""A key that can be pressed; of "0–9" there is none."""
_PRESS = "press"
_OF_ALL = frozenset({"Enter", "Esc", "Tab", "PgDn", "PgUp"})
"""Keys that every screen has."""
_MARGIN, _GAP = 1, 2
"""Cells before a key and after its word: a key at rest bears its brackets there."""


@dataclass(frozen=True, slots=True)
class FootKey:
    """A key of the foot."""

    key: str
    """As it is written on the keyboard: "Enter", "0–9", "+ −"."""
    word: str
    short: str = ""
    """What it does in fewer letters, for where there is little room."""
    kept: bool = False
    """It is seen in every window, whatever others find no room."""
    works: bool = True
    """One that does nothing just now keeps its place, in brackets."""

    @property
    def wide(self) -> int:
        """The cells that it needs."""
        return _MARGIN + len(_(self.key)) + 1 + len(self.word) + _GAP

    @property
    def in_short(self) -> FootKey:
        """The same key with fewer letters."""
        return replace(self, word=self.short or self.word)


class Foot(FrameRow):
    """The last row of a screen."""

    DEFAULT_CSS = "Foot { height: 1; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._keys: tuple[FootKey, ...] = ()
        self._laid: tuple[FootKey, ...] = ()

    def show(self, keys: Sequence[FootKey]) -> None:
        """Shows these keys, as many as there is room for."""
        self._keys = tuple(keys)
        laid = with_room(self._keys, self.app.size.width)
        if laid != self._laid:
            self._laid = laid
            self.say(Content("").join(map(_written, laid)))

    def on_resize(self) -> None:
        """There is more room, or less."""
        self.show(self._keys)

    def on_click(self, event: Click) -> None:
        """A click on a key, or on what it does, presses it."""
        press(self, event)


class PopupKeys(Static):
    """The keys of a popup, pressed by a click too."""

    def __init__(self, *keys: tuple[str, str], id: str | None = None) -> None:  # noqa: A002
        super().__init__(_words(keys), id=id, classes="keys", markup=False)

    def show(self, *keys: tuple[str, str]) -> None:
        """Shows other keys."""
        self.update(_words(keys))

    def on_click(self, event: Click) -> None:
        """A click on a key, or on what it does, presses it."""
        press(self, event)


def with_room(keys: Sequence[FootKey], width: int) -> tuple[FootKey, ...]:
    """The keys that find room: the kept ones, and of the others the first."""
    laid = _laid(keys, width + _GAP)
    if laid and not laid[-1].works:
        # Behind the last key there need be no gap, but for the bracket of one at rest.
        return _laid(keys, width + _GAP - 1)
    return laid


def _laid(keys: Sequence[FootKey], room: int) -> tuple[FootKey, ...]:
    last = max((place for place, each in enumerate(keys) if each.kept), default=-1)
    if sum(each.wide for each in keys[: last + 1]) > room:
        keys = [each.in_short for each in keys]
    room -= sum(each.wide for each in keys if each.kept)
    found = []
    for each in keys:
        room -= 0 if each.kept else each.wide
        if each.kept or room >= 0:
            found.append(each)
    return tuple(found)


def pressed_by(key: str) -> str | None:
    """What is pressed for a key of the screen itself; None for several, and for those of all."""
    found = _KEY.fullmatch(key)
    if found is None or key.startswith(("F", "Ctrl")) or key in _OF_ALL:
        return None
    return _NAMED.get(key) or key.lower()


def press(widget: Static, event: Click) -> None:
    """Presses the key that was clicked on."""
    key = event.style.meta.get(_PRESS)
    if key:
        event.stop()
        widget.app.simulate_key(str(key))


def _written(each: FootKey) -> Content:
    before, after = (" ", "  ") if each.works else ("(", ") ")
    return Content.assemble(before, _pressable(each.key, each.word, bold=each.works), after)


def _words(keys: Iterable[tuple[str, str]]) -> Content:
    return Content("   ").join(_pressable(*each, bold=False) for each in keys)


def _pressable(key: str, word: str, *, bold: bool) -> Content:
    """A key with its word; where it is one key, its word is pressed too."""
    key = _(key)
    content = Content(f"{key} {word}".strip())
    if bold:
        content = content.stylize("bold", 0, len(key))
    found = list(_KEY.finditer(key))
    for each in found:
        end = len(content) if len(found) == 1 else each.end()
        content = content.stylize(_pressing(each[0]), each.start(), end)
    return content


def _pressing(name: str) -> Style:
    return Style.from_meta({_PRESS: _NAMED.get(name) or name.lower()})
