"""The way of the cursor through the fields of a form."""

from __future__ import annotations

from typing import TypeVar

from textual import on
from textual.css.query import NoMatches
from textual.widget import Widget

from screens.forms.controls import LetterTyped
from screens.forms.form import Form
from screens.forms.keys_in_order import KeysInOrder
from screens.forms.people_control import PeopleControl
from screens.forms.rows import FieldRow
from screens.language import _
from screens.leaving import LeftOnce
from screens.widgets.frame import FrameRow
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea

Result = TypeVar("Result")

ON_ACCEPT = "#accept"
"""In the place of a field: the row that accepts the form."""


class FieldWalk(LeftOnce[Result | None]):
    """Goes from field to field, past those that the form has filled itself."""

    def __init__(self, form: Form[Result]) -> None:
        super().__init__()
        self._form = form
        self._texts: dict[str, str] = dict(form.initial)
        self._known_at_first = {
            *form.known,
            *(each.key for each in form.fields if each.passed_over),
        }
        self._known = set(self._known_at_first)
        """Fields that Enter passes over: the form itself has filled them, or few are asked."""

    @property
    def rows(self) -> list[FieldRow]:
        """The rows of the fields."""
        return list(self.query(FieldRow))

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Says one sentence below the fields."""
        row = self.query_one("#form-notice", FrameRow)
        row.set_class(wrong, "wrong")
        row.say(sentence)

    def _to_first_empty(self, after: str) -> None:
        """Goes to the first field after this one in which nothing stands yet."""
        empty = (key for key in self._keys_below(after) if not self._texts.get(key))
        following = next((key for key in empty if key not in self._known), None)
        if following is None:
            self._move_to(self.query_one(ON_ACCEPT))
        else:
            self._focus(following, open_list=True)

    def _go_on(self, key: str) -> None:
        """To the field after this one that the form has not filled, or to the row that accepts."""
        below = self._keys_below(key)
        following = next((each for each in below if each not in self._known), None)
        if following is None:
            self._move_to(self.query_one(ON_ACCEPT))
        else:
            self._focus(following, open_list=True)

    def _keys_below(self, key: str) -> list[str]:
        """The fields that are shown below one, which may itself be shown no longer."""
        keys = [row.field.key for row in self.rows]
        return [row.field.key for row in self.rows[keys.index(key) + 1 :] if row.display]

    @on(LetterTyped)
    def _on_letter(self, event: LetterTyped) -> None:
        """Begins the text of the next field of text with it."""
        event.stop()
        letter = event.letter
        controls = (self.query_one(f"#field-{each}") for each in self._keys_below(event.key))
        for control in controls:
            if isinstance(control, VietnameseInput | VietnameseTextArea):
                before = self.focused
                self.set_focus(control)
                control.begin_with(letter)
                _hand_on(before, control)
                return
            if isinstance(control, PeopleControl):
                self._move_to(control)
                control.action_open()
                return
        if isinstance(self.focused, KeysInOrder):
            self.focused.stay()
        self.say(_("Ở ô này gõ số để chọn; Enter sang ô tiếp."))
        self.app.bell()

    def _move_to(self, control: Widget) -> None:
        """Moves the focus at once, not after all messages: the next key is meant for it."""
        before = self.focused
        self.set_focus(control)
        _hand_on(before, control)

    def _focus(self, key: str, *, open_list: bool = False) -> None:
        """Puts the cursor into a field; an empty list of people is opened at once if wished."""
        try:
            control: Widget = self.query_one(key if key == ON_ACCEPT else f"#field-{key}")
        except NoMatches:
            return
        self._move_to(control)
        if open_list and isinstance(control, PeopleControl) and not control.value:
            control.action_open()

    def _open_list(self, key: str) -> None:
        """Opens a list of people again that was open over the form."""
        control = self.query_one(f"#field-{key}", PeopleControl)
        self._move_to(control)
        control.action_open()


def _hand_on(before: Widget | None, to: Widget) -> None:
    if isinstance(before, KeysInOrder) and before is not to:
        before.hand_on(to)
    elif isinstance(before, KeysInOrder):
        before.stay()
