"""Keys act one after the other: what is typed ahead waits for what the keys before it open.

On a busy laptop a key is pressed before the form is there for which it is meant, or while the
popup that it answers is on its way. Left to itself it would go to what is no longer on top.

Names of Textual's own and of asyncio are used (`_message_queue`, `_pending_message`,
`_next_callbacks`, `_waiters`): try the burst tests first whenever their versions change.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual._queue import Queue
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.screen import Screen
from textual.timer import Timer

from screens.leaving import LeftOnce
from screens.list_keys import ListKeys
from screens.widgets.line_list import LineList
from screens.widgets.takes_text import TakesText

if TYPE_CHECKING:
    from tui.walking_app import WalkingApp

Typed = Key | Paste

_A_MOMENT = 0.005
_LONGEST = 3.0
"""Seconds that a key waits at most: Esc and F12 lead out of whatever does not end."""
_COVERING = frozenset({"f6", "ctrl+l"})
"""What is on the wall may have to go at once."""
_ON_ITS_WAY = "the last key"
"""What is at work as long as not all have taken it."""
_ENTERS = frozenset({"enter", "ctrl+j"})
_CONFIRMING = _ENTERS | {"space"}
_WITHIN_A_LIST = frozenset({"up", "down", "home", "end", "plus", "add", "minus", "subtract"})
_WITHIN_A_TEXT = frozenset({"left", "right", "home", "end", "backspace", "ctrl+h", "delete"})


@dataclass(frozen=True, slots=True)
class _TypedAhead:
    """A key that waits."""

    event: Typed
    seen: Screen[Any]
    """What was on top when it was pressed."""
    twice: bool
    """It is an Enter right behind another one."""


class KeysInTurn:
    """Lets a key act once what the keys before it asked for is there."""

    def __init__(self, app: WalkingApp) -> None:
        self._app = app
        self._ahead: deque[_TypedAhead] = deque()
        self._last: Typed | None = None
        """What acted last."""
        self._into_text = False
        """It was typed into a field of text."""
        self._stayed_within = True
        """It changed nothing but a text or a list, which take their keys in order themselves."""
        self._given_up: object | None = None
        """What was waited for in vain: keys act although it is still at work."""
        self._patience: Timer | None = None
        self._looking: Timer | None = None

    @property
    def waiting(self) -> bool:
        """Whether a key waits for its turn."""
        return bool(self._ahead)

    async def take(self, event: Typed) -> None:
        """A key, or what was pasted: acts now, or in its turn."""
        if self._is_for_a_cover(event):
            self.forget()
            await self._app.act_on(event)
        elif not self._ahead and (self._may_act or self._is_late_word(event)):
            await self._let_act(event)
        else:
            twice = _is_one_of(event, _ENTERS) and _is_one_of(self._before, _ENTERS)
            self._ahead.append(_TypedAhead(event, self._app.screen, twice=twice))
            self._drop_second_enter()
            self._wait()

    def forget(self) -> None:
        """What was typed ahead was meant for something that does not come."""
        self._ahead.clear()

    # Whether a key may act.

    @property
    def _may_act(self) -> bool:
        work = self._work
        if work is None:
            self._given_up = None
        return work is None or work is self._given_up

    @property
    def _work(self) -> object | None:
        """What is still being done about the keys before."""
        work = self._app.at_work
        if work is not None:
            return work
        taken = (self._stayed_within or self._all_wait) and not self._awaits_late_word
        return None if taken else _ON_ITS_WAY

    @property
    def _all_wait(self) -> bool:
        """Whether all between the focus and the program have taken what the last key made."""
        app = self._app
        start = app.focused or app.screen
        on_the_way = (each for each in start.ancestors_with_self if each is not app)
        if app.message_queue_size or app._pending_message is not None or app._next_callbacks:
            return False
        return all(map(waits_for_messages, on_the_way))

    @property
    def _text(self) -> TakesText | None:
        """The field of text in which the cursor is."""
        focused = self._app.focused
        return focused if isinstance(focused, TakesText) else None

    @property
    def _before(self) -> Typed | None:
        """The key before the one that comes now."""
        return self._ahead[-1].event if self._ahead else self._last

    @property
    def _awaits_late_word(self) -> bool:
        """Whether something is to be accepted once a word that comes late has had its time."""
        screen, text = self._app.screen, self._text
        saving = isinstance(screen, LeftOnce) and screen.awaits_late_word
        return saving or (text is not None and text.submitting)

    def _is_late_word(self, event: Typed) -> bool:
        """Whether it can belong to the word that an Enter has overtaken."""
        if not isinstance(event, Key) or not self._awaits_late_word:
            return False
        letter = event.character
        return event.key == "backspace" or (letter is not None and letter.isalpha())

    def _is_for_a_cover(self, event: Typed) -> bool:
        """Whether it covers the wall; what covers it looks after its keys itself."""
        screen = self._app.screen
        covered = isinstance(screen, LeftOnce) and screen.COVERS
        return covered or _is_one_of(event, _COVERING)

    def _stays_within(self, event: Typed) -> bool:
        """Whether it changes nothing but the text or the list in which the cursor is."""
        if self._text is not None:
            # In the menu a digit leads to a step.
            letters = _is_typed(event) and not _is_digit(event)
            return letters or _is_one_of(event, _WITHIN_A_TEXT)
        in_list = isinstance(self._app.focused, LineList)
        return in_list and _is_one_of(event, _WITHIN_A_LIST)

    def _is_blind(self, ahead: _TypedAhead) -> bool:
        """Whether it would confirm something that came up after it was pressed.

        What was typed before it, in a field or as a number, is confirmed as it was meant.
        """
        screen = self._app.screen
        if screen is ahead.seen or (isinstance(screen, ListKeys) and screen.number.text):
            return False
        if self._text is not None:
            return _is_one_of(ahead.event, _ENTERS) and not self._into_text
        return _is_one_of(ahead.event, _CONFIRMING)

    # Acting, and waiting.

    async def _let_act(self, event: Typed) -> None:
        self._stayed_within = self._stays_within(event) and not self._awaits_late_word
        self._last, self._into_text = event, self._text is not None and _is_typed(event)
        await self._app.act_on(event)

    def _drop_second_enter(self) -> None:
        """Once it is known that the first one does something: the second would confirm unseen."""
        second = bool(self._ahead) and self._ahead[0].twice
        if second and (self._app.at_work is not None or self._awaits_late_word):
            self._ahead.popleft()
            self._app.bell()

    async def _let_next_act(self) -> None:
        """The next keys act, as far as there is what they wait for."""
        self._looking = None
        if not self._app.screen_stack:
            # The program has ended meanwhile.
            self.forget()
        self._drop_second_enter()
        while self._ahead and self._may_act:
            self._be_patient()
            ahead = self._ahead.popleft()
            if self._is_blind(ahead):
                self._app.bell()
            else:
                await self._let_act(ahead.event)
        self._wait()

    def _wait(self) -> None:
        """Looks again in a moment, as long as a key waits."""
        if not self._ahead:
            self._be_patient()
            return
        if self._patience is None:
            self._patience = self._app.set_timer(_LONGEST, self._lose_patience)
        if self._looking is None:
            self._looking = self._app.set_timer(_A_MOMENT, self._let_next_act)

    def _be_patient(self) -> None:
        """A key acts, or none waits: the next one waits as long again."""
        if self._patience is not None:
            self._patience.stop()
            self._patience = None

    async def _lose_patience(self) -> None:
        self._patience = None
        if self._app.screen_stack:
            self._given_up = self._work
        await self._let_next_act()


def waits_for_messages(node: DOMNode) -> bool:
    """Whether it has taken all it was told, and done what it does about that."""
    messages: Queue[Any] = node._message_queue
    return messages.empty() and bool(messages.ready_event._waiters)


def _is_one_of(event: Typed | None, keys: frozenset[str]) -> bool:
    return isinstance(event, Key) and event.key in keys


def _is_typed(event: Typed) -> bool:
    """Whether it is text, where there is a field that takes some."""
    return isinstance(event, Paste) or event.is_printable


def _is_digit(event: Typed) -> bool:
    return isinstance(event, Key) and (event.character or "").isdigit()
