"""Ticks many members at once: Enter ticks the first match, Space ticks in the list below."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from screens.forms.fields import Instead
from screens.language import _
from screens.room import room_of
from screens.settings.typing_method import typing_sign
from screens.widgets.foot import SPACE, PopupKeys
from screens.widgets.kept_ticks import KeptTicks
from screens.widgets.line_list import LineList
from screens.widgets.lines import Column, Line
from screens.widgets.open_again import OpenAgain
from screens.widgets.people_lines import DONE, INSTEAD, People, PeopleLines
from screens.widgets.safe_fields import VietnameseInput
from storage.books import Books
from storage.rules.register import namesakes
from storage.vietnamese import clean_line, fold

_ROWS_BESIDES = 12
"""What the popup needs besides its list."""
_COLUMNS = (Column(), Column(24))


@dataclass(frozen=True, slots=True)
class TakenInstead:
    """An answer that is not one of the people, with what was typed."""

    answer: Instead
    typed: str


class PeoplePicker(OpenAgain[tuple[int, ...] | TakenInstead | None]):
    """A search field and the list of all members by group; the answer is one act."""

    DEFAULT_CSS = """
    PeoplePicker LineList { margin: 0; }
    PeoplePicker #chosen { color: $notice; }
    PeoplePicker VietnameseInput > .input--placeholder { color: $quiet; }
    """
    BINDINGS = [
        Binding("escape", "back", show=False),
        Binding("pagedown", "done", show=False),
        Binding("ctrl+s", "save", show=False),
        Binding("down", "to_list", show=False),
    ]
    AUTO_FOCUS = "VietnameseInput"

    def __init__(
        self,
        title: str,
        before: Sequence[int],
        pointed_out: Mapping[int, str],
        instead: Sequence[Instead] = (),
        *,
        draft: str,
        in_form: bool = False,
        without: Collection[int] = (),
    ) -> None:
        super().__init__(draft)
        self._kept = KeptTicks(self, draft, before)
        self._title = title
        self._before = tuple(before)
        self._pointed_out = dict(pointed_out)
        self._instead = tuple(instead)
        self._without = without
        """Who is not offered."""
        self._in_form = in_form
        """Whether a form is around it, which Ctrl+S stores as well."""
        self._unknown = ""
        """What was typed at the last Enter and is nobody's name."""
        self._untaken = False
        """Something was typed since the last name was ticked."""
        self.save_wished = False
        """The form around it is to be stored as well."""
        self._ticked = set(before)
        self._people = People((), ())

    def compose(self) -> ComposeResult:
        """The question, the search field, how many are chosen, the list, and the keys."""
        with Vertical(classes="popup tall"):
            yield Static(Content(self._title), classes="question", markup=False)
            yield VietnameseInput(
                placeholder=_("Gõ tên, không cần dấu; Enter ghi người đầu tiên"), compact=True
            )
            yield Static("", id="chosen", markup=False)
            yield LineList()
            yield PopupKeys(
                ("Enter", _("ghi tên")),
                ("Tab", _("xuống danh sách")),
                (SPACE, _("ghi, bỏ")),
                ("PgDn", _("xong")),
                *((("Ctrl+S", _("xong, lưu luôn")),) if self._in_form else ()),
            )

    async def on_mount(self) -> None:
        """Reads the register, and shows everyone."""
        self._ticked = await self._kept.taken_up()
        self._people = await room_of(self).ask(self._read)
        self.watch(self.app, "keyboard", lambda: self._show(), init=False)
        self._show()
        # Behind it the cursor stands, as where it was typed.
        self.query_one(VietnameseInput).insert_text_at_cursor(self._kept.place)

    def _read(self, books: Books) -> People:
        everyone = books.register.members()
        # Whoever stands there from before is seen, to be taken out.
        unseen = set(self._without) - self._ticked
        members = tuple(member for member in everyone if member.id not in unseen)
        known = {member.id for member in everyone}
        left = [
            member
            for member in map(books.register.member, self._ticked - known)
            if member is not None
        ]
        offered = (*members, *left)
        return People(
            groups=books.register.groups(),
            members=offered,
            left=frozenset(member.id for member in left),
            namesakes=namesakes(offered),
        )

    def on_resize(self) -> None:
        """Gives the list the rows that are there."""
        self._fit()

    def _fit(self) -> None:
        rows = max(3, self.app.size.height - _ROWS_BESIDES)
        self.query_one(LineList).styles.height = rows

    # What is shown.

    @property
    def _lines(self) -> PeopleLines:
        return PeopleLines(self._people, self._ticked, self._pointed_out, self._instead)

    def _show(self, said: str = "") -> None:
        typed = self._typed
        lines = self._lines.found(typed) if fold(typed) else self._lines.everyone()
        self.query_one(LineList).show(_COLUMNS, lines)
        count = _("đã chọn {count} người", len(self._ticked)).format(count=len(self._ticked))
        told = f"{count} – {said}" if said else count
        sign = typing_sign(room_of(self).keyboard)
        self.query_one("#chosen", Static).update(Content(f"{told}   {sign}" if sign else told))

    @property
    def _typed(self) -> str:
        return clean_line(self.query_one(VietnameseInput).value)

    # What is pressed.

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._untaken = True
        self._kept.move(event.value)
        self._show()
        self._to_first()

    def _to_first(self) -> None:
        """Puts the cursor on what Enter takes."""
        shown = self.query_one(LineList)
        shown.go_to(shown.shown_lines[0].key)

    def on_key(self, event: Key) -> None:
        """A letter typed in the list begins a name: it goes to the search, with all behind it."""
        search = self.query_one(VietnameseInput)
        letter = event.character is not None and event.character.isalpha()
        if event.is_printable and (letter or self.focused is search):
            event.stop()
            self.set_focus(search)
            search.post_message(Key(event.key, event.character))

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field: the first match; with nothing typed, on to the list."""
        event.stop()
        typed = self._typed
        if typed:
            self._take_first(typed)
        else:
            self.action_to_list()

    def _take_first(self, typed: str) -> None:
        """Ticks the first match; says so where there is none."""
        first = self._lines.found(self._typed)[0]
        if first.key.startswith(INSTEAD):
            self._take_instead_at_second_enter(first, typed)
        elif first.key == DONE:
            self._say_nobody(typed)
        else:
            self._tick(first)

    def _say_nobody(self, typed: str) -> None:
        self._show(_("không thấy ai tên “{name}”").format(name=typed))
        self.app.bell()

    def _tick(self, first: Line) -> None:
        members = self._lines.members_of(first)
        fresh = [member for member in members if member.id not in self._ticked]
        self._ticked |= {member.id for member in members}
        self._kept.keep(self._ticked)
        with self.prevent(Input.Changed):
            self.query_one(VietnameseInput).value = ""
        named = members[0].addressed if len(members) == 1 else first.cells[0][2:]
        self._untaken = False
        said = _("vừa ghi {name}") if fresh else _("{name} đã có tên")
        self._show(said.format(name=named))
        self._to_first()

    @on(LineList.Entered)
    @on(LineList.Ticked)
    def _on_ticked(self, event: LineList.Entered | LineList.Ticked) -> None:
        event.stop()
        if event.line.key == DONE:
            self.action_done()
            return
        if self._took_instead(event.line):
            return
        self._untaken = False
        members = {member.id for member in self._lines.members_of(event.line)}
        if members <= self._ticked:
            self._ticked -= members
        else:
            self._ticked |= members
        self._kept.keep(self._ticked)
        self._show()
        self.query_one(LineList).action_cursor_down()

    def _take_instead_at_second_enter(self, line: Line, typed: str) -> None:
        """A name that is only mistyped must not turn into an organisation."""
        if self._unknown == typed:
            self._took_instead(line)
            return
        self._unknown = typed
        self._show(_("không thấy ai; Enter nữa là tổ chức"))
        self._to_first()
        self.app.bell()

    def _took_instead(self, line: Line) -> bool:
        """Whether the line is an answer in place of members, which ends the list."""
        if not line.key.startswith(INSTEAD):
            return False
        answer = self._instead[int(line.key.removeprefix(INSTEAD))]
        self.dismiss(TakenInstead(answer, self._typed))
        return True

    def action_to_list(self) -> None:
        """Down, or Enter with nothing typed: into the list."""
        self.query_one(LineList).focus()

    def action_save(self) -> None:
        """Ctrl+S: as PgDn, and the form is stored as well."""
        self.save_wished = True
        self.action_done()

    def action_done(self) -> None:
        """PgDn: those who are ticked, in the order of their names; a name typed last among them."""
        if self._untaken and self._typed:
            first = self._lines.found(self._typed)[0]
            if first.key == DONE or first.key.startswith(INSTEAD):
                self.save_wished = False
                self._say_nobody(self._typed)
                return
            self._tick(first)
        self.dismiss(
            tuple(member.id for member in self._people.members if member.id in self._ticked)
        )

    async def action_back(self) -> None:
        """Esc: nothing changes."""
        await self._kept.forget()
        self.dismiss(None)
