"""How the books are opened: looked at, looked through, backed up; what can be done in trouble."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from screens.language import _
from storage.books import Books
from storage.clock import Clock, FixedDayClock
from storage.database import FILE_NAME
from storage.errors import BooksError, Trouble, TroubleKind
from storage.safekeeping.holder import holder_of
from storage.safekeeping.soundness import first_look
from tui.moved_clock import MovedClock

if TYPE_CHECKING:
    from screens.safekeeping.trouble import WayOut
    from tui.app import ChungTayApp

_UNSOUND = frozenset({TroubleKind.DAMAGED, TroubleKind.NOT_OURS, TroubleKind.CANNOT_READ})
_MAYBE_OVER = frozenset({TroubleKind.DISK_ERROR, TroubleKind.CANNOT_READ, TroubleKind.DAMAGED})
"""A stick or a cable sat loose: what could not be read once SQLite calls damaged."""
_WRONG = frozenset({TroubleKind.PASSPHRASE_NEEDED, TroubleKind.PASSPHRASE_WRONG})
"""An empty line is no passphrase either."""
_TURNS, _A_MOMENT = 5, 0.1
"""How often, and after how many seconds each, it is looked who has the books."""
_FOR_READING = frozenset({TroubleKind.IN_USE, TroubleKind.READ_ONLY, TroubleKind.DISK_ERROR})


class Opening:
    """Opens the books for the app, and leads on to where the meeting was."""

    def __init__(self, app: ChungTayApp) -> None:
        self._app = app
        self._looked_through = app.practice
        self.moved_clock = MovedClock(app)
        """The machine's clock, should it be wrong or be set."""

    async def open(self, folder: Path, clock: Clock) -> None:
        """Opens the books of a folder; what is wrong with them is shown with the ways out."""
        await self._open(folder, clock, "")

    async def _open(self, folder: Path, clock: Clock, passphrase: str) -> None:
        app = self._app
        try:
            await app.worker.open(folder, clock, passphrase=passphrase, mark_later=True)
            if app.practice:
                await app.ask(_fill_practice)
                await self._go_on_with_the_clock(clock)
        except BooksError as error:
            if error.kind is TroubleKind.PASSPHRASE_NEEDED:
                self._ask_passphrase(folder, clock)
            else:
                await self._show_trouble(error, folder)
            return
        await self._look_and_begin(folder)

    async def _look_and_begin(self, folder: Path) -> None:
        app = self._app
        try:
            await app.ask(first_look)
        except BooksError as error:
            await self._show_trouble(error, folder, opened=True)
            return
        await self.moved_clock.ask_the_day(self._begin)

    def _ask_passphrase(self, folder: Path, clock: Clock, *, looking_on: bool = False) -> None:
        """The books are under a passphrase: opens them with what is typed, once it is right."""
        from screens.safekeeping.passphrase_popup import PassphrasePopup
        from screens.wording import error_sentence

        app = self._app
        needed = Trouble(TroubleKind.PASSPHRASE_NEEDED, file=FILE_NAME)
        met: list[BooksError] = []

        async def tried(typed: str) -> str:
            try:
                await app.worker.open(folder, clock, passphrase=typed, looking_on=looking_on)
            except BooksError as error:
                if error.kind in _WRONG:
                    return error_sentence(Trouble(TroubleKind.PASSPHRASE_WRONG, file=FILE_NAME))
                met.append(error)
            return ""

        async def go_on(typed: str | None) -> None:
            if typed is None or met:
                await self._show_trouble(met[0] if met else needed, folder)
            elif looking_on:
                await self._only_look()
            else:
                await self._look_and_begin(folder)

        title, note = _("Sổ có mật khẩu"), _("Gõ mật khẩu để mở sổ.")
        app.push_screen(PassphrasePopup(title, note, tried, tries=app.wrong_tries), go_on)

    async def _begin(self) -> None:
        """It is known what day it is."""
        await self._app.keep(lambda books: books.time.catch_up())
        await self._app.go_on()
        # Its message comes after the first frame.
        self._app.screen.call_after_refresh(self._look_through_and_back_up)

    async def _go_on_with_the_clock(self, clock: Clock) -> None:
        """Lets the practice's hours run on from where they were, so that nothing ends too soon."""
        last = await self._app.ask(lambda books: books.last_moment())
        if last is not None and isinstance(clock, FixedDayClock):
            clock.reach(last)

    # Beside the work.

    def _look_through_and_back_up(self) -> None:
        self._app.run_worker(self._back_up_what_is_sound(), group="backup")

    async def _back_up_what_is_sound(self) -> None:
        if await self._is_as_closed() and await self._looks_sound():
            await self._app.back_up_beside()

    async def _is_as_closed(self) -> bool:
        """Looks whether each byte of the file is as it was closed, before anything changes it."""
        try:
            sound = await self._app.ask(lambda books: books.is_as_closed())
        except Trouble as error:
            if error.kind is not TroubleKind.NO_BOOKS:
                await self._show_trouble(error, self._app.folder, opened=True)
            return False
        if not sound:
            damaged = Trouble(TroubleKind.DAMAGED, file=FILE_NAME)
            await self._show_trouble(damaged, self._app.folder, opened=True)
        return sound

    async def _looks_sound(self) -> bool:
        """Checks all of the books beside the work, once; says what is wrong with the ways out."""
        if self._looked_through:
            return True
        self._looked_through = True
        from storage.safekeeping.soundness import whole_look

        try:
            findings = await asyncio.to_thread(whole_look)
        except BooksError as error:
            await self._show_trouble(error, self._app.folder, opened=True)
            return False
        if findings:
            damaged = Trouble(TroubleKind.DAMAGED, file=FILE_NAME)
            await self._show_trouble(damaged, self._app.folder, opened=True)
        return not findings

    # In trouble.

    async def _show_trouble(self, error: BooksError, folder: Path, *, opened: bool = False) -> None:
        """Says why the books cannot be opened, or be trusted, and what can be done."""
        from screens.safekeeping.trouble import TroubleScreen
        from screens.wording.opening import trouble_sentence

        if error.kind is TroubleKind.IN_USE:
            await _until_told(folder)
        ways = self._ways_out(error, folder, opened=opened)
        await self._app.push_screen(TroubleScreen(trouble_sentence(error, folder), ways))

    def _ways_out(self, error: BooksError, folder: Path, *, opened: bool) -> list[WayOut]:
        from screens.safekeeping.trouble import WayOut

        ways: list[WayOut] = []
        if error.kind is TroubleKind.PASSPHRASE_NEEDED:
            ways = [
                WayOut(_("Gõ mật khẩu"), lambda: self.open(folder, self._app.clock)),
                WayOut(_("Mở lại một bản sao lưu"), self._choose_backup),
            ]
        if error.kind in _UNSOUND:
            ways = [
                WayOut(_("Mở lại một bản sao lưu (nên chọn)"), self._choose_backup),
                WayOut(_("Cứu những gì còn đọc được trong tệp"), lambda: self._salvage(folder)),
            ]
        if opened:
            ways.append(WayOut(_("Cứ mở sổ này như đang có"), self._go_on_as_found))
        if error.kind in _FOR_READING and (folder / FILE_NAME).exists():
            ways.append(WayOut(_("Chỉ xem sổ, không ghi"), lambda: self._look_on(folder)))
        if error.kind in _MAYBE_OVER:
            ways.append(WayOut(_("Thử mở lại"), lambda: self._open_again(folder)))
        return ways

    async def _open_again(self, folder: Path) -> None:
        self._looked_through = self._app.practice
        await self.open(folder, self._app.clock)

    async def _choose_backup(self) -> None:
        from screens.safekeeping.backup_page import choose_and_restore

        await choose_and_restore(self._app, self._app)

    async def _salvage(self, folder: Path) -> None:
        """Opens what could be read of damaged books, and says how much that is."""
        from screens.popups import Choice, ChoicePopup
        from screens.wording.opening import salvaged_words

        try:
            salvaged = await self._app.worker.salvage(folder, self._app.clock)
        except BooksError as error:
            await self._show_trouble(error, folder)
            return
        self._looked_through = True
        await self._begin()
        told = salvaged_words(salvaged)
        await self._app.push_screen_wait(ChoicePopup(told, (Choice(True, _("Đóng")),)))

    async def _go_on_as_found(self) -> None:
        """The books are opened as they are; somebody knows why."""
        self._looked_through = True
        await self._app.ask(lambda books: books.accept_as_found())
        await self._begin()

    async def _look_on(self, folder: Path) -> None:
        """Opens a copy of books that are in use or cannot be written; nothing is recorded in it."""
        from screens.safekeeping.trouble import TroubleScreen
        from screens.wording import error_sentence

        app = self._app
        try:
            await app.worker.open(folder, app.clock, looking_on=True)
        except BooksError as error:
            if error.kind is TroubleKind.PASSPHRASE_NEEDED:
                self._ask_passphrase(folder, app.clock, looking_on=True)
            else:
                await app.switch_screen(TroubleScreen(error_sentence(error)))
            return
        await self._only_look()

    async def _only_look(self) -> None:
        app = self._app
        app.looking_on = True
        app.projector.rest_for_good()
        await app.go_on()


async def _until_told(folder: Path) -> None:
    """Whoever took the books in this very moment says a moment later who that is."""
    for _turn in range(_TURNS):
        if holder_of(folder) is not None:
            return
        await asyncio.sleep(_A_MOMENT)


def _fill_practice(books: Books) -> None:
    if books.club.get() is None:
        from storage.practice.club import make_practice_club

        make_practice_club(books)
