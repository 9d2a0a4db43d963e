"""A control that loses no key: each acts at once, and what follows Enter goes to the next field.

Names of Textual's own are used (`_bindings`, `_forward_event`, `_message_queue`): try the burst
tests first whenever its version changes.
"""

from __future__ import annotations

from asyncio import Queue

from textual.events import Key
from textual.message import Message
from textual.widget import Widget


class KeysInOrder(Widget, can_focus=True):
    """Left to themselves, keys act once they have gone through the program, wherever the focus is.

    On a slow laptop, and with an input method, the next keys are typed before the focus has moved.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._leaving = False
        self._held: list[Key] = []

    def leave(self) -> None:
        """What is typed from now on is meant for the field that has the focus next."""
        self._leaving = True

    def stay(self) -> None:
        """The focus stays here after all."""
        self._leaving = False
        self._held.clear()

    def hand_on(self, to: Widget) -> None:
        """The focus has moved: gives on what was typed meanwhile, before anything else comes."""
        keys = [*self._held, *self._waiting()]
        self.stay()
        for key in keys:
            to._forward_event(Key(key.key, key.character))

    def _waiting(self) -> list[Key]:
        """The keys that are on their way to this control."""
        queue: Queue[Message | None] = self._message_queue
        messages = [queue.get_nowait() for _each in range(queue.qsize())]
        for message in messages:
            if not isinstance(message, Key):
                queue.put_nowait(message)
        return [message for message in messages if isinstance(message, Key)]

    async def _on_key(self, event: Key) -> None:
        if self._leaving:
            _take(event)
            self._held.append(event)
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                _take(event)
                return
        if event.character is not None and event.character.isalpha():
            _take(event)
            self.letter(event.character)

    def letter(self, letter: str) -> None:
        """A letter was typed, which is meant for a field of text."""
        raise NotImplementedError


def _take(event: Key) -> None:
    event.stop()
    event.prevent_default()
