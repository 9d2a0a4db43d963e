"""Screens that lie over another one, and are left for it once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class LeftOnce(Screen[Result]):
    """Is left once it is there, and once: a key that is pressed in a hurry takes no other away."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Gives its result, and goes; one that has gone already has nothing more to give."""
        if not self.is_active or not self.is_mounted:
            return AwaitComplete()
        return super().dismiss(result)


class Popup(ModalScreen[Result], LeftOnce[Result]):
    """A window over a screen, which asks or tells something."""
