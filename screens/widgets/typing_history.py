"""What was typed, word by word, so that it can be taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from textual.document._edit import Edit
from textual.document._history import EditHistory

MAX_STEPS = 200
"""How far typing can be taken back."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as it stood, and where the cursor was in it."""

    value: str
    cursor: int


class TypingHistory:
    """The steps of one field back and forth. A step is a word, a paste or a longer deletion.

    An input method sends several backspaces and letters for one keystroke, so letters
    could not be steps. What the app itself put into the field ends the history: Ctrl+Z
    takes back typing and never more than that.
    """

    def __init__(self) -> None:
        self._back: deque[Typed] = deque(maxlen=MAX_STEPS)
        self._forth: list[Typed] = []
        self._now: Typed | None = None
        """How the last edit, or the last step back or forth, left the line."""

    def record(self, before: Typed, after: Typed, *, same_word: bool = False) -> None:
        """Remembers an edit; letters of the same word join the step before."""
        if before.value == after.value:
            return
        self._forget_if_changed_outside(before)
        self._forth.clear()
        joins = same_word or _is_within_a_word(before, after)
        if not self._back or self._now != before or not joins:
            self._back.append(before)
        self._now = after

    def undo(self, now: Typed) -> Typed | None:
        """How the line stood a step ago, or None."""
        self._forget_if_changed_outside(now)
        if not self._back:
            return None
        self._forth.append(now)
        self._now = self._back.pop()
        return self._now

    def redo(self, now: Typed) -> Typed | None:
        """How the line stood before the last step back, or None."""
        self._forget_if_changed_outside(now)
        if not self._forth:
            return None
        self._back.append(now)
        self._now = self._forth.pop()
        return self._now

    def _forget_if_changed_outside(self, found: Typed) -> None:
        if self._now is not None and self._now.value != found.value:
            self._back.clear()
            self._forth.clear()


def _is_within_a_word(before: Typed, after: Typed) -> bool:
    difference = len(after.value) - len(before.value)
    if abs(difference) > 1:
        return False
    if difference == 1:
        begins_a_word = before.value[: before.cursor].endswith(" ")
        return not begins_a_word or after.value[: after.cursor].endswith(" ")
    return before.value[before.cursor - 1 : before.cursor] != " "


@dataclass
class WordByWord(EditHistory):
    """The history of a field of several lines: a word that changes as it is typed is one step."""

    _same_word: bool = field(init=False, default=False)

    @classmethod
    def like(cls, stock: EditHistory) -> WordByWord:
        """One with the limits of another."""
        return cls(
            max_checkpoints=stock.max_checkpoints,
            checkpoint_timer=stock.checkpoint_timer,
            checkpoint_max_characters=stock.checkpoint_max_characters,
        )

    @contextmanager
    def within_a_word(self) -> Iterator[None]:
        """What is edited in here joins the letters typed before it."""
        self._same_word = True
        yield
        self._same_word = False

    def record(self, edit: Edit) -> None:
        """Remembers an edit."""
        if not self._same_word or not self._undo_stack or self._force_end_batch:
            super().record(edit)
            return
        self._undo_stack[-1].append(edit)
        self._redo_stack.clear()
