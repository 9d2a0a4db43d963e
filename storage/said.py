"""Words that screens say in other languages too; storage itself speaks Vietnamese alone."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Language(StrEnum):
    """What the screens can speak, and the report of a year."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class Say(Protocol):
    """Puts a text into the language of whoever reads it.

    A rule that words something for a screen is handed one. Without it the words are the club's own:
    papers, seals and files never depend on the language of a screen.
    """

    def __call__(self, text: str, count: int | None = None, /) -> str:
        """The text, as it is said of so many; Vietnamese says it alike of one and of ten."""


def as_written(text: str, count: int | None = None, /) -> str:  # noqa: ARG001 - as Say has it
    """Everything as it is written here: in Vietnamese."""
    return text


def N_(text: str, count: int | None = None) -> str:  # noqa: ARG001, N802 - gettext's tools know it
    """The text itself, marked for the catalogues: it is translated where it is shown.

    A number beside it tells that it will be said of so many.
    """
    return text
