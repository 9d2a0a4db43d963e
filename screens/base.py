"""The frame that all screens share: head, one list, one detail, what is missing, the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size

from screens.language import _
from screens.list_keys import ListKeys
from screens.second_row import say_in_second_row
from screens.widgets.foot import Foot, FootKey
from screens.widgets.frame import FrameRow, Rail, club_row, time_row
from screens.widgets.line_list import LineList
from screens.widgets.lines import Column, Line
from screens.window_size import known_by_its_size
from screens.wording import act_sentence

if TYPE_CHECKING:
    from screens.forms.form import Form
    from screens.popups import Choice
    from storage.books import Books
    from storage.records.head import Head

Overview = TypeVar("Overview")
Answer = TypeVar("Answer")
Chosen = TypeVar("Chosen")

_INTRO_ROWS = 12


@dataclass(frozen=True, slots=True)
class Page:
    """What a screen shows between its head and its foot."""

    title: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...] = ()
    aside: str = ""
    """Beside the title, flush right."""
    intro: str = ""
    """Under the title, wrapped."""
    status: str = ""
    """A running total or a question, under the list."""
    keys: tuple[tuple[str, str] | tuple[str, str, str], ...] = ()
    """The keys of this screen with what they do, and in fewer letters; the most needed first."""


class ListScreen(ListKeys, Generic[Overview]):
    """A full screen around one list; what it shows is read from the books each time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False),
        # A step takes them for the next and the one before.
        Binding("pagedown", "page('down')", show=False),
        Binding("pageup", "page('up')", show=False),
    ]
    AUTO_FOCUS = "#lines"
    HELP: ClassVar[str] = ""
    """What F1 says of this screen, in plain words."""
    OF_A_STEP: ClassVar[bool] = False
    """Whether the keys of a step work here."""

    def __init__(self) -> None:
        super().__init__()
        self.overview: Overview | None = None
        """What was last read; never changed here."""
        self.head: Head | None = None
        self._asked = 0
        self._made_for = Size()
        self._covered = False
        self._keys: tuple[FootKey, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether what nobody agreed to show is hidden now."""
        return self.room.details_hidden

    @property
    def at_work(self) -> object | None:
        """What a key typed ahead has to wait for; at first for there to be any lines at all."""
        return super().at_work or (self if self.overview is None else None)

    # What each screen gives.

    def read(self, books: Books) -> Overview:
        """Reads all that this screen shows; runs on the books' thread."""
        raise NotImplementedError

    def page(self, overview: Overview) -> Page:
        """What to show of it."""
        raise NotImplementedError

    @property
    def detail_rows(self) -> int:
        """How many rows the line under the list has from the beginning.

        Where it often needs two, the list would move under the cursor at the first that does.
        """
        return 1

    def compose_above(self) -> ComposeResult:
        """Widgets between the title and the list."""
        yield from ()

    def compose_below(self) -> ComposeResult:
        """Widgets between the line of what is missing and the foot."""
        yield from ()

    # The frame.

    def compose(self) -> ComposeResult:
        """The rows of the frame from top to bottom."""
        yield FrameRow(id="time")
        yield FrameRow(classes="gap")
        yield FrameRow(id="club")
        yield Rail(id="rail")
        yield FrameRow(classes="rule")
        yield FrameRow(id="title")
        yield FrameRow(id="intro", wrap=True, most=_INTRO_ROWS)
        yield from self.compose_above()
        yield LineList(id="lines")
        yield FrameRow(id="detail", wrap=True, steady=True)
        yield FrameRow(id="status", wrap=True)
        yield FrameRow(id="notice", wrap=True)
        yield FrameRow(id="missing", wrap=True)
        yield from self.compose_below()
        yield FrameRow(classes="rule")
        yield Foot(id="foot")

    def on_mount(self) -> None:
        """Starts the clock of the head: once a second, and only its own row."""
        known_by_its_size(self)
        say_in_second_row(self)
        for rule in self.query(".rule").results(FrameRow):
            rule.say("─" * 400)
        self.set_interval(1, self._second)

    def _second(self) -> None:
        """One more second."""
        if self.is_whole and not self.room.clock_moved():
            self.tick()

    def on_screen_suspend(self) -> None:
        """Notes whether a popup or form covers the screen, or a screen like it took its place."""
        stack = self.app.screen_stack
        above = stack[stack.index(self) + 1 :] if self in stack else []
        self._covered = bool(above) and not isinstance(above[0], ListScreen)

    async def on_screen_resume(self) -> None:
        """Reads anew when the screen takes the place of another; a popup reads for itself."""
        covered, self._covered = self._covered, False
        if not covered:
            self.say("")
            await self.shown()
        self.query_one(self.AUTO_FOCUS).focus()

    async def shown(self) -> None:
        """The screen was gone to; popups that closed are none of this."""
        self.query_one("#detail", FrameRow).settle(self.detail_rows)
        await self.refresh_page()

    def on_resize(self) -> None:
        """Lays the frame out anew, where the window has another size than it was made for."""
        say_in_second_row(self)
        if self.overview is not None and self.app.size != self._made_for:
            self.show_page()

    def read_head(self, books: Books) -> Head | None:
        """The head of the running meeting, if there is one."""
        meeting_id = self.room.meeting_id
        return None if meeting_id is None else books.head(meeting_id)

    async def refresh_page(self) -> None:
        """Reads and shows; an answer that is overtaken by a newer question is dropped."""
        self._asked += 1
        asked = self._asked
        head, overview = await self.room.ask(
            lambda books: (self.read_head(books), self.read(books))
        )
        if asked == self._asked and self.is_whole:
            if self.head is not None and head is None:
                # The meeting was sealed, or given up, while another screen was shown.
                self.query_one("#club", FrameRow).say("")
            self.head, self.overview = head, overview
            self.show_page()

    def show_page(self) -> None:
        """Shows what was last read."""
        if self.overview is None or not self.is_mounted:
            return
        self._made_for = self.app.size
        page = self.page(self.overview)
        self.tick()
        self.query_one("#title", FrameRow).say_ends(page.title, page.aside)
        self.query_one("#intro", FrameRow).display = bool(page.intro)
        self._say_row("intro", page.intro)
        self.lines.show(page.columns, page.lines)
        line = self.lines.line
        # The cursor tells of it too, but only once the frame is drawn.
        self._say_row("detail", line.detail if line else "")
        self._say_row("status", page.status)
        self._keys = (*(FootKey(*each) for each in page.keys), *self.more_keys())
        self._show_foot(line)

    def show_lines(self) -> None:
        """Shows the list anew, and which keys work; the rest of the page says what it said."""
        if self.overview is not None and self.is_mounted:
            page = self.page(self.overview)
            self.lines.show(page.columns, page.lines)
            self._show_foot(self.lines.line)

    def more_keys(self) -> Sequence[FootKey]:
        """The keys in the foot after the page's own."""
        return (FootKey("F1", _("trợ giúp")), FootKey("F12", _("ra")))

    @property
    def own_keys(self) -> tuple[FootKey, ...]:
        """The keys of the foot that do something on the line under the cursor."""
        return tuple(each for each in self._keys if self.works(each.key, self.lines.line))

    def _show_foot(self, line: Line | None) -> None:
        keys = self._keys
        if self.number.text:
            stored = {"Enter": _("lưu số"), "Esc": _("bỏ số")}
            keys = tuple(replace(each, word=stored.get(each.key, each.word)) for each in keys)
        self.query_one("#foot", Foot).show(
            [replace(each, works=self.works(each.key, line)) for each in keys]
        )

    def tick(self) -> None:
        """Shows the time, and whatever else a second changes."""
        now = self.room.clock.now()
        self.query_one("#time", FrameRow).say_ends(*time_row(now, self.head))
        if self.head is not None:
            texts = club_row(self.head, now, practice=self.room.practice)
            self.query_one("#club", FrameRow).say_ends(*texts)

    def say(self, sentence: str) -> None:
        """Says one sentence in the line of notices; once that is gone, nobody is there to hear.

        A backup may end after the screen's rows have gone, one by one, with the program.
        """
        for notice in self.query("#notice").results(FrameRow):
            notice.set_class(False, "wrong")
            notice.say(Content(sentence))

    def refuse(self, sentence: str) -> None:
        """Says why something was refused or could not be done, and is heard."""
        self.room.forget_typed_ahead()
        self.say(sentence)
        self.query_one("#notice").set_class(True, "wrong")
        self.app.bell()

    def describe(self, line: Line) -> None:
        """Shows the detail of the line under the cursor."""
        self._say_row("detail", line.detail)
        self._show_foot(line)

    def _say_row(self, row: str, text: str) -> None:
        widget = self.query_one(f"#{row}", FrameRow)
        widget.say(Content(text))

    # Asking and recording.

    async def record(self, act: Callable[[Books], object]) -> None:
        """Has the books record an act, shows the screen anew, and says what is stored.

        Raises:
            BooksError: it is refused or cannot be stored; `guarded` says so.
        """
        meeting_id, hidden = self.room.meeting_id, self.hidden

        def do(books: Books) -> str:
            before = books.undo.latest(meeting_id)
            act(books)
            after = books.undo.latest(meeting_id)
            changed = after is not None and (before is None or before.id != after.id)
            return act_sentence(after, hidden=hidden) if after is not None and changed else ""

        sentence = await self.room.ask(do)
        await self.refresh_page()
        if sentence:
            self.say(_("Đã lưu: {what}").format(what=sentence))

    async def fill(self, form: Form[Answer]) -> Answer | None:
        """Opens a form; gives what its acceptance gave, or None where it was left."""
        from screens.forms.form_screen import FormScreen

        result = await self.app.push_screen_wait(FormScreen(form))
        await self.refresh_page()
        return result

    async def choose(
        self, title: str, choices: Sequence[Choice[Chosen]], start: int = 0
    ) -> Chosen | None:
        """Asks with a small numbered list, the cursor on one of its lines; None: nothing chosen."""
        from screens.popups import ChoicePopup

        if not choices:
            self.refuse(_("{question} Trong sổ chưa ghi gì để chọn.").format(question=title))
            return None
        return await self.app.push_screen_wait(ChoicePopup(title, choices, start))

    async def confirm(self, question: str, yes: str, no: str = "") -> bool:
        """Asks before what can't be undone: Enter pressed once too often leaves it undone."""
        from screens.popups import Choice

        choices = (Choice(True, yes), Choice(False, no or _("Không, quay lại")))
        answer: bool | None = await self.choose(question, choices, start=len(choices) - 1)
        return answer is True

    # What works on every screen.

    def action_help(self) -> None:
        """F1."""
        from screens.help import Helped, HelpPopup

        self.app.push_screen(HelpPopup(self.HELP, Helped.STEP if self.OF_A_STEP else Helped.PAGE))

    def action_page(self, way: str) -> None:
        """PgDn and PgUp: a page of the list; not while a number is typed on one of its lines."""
        if not self.number.text:
            getattr(self.lines, f"action_page_{way}")()

    def action_leave(self) -> None:
        """F12: asks; all is kept."""
        self.room.ask_to_leave()
