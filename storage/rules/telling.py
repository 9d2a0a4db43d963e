"""Which words are one person's own, so that whoever repeats them tells of that person."""

from __future__ import annotations

_LONG = 12
_DIGITS = 7


def is_telling(words: str) -> bool:
    """Whether words are too long to be anyone's ("xóm Đình" is), or a telephone number."""
    return len(words) >= _LONG or sum(letter.isdigit() for letter in words) >= _DIGITS
