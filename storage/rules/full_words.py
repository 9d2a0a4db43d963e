"""The club's abbreviations written out, for those readers of a paper who do not know them."""

from __future__ import annotations

import re

from storage.vietnamese import with_capital

_IN_FULL = {
    "CLB": "câu lạc bộ",
    "TNV": "tình nguyện viên",
    "NCT": "người cao tuổi",
    "BHYT": "bảo hiểm y tế",
    "TV": "thành viên",
}
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(_IN_FULL)})\b")

_CAPITAL_AFTER = re.compile(r"(?:^|[.!?] |\bHội )$")
"""What stands before a sentence, or before the name of the Association."""


def in_full(text: str) -> str:
    """The text with every abbreviation of the club's written out."""
    return _ABBREVIATION.sub(_words, text)


class FirstUse:
    """Writes each abbreviation out where a paper uses it first: "câu lạc bộ (CLB)".

    It is given the texts of the paper one after the other.
    """

    def __init__(self) -> None:
        self._known: set[str] = set()

    def __call__(self, text: str) -> str:
        """The text with what is new in it written out."""
        return _ABBREVIATION.sub(self._written_out, text)

    def _written_out(self, found: re.Match[str]) -> str:
        short = found[0]
        if short in self._known:
            return short
        self._known.add(short)
        if found.string[: found.start()].casefold().endswith(f"{_IN_FULL[short]} ("):
            return short
        return f"{_words(found)} ({short})"


def _words(found: re.Match[str]) -> str:
    words = _IN_FULL[found[0]]
    if _CAPITAL_AFTER.search(found.string[: found.start()]):
        return with_capital(words)
    return words
