"""The app: opens the books, routes between the screens, and leaves with everything kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen

from screens.backing_up import back_up
from screens.base import ListScreen
from screens.forms.form import OPEN_FORM, FormScreen
from screens.home import HomeScreen
from screens.language import _
from screens.popups import Choice, ChoicePopup
from screens.projector import Projector
from screens.trouble import TroubleScreen, WayOut
from screens.typing_method import next_method, typing_words
from screens.wording import error_sentence
from screens.wording.opening import salvaged_words, trouble_sentence
from storage.books import Books
from storage.clock import Clock, FixedDayClock
from storage.database import FILE_NAME
from storage.errors import BooksError, Trouble, TroubleKind
from storage.records.backups import Restored
from storage.records.keyboard import Keyboard
from storage.records.kinds import Step
from storage.soundness import first_look, whole_look
from storage.worker import BooksWorker
from tui.data_folder import PRACTICE_FOLDER
from tui.guards import GuardedApp
from tui.moved_clock import MovedClock
from tui.routes import step_screen
from tui.theme import THEMES

Answer = TypeVar("Answer")

_NO_BOOK_OPEN = 2
"""Screens on the stack: the empty one that Textual begins with, and a step or the main page."""
_UNSOUND = frozenset({TroubleKind.DAMAGED, TroubleKind.NOT_OURS})
_FOR_READING = frozenset({TroubleKind.IN_USE, TroubleKind.READ_ONLY})
PRACTICE_MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))


class ChungTayApp(GuardedApp):
    """Chung Tay on one screen of a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "Chung Tay"
    ENABLE_COMMAND_PALETTE = False  # its search is a stock field that spells Vietnamese wrong
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (100, "-medium"),
        (150, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f12,ctrl+q,ctrl+c", "ask_to_leave", show=False, priority=True),
        Binding("ctrl+g", "next_typing_method", show=False, priority=True),
        # In every popup and form too: what is on the wall may have to go at once.
        Binding("f6", "blank", show=False, priority=True),
    ]
    keyboard: reactive[Keyboard] = reactive(Keyboard())
    """How Vietnamese is typed in the text fields; off where the computer has an input method."""

    def __init__(self, folder: Path, clock: Clock, *, practice: bool = False) -> None:
        super().__init__()
        self.folder = folder
        self.clock = clock
        self.practice = practice
        self.details_hidden = True
        self.large_view = False
        self.looking_on = False
        self._looked_through = practice
        self.sounds = True
        self.coach = True
        self.meeting_id: int | None = None
        self.projector = Projector(folder, clock, self._not_projected)
        self._moved_clock = MovedClock(self)
        self._books = BooksWorker()
        self._reopen = ""
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the style sheet names of the themes' own variables, before a theme is set."""
        return dict(THEMES[0].variables)

    async def on_mount(self) -> None:
        """Opens the books, and goes to where the meeting was."""
        await self._open(self.folder, self.clock)

    async def _open(self, folder: Path, clock: Clock) -> None:
        try:
            await self._books.open(folder, clock)
            if self.practice:
                await self.ask(_fill_practice)
                await self._go_on_with_the_clock(clock)
        except BooksError as error:
            await self._show_trouble(error, folder)
            return
        try:
            await self.ask(first_look)
        except BooksError as error:
            await self._show_trouble(error, folder, opened=True)
            return
        await self._moved_clock.ask_the_day(self._begin)

    async def _begin(self) -> None:
        """It is known what day it is."""
        await self.ask(lambda books: books.time.catch_up())
        await self._go_on()
        # Its message comes after the first frame.
        self.screen.call_after_refresh(self._back_up)

    async def _show_trouble(self, error: BooksError, folder: Path, *, opened: bool = False) -> None:
        """Says why the books cannot be opened, or be trusted, and what can be done."""
        ways: list[WayOut] = []
        if error.kind in _UNSOUND:
            ways = [
                WayOut(_("Mở lại một bản sao lưu (nên chọn)"), self._choose_backup),
                WayOut(_("Cứu những gì còn đọc được trong tệp"), lambda: self._salvage(folder)),
            ]
        if opened:
            ways.append(WayOut(_("Cứ mở sổ này như đang có"), self._go_on_as_found))
        if error.kind in _FOR_READING and (folder / FILE_NAME).exists():
            ways.append(WayOut(_("Chỉ xem sổ, không ghi"), lambda: self._look_on(folder)))
        await self.push_screen(TroubleScreen(trouble_sentence(error, folder), ways))

    async def _choose_backup(self) -> None:
        from screens.backup_page import choose_and_restore

        await choose_and_restore(self, self)

    async def _salvage(self, folder: Path) -> None:
        """Opens what could be read of damaged books, and says how much that is."""
        try:
            salvaged = await self._books.salvage(folder, self.clock)
        except BooksError as error:
            await self._show_trouble(error, folder)
            return
        self._looked_through = True
        await self._begin()
        told = salvaged_words(salvaged)
        await self.push_screen_wait(ChoicePopup(told, (Choice(True, _("Đóng")),)))

    async def _go_on_as_found(self) -> None:
        """The books are opened as they are; somebody knows why."""
        self._looked_through = True
        await self.ask(lambda books: books.accept_as_found())
        await self._begin()

    async def _looks_sound(self) -> bool:
        """Checks all of the books beside the work, once; says what is wrong with the ways out."""
        if self._looked_through:
            return True
        self._looked_through = True
        findings = await asyncio.to_thread(whole_look)
        if findings:
            damaged = Trouble(TroubleKind.DAMAGED, file=FILE_NAME)
            await self._show_trouble(damaged, self.folder, opened=True)
        return not findings

    async def _look_on(self, folder: Path) -> None:
        """Opens a copy of books that are in use or cannot be written; nothing is recorded in it."""
        try:
            await self._books.open(folder, self.clock, looking_on=True)
        except BooksError as error:
            await self.switch_screen(TroubleScreen(error_sentence(error)))
            return
        self.looking_on = True
        self.projector.rest_for_good()
        await self._go_on()

    async def _go_on_with_the_clock(self, clock: Clock) -> None:
        """Lets the practice's hours run on from where they were, so that nothing ends too soon."""
        last = await self.ask(lambda books: books.last_moment())
        if last is not None and isinstance(clock, FixedDayClock):
            clock.reach(last)

    def _back_up(self) -> None:
        self.run_worker(self._back_up_and_say(), group="backup")

    async def _back_up_and_say(self) -> None:
        if not await self._looks_sound():
            return
        trouble = await back_up(self)
        if trouble and isinstance(self.screen, ListScreen):
            self.screen.say(trouble)

    def clock_moved(self) -> bool:
        """Whether the machine's clock was set; then what was begun is put right first."""
        return self._moved_clock.noticed()

    async def restore(self, backup: Path) -> Restored:
        """Puts a backup in the place of the books, and opens it."""
        restored = await self._books.restore(self.folder, backup, self.clock)
        await self.ask(lambda books: books.time.catch_up())
        return restored

    async def _go_on(self) -> None:
        """To the first run, the main page, or the step at which the meeting was."""
        club, meeting, step, theme, sounds, coach, keyboard, form = await self.ask(
            lambda books: (
                books.club.get(),
                books.meetings.current(),
                _current_step(books),
                books.drafts.get("theme"),
                books.drafts.get("sounds"),
                books.drafts.get("coach"),
                books.keyboard.get(),
                books.drafts.get(OPEN_FORM),
            )
        )
        if theme and theme.get("name") in {each.name for each in THEMES}:
            self.theme = str(theme["name"])
        self.sounds = sounds is None or sounds.get("on") is not False
        self.coach = coach is None or coach.get("on") is not False
        if keyboard is not None:
            self.keyboard = keyboard
        self._reopen = str(form.get("form", "")) if form else ""
        if club is None:
            from screens.first_run import FirstRunScreen

            await self._show("first-run", FirstRunScreen)
        elif meeting is None:
            await self.show_home()
        else:
            self.meeting_id = meeting.id
            await self.show_step(step)

    async def ask(self, question: Callable[[Books], Answer]) -> Answer:
        """Asks the books something on their own thread."""
        return await self._books.ask(question)

    async def show_step(self, step: Step) -> None:
        """Goes to a step of the walk, and keeps that the meeting is there."""
        meeting_id = self.meeting_id
        if meeting_id is None:
            meeting = await self.ask(lambda books: books.meetings.begin())
            self.details_hidden = True
            meeting_id = self.meeting_id = meeting.id
        await self.ask(lambda books: books.meetings.go_to(meeting_id, step))
        await self._show(f"step-{int(step)}", lambda: step_screen(step))

    async def show_home(self) -> None:
        """Goes to the main page."""
        meeting = await self.ask(lambda books: books.meetings.current())
        self.meeting_id = meeting.id if meeting else None
        await self._show("home", HomeScreen)

    async def _show(self, name: str, make: Callable[[], Screen[Any]]) -> None:
        """Shows a screen; one that is shown again costs a tenth of one made anew."""
        if not self.is_screen_installed(name):
            self.install_screen(make(), name)
        # A book that is closed ends the worker that asks for this; it must come to its end.
        await asyncio.shield(self._take_place(name))

    async def _take_place(self, name: str) -> None:
        """Closes the books that lie over the screen shown so far, and takes its place."""
        while len(self.screen_stack) > _NO_BOOK_OPEN:
            await self.pop_screen()
        if len(self.screen_stack) < _NO_BOOK_OPEN:
            await self.push_screen(name)
        else:
            await self.switch_screen(name)

    async def open_practice(self) -> None:
        """Closes these books and opens the practice club, kept apart from them."""
        self.practice = True
        self.clock = FixedDayClock(start=PRACTICE_MORNING)
        self._moved_clock.watch()
        self.projector.keep_time_by(self.clock)
        await self._open(self.folder / PRACTICE_FOLDER, self.clock)

    async def form_to_reopen(self) -> str:
        """The form that was open when the program last ended; it is said once."""
        form, self._reopen = self._reopen, ""
        return form

    def change_theme(self) -> None:
        """Between the dark and the light theme; it stays for the next time."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        name = self.theme
        self.run_worker(self.ask(lambda books: books.drafts.keep("theme", {"name": name})))

    def use_keyboard(self, keyboard: Keyboard) -> None:
        """Types Vietnamese in this way from now on; it stays for the next time."""
        self.keyboard = keyboard
        self.run_worker(self.ask(lambda books: books.keyboard.keep(keyboard)))
        if isinstance(self.screen, ListScreen):
            self.screen.show_page()
            self.screen.say(typing_words(keyboard))

    def action_next_typing_method(self) -> None:
        """Ctrl+G: the computer's own input method, Telex, VNI."""
        self.use_keyboard(next_method(self.keyboard))

    def change_sounds(self) -> None:
        """Lets the bell be heard or not; it stays for the next time."""
        self.sounds = on = not self.sounds
        self.run_worker(self.ask(lambda books: books.drafts.keep("sounds", {"on": on})))

    def change_coach(self) -> None:
        """Lets the practice meeting explain each step or not; it stays for the next time."""
        self.coach = on = not self.coach
        self.run_worker(self.ask(lambda books: books.drafts.keep("coach", {"on": on})))

    def bell(self) -> None:
        """Is heard, unless sounds are turned off."""
        if self.sounds:
            super().bell()

    def action_blank(self) -> None:
        """F6."""
        self.blank()

    def blank(self) -> None:
        """Nothing on the wall, or what was there before."""
        from screens.blank import BlankScreen

        if isinstance(self.screen, BlankScreen):
            self.screen.action_lift()
        else:
            self.push_screen(BlankScreen())

    def action_ask_to_leave(self) -> None:
        """F12, Ctrl+Q, Ctrl+C."""
        self.ask_to_leave()

    def ask_to_leave(self) -> None:
        """Asks whether to end the program; all is kept."""
        self.run_worker(self._ask_to_leave(), group="leave", exclusive=True)

    async def _ask_to_leave(self) -> None:
        question = _("Ra khỏi chương trình? Mọi việc đã ghi đều được giữ.")
        choices = (Choice(True, _("Ra")), Choice(False, _("Không, quay lại")))
        if await self.push_screen_wait(ChoicePopup(question, choices)):
            await self.leave()

    async def save_all(self) -> None:
        """Stores what is half typed, and closes the books."""
        for screen in self.screen_stack:
            if isinstance(screen, FormScreen):
                await screen.keep_draft()
        self._books.close()
        await self.projector.close()

    def _not_projected(self, error: OSError) -> None:
        """The wall's window could not be reached; the meeting goes on without it."""
        self.note(error)
        if isinstance(self.screen, ListScreen):
            self.screen.say(_("Không đưa được lên màn hình thứ hai. Việc họp vẫn được ghi đủ."))

    async def give_up(self) -> None:
        """Ends the program in trouble; what is half typed is kept where that is possible."""
        await self._save_once()
        self.exit(1, return_code=1)

    async def leave(self) -> None:
        """Ends the program; what hindered the backup is said in the terminal."""
        trouble = await back_up(self)
        await self.save_all()
        self.exit(0, message=Text(trouble) if trouble else None)


def _fill_practice(books: Books) -> None:
    if books.club.get() is None:
        from storage.practice import make_practice_club

        make_practice_club(books)


def _current_step(books: Books) -> Step:
    meeting = books.meetings.current()
    return books.meetings.step(meeting.id) if meeting else Step.ATTENDANCE
