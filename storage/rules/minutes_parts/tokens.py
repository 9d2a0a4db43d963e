"""Personal values within composed text: they stand as tokens, and are put in when it is read.

A token is written in characters of the private use area, which no input can hold (every text
is cleaned of them). The sealed minutes keep the tokens, and the values apart from them: a
person's data can be removed later, and the text and its seal stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from storage.records.kinds import Address, ConsentScope
from storage.records.minutes import (
    Block,
    Column,
    MinutesContent,
    MinutesPart,
    MinutesTable,
    Paragraph,
    Signature,
)
from storage.vietnamese import REMOVED_NAME, REMOVED_WORDS, with_capital

OPENS = "\ue000"
CLOSES = "\ue001"
CAPITAL = "^"
"""Before a token's name: its value begins with a capital letter here."""

CALLED = "called"
"""The last word of a token for part of a name: it is one only after a form of address."""
_FORMS = [form for each in Address for form in (each.value, each.value.capitalize())]
_AFTER_A_FORM = "|".join(rf"(?<=\b{form} )" for form in _FORMS)

_REMOVED = {
    **dict.fromkeys(("who", "name", "bare"), REMOVED_NAME),
    **dict.fromkeys(("age", "address", "reason", "referral", "told"), ""),
}
"""By the last word of a token: who it was is told once, what followed the name is left out."""

_NAME_REMOVED = "(đã xóa tên)"
_AFTER_ADDRESS = re.compile(r"\b(ông|bà|cụ|anh|chị|cháu) $", re.IGNORECASE)
"""Someone typed the form of address before the name: it stays, and says that it is a person."""

_TOKEN = re.compile(f"{OPENS}({re.escape(CAPITAL)}?)([^{CLOSES}]+){CLOSES}")


class Copy(StrEnum):
    """For whose eyes a text is: what it tells of people depends on it."""

    FILE = "file"
    """The club's own copy: everything that was recorded."""
    WALL = "wall"
    """The screen while private details are hidden."""
    PUBLIC = "public"
    """The copy that is given away: no health, and no name that nobody agreed to show."""


_SCOPES = {Copy.WALL: ConsentScope.CLUB, Copy.PUBLIC: ConsentScope.MINUTES}
"""Which consent a copy asks for; the club's own copy asks for none."""


class Secrecy(StrEnum):
    """Who may be told a value beside those who keep the club's own copy."""

    OPEN = "open"
    """Everyone: the name of an officer, a helper or a guest."""
    CONSENT = "consent"
    """Everyone, once the person agreed."""
    HEALTH = "health"
    """The members in the room, once the person agreed: words that may tell of illness."""
    PRIVATE = "private"
    """Nobody else: an address."""


_SECRECY = {
    "address": Secrecy.PRIVATE,
    "telephone": Secrecy.PRIVATE,
    "private": Secrecy.PRIVATE,
    "guardian": Secrecy.PRIVATE,
    "circumstances": Secrecy.HEALTH,
    "reason": Secrecy.HEALTH,
    "referral": Secrecy.HEALTH,
    "told": Secrecy.HEALTH,
    "help": Secrecy.HEALTH,
    "decision": Secrecy.HEALTH,
    "cause": Secrecy.HEALTH,
}
"""By the last word of a token that is about someone in hardship."""


@dataclass(frozen=True, slots=True)
class Value:
    """A personal value, and what stands in its place where it is hidden."""

    full: str
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Personal:
    """The personal values of one meeting's minutes, and who agreed to be named."""

    values: Mapping[str, Value]
    agreed: Mapping[ConsentScope, frozenset[int]] = field(default_factory=dict)
    """The numbers of the persons who agreed, scope by scope."""

    def told(self, name: str, copy: Copy) -> str:
        """What a token says in one copy."""
        value = self.values.get(name)
        if value is None:
            return _REMOVED.get(name.rpartition(".")[2], REMOVED_WORDS)
        return value.full if copy is Copy.FILE or self._open(name, copy) else value.hidden

    def _open(self, name: str, copy: Copy) -> bool:
        secrecy = secrecy_of(name)
        if secrecy in {Secrecy.OPEN, Secrecy.PRIVATE}:
            return secrecy is Secrecy.OPEN
        if secrecy is Secrecy.HEALTH and copy is Copy.PUBLIC:
            return False
        return person_of(name) in self.agreed.get(_SCOPES[copy], frozenset())


def person_of(name: str) -> int | None:
    """Which person in hardship a token is about; None where it is about none."""
    words = name.split(".")
    return int(words[1]) if words[0] == "person" else None


def secrecy_of(name: str) -> Secrecy:
    """Who may be told what a token stands for."""
    if person_of(name) is None:
        return Secrecy.OPEN
    return _SECRECY.get(name.rpartition(".")[2], Secrecy.CONSENT)


def token(name: str) -> str:
    """The token as it stands in the text."""
    return f"{OPENS}{name}{CLOSES}"


def capital(text: str) -> str:
    """The text with a capital at its beginning, be it a letter or a token."""
    if text.startswith(OPENS):
        return f"{OPENS}{CAPITAL}{text[1:].removeprefix(CAPITAL)}"
    return with_capital(text)


def tokens_in(text: str) -> list[str]:
    """The names of the tokens in a text, in their order."""
    return [found[2] for found in _TOKEN.finditer(text)]


def resolve_text(text: str, personal: Personal, copy: Copy = Copy.FILE) -> str:
    """The text with the values in their places."""

    def put(found: re.Match[str]) -> str:
        told = personal.told(found[2], copy)
        if told == REMOVED_NAME and _AFTER_ADDRESS.search(text[: found.start()]):
            told = _NAME_REMOVED
        return capital(told) if found[1] else told

    return _TOKEN.sub(put, text)


def resolve(content: MinutesContent, personal: Personal, copy: Copy = Copy.FILE) -> MinutesContent:
    """The whole minutes with the values in their places."""
    resolved = map_texts(content, lambda text: resolve_text(text, personal, copy))
    return replace(resolved, public=copy is Copy.PUBLIC)


class Naming:
    """Puts tokens into a text that someone typed, where it says one of the values.

    At each place the longest value counts, so that a name is not taken apart by a shorter
    one within it. What is a token already is left alone.
    """

    def __init__(self, values: Iterable[tuple[str, str]]) -> None:
        self._names = {value: name for name, value in values if value.strip()}
        self._longest_first = sorted(self._names, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """The text with the tokens."""
        # Of some hundred values a text says few: a pattern of all of them takes far longer to make.
        said = [value for value in self._longest_first if value in text]
        if not said:
            return text
        return re.sub("|".join([_TOKEN.pattern, *map(self._said, said)]), self._put, text)

    def _said(self, value: str) -> str:
        """How the value is found: whole, and part of a name only after a form of address."""
        called = self._names[value].endswith(f".{CALLED}")
        return f"(?:{_AFTER_A_FORM}){_whole(value)}" if called else _whole(value)

    def _put(self, found: re.Match[str]) -> str:
        name = self._names.get(found[0])
        return found[0] if name is None else token(name)


def _whole(value: str) -> str:
    """The value, where no word goes on before or after it."""
    before = r"(?<!\w)" if value[0].isalnum() else ""
    after = r"(?!\w)" if value[-1].isalnum() else ""
    return f"{before}{re.escape(value)}{after}"


def texts_of(content: MinutesContent) -> list[str]:
    """Every text of the minutes that may hold tokens."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    map_texts(content, note)
    return found


def map_texts(content: MinutesContent, change: Callable[[str], str]) -> MinutesContent:
    """The minutes with every text changed that may hold tokens."""
    return replace(
        content,
        opening=tuple(_paragraph(each, change) for each in content.opening),
        parts=tuple(map_part(part, change) for part in content.parts),
        closing=tuple(_paragraph(each, change) for each in content.closing),
        signatures=tuple(
            Signature(each.capacity, change(each.name)) for each in content.signatures
        ),
    )


def map_part(part: MinutesPart, change: Callable[[str], str]) -> MinutesPart:
    """A part with every text changed that may hold tokens."""
    return replace(part, blocks=tuple(_block(block, change) for block in part.blocks))


def _block(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, change)
    columns: tuple[Column, ...] = block.columns
    return MinutesTable(columns, tuple(tuple(map(change, row)) for row in block.rows))


def _paragraph(paragraph: Paragraph, change: Callable[[str], str]) -> Paragraph:
    return Paragraph(change(paragraph.text), paragraph.mark)
