"""One person's name within a text, told apart from every longer name that begins or ends so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storage.vietnamese import REMOVED_NAME


class WholeName:
    """Finds a name where it stands whole: "Lê Văn An" is not said by "Lê Văn Anh"."""

    def __init__(self, name: str, others: Iterable[str]) -> None:
        """The name, and the names of all others; a longer one of these is left whole."""
        self._name = name
        longer = {other for other in others if name in other and other != name}
        wanted = sorted({name, *longer}, key=len, reverse=True)
        self._pattern = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in wanted))

    def said_in(self, text: str) -> bool:
        """Whether the text says the name."""
        return any(found[0] == self._name for found in self._pattern.finditer(text))

    def removed_from(self, text: str) -> str:
        """The text without the name."""
        return self._pattern.sub(self._put, text)

    def _put(self, found: re.Match[str]) -> str:
        return REMOVED_NAME if found[0] == self._name else found[0]
