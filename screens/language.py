"""The words in other languages: Vietnamese is the source, and what is shown where none is set."""

from __future__ import annotations

from collections.abc import Mapping

_catalogue: dict[str, str] = {}


def _(text: str) -> str:
    """The text in the language of the screen."""
    return _catalogue.get(text, text)


def speak(catalogue: Mapping[str, str]) -> None:
    """Shows the screens in another language; an empty catalogue is Vietnamese."""
    _catalogue.clear()
    _catalogue.update(catalogue)
