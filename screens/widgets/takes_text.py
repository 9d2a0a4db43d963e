"""What a field of text is to whoever only needs to know that letters go there."""

from __future__ import annotations

from textual.dom import DOMNode


class TakesText(DOMNode):
    """A field of text: it takes letters in their order by itself."""

    @property
    def submitting(self) -> bool:
        """Whether Enter was pressed and still waits for a late word."""
        raise NotImplementedError
