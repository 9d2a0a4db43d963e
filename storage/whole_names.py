"""One person's name within a text, told apart from every longer name that begins or ends so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storage.vietnamese import REMOVED_NAME


class WholeName:
    """Finds a name where it stands whole: "Lê Văn An" is not said by "Lê Văn Anh"."""

    def __init__(self, name: str, others: Iterable[str], removed: str = REMOVED_NAME) -> None:
        """The name, the names of all others, and what takes its place; a longer one is left."""
        self.name = name
        self._removed = removed
        longer = {other for other in others if name in other and other != name}
        wanted = sorted({name, *longer}, key=len, reverse=True)
        self._pattern = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in wanted))

    def said_in(self, text: str) -> bool:
        """Whether the text says the name."""
        return any(found[0] == self.name for found in self._pattern.finditer(text))

    def removed_from(self, text: str) -> str:
        """The text without the name."""
        return self._pattern.sub(self._put, text)

    def _put(self, found: re.Match[str]) -> str:
        return self._removed if found[0] == self.name else found[0]
