"""A form on a full screen: accepted, or left with its draft kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus

from screens.forms.controls import AcceptRow, Changed, Doubted, Filled, Finished, Named, SaveWished
from screens.forms.doubts import doubt
from screens.forms.field_walk import ON_ACCEPT, FieldWalk
from screens.forms.fields import LongField, WhenField
from screens.forms.form import Form
from screens.forms.form_draft import FormDraft
from screens.forms.form_title import FormTitle
from screens.forms.naming import Naming
from screens.forms.row_of import row_of
from screens.forms.rows import FieldRow
from screens.forms.text_cursor import cursor_of, put_cursor
from screens.forms.values import Values
from screens.forms.wrong_field import unknown_member, unsaid, wrong_number
from screens.language import N_, _
from screens.room import Room, room_of
from screens.second_row import say_in_second_row
from screens.settings.typing_method import typing_key
from screens.widgets.foot import Foot, FootKey
from screens.widgets.frame import FrameRow
from screens.widgets.safe_fields import LATE_WORD_SECONDS
from screens.wording import error_sentence
from storage.books import Books
from storage.drafts import PART
from storage.errors import BooksError, Refusal, RefusalKind
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


class FormScreen(FieldWalk[Result]):
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

    def __init__(self, form: Form[Result]) -> None:
        super().__init__(form)
        self._naming = Naming(form.initial)
        self._draft = FormDraft(self, form.key, self._half_typed, lambda: self.say(""))
        self._restored = False
        self._leaving = False
        """It is being accepted, dropped or left: another Enter must not do it twice."""
        self._focus_key = ""

    @property
    def room(self) -> Room:
        """The program around this screen."""
        return room_of(self)

    @property
    def form_title(self) -> str:
        """What is filled in here."""
        return self._form.title

    def part_of_draft(self, key: str) -> str:
        """The name of a draft that goes with the form's own."""
        return f"{self._form.key}{PART}{key}"

    @property
    def values(self) -> Values:
        """What stands in the fields that are shown, though the form may not be told of it yet."""
        return self._values(self._typed_texts())

    def _values(self, texts: Mapping[str, str]) -> Values:
        today = self.room.clock.today()
        everything = Values(texts, today)
        seen = {
            each.key: texts.get(each.key, "")
            for each in self._form.fields
            if each.shown is None or each.shown(everything)
        }
        return Values(seen, today)

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

    def _put_cursor(self, place: object) -> None:
        """Where it stood; once the field has taken the focus, which would mark its whole text."""
        if self.focused is not None:
            self.call_after_refresh(put_cursor, self.focused, place)

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
        everything = Values(self._texts, self.room.clock.today())
        for row in self.rows:
            condition = row.field.shown
            row.display = condition is None or condition(everything)
        self.query_one("#drop").display = self._restored

    async def keep_for_the_next_time(self) -> None:
        """The program ends: stores what is half typed, and nothing after that."""
        self._leave()
        await self.keep_draft()

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

    @on(Doubted)
    def _on_doubted(self, event: Doubted) -> None:
        event.stop()
        if not self._leaving:
            self.say(event.sentence, wrong=True)
            self.app.bell()

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

        self.run_worker(ask(), exclusive=True, group="settle")

    def _more_is_said(self, key: str) -> bool:
        """Whether something else was typed already, which must not be lost."""
        initial = self._form.initial
        others = self._texts.keys() - self._known - {key}
        return any(self._texts[each] != initial.get(each, "") for each in others)

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

    def _leave(self) -> None:
        self._leaving = True
        self._draft.hold()

    def _stay(self) -> None:
        self._leaving = False
        self._draft.go_on()

    @on(SaveWished)
    def _on_save_wished(self, event: SaveWished) -> None:
        event.stop()
        self._save()

    def action_save(self) -> None:
        """Ctrl+S: accepts the form from any field, once a word that comes late has arrived."""
        self.set_timer(LATE_WORD_SECONDS, self._save)

    def _save(self) -> None:
        for row in self.rows:
            member = row.take_what_is_offered()
            if member is not None:
                self._texts[row.field.key] = str(member.id)
        self._end(self._accept)

    def _say_and_stay(self, sentence: str) -> None:
        """Says what is wrong, and leaves the form open as it is."""
        self._stay()
        self.say(sentence, wrong=True)
        self.app.bell()
        # A sentence of two rows takes one from the fields: the cursor must not be under it.
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    async def _accept(self) -> None:
        values = self.values
        form = self._form
        unknown = unknown_member(form.fields, values)
        if unknown is not None:
            name = values.text(unknown)
            self._say_and_stay(error_sentence(Refusal(RefusalKind.MEMBER_UNKNOWN, name=name)))
            self._focus(unknown)
            return

        if self._doubted(values):
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
            self._refuse(error, values)
            return
        self.dismiss(result)

    def _doubted(self, values: Values) -> bool:
        """Says of a time what can't be meant; numbers are refused as they are read."""
        for each in self._form.fields:
            told = isinstance(each, WhenField) and each.key in values.texts
            sentence = doubt(each, values.text(each.key), values.today) if told else ""
            if sentence:
                self._say_and_stay(sentence)
                self._focus(each.key)
                return True
        return False

    def _refuse(self, error: BooksError, values: Values) -> None:
        """Says why it was refused, with the cursor where that is put right; a number is named."""
        wrong = wrong_number(self._form.fields, error, values)
        if wrong is None:
            self._say_and_stay(error_sentence(error))
            if key := unsaid(self._form.fields, error, values):
                self._focus(key)
            return
        self._say_and_stay(f"{wrong.label.removeprefix('– ')}: {error_sentence(error)}")
        self._focus(wrong.key)

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
        self.query_one(ON_ACCEPT).focus()

    def action_to_first(self) -> None:
        """PgUp: to the first field."""
        self._focus(self._form.fields[0].key)

    def action_help(self) -> None:
        """F1: how a form is filled in."""
        from screens.help import Helped, HelpPopup

        self.app.push_screen(HelpPopup(_HELP, Helped.FORM))
