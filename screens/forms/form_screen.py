"""A form on a full screen: accepted, or left with its draft kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus

from screens.forms.controls import AcceptRow, Doubted, SaveWished
from screens.forms.faults import Fault, fault_in, fault_refused
from screens.forms.field_walk import ON_ACCEPT
from screens.forms.fields import LongField
from screens.forms.form_filling import FormFilling
from screens.forms.form_title import FormTitle
from screens.forms.row_of import row_of
from screens.forms.rows import FieldRow
from screens.forms.text_cursor import put_cursor
from screens.language import N_, _
from screens.second_row import say_in_second_row
from screens.settings.typing_method import typing_key
from screens.widgets.foot import Foot, FootKey
from screens.widgets.frame import FrameRow
from screens.widgets.safe_fields import LATE_WORD_SECONDS
from storage.books import Books
from storage.drafts import PART
from storage.errors import BooksError
from storage.records.keyboard import Keyboard

Result = TypeVar("Result")

_HELP = N_(
    "Enter sang ô tiếp, Tab cũng vậy; ô ghi từng dòng thì Enter xuống dòng, Tab sang ô tiếp. "
    "Chỗ có số đứng trước: gõ số để chọn, gõ chữ là sang ô có chữ kế tiếp. Ctrl+S lưu ngay từ ô "
    "nào cũng được; hoặc PgDn tới Lưu rồi Enter. Esc quay lại; phần ghi dở vẫn được giữ, mở lại "
    "là thấy."
)


class _Fields(VerticalScroll, inherit_bindings=False):
    """Scrolls with the focus alone: the arrows and PgDn are the form's."""


class FormScreen(FormFilling[Result]):
    """Shows a form; every change is kept as a draft, at most 0.3 seconds behind the fingers."""

    BINDINGS = [
        Binding("escape", "back", show=False),
        Binding("pagedown", "to_accept", show=False),
        Binding("ctrl+s", "save", show=False),
        Binding("pageup", "to_first", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("f1", "help", show=False),
    ]

    @property
    def form_title(self) -> str:
        """What is filled in here."""
        return self._form.title

    def part_of_draft(self, key: str) -> str:
        """The name of a draft that goes with the form's own."""
        return f"{self._form.key}{PART}{key}"

    def compose(self) -> ComposeResult:
        """The title and the clock, the fields, the rows that accept or drop, the lines below."""
        yield FrameRow(classes="gap")
        yield FormTitle(self._form.title)
        yield FrameRow(classes="rule")
        with _Fields(id="fields", can_focus=False):
            for each in self._form.fields:
                yield row_of(each)
            with Horizontal(id="accept-rows"):
                yield AcceptRow(_("Lưu"), id="accept")
                yield AcceptRow(_("Xóa phần ghi dở"), id="drop")
        yield FrameRow(id="hint", wrap=True)
        yield FrameRow(id="form-notice", wrap=True)
        yield FrameRow(classes="rule")
        yield Foot(id="form-foot")

    async def on_mount(self) -> None:
        """Takes up the draft, if there is one."""
        for rule in self.query(".rule").results(FrameRow):
            rule.say("─" * 400)
        say_in_second_row(self)
        self.watch(self.app, "keyboard", self._show_foot)
        draft = await self._draft.take_up()
        texts = draft.get("texts") if draft else None
        if isinstance(texts, dict):
            self._texts.update({str(key): str(text) for key, text in texts.items()})
            self._restored = True
            self.say(_("Đã mở lại phần đang ghi dở."))
        for row in self.rows:
            await row.put(self._texts.get(row.field.key, ""))
        if not self.is_attached:
            # Esc, or another step, came before the draft did.
            return
        self._show_fields()
        wanted = str(draft.get("focus", "")) if draft else ""
        # Once it is laid out: a field further down must be scrolled to.
        first = self._form.start or self._form.fields[0].key
        popup = self.room.popup_to_reopen(self._form.key)
        self.call_after_refresh(self._focus, wanted or first, open_list=not draft and not popup)
        if popup:
            self.call_after_refresh(self._open_list, popup.removeprefix(self.part_of_draft("")))
        if draft and wanted:
            self.call_after_refresh(self._put_cursor, draft.get("cursor"))
        else:
            self.call_after_refresh(self._be_ready)

    def _put_cursor(self, place: object) -> None:
        """Where it stood; once the field has taken the focus, which would mark its whole text."""
        if self.focused is not None:
            self.call_after_refresh(put_cursor, self.focused, place)
        self.call_after_refresh(self._be_ready)

    def on_resize(self) -> None:
        """Says whether the window is large enough."""
        say_in_second_row(self)

    def _show_foot(self, keyboard: Keyboard) -> None:
        fields = {each.key: each for each in self._form.fields}
        focused = fields.get(self._focus_key)
        long = isinstance(focused, LongField) and focused.lines
        keys = (
            # Where Enter begins a line, another key leads on.
            FootKey("Tab" if long else "Enter", _("ô tiếp")),
            FootKey("Ctrl+S", _("lưu"), kept=True),
            FootKey("PgDn", _("tới Lưu")),
            FootKey(*typing_key(keyboard)),
            FootKey("Esc", _("quay lại, vẫn giữ"), short=_("quay lại"), kept=True),
        )
        self.query_one(Foot).show(keys)

    async def keep_for_the_next_time(self) -> None:
        """The program ends: stores what is half typed, and nothing after that."""
        self._leave()
        await self.keep_draft()

    @on(Doubted)
    def _on_doubted(self, event: Doubted) -> None:
        event.stop()
        if not self._leaving:
            self.say(event.sentence, wrong=True)
            self.app.bell()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Says what the field in focus is for."""
        row = next((each for each in event.widget.ancestors if isinstance(each, FieldRow)), None)
        on_accept = isinstance(event.widget, AcceptRow) and event.widget.id == "accept"
        self._focus_key = row.field.key if row else ON_ACCEPT if on_accept else ""
        if self._texts != self._form.initial:
            # After a power cut the cursor stands where it stood, not where was last typed.
            self._draft.save_soon()
        self.query_one("#hint", FrameRow).say(row.hint if row else "")
        self._show_foot(self.room.keyboard)

    @on(AcceptRow.Accepted)
    def _on_accepted(self, event: AcceptRow.Accepted) -> None:
        event.stop()
        self._end(self._drop if event.row.id == "drop" else self._accept)

    def _end(self, how: Callable[[], Awaitable[None]]) -> None:
        if self._leaving:
            return
        self._leave()
        self.run_worker(how())

    @on(SaveWished)
    def _on_save_wished(self, event: SaveWished) -> None:
        event.stop()
        self._save()

    def action_save(self) -> None:
        """Ctrl+S: accepts the form from any field, once a word that comes late has arrived."""
        self._saving = self._saving or self.set_timer(LATE_WORD_SECONDS, self._save)

    def _save(self) -> None:
        self._saving = None
        for row in self.rows:
            member = row.take_what_is_offered()
            if member is not None:
                self._texts[row.field.key] = str(member.id)
        self._end(self._accept)

    def _stay_with(self, fault: Fault) -> None:
        """Says what is wrong, with the cursor where it is put right."""
        self._stay()
        self.room.forget_typed_ahead()
        self.say(fault.sentence, wrong=True)
        self.app.bell()
        if fault.key is not None:
            self._focus(fault.key)
        # A sentence of two rows takes one from the fields: the cursor must not be under it.
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    async def _accept(self) -> None:
        values = self.values
        form = self._form
        fault = fault_in(form.fields, values)
        if fault is not None:
            self._stay_with(fault)
            return

        def record(books: Books) -> Result:
            with books.together():
                result = form.accept(books, values)
                self._draft.forget(books)
            self._draft.end()
            return result

        try:
            result = await self.room.ask(record)
        except BooksError as error:
            self._stay_with(fault_refused(form.fields, error, values))
            return
        self.dismiss(result)

    async def _drop(self) -> None:
        if not await self._sure_to_drop():
            self._stay()
            return
        await self._draft.drop()
        self.dismiss(None)

    async def _sure_to_drop(self) -> bool:
        """Asks first: the row stands beside Lưu, and what is dropped can't be brought back."""
        from screens.popups import Choice, ChoicePopup

        choices = (Choice(False, _("Không, giữ lại")), Choice(True, _("Xóa phần ghi dở")))
        question = _("Xóa hết những gì đã ghi trong tờ này?")
        return bool(await self.app.push_screen_wait(ChoicePopup(question, choices)))

    async def action_back(self) -> None:
        """Esc: leaves the form; what is typed is kept for the next time."""
        if self._leaving:
            return
        self._leaving = True
        await self._draft.leave()
        self.dismiss(None)

    def action_to_accept(self) -> None:
        """PgDn: to the row that accepts."""
        self._focus(ON_ACCEPT)

    def action_to_first(self) -> None:
        """PgUp: to the first field."""
        self._focus(self._form.fields[0].key)

    def action_help(self) -> None:
        """F1: how a form is filled in."""
        from screens.help import Helped, HelpPopup

        self.app.push_screen(HelpPopup(_HELP, Helped.FORM))
