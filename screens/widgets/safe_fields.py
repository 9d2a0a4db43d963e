"""Text fields in which Vietnamese can be typed with any input method.

UniKey and its like send backspaces and new letters in one burst. Textual 8.2.8 takes
letters in the widget but runs the backspace only when its event has bubbled up to the
app, so that the letters come first and four words of five are spelt wrong. These fields
run their own key bindings in order with the letters. They keep their text composed
(NFC) and free of signs that nobody can see.

Names of Textual's own are used (`_on_key`, `_bindings`, `_restart_blink`,
`_position_to_cell`, `_recompute_cursor_offset`): try the burst tests first whenever its
version changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.geometry import Offset
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, TextArea

from screens.widgets.field_keys import (
    change_by_key,
    join_marks,
    own_bindings,
    take,
    take_key_in_order,
)
from screens.widgets.takes_text import TakesText
from screens.widgets.typing_history import MAX_STEPS, Typed, TypingHistory, WordByWord
from screens.widgets.word_typing import WordTyping
from storage.vietnamese import visible_line, visible_text

MAX_LENGTH = 10_000
"""How much a field takes unless it is told otherwise; of a longer paste, what fits."""

_ENTERS = frozenset({"enter", "ctrl+j"})
"""The keypad's Enter arrives as Ctrl+J in some terminals."""

LATE_WORD_SECONDS = 0.08
"""How long Enter waits: ibus on xterm sends the last word after it."""


class VietnameseInput(Input, TakesText, inherit_bindings=False):
    """One line of text. Enter submits it; up and down are left to the form."""

    @dataclass
    class Replaced(Message):
        """All that stood in the field, which was selected, gave way to what was typed."""

        text: str

    BINDINGS = [
        *own_bindings(Input.BINDINGS, frozenset(), {"enter": "ctrl+j", "backspace": "ctrl+h"}),
        Binding("ctrl+z,super+z", "undo", "Undo the typing", show=False),
        Binding("ctrl+y,super+y", "redo", "Redo the typing", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        restrict: str | None = None,
        max_length: int = MAX_LENGTH,
        select_on_focus: bool = False,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
        disabled: bool = False,
        compact: bool = False,
    ) -> None:
        self._history = TypingHistory()
        self._word_typing = WordTyping()
        self._within_a_word = False
        """Whether the program's own typing method puts another word in the place of one."""
        self._submission: Timer | None = None
        super().__init__(
            value,
            placeholder,
            restrict=restrict,
            max_length=max_length,
            select_on_focus=select_on_focus,
            name=name,
            id=id,
            classes=classes,
            disabled=disabled,
            compact=compact,
        )
        self.set_reactive(Input.cursor_blink, False)

    def begin_with(self, letter: str) -> None:
        """A letter that was typed before the field had the focus; what is proposed gives way."""
        proposed, cursor = self.select_on_focus, self.cursor_position
        start, end = (0, len(self.value)) if proposed else (cursor, cursor)
        self.replace(letter, start, end)
        # The focus that is still to come must not select the letter.
        self.select_on_focus = False
        self.call_after_refresh(self._select_again, proposed)

    def _select_again(self, proposed: bool) -> None:
        self.select_on_focus = proposed

    def validate_value(self, value: str) -> str:
        """Keeps what the app puts into the field as clean as what is typed."""
        return visible_line(value)

    async def _on_key(self, event: events.Key) -> None:
        if self._types_vietnamese(event):
            take(self, event)
        else:
            await take_key_in_order(self, event)

    def _on_paste(self, event: events.Paste) -> None:
        # Textual takes the first line only; what was copied in two lines is wanted whole.
        event.stop()
        event.prevent_default()
        self.replace(event.text.strip("\r\n"), *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        """Puts text in the place of other text: typed, pasted or deleted."""
        before = Typed(self.value, self.cursor_position)
        start, end = sorted((max(0, start), min(len(before.value), end)))
        text, joined = join_marks(visible_line(text), before.value[:start])
        fitting = self._what_fits(text, end - start + joined)
        if text and not fitting:
            self.restricted()
            return
        super().replace(fitting, start - joined, end)
        now = Typed(self.value, self.cursor_position)
        self._history.record(before, now, same_word=self._within_a_word)
        if fitting and before.value and (start - joined, end) == (0, len(before.value)):
            self.post_message(self.Replaced(before.value))

    def _types_vietnamese(self, event: events.Key) -> bool:
        """Whether a key changed the word before the cursor by the program's own method."""
        if not self.selection.is_empty:
            return False
        cursor = self.cursor_position
        change = change_by_key(self._word_typing, self, self.value[:cursor], event)
        if change is None or len(change.text) > len(self._what_fits(change.text, change.letters)):
            return False
        self._within_a_word = True
        self.replace(change.text, cursor - change.letters, cursor)
        self._within_a_word = False
        return True

    def _what_fits(self, text: str, replaced: int) -> str:
        if not self.max_length:
            return text
        return text[: max(0, self.max_length - len(self.value) + replaced)]

    @property
    def submitting(self) -> bool:
        """Whether Enter was pressed and still waits for a late word."""
        return self._submission is not None

    def action_undo(self) -> None:
        """Takes back the last word typed in this field; never what was done outside it."""
        self._restore(self._history.undo(Typed(self.value, self.cursor_position)))

    def action_redo(self) -> None:
        """Types again what was taken back."""
        self._restore(self._history.redo(Typed(self.value, self.cursor_position)))

    def _restore(self, typed: Typed | None) -> None:
        if typed is not None:
            self.value = typed.value
            self.cursor_position = typed.cursor

    async def action_submit(self) -> None:
        """Submits the line once a word that comes late has had time to arrive."""
        if self._submission is None:
            self._submission = self.set_timer(LATE_WORD_SECONDS, self._submit)

    async def _submit(self) -> None:
        self._submission = None
        await super().action_submit()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal draws the letters that an input method still holds back."""
        x, y, _, _ = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)


class VietnameseTextArea(TextArea, TakesText, inherit_bindings=False):
    """Several rows of text. Enter begins a line, or leaves the field where that is wished."""

    @dataclass
    class Left(Message):
        """Enter in a field that it leaves."""

        field: VietnameseTextArea

    # F6, F7 and the page keys mean the same everywhere in the app.
    BINDINGS = [
        *own_bindings(
            TextArea.BINDINGS,
            frozenset({"f6", "f7", "pageup", "pagedown"}),
            {"backspace": "ctrl+h"},
        ),
        Binding("ctrl+j", "new_line", "Begin a line", show=False),
    ]

    def __init__(
        self,
        text: str = "",
        *,
        max_length: int = MAX_LENGTH,
        enter_leaves: bool = False,
        placeholder: str = "",
        read_only: bool = False,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
        disabled: bool = False,
        compact: bool = False,
    ) -> None:
        self.max_length = max_length
        self._enter_leaves = enter_leaves
        self._leaving: Timer | None = None
        self._word_typing = WordTyping()
        super().__init__(
            visible_text(text),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            max_checkpoints=MAX_STEPS,
            placeholder=placeholder,
            read_only=read_only,
            name=name,
            id=id,
            classes=classes,
            disabled=disabled,
            compact=compact,
        )
        self.set_reactive(TextArea.cursor_blink, False)
        self.set_reactive(TextArea.match_cursor_bracket, False)
        self._word_history = WordByWord.like(self.history)
        self.history = self._word_history

    def begin_with(self, letter: str) -> None:
        """A letter that was typed before the field had the focus."""
        self.insert(letter)

    def load_text(self, text: str) -> None:
        """Shows another text, as clean as one that is typed, with a history of its own."""
        super().load_text(visible_text(text))

    async def _on_key(self, event: events.Key) -> None:
        if self._enter_leaves and event.key in _ENTERS:
            take(self, event)
            self._leave_soon()
        elif self._types_vietnamese(event):
            take(self, event)
        else:
            await take_key_in_order(self, event)

    @property
    def submitting(self) -> bool:
        """Whether Enter was pressed and still waits for a late word."""
        return self._leaving is not None

    def _leave_soon(self) -> None:
        """Once a word that comes late has had time to arrive."""
        if self._leaving is None:
            self._leaving = self.set_timer(LATE_WORD_SECONDS, self._leave)

    def _leave(self) -> None:
        self._leaving = None
        self.post_message(self.Left(self))

    def _types_vietnamese(self, event: events.Key) -> bool:
        """Whether a key changed the word before the cursor by the program's own method."""
        if self.read_only or not self.selection.is_empty:
            return False
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        change = change_by_key(self._word_typing, self, before, event)
        if change is None or len(change.text) - change.letters > self.max_length - len(self.text):
            return False
        with self._word_history.within_a_word():
            start = row, column - change.letters
            self._replace_via_keyboard(change.text, start, (row, column))
        return True

    def edit(self, edit: Edit) -> EditResult:
        """Puts text in the place of other text: typed, pasted or deleted."""
        if edit.text:
            self._make_safe(edit)
        return super().edit(edit)

    def _make_safe(self, edit: Edit) -> None:
        (row, column), end = sorted((edit.from_location, edit.to_location))
        line = self.document.get_line(row)
        text, joined = join_marks(visible_text(edit.text), line[:column])
        start = row, column - joined
        replaced = len(self.document.get_text_range(start, end))
        fitting = text[: max(0, self.max_length - len(self.text) + replaced)]
        if text and not fitting:
            # Nothing fits: what was selected stays as well.
            self.app.bell()
            start = end
        edit.text, edit.from_location, edit.to_location = fitting, start, end

    def _recompute_cursor_offset(self) -> None:
        """Waits while an undo takes lines away: Textual lays out before it moves the cursor."""
        if self.cursor_location[0] < self.document.line_count:
            super()._recompute_cursor_offset()  # type: ignore[no-untyped-call]

    def action_cursor_up(self, select: bool = False) -> None:
        """A line up, and from the first one to the field above."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """A line down, and from the last one to the field below."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def action_new_line(self) -> None:
        """Begins a line; the keypad's Enter arrives as Ctrl+J in some terminals."""
        self._replace_via_keyboard("\n", *self.selection)
