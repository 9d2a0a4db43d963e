"""A field for a passphrase, which nobody reads on the wall."""

from __future__ import annotations

from textual import events

from screens.widgets.safe_fields import VietnameseInput

_LONGEST = 200


class PassphraseField(VietnameseInput):
    """Shows a dot for each letter; an input method of the computer works as everywhere."""

    def __init__(self) -> None:
        super().__init__(max_length=_LONGEST, compact=True)
        self.password = True

    def _types_vietnamese(self, _event: events.Key) -> bool:
        """Never: what cannot be seen must not be changed behind the fingers."""
        return False
