"""The app that holds the books: asks them, puts a backup in their place, and closes them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.text import Text
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from screens.base import ListScreen
from screens.language import _
from screens.room import room_of
from screens.wording import error_sentence
from storage.books import Books
from storage.clock import Clock
from storage.errors import OF_THE_DISK, Trouble, TroubleKind
from storage.worker import BooksWorker
from tui.guards import GuardedApp

if TYPE_CHECKING:
    from screens.popups import ChoicePopup
    from screens.wall.projector import Projector
    from storage.records.backups import Contents, Restored

Answer = TypeVar("Answer")

_LEAVING = "leave"
"""The group of the worker that ends the program."""


class BooksApp(GuardedApp):
    """Everything that is asked of the books or recorded in them goes through here."""

    def __init__(self, folder: Path, clock: Clock, *, practice: bool = False) -> None:
        super().__init__()
        self.folder = folder
        self.clock = clock
        self.practice = practice
        self.looking_on = False
        self.meeting_id: int | None = None
        self.worker = BooksWorker()
        """The thread on which the books are."""
        self._trouble: TroubleKind | None = None
        """Why the disk did not take what was last to be kept; it is said once."""
        self._whether_to_leave: ChoicePopup[bool] | None = None

    @cached_property
    def projector(self) -> Projector:
        """What hands the wall's own window its pages; the first frame does not wait for it."""
        from screens.wall.projector import Projector

        return Projector(self.folder, self.clock, self._not_projected)

    async def ask(self, question: Callable[[Books], Answer]) -> Answer:
        """Asks the books something on their own thread."""
        return await self.worker.ask(question)

    async def keep(self, what: Callable[[Books], object]) -> bool:
        """Has the books keep what is no entry; says where the disk does not take it, and goes on.

        What is kept while the program ends goes with it. Says whether it was kept.
        """
        try:
            try:
                await self.ask(what)
            except Trouble as error:
                if error.kind is not TroubleKind.ROOM_MADE:
                    raise
                await self.ask(what)
                self._say_trouble(
                    _(
                        "Đĩa vừa đầy. Chung Tay đã nhường chỗ dự phòng, họp tiếp được. "
                        "Họp xong, xin xóa bớt tệp khác."
                    )
                )
        except Trouble as error:
            if error.kind is TroubleKind.NO_BOOKS and self.worker.ended:
                return False
            if error.kind not in OF_THE_DISK:
                raise
            if error.kind is not self._trouble:
                self._trouble = TroubleKind(error.kind)
                self._say_trouble(error_sentence(error))
            return False
        self._trouble = None
        return True

    def _say_trouble(self, sentence: str) -> bool:
        """Says it where the person at the keyboard looks; whether there was such a place."""
        from screens.forms.form_screen import FormScreen

        for screen in reversed(self.screen_stack):
            if isinstance(screen, FormScreen):
                screen.say(sentence, wrong=True)
                self.bell()
                return True
            if isinstance(screen, ListScreen):
                screen.refuse(sentence)
                return True
        return False

    async def look_into(self, backup: Path) -> Contents:
        """What a backup holds, as far as the passphrase of the books opens it."""
        return await asyncio.to_thread(self.worker.look_into, backup)

    async def books_now(self) -> Contents | None:
        """What the books hold now; None where there are none, or they cannot be read."""
        return await asyncio.to_thread(self.worker.books_now, self.folder)

    async def restore(self, backup: Path, passphrase: str = "") -> Restored:
        """Puts a backup in the place of the books, and opens it.

        The passphrase is the backup's, where it is not that of the books.
        """
        restored = await self.worker.restore(self.folder, backup, self.clock, passphrase=passphrase)
        await self.ask(lambda books: books.time.catch_up())
        # The page that asked for this closes now, and the one below it reads what is held.
        meeting = await self.ask(lambda books: books.meetings.current())
        self.meeting_id = meeting.id if meeting else None
        return restored

    async def back_up_beside(self) -> None:
        """Makes a backup while the work goes on; says what hinders it."""
        from screens.safekeeping.backing_up import back_up

        trouble = await back_up(room_of(self))
        # The program may have ended meanwhile, and then there is no screen.
        top = self.screen_stack[-1:]
        if trouble and top and isinstance(top[0], ListScreen):
            top[0].say(trouble)

    def ask_to_leave(self) -> None:
        """Asks whether to end the program, once; all is kept. In trouble nothing is asked."""
        from screens.popups import Choice, ChoicePopup
        from screens.safekeeping.trouble import TroubleScreen

        if isinstance(self.screen, TroubleScreen):
            self.screen.action_end()
            return
        leaves = any(each.group == _LEAVING and not each.is_finished for each in self.workers)
        if leaves or self._whether_to_leave in self.screen_stack:
            return
        question = _("Ra khỏi chương trình? Mọi việc đã ghi đều được giữ.")
        choices = (Choice(True, _("Ra")), Choice(False, _("Không, quay lại")))
        self._whether_to_leave = ChoicePopup(question, choices)
        # It is on top at once: what is typed ahead answers it, and nothing else.
        self.push_screen(self._whether_to_leave, self._leave_if_wished)

    def _leave_if_wished(self, wished: bool | None) -> None:
        if wished:
            self.run_worker(self.leave(), group=_LEAVING)

    async def leave(self) -> None:
        """Ends the program; what hindered the backup is said in the terminal."""
        from screens.safekeeping.backing_up import back_up

        trouble = await back_up(room_of(self))
        await self.save_all()
        self.exit(0, message=Text(trouble) if trouble else None)

    async def give_up(self) -> None:
        """Ends the program in trouble; what is half typed is kept where that is possible."""
        await self._save_once()
        self.exit(1, return_code=1)

    async def keep_half_typed(self) -> None:
        """Stores the drafts of what is open."""
        from screens.forms.form_screen import FormScreen

        for screen in self.screen_stack:
            if isinstance(screen, FormScreen):
                await screen.keep_draft()

    async def save_all(self) -> None:
        """Stores what is half typed, and closes the books."""
        from screens.forms.form_screen import FormScreen

        for screen in self.screen_stack:
            if isinstance(screen, FormScreen):
                await screen.keep_for_the_next_time()
        self.worker.close()
        await self.projector.close()

    def _handle_exception(self, error: Exception) -> None:
        """Lets go what finds no books or no rows once all is stored, which is only at the end.

        A key that is pressed while the program ends still reaches a screen; it is no crash.
        """
        cause = error.error if isinstance(error, WorkerFailed) else error
        no_books = isinstance(cause, Trouble) and cause.kind is TroubleKind.NO_BOOKS
        gone = no_books or isinstance(cause, NoMatches)
        if gone and self.worker.ended:
            return
        if isinstance(error, WorkerFailed) and isinstance(cause, Trouble):
            known = cause.kind in OF_THE_DISK or cause.kind is TroubleKind.ROOM_MADE
            if known and self._say_trouble(error_sentence(cause)):
                # Only what a key asked for has come to its end: the meeting goes on.
                return
        super()._handle_exception(error)

    def _not_projected(self, error: OSError) -> None:
        """The wall's window could not be reached; the meeting goes on without it."""
        self.note(error)
        if isinstance(self.screen, ListScreen):
            self.screen.say(_("Không đưa được lên màn hình thứ hai. Việc họp vẫn được ghi đủ."))
