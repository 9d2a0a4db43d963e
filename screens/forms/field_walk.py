"""The way of the cursor through the fields of a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual import on
from textual.css.query import NoMatches
from textual.widget import Widget

from screens.forms.controls import LetterTyped
from screens.forms.fields import ChoiceField
from screens.forms.form import Form
from screens.forms.people_control import PeopleControl
from screens.forms.rows import FieldRow
from screens.language import _
from screens.leaving import LeftOnce
from screens.widgets.frame import FrameRow
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea

Result = TypeVar("Result")
_TakingWords = VietnameseInput | VietnameseTextArea | PeopleControl

_NAMED = 3
"""How many of the fields that were passed over are named."""

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
        self._questions = {each.key for each in form.fields if isinstance(each, ChoiceField)}
        self._filled_now: set[str] = set()
        """Fields that what was just said has filled, which was seen."""
        self._passed_said = False
        """The line below the fields says which were passed over."""

    @property
    def rows(self) -> list[FieldRow]:
        """The rows of the fields."""
        return list(self.query(FieldRow))

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Says one sentence below the fields."""
        row = self.query_one("#form-notice", FrameRow)
        row.set_class(wrong, "wrong")
        row.say(sentence)
        self._passed_said = False

    def _to_first_empty(self, after: str) -> None:
        """Goes to the first field after this one in which nothing stands yet."""
        self._pass_on(after, self._to_be_said)

    def _to_be_said(self, key: str) -> bool:
        """Whether nothing stands in a field yet, or only the usual answer to a question."""
        text = self._texts.get(key, "")
        usual = text == self._form.initial.get(key, "") and key in self._questions
        return key not in self._known and (not text or usual)

    def _go_on(self, key: str) -> None:
        """To the field after this one that the form has not filled, or to the row that accepts."""
        self._pass_on(key, lambda each: each not in self._known)

    def _pass_on(self, key: str, asked: Callable[[str], bool]) -> None:
        """To the next field below one that is still asked for; says which were passed over."""
        below = self._keys_below(key)
        place = next((place for place, each in enumerate(below) if asked(each)), None)
        self._say_passed(below[:place])
        if place is None:
            self.set_focus(self.query_one(ON_ACCEPT))
        else:
            self._focus(below[place], open_list=True)

    def _say_passed(self, keys: Sequence[str]) -> None:
        """A jump is seen: whoever presses Enter once more by habit knows where the cursor is."""
        passed = set(keys) - self._filled_now
        self._filled_now = set()
        labels = [each.label.removeprefix("– ") for each in self._form.fields if each.key in passed]
        if len(labels) > _NAMED:
            labels = [*labels[:_NAMED], "…"]
        if labels:
            told = _("Đã bỏ qua: {fields}. Mũi tên lên để ghi.").format(fields=", ".join(labels))
            self.say(told)
        elif self._passed_said:
            self.say("")
        self._passed_said = bool(labels)

    def _keys_below(self, key: str) -> list[str]:
        """The fields that are shown below one, which may itself be shown no longer."""
        keys = [row.field.key for row in self.rows]
        return [row.field.key for row in self.rows[keys.index(key) + 1 :] if row.display]

    @on(LetterTyped)
    def _on_letter(self, event: LetterTyped) -> None:
        """Begins the text of the next field of text with it."""
        event.stop()
        control = self._taking_words_below(event.key) or self._text_left_empty_above(event.key)
        if control is None:
            self.say(_("Ở ô này gõ số để chọn; Enter sang ô tiếp."))
            self.app.bell()
        elif isinstance(control, PeopleControl):
            self.set_focus(control)
            control.action_open()
        else:
            self.set_focus(control)
            control.begin_with(event.letter)

    def _taking_words_below(self, key: str) -> _TakingWords | None:
        """The next field that words are meant for: as for Enter, one that was told is passed over.

        Where all of them were told, the first is to be told anew.
        """
        taking = {
            each: control
            for each in self._keys_below(key)
            if isinstance(control := self.query_one(f"#field-{each}"), _TakingWords)
        }
        untold = (control for each, control in taking.items() if each not in self._known)
        return next(untold, next(iter(taking.values()), None))

    def _text_left_empty_above(self, key: str) -> VietnameseInput | VietnameseTextArea | None:
        """The field of text right above one, if nothing stands in it.

        Enter was pressed once more by habit then: the words are meant for the field before.
        """
        shown = [row.field.key for row in self.rows if row.display]
        for each in reversed(shown[: shown.index(key)]):
            control = self.query_one(f"#field-{each}")
            if isinstance(control, VietnameseInput | VietnameseTextArea):
                return None if self._texts.get(each) else control
        return None

    def _focus(self, key: str, *, open_list: bool = False) -> None:
        """Puts the cursor into a field; an empty list of people is opened at once if wished."""
        try:
            control: Widget = self.query_one(key if key == ON_ACCEPT else f"#field-{key}")
        except NoMatches:
            return
        self.set_focus(control)
        if open_list and isinstance(control, PeopleControl) and not control.value:
            control.action_open()

    def _open_list(self, key: str) -> None:
        """Opens a list of people again that was open over the form."""
        control = self.query_one(f"#field-{key}", PeopleControl)
        self.set_focus(control)
        control.action_open()
