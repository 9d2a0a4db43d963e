"""The words in other languages: Vietnamese is the source, and what is shown where none is set.

`_("…")` translates where it stands. `N_("…")` only marks a text of a table or a class, which is
translated where it is shown: `_(TABLE[key])`. `_("{count} …", count)` has a singular and a plural
where a language has them. `tests/catalogue.py` gathers all these into the catalogues of `locale/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from storage.said import N_, Language, Say, as_written

if TYPE_CHECKING:
    from gettext import NullTranslations

__all__ = ["N_", "Language", "_", "as_on_paper", "in_language", "speak", "spoken"]

DOMAIN = "chungtay"
LOCALE = Path(__file__).parent / "locale"


class _Spoken:
    """The language in use, and its words; Vietnamese needs none."""

    language = Language.VIETNAMESE
    words: NullTranslations | None = None


_on_paper = ContextVar("on_paper", default=False)


def _(text: str, count: int | None = None, /) -> str:
    """The text in the language of the screen; with a number, as it is said of so many."""
    words = _Spoken.words
    return text if words is None or _on_paper.get() else _said(words, text, count)


@contextmanager
def as_on_paper() -> Iterator[None]:
    """Says everything in Vietnamese meanwhile: what goes on a paper, or is kept in the books."""
    before = _on_paper.set(True)
    try:
        yield
    finally:
        _on_paper.reset(before)


def speak(language: Language) -> None:
    """Says everything in this language from now on."""
    _Spoken.words = None if language is Language.VIETNAMESE else _catalogue(language)
    _Spoken.language = language


def spoken() -> Language:
    """The language in use."""
    return _Spoken.language


def in_language(language: Language) -> Say:
    """Says a text in a language that need not be the screen's, as a paper may want it."""
    if language is Language.VIETNAMESE:
        return as_written
    return partial(_said, _catalogue(language))


def _said(words: NullTranslations, text: str, count: int | None = None, /) -> str:
    said = text if count is None else words.ngettext(text, text, count)
    # Of an empty text gettext would give the heading of the catalogue.
    return words.gettext(text) if text and said == text else said


def _catalogue(language: Language) -> NullTranslations:
    from gettext import translation

    return translation(DOMAIN, LOCALE, [language])
