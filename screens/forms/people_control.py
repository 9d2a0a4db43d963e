"""The control for many members: it says who is chosen, and opens their list."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.worker import Worker

from screens.forms.controls import Changed, Filled, Finished, SaveWished
from screens.forms.fields import PeopleField
from screens.forms.form_around import form_around
from screens.language import _
from screens.room import room_of


class PeopleControl(Widget, can_focus=True):
    """Says how many are chosen and who; Enter opens the list to tick them in."""

    DEFAULT_CSS = "PeopleControl { height: auto; width: 1fr; }"
    BINDINGS = [
        Binding("enter,ctrl+j,space", "open", show=False),
        Binding("right", "finish", show=False),
    ]

    names: reactive[str] = reactive("", layout=True)

    def __init__(self, field: PeopleField) -> None:
        super().__init__(id=f"field-{field.key}")
        self._field = field
        self.value = ""
        """The members' numbers, separated by spaces."""
        self._opened: Worker[None] | None = None

    def render(self) -> Content:
        """The names, or how to choose them."""
        text = self.names or _("Enter để chọn người")
        return Content.styled(text, "reverse" if self.has_focus else "")

    def watch_has_focus(self, focused: bool) -> None:
        """Draws the focus."""
        super().watch_has_focus(focused)
        self.refresh()

    async def put(self, value: str) -> None:
        """Shows these members."""
        self.value = value
        chosen = {int(word) for word in value.split()}
        members = await room_of(self).ask(lambda books: books.register.members())
        names = [member.addressed for member in members if member.id in chosen]
        self.names = (
            _("{count} người: {names}", len(names)).format(count=len(names), names=", ".join(names))
            if names
            else ""
        )

    def action_open(self) -> None:
        """Opens the list."""
        self._opened = self.run_worker(self._open(), exclusive=True)

    @property
    def at_work(self) -> Worker[None] | None:
        """What opens the list, and waits for its answer."""
        return None if self._opened is None or self._opened.is_finished else self._opened

    def action_finish(self) -> None:
        """On to the next field."""
        self.post_message(Finished(self._field.key))

    async def _open(self) -> None:
        from screens.widgets.people_picker import PeoplePicker, TakenInstead

        screen = form_around(self)
        busy = self._field.busy
        values = screen.values
        pointed_out = (
            dict(await room_of(self).ask(lambda books: busy(books, values))) if busy else {}
        )
        before = tuple(int(word) for word in self.value.split())
        picker = PeoplePicker(
            f"{screen.form_title}: {self._field.label.lower()}",
            before,
            pointed_out,
            self._field.instead,
            in_form=True,
            without=self._field.without,
            draft=screen.part_of_draft(self._field.key),
        )
        chosen = await self.app.push_screen_wait(picker)
        if chosen is None:
            return
        if isinstance(chosen, TakenInstead):
            self.post_message(Filled(self._field.key, chosen.answer.texts(chosen.typed)))
            return
        await self.put(" ".join(str(number) for number in chosen))
        self.post_message(Changed(self._field.key, self.value))
        self.post_message(SaveWished() if picker.save_wished else Finished(self._field.key))
