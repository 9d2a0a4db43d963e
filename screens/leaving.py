"""Screens that lie over another one, and are left for it once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class LeftOnce(Screen[Result]):
    """Is left once it is there, and once: a key that is pressed in a hurry takes no other away."""

    _left_with: tuple[Result | None] | None = None
    """The result with which it is to go, once it is there and nothing lies over it."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Gives its result, and goes; one that has gone already has nothing more to give.

        One that something else lies over by now, as the question whether to leave, goes with it.
        """
        if not self.is_active or not self.is_mounted:
            self._left_with = self._left_with or (result,)
            return AwaitComplete()
        return super().dismiss(result)

    async def on_screen_resume(self) -> None:
        """What lay over it is gone."""
        if self._left_with is not None:
            self.dismiss(self._left_with[0])


class Popup(ModalScreen[Result], LeftOnce[Result]):
    """A window over a screen, which asks or tells something."""
