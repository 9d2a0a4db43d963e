"""What is told in the fields of a form, and kept as a draft while it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from textual import on
from textual.timer import Timer
from textual.worker import Worker

from screens.forms.controls import Changed, Filled, Finished, Named
from screens.forms.field_walk import FieldWalk
from screens.forms.form import Form
from screens.forms.form_draft import FormDraft
from screens.forms.naming import Naming
from screens.forms.people_control import PeopleControl
from screens.forms.text_cursor import cursor_of
from screens.forms.values import Values
from screens.language import _
from screens.room import Room, room_of

Result = TypeVar("Result")


class FormFilling(FieldWalk[Result]):
    """Takes what the fields tell, fills others from it, and shows those that are then asked."""

    def __init__(self, form: Form[Result]) -> None:
        super().__init__(form)
        self._naming = Naming(form.initial)
        self._draft = FormDraft(self, form.key, self._half_typed, lambda: self.say(""))
        self._restored = False
        self._leaving = False
        """It is being accepted, dropped or left: another Enter must not do it twice."""
        self._focus_key = ""
        self._ready = False
        """The draft is there, and the cursor where it belongs."""
        self._saving: Timer | None = None
        """Ctrl+S waits for a late word."""
        self._asking: Worker[None] | None = None
        """Whether what was just said settles everything."""

    @property
    def at_work(self) -> object | None:
        """What a key typed ahead has to wait for: the draft, what is asked, what is stored."""
        if self._leaving or not self._ready:
            return self
        if self._asking is not None and not self._asking.is_finished:
            return self._asking
        opening = self.focused.at_work if isinstance(self.focused, PeopleControl) else None
        return opening or super().at_work

    @property
    def awaits_late_word(self) -> bool:
        """Whether Ctrl+S was pressed, and the last word may still come."""
        return self._saving is not None

    def _be_ready(self) -> None:
        self._ready = True

    @property
    def room(self) -> Room:
        """The program around this screen."""
        return room_of(self)

    @property
    def values(self) -> Values:
        """What stands in the fields that are shown, though the form may not be told of it yet."""
        return self._values(self._typed_texts())

    def _values(self, texts: Mapping[str, str]) -> Values:
        today = self.room.clock.today()
        everything = Values(texts, today, self._form.times)
        seen = {
            each.key: texts.get(each.key, "")
            for each in self._form.fields
            if each.shown is None or each.shown(everything)
        }
        return replace(everything, texts=seen)

    @on(Filled)
    async def _on_filled(self, event: Filled) -> None:
        event.stop()
        self._know(event.key, event.texts)
        await self.put(event.texts)
        self._settled_or(event.key, self._to_first_empty)

    @on(Named)
    async def _on_named(self, event: Named) -> None:
        event.stop()
        before = self._naming.taken_back(event, self._texts)
        self._known -= before.keys() - self._known_at_first
        told = self._naming.told(event, self._texts | before)
        self._know(event.key, told)
        await self.put(before | dict(told))
        if told and told is event.known:
            self.say(_("Đã lấy theo danh sách. Nếu là người khác trùng tên, sửa lại Đối tượng."))
        self._settled_or(event.key, self._to_first_empty if told else self._go_on)

    def _know(self, key: str, texts: Mapping[str, str]) -> None:
        """What was said in a field need not be asked for in the others."""
        initial = self._form.initial
        told = {each for each, text in texts.items() if text != initial.get(each, "")}
        self._known |= told - {key}
        self._filled_now = told

    async def put(self, texts: Mapping[str, str]) -> None:
        """Fills other fields."""
        self._texts.update(texts)
        for row in self.rows:
            if row.field.key in texts:
                await row.put(texts[row.field.key])
        self._after_change()

    @on(Changed)
    async def _on_changed(self, event: Changed) -> None:
        event.stop()
        if self._texts.get(event.key, "") == event.value:
            return
        self._texts[event.key] = event.value
        if self._form.follow is None:
            self._after_change()
        else:
            await self.put(self._form.follow(self.values, event.key))

    def _after_change(self) -> None:
        self._show_fields()
        self._draft.save_soon()

    def _show_fields(self) -> None:
        everything = Values(self._texts, self.room.clock.today(), self._form.times)
        for row in self.rows:
            condition = row.field.shown
            row.display = condition is None or condition(everything)
        self.query_one("#drop").display = self._restored

    @on(Finished)
    def _on_finished(self, event: Finished) -> None:
        event.stop()
        self._settled_or(event.key, self._go_on)

    def _settled_or(self, key: str, go_on: Callable[[str], None]) -> None:
        """Goes on, unless what was just said settles everything."""
        settle = self._form.settle
        if settle is None or settle[0] != key or self._leaving or self._more_is_said(key):
            go_on(key)
            return
        asked = settle[1]

        async def ask() -> None:
            if await asked(self.values):
                self._leave()
                await self._draft.drop()
                self.dismiss(None)
            else:
                go_on(key)

        self._asking = self.run_worker(ask(), exclusive=True, group="settle")

    def _more_is_said(self, key: str) -> bool:
        """Whether something else was typed already, which must not be lost."""
        initial = self._form.initial
        others = self._texts.keys() - self._known - {key}
        return any(self._texts[each] != initial.get(each, "") for each in others)

    async def keep_draft(self) -> None:
        """Stores what is half typed, now and not once more in a moment."""
        await self._draft.save()

    def _half_typed(self) -> dict[str, object]:
        return {
            "texts": self._typed_texts(),
            "focus": self._focus_key,
            "cursor": cursor_of(self.focused),
        }

    def _typed_texts(self) -> dict[str, str]:
        """What was told, and what the screen shows that is still to be told."""
        texts = dict(self._texts)
        for row in self.rows:
            typed = row.typed
            if typed is not None and typed != texts.get(row.field.key, ""):
                texts[row.field.key] = typed
        return texts

    def _leave(self) -> None:
        self._leaving = True
        self._draft.hold()

    def _stay(self) -> None:
        self._leaving = False
        self._draft.go_on()
