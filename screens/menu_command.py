"""One line of the menu: how it is called, and what it does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the menu."""

    key: str
    label: str
    run: Callable[[], Awaitable[None]]
    hint: str = ""
    """The key that does the same, or where it stands."""
