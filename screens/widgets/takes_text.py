"""What a field of text is to whoever only needs to know that letters go there."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.dom import DOMNode


@runtime_checkable
class FollowsKeys(Protocol):
    """A program in which a key waits for what the one before it asked for."""

    def follow_key(self) -> None:
        """What a key asked for is said only now, by the widget in focus."""


class TakesText(DOMNode):
    """A field of text: it takes letters in their order by itself."""

    @property
    def submitting(self) -> bool:
        """Whether Enter was pressed and still waits for a late word."""
        raise NotImplementedError

    def say_submitted(self) -> None:
        """The late word has had its time: what is typed from now on waits for what Enter does."""
        if isinstance(self.app, FollowsKeys):
            self.app.follow_key()
