"""Screens that lie over another one, and are left for it once."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class LeftOnce(Screen[Result]):
    """Is left once it is there, and once: a key that is pressed in a hurry takes no other away."""

    COVERS: ClassVar[bool] = False
    """Whether it covers all that was open, and looks itself after keys from before it was seen."""

    _left_with: tuple[Result | None] | None = None
    """The result with which it is to go, once it is there and nothing lies over it."""

    @property
    def at_work(self) -> object | None:
        """What a key has to wait for that is typed ahead; None where the next one may act."""
        return None if self.is_mounted and self._left_with is None else self

    @property
    def awaits_late_word(self) -> bool:
        """Whether it is to be accepted once a word that comes late has had time to arrive."""
        return False

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
