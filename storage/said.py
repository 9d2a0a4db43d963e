"""Words that screens say in other languages too; storage itself speaks Vietnamese alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Say: TypeAlias = Callable[[str], str]
"""Puts a text into the language of whoever reads it.

A rule that words something for a screen is handed one. Without it the words are the club's own:
papers, seals and files never depend on the language of a screen.
"""


def N_(text: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """The text itself, marked for the catalogues: it is translated where it is shown."""
    return text


as_written: Say = N_
"""Says everything as it is written here: in Vietnamese."""
