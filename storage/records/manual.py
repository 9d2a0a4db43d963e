"""The manual on paper: what it says, and the screens that it shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ManualHead:
    """The head of a step or a matter."""

    text: str


@dataclass(frozen=True, slots=True)
class ManualText:
    """A paragraph of short sentences; with a mark it is one of several things to do."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ManualScreen:
    """The picture of a screen, by its name among the pictures that are carried along."""

    name: str


@dataclass(frozen=True, slots=True)
class ManualTable:
    """Keys or papers on the left, what they do on the right."""

    rows: tuple[tuple[str, str], ...]


ManualItem = ManualHead | ManualText | ManualScreen | ManualTable


@dataclass(frozen=True, slots=True)
class Manual:
    """A page an entry; the last one is the card to pin beside the laptop."""

    title: str
    subtitle: str
    pages: tuple[tuple[ManualItem, ...], ...]
    card_title: str
    card: tuple[tuple[str, str], ...]
