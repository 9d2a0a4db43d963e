"""What a form was told by naming a person, which another name takes back."""

from __future__ import annotations

from collections.abc import Mapping

from screens.forms.controls import Named


class Naming:
    """Keeps what a name filled in, so that nothing of one person stays beneath another."""

    def __init__(self, initial: Mapping[str, str]) -> None:
        self._initial = initial
        self._filled: Mapping[str, str] = {}

    def taken_back(self, event: Named, texts: Mapping[str, str]) -> dict[str, str]:
        """What the name before filled in and nobody has changed: it stands as at the beginning."""
        return {
            key: self._initial.get(key, "")
            for key, text in self._filled.items()
            if key != event.key and texts.get(key, "") == text
        }

    def told(self, event: Named, texts: Mapping[str, str]) -> Mapping[str, str]:
        """What is known of the member, or only what was said where a name is corrected."""
        known = event.known
        corrected = known is not None and self._corrected(event.key, known, texts)
        self._filled = event.said if known is None or corrected else known
        return self._filled

    def _corrected(self, key: str, known: Mapping[str, str], texts: Mapping[str, str]) -> bool:
        """Whether other things were said of the person already, which stand."""
        others = known.keys() - {key}
        return bool(self._initial.get(key)) or any(
            texts.get(each, "") != self._initial.get(each, "") for each in others
        )
