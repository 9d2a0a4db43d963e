"""What all eight steps share: the rail, the way from step to step, undo, note, menu, clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screens.coach import coach_words
from screens.forms.fields import LongField
from screens.forms.form import Form
from screens.forms.form_screen import FormScreen
from screens.forms.values import Values
from screens.language import N_, _
from screens.meeting.same_place import SamePlaceScreen
from screens.popups import Choice
from screens.widgets.countdown_bell import CountdownBell
from screens.widgets.foot import FootKey
from screens.widgets.frame import FrameRow, rail
from screens.widgets.line_list import LineList
from screens.widgets.lines import Line
from screens.wording import lack_sentence
from storage.books import Books
from storage.records.head import Head
from storage.records.kinds import Step, StepState
from storage.records.wall_scene import HandsShown
from storage.rules.terms import STEP, STEP_IN_FULL

Overview = TypeVar("Overview")
_ROWS_FOR_COACH = 24
"""Below them the step needs every row for itself."""
_NOTE_HINT = N_("In trong biên bản, cả bản công khai: không ghi bệnh tật, chuyện riêng của ai.")


class StepScreen(SamePlaceScreen[Overview]):
    """One step of the walk."""

    OF_A_STEP = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "go(1)", show=False),
        Binding("pageup", "go(-1)", show=False),
        Binding("f3", "note", show=False),
        Binding("f4", "clock", show=False),
        Binding("f5", "large", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._bell = CountdownBell()
        self._large_before = False
        self._held: int | None = None
        self.hands: HandsShown | None = None
        """A count for and against that is being taken over this step."""
        self.said = ""
        """The sentence in the line of notices."""

    @property
    def meeting_id(self) -> int:
        """The meeting that is held; on a step that is just being left, the one that was."""
        held = self.room.meeting_id or self._held
        if held is None:
            raise RuntimeError("a step was opened without a meeting")
        self._held = held
        return held

    def compose_below(self) -> ComposeResult:
        """The coach of the practice meeting."""
        yield FrameRow(id="coach", wrap=True)

    def missing(self) -> str:
        """The line of what is missing here."""
        return lack_sentence(self.head.lacks.get(self.STEP, ())) if self.head else ""

    def show_page(self) -> None:
        """Shows what was last read, and what is missing."""
        super().show_page()
        self._say_row("missing", self.missing())
        self._show_coach()
        self._show_to_the_room()

    def show_lines(self) -> None:
        """Shows the list anew; the room reads a number while it is called out."""
        super().show_lines()
        self._show_to_the_room()

    def _show_coach(self) -> None:
        """Explains the step in the practice meeting, while that is wished and there is room."""
        room = self.app.size.height >= _ROWS_FOR_COACH
        shown = self.room.practice and self.room.coach and room and self.head is not None
        self.query_one("#coach", FrameRow).display = shown
        if shown and self.head is not None:
            self._say_row("coach", self.coaching(self.head))

    def coaching(self, head: Head) -> str:
        """What the coach says of the step as it stands."""
        return coach_words(self.STEP, head.states.get(self.STEP, StepState.NOT_BEGUN))

    def tick(self) -> None:
        """Shows the time and the rail, and lets the clock of the discussion be heard anywhere."""
        super().tick()
        now = self.room.clock.now()
        if self.head is not None:
            row = self.query_one("#rail", FrameRow)
            row.say(rail(self.head, self.STEP, self.app.size.width, now))
        shown = self in self.app.screen_stack and self.head is not None
        countdown = self.head.countdown if self.head and shown else None
        if self._bell.rings(countdown, now):
            self.app.bell()
        self._show_large()

    def _second(self) -> None:
        """Hands the wall what another second changes.

        At once: asking for the next frame would have a popup over the step drawn every second.
        """
        super()._second()
        if self.is_whole:
            self._project()

    def say(self, sentence: str) -> None:
        """Says one sentence, in the large view too."""
        super().say(sentence)
        self.said = sentence
        self._show_large()

    @on(LineList.CursorMoved)
    def _show_to_the_room(self) -> None:
        """Shows this step in large letters, here where that is wished, and on the wall's own."""
        self._show_large()
        self.lines.call_after_refresh(self._project)

    def show_hands(self, hands: HandsShown | None) -> None:
        """Shows the room the number that is being called out, or the step again."""
        self.hands = hands
        self._show_to_the_room()

    def _project(self) -> None:
        from screens.wall.large_view import project

        project(self)

    def _show_large(self) -> None:
        """Shows this step in large letters while that is wished (F5)."""
        if not self.room.large_view and not self._large_before:
            return
        self._large_before = True
        from screens.wall.large_view import show_large

        show_large(self)

    def more_keys(self) -> Sequence[FootKey]:
        """The next step, and the keys of every step, as many as there is room for."""
        following = Step(self.STEP + 1) if max(Step) > self.STEP else None
        short = _("bước {number}").format(number=self.STEP + 1)
        ahead = (FootKey("PgDn", _(STEP[following]), short=short, kept=True),) if following else ()
        return (
            *ahead,
            FootKey("Esc", _("bảng chọn"), kept=True),
            FootKey("F5", _("chữ to")),
            FootKey("F1", _("trợ giúp")),
            FootKey("Ctrl+Z", _("bỏ việc vừa làm")),
            FootKey("F3", _("ghi chú")),
            FootKey("F7", _("tìm người")),
            FootKey("F8", _("hiện tên") if self.hidden else _("che tên")),
            FootKey("F9", _("in")),
        )

    def works(self, key: str, line: Line | None) -> bool:
        """PgDn waits for a number that is being typed; there must be something to take back."""
        if key == "PgDn":
            return not self.number.text
        if key == "Ctrl+Z":
            return self.head is not None and self.head.can_undo
        return super().works(key, line)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again in which something was half typed when the program ended."""
        if form_key.startswith("note:"):
            await self._note()
        else:
            await super().reopen(form_key)

    # The keys of every step.

    async def action_go(self, way: int) -> None:
        """PgDn and PgUp; not while a number is being typed, since NumLock may be off."""
        if self.number.text:
            return
        target = self.STEP + way
        if target in Step.__members__.values():
            await self.guarded(self.room.show_step(Step(target)))
        elif way > 0:
            self.say(_("Đây là bước cuối. Mũi tên để đọc tiếp."))
        else:
            self.say(_("Đây là bước đầu."))

    def action_large(self) -> None:
        """F5: only what the room needs, in large letters; or the whole screen again."""
        self.room.large_view = not self.room.large_view
        self._show_large()

    def action_back(self) -> None:
        """Esc: gives up a number in the making, leaves the large view, or opens the menu."""
        if self.number.text:
            self.begin(self.drop_number())
        elif self.room.large_view:
            self.action_large()
        else:
            self.action_menu()

    def action_note(self) -> None:
        """F3: the secretary's note on this step."""
        self.begin(self._note())

    async def _note(self) -> None:
        meeting_id, step = self.meeting_id, self.STEP
        before = await self.room.ask(lambda books: books.secretary.note(meeting_id, step))

        def accept(books: Books, values: Values) -> bool:
            books.secretary.write_note(meeting_id, step, values.text("note"))
            return True

        await self.fill(
            Form(
                key=f"note:{meeting_id}:{int(step)}",
                title=_("Ghi chú của thư ký – {step}").format(step=_(STEP_IN_FULL[step])),
                fields=(LongField("note", _("Ghi chú"), _(_NOTE_HINT), rows=6, lines=True),),
                accept=accept,
                initial={"note": f"{before}\n" if before else ""},
            )
        )

    async def action_clock(self) -> None:
        """F4: starts or pauses the clock of the discussion."""
        meeting_id = self.meeting_id
        await self.guarded(self.room.ask(lambda books: books.discussion.start_or_pause(meeting_id)))
        await self.refresh_page()

    async def print(self) -> None:
        """F9: the minutes."""
        from screens.papers.printing import print_minutes

        await print_minutes(self)

    async def abandon(self) -> None:
        """Gives up a meeting that was begun by mistake, with a reason."""
        question = _("Bỏ buổi họp này? Không làm lại được.")
        if await self.choose(question, (Choice(True, _("Bỏ buổi họp")),)) is None:
            return
        meeting_id = self.meeting_id

        def accept(books: Books, values: Values) -> bool:
            books.meetings.abandon(meeting_id, values.text("reason"))
            return True

        form = Form(
            key=f"abandon:{meeting_id}",
            title=_("Bỏ buổi họp"),
            fields=(LongField("reason", _("Vì sao bỏ?"), rows=2),),
            accept=accept,
        )
        if await self.app.push_screen_wait(FormScreen(form)):
            await self.room.show_home()
