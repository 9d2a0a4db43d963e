"""The words in other languages: Vietnamese is the source, and what is shown where none is set.

`_("…")` translates where it stands. `N_("…")` only marks a text of a table or a class, which is
translated where it is shown: `_(TABLE[key])`. Both are gathered into the catalogues of `locale/`
by `tests/catalogue.py`.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from storage.said import N_, Say, as_written

__all__ = ["N_", "Language", "_", "speak", "spoken"]

_LOCALE = Path(__file__).parent / "locale"
DOMAIN = "chungtay"


class Language(StrEnum):
    """What the screens can speak."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class _Spoken:
    """The language in use; its catalogue is read once, and none for Vietnamese."""

    language = Language.VIETNAMESE
    say: Say = staticmethod(as_written)


def _(text: str) -> str:
    """The text in the language of the screen."""
    return _Spoken.say(text) if text else text


def speak(language: Language) -> None:
    """Says everything in this language from now on."""
    _Spoken.language = language
    _Spoken.say = as_written if language is Language.VIETNAMESE else _catalogue(language)


def spoken() -> Language:
    """The language in use."""
    return _Spoken.language


def _catalogue(language: Language) -> Say:
    from gettext import translation

    return translation(DOMAIN, _LOCALE, [language]).gettext
