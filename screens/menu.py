"""The menu (F2): every step, act and book, and a search that finds them, and people."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from screens.between_meetings.club_books import CLUB_BOOKS, ClubBook, open_book
from screens.language import _
from screens.leaving import Popup
from screens.meeting.step import StepScreen
from screens.menu_command import Command
from screens.menu_screen import MenuScreen
from screens.people.found_people import found_people, is_person, show_found
from screens.room import room_of
from screens.settings.choose_language import choose_language, language_words
from screens.settings.typing_method import TYPING_KEY, choose_typing, typing_sign, typing_words
from screens.widgets.foot import PopupKeys
from screens.widgets.frame import MARKS, state_word
from screens.widgets.line_list import LineList
from screens.widgets.lines import Line, LineKind, note
from screens.widgets.safe_fields import VietnameseInput
from storage.records.keyboard import Keyboard
from storage.records.kinds import Step, StepState
from storage.rules.terms import STEP_IN_FULL
from storage.vietnamese import fold, matches


async def open_menu(screen: MenuScreen[Any]) -> None:
    """Opens the menu over a screen, and does what is chosen."""
    from screens.menu_search import searched_commands

    commands, searched = menu_commands(screen), searched_commands(screen)
    chosen = await screen.app.push_screen_wait(
        MenuPopup(commands, _("Gõ để tìm việc hoặc tìm người"), searched)
    )
    if chosen is None:
        return
    if is_person(chosen):
        await screen.guarded(show_found(screen, chosen))
        return
    command = next(each for each in (*commands, *searched) if each.key == chosen)
    await screen.guarded(command.run())


async def find_person(screen: MenuScreen[Any]) -> None:
    """F7: asks for a name, and shows who it is."""
    popup = MenuPopup([], _("Tìm người: gõ tên, không cần dấu"))
    chosen = await screen.app.push_screen_wait(popup)
    if chosen is not None:
        await show_found(screen, chosen)


def menu_commands(screen: MenuScreen[Any]) -> list[Command]:
    """The steps with their digits, what can be done from here, and the club's books."""
    return [
        *_steps(screen),
        *_undoing(screen),
        *(_of_a_step(screen) if isinstance(screen, StepScreen) else ()),
        Command("blank", _("Che cả màn hình"), _later(screen.room.blank), "F6"),
        Command("find", _("Tìm người"), _later(screen.action_find), "F7"),
        Command("details", _("Che hoặc hiện chi tiết riêng"), _later(screen.action_details), "F8"),
        *_books(screen),
        Command("help", _("Trợ giúp màn hình này"), _later(screen.action_help), "F1"),
        Command("sounds", _sounds_label(screen), _later(lambda: _change_sounds(screen))),
        *(_coach(screen) if screen.room.practice else ()),
        Command("theme", _("Nền tối hoặc nền sáng"), _later(screen.room.change_theme)),
        Command(
            "typing",
            typing_words(screen.room.keyboard),
            lambda: choose_typing(screen),
            TYPING_KEY,
        ),
        Command("language", language_words(), lambda: choose_language(screen)),
        *_locking(screen),
        Command("home", _("Trang chính"), screen.room.show_home),
        *(_endings(screen) if isinstance(screen, StepScreen) else ()),
        Command("leave", _("Ra khỏi chương trình"), _later(screen.action_leave), "F12"),
    ]


def _steps(screen: MenuScreen[Any]) -> list[Command]:
    """The steps of the meeting that is held, each with its mark."""
    if screen.head is None:
        return []
    states = screen.head.states

    def going(step: Step) -> Callable[[], Awaitable[None]]:
        return lambda: screen.room.show_step(step)

    def hint(step: Step) -> str:
        state = states.get(step, StepState.NOT_BEGUN)
        return f"{MARKS[state]} {state_word(state)}"

    return [
        Command(
            f"step:{int(step)}", f"{int(step)}  {_(STEP_IN_FULL[step])}", going(step), hint(step)
        )
        for step in Step
    ]


def _undoing(screen: MenuScreen[Any]) -> list[Command]:
    """What can be taken back and done again now."""
    head = screen.head
    found = []
    if head is not None and head.can_undo:
        found.append(Command("undo", _("Bỏ việc vừa làm"), screen.action_undo, "Ctrl+Z"))
    if head is not None and head.can_redo:
        found.append(Command("redo", _("Làm lại"), screen.action_redo, "Ctrl+Y"))
    return found


def _of_a_step(screen: StepScreen[Any]) -> tuple[Command, ...]:
    """What works at a step alone."""
    return (
        Command("note", _("Ghi chú của thư ký"), _later(screen.action_note), "F3"),
        Command("clock", _("Đồng hồ thảo luận: chạy, dừng"), screen.action_clock, "F4"),
        Command("large", _("Chữ to, hoặc chữ thường"), _later(screen.action_large), "F5"),
        Command("print", _("In biên bản"), screen.print, "F9"),
    )


def _books(screen: MenuScreen[Any]) -> list[Command]:
    """The club's books."""

    def opening(book: ClubBook) -> Callable[[], Awaitable[None]]:
        return lambda: open_book(screen, book)

    # At a step F9 makes the minutes.
    keys = {} if isinstance(screen, StepScreen) else {"papers": "F9"}
    return [
        Command(f"book:{book.key}", _(book.title), opening(book), keys.get(book.key, ""))
        for book in CLUB_BOOKS
    ]


def _endings(screen: StepScreen[Any]) -> tuple[Command, ...]:
    return (Command("abandon", _("Bỏ buổi họp (bắt đầu nhầm)"), screen.abandon),)


def _sounds_label(screen: MenuScreen[Any]) -> str:
    return _("Tắt tiếng chuông") if screen.room.sounds else _("Bật tiếng chuông")


def _change_sounds(screen: MenuScreen[Any]) -> None:
    """Turns the bell off or on, and says which."""
    screen.room.change_sounds()
    on = screen.room.sounds
    screen.say(_("Đã bật tiếng chuông.") if on else _("Đã tắt tiếng chuông."))


def _coach(screen: MenuScreen[Any]) -> tuple[Command, ...]:
    """The practice meeting's coach, off or on."""
    label = _("Tắt lời chỉ dẫn họp thử") if screen.room.coach else _("Bật lời chỉ dẫn họp thử")
    return (Command("coach", label, _later(lambda: _change_coach(screen))),)


def _change_coach(screen: MenuScreen[Any]) -> None:
    """Turns the coach off or on, and says which."""
    screen.room.change_coach()
    screen.show_page()
    on = screen.room.coach
    screen.say(_("Đã bật lời chỉ dẫn.") if on else _("Đã tắt lời chỉ dẫn."))


def _locking(screen: MenuScreen[Any]) -> tuple[Command, ...]:
    """What only a passphrase makes sense of."""
    if not screen.room.encrypted:
        return ()
    return (Command("lock", _("Khóa màn hình"), _later(screen.room.lock), "Ctrl+L"),)


def _later(action: Callable[[], None]) -> Callable[[], Awaitable[None]]:
    """An action that works by itself, as something to wait for."""

    async def run() -> None:
        action()

    return run


class MenuPopup(Popup[str | None]):
    """The list with its search; gives the key of what is chosen."""

    BINDINGS = [
        Binding("escape,f2", "back", show=False),
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('last')", show=False),
        Binding("pageup", "move('first')", show=False),
    ]
    AUTO_FOCUS = "VietnameseInput"

    def __init__(
        self, commands: list[Command], placeholder: str, searched: Sequence[Command] = ()
    ) -> None:
        super().__init__()
        self._commands = commands
        self._searched = searched
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """The search on top, the list, and the keys."""
        with Vertical(classes="popup tall"):
            yield VietnameseInput(placeholder=self._placeholder, compact=True)
            yield LineList()
            yield PopupKeys()

    @property
    def _has_steps(self) -> bool:
        """Whether a meeting is held, to whose steps the digits lead."""
        return any(command.key.startswith("step:") for command in self._commands)

    def on_mount(self) -> None:
        """Shows everything."""
        self.query_one(LineList).styles.height = max(3, min(20, self.app.size.height - 10))
        self._show(self._commands, [])
        self.watch(self.app, "keyboard", self._say_keys)

    def _say_keys(self, keyboard: Keyboard) -> None:
        self.query_one(PopupKeys).show(
            *([(_("Số 1–8"), _("tới bước"))] if self._has_steps else []),
            ("Enter", _("chọn")),
            ("Esc", _("quay lại")),
            (typing_sign(keyboard), ""),
        )

    def _show(self, commands: list[Command], people: list[Line]) -> None:
        lines = [
            Line(command.key, (_with_hint(command.label, command.hint),), LineKind.ACT)
            for command in commands
        ]
        found = [*lines, *people]
        if not found and self.query_one(VietnameseInput).value:
            found = [note(_("Không thấy việc hay người nào như thế."))]
        self.query_one(LineList).show((), found)

    @on(Input.Changed)
    async def _search(self, event: Input.Changed) -> None:
        event.stop()
        if self._has_steps and len(event.value) == 1 and event.value in "12345678":
            self.dismiss(f"step:{event.value}")
            return
        if event.value != event.input.value:
            # More was typed until its turn came.
            return
        query = fold(event.value.strip())
        if not query:
            self._show(self._commands, [])
            return
        among = (*self._commands, *self._searched)
        found = [command for command in among if matches(query, command.label)]
        # Whose first words were typed is meant before those in which they stand anywhere.
        found.sort(key=lambda command: not fold(command.label).startswith(query))
        self._show(found, await found_people(room_of(self), event.value))

    @on(Input.Submitted)
    def _take_first(self, event: Input.Submitted) -> None:
        event.stop()
        line = self.query_one(LineList).line
        if line is not None:
            self.dismiss(line.key)

    @on(LineList.Entered)
    def _take(self, event: LineList.Entered) -> None:
        event.stop()
        self.dismiss(event.line.key)

    def action_move(self, action: str) -> None:
        """The arrows move in the list while the search has the focus, as long as it is there."""
        for commands in self.query(LineList):
            getattr(commands, f"action_{action}")()

    def action_back(self) -> None:
        """Esc."""
        self.dismiss(None)


def _with_hint(label: str, hint: str) -> str:
    return f"{label}   {hint}" if hint else label
