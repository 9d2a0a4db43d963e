"""A row of a form: the label, the control, and what is said beside it."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur
from textual.widgets import Input, Static, TextArea

from screens.forms.controls import Changed, ChoiceControl, Doubted, Filled, Finished
from screens.forms.doubts import doubt
from screens.forms.fields import (
    ChoiceField,
    Field,
    LongField,
    ManyField,
    NumberField,
    PeopleField,
    TextField,
    WhenField,
)
from screens.forms.form_around import form_around
from screens.forms.people_control import PeopleControl
from screens.language import _
from screens.room import room_of
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea
from screens.wording.days import describe
from storage.days import is_past
from storage.records.people import Member


class FieldRow(Vertical):
    """One field with its label."""

    def __init__(self, each: Field) -> None:
        super().__init__(classes="field-row")
        self.field = each
        self._typed = False
        """Something was typed since it was read, or the field was left."""

    def compose(self) -> ComposeResult:
        """The label and the control, and below them what is offered."""
        with Horizontal(classes="field-line"):
            yield Static(Content(self.field.label), classes="label", markup=False)
            yield self._control()
            if isinstance(self.field, WhenField):
                yield Static("", classes="beside", markup=False)

    @property
    def hint(self) -> str:
        """What the line below the form says while this field has the focus."""
        match self.field:
            case _ if self.field.hint:
                return self.field.hint
            case LongField(lines=True):
                return _("Enter xuống dòng, Tab sang ô tiếp.")
            case ChoiceField():
                return _("Gõ số là chọn và sang ô tiếp.")
            case ManyField():
                return _("Gõ số để chọn, chọn được nhiều; Enter sang ô tiếp.")
            case _:
                return ""

    def _control(
        self,
    ) -> VietnameseInput | VietnameseTextArea | ChoiceControl | PeopleControl:
        name = f"field-{self.field.key}"
        match self.field:
            case ChoiceField():
                return ChoiceControl(self.field.key, self.field.options, many=False)
            case ManyField():
                return ChoiceControl(self.field.key, self.field.options, many=True)
            case PeopleField():
                return PeopleControl(self.field)
            case LongField(rows=rows, lines=lines):
                area = VietnameseTextArea(id=name, enter_leaves=not lines)
                area.styles.height = rows
                return area
            case NumberField():
                return VietnameseInput(id=name, compact=True, max_length=15, select_on_focus=True)
            case _:
                return VietnameseInput(id=name, compact=True, select_on_focus=True)

    @property
    def typed(self) -> str | None:
        """What stands in a field of text, though it may not have been told to the form yet.

        None where what stands there is not what is kept: in the other fields, and in that of a
        member, who is kept by number.
        """
        match self.field:
            case LongField():
                areas = self.query(VietnameseTextArea)
                return areas.first().text if areas else None
            case TextField() | WhenField() | NumberField():
                fields = self.query(VietnameseInput)
                return fields.first().value if fields else None
            case _:
                return None

    async def put(self, text: str) -> None:
        """Puts a value into the control."""
        with self.prevent(Input.Changed, TextArea.Changed):
            match self.field:
                case ChoiceField() | ManyField():
                    self.query_one(ChoiceControl).value = text
                case PeopleField():
                    await self.query_one(PeopleControl).put(text)
                case LongField():
                    area = self.query_one(VietnameseTextArea)
                    if area.text != text:
                        area.text = text
                        area.move_cursor(area.document.end)
                case _:
                    self.query_one(VietnameseInput).value = text
        self._say_when(text)

    @on(Input.Changed)
    async def _on_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed = True
        self._say_when(event.value)
        self.post_message(Changed(self.field.key, self.as_typed(event.value)))
        await self.look_for(event.value)

    def as_typed(self, text: str) -> str:
        """What the form is told of what was typed."""
        return text

    async def look_for(self, words: str) -> None:
        """Offers what fits what is typed, in the rows that offer something."""

    @on(TextArea.Changed)
    def _on_written(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(Changed(self.field.key, event.text_area.text))

    @on(VietnameseTextArea.Left)
    def _on_left(self, event: VietnameseTextArea.Left) -> None:
        event.stop()
        self.post_message(Finished(self.field.key))

    @on(Input.Submitted)
    async def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        await self.submitted()

    async def submitted(self) -> None:
        """Enter: on to the next field, with what was said beside it in the fields it belongs to."""
        if self._say_doubt():
            # What is typed now is said instead.
            self.query_one(VietnameseInput).action_select_all()
            return
        said = self.read_aloud() if self._typed else {}
        self._typed = False
        if said:
            self.post_message(Filled(self.field.key, said))
        else:
            self.finish()

    def read_aloud(self) -> Mapping[str, str]:
        """What this field and others say once what stands here is read as it was spoken."""
        if not isinstance(self.field, TextField) or self.field.read is None:
            return {}
        return self.field.read(form_around(self).values)

    def finish(self) -> None:
        """On to the next field."""
        self.post_message(Finished(self.field.key))

    def _say_when(self, text: str) -> None:
        if not isinstance(self.field, WhenField):
            return
        today = room_of(self).clock.today()
        when = form_around(self).values.told({self.field.key: text}).when(self.field.key)
        told = describe(when)
        if self.field.coming and is_past(when, today):
            told = _("{day}, đã qua").format(day=told)
        self.query_one(".beside", Static).update(Content(told))

    @on(VietnameseInput.Replaced)
    def _on_replaced(self, event: VietnameseInput.Replaced) -> None:
        """Says what a letter took the place of: a key meant for another field is seen."""
        event.stop()
        told = _("Đã thay “{text}”; Ctrl+Z lấy lại.").format(text=event.text)
        form_around(self).say(told)

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Says what can't be meant while it is still known what was."""
        if not self.has_focus_within:
            self._say_doubt()

    def _say_doubt(self) -> bool:
        text = self.typed
        sentence = doubt(self.field, text, room_of(self).clock.today()) if text else ""
        if sentence:
            self.post_message(Doubted(self.field.key, sentence))
        return bool(sentence)

    def take_what_is_offered(self) -> Member | None:
        """Takes the first member who fits, as Enter would, in the row of a member."""
        return None
