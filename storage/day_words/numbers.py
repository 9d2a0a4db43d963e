"""Numbers as people say them, without their marks: "10", "hai", "muoi lam"."""

from __future__ import annotations

_UNITS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5,
    "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_UNIT = "|".join(_UNITS)
NUMBER = rf"(?:\d{{1,3}}|(?:(?:{_UNIT}|\d) )?muoi(?: (?:{_UNIT}|\d))?|{_UNIT})"
"""A pattern for a number in figures or in words."""


def number(words: str) -> int:
    """What a number in figures or in words is: "10", "hai", "muoi lam"."""
    if words.isdigit():
        return int(words)
    tens, ten, rest = (part.strip() for part in words.partition("muoi"))
    if not ten:
        return _UNITS[words]
    return (number(tens) if tens else 1) * 10 + (number(rest) if rest else 0)


def full_year(figures: str) -> int:
    """A year in two or four figures."""
    return int(figures) + (2000 if len(figures) == 2 else 0)
