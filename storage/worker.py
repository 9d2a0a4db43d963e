"""The one thread that does all storage for the app: answers come in the order of the questions."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hmac import compare_digest
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import peewee

from storage.acts.triggers import SEALED
from storage.books import Books
from storage.clock import Clock
from storage.database import FILE_NAME
from storage.errors import BooksError, Refusal, RefusalKind, Trouble, TroubleKind
from storage.passphrase.cipher import clean_passphrase
from storage.safekeeping.reserve import Reserve
from storage.true_causes import named_errors

if TYPE_CHECKING:
    from storage.records.backups import Contents, Restored
    from storage.records.salvage import Salvaged

Answer = TypeVar("Answer")


class BooksWorker:
    """Holds the books on a thread of its own; a late draft can't overtake an accepted entry."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="books")
        self._books: Books | None = None
        self._passphrase = ""
        self._opened: tuple[Path, Clock] | None = None
        """The folder and the clock of the books that were opened last."""
        self._ended = False

    async def open(
        self,
        folder: Path,
        clock: Clock,
        *,
        passphrase: str = "",
        looking_on: bool = False,
        mark_later: bool = False,
    ) -> None:
        """Opens the books of a folder, or a copy to be looked at; those before are closed first.

        Whoever has their mark looked at later asks whether they are as they were closed.

        Raises:
            Trouble: they cannot be opened.
        """
        self._opened = None
        await self._run(
            lambda: self._open(
                folder, clock, passphrase, looking_on=looking_on, mark_later=mark_later
            )
        )

    async def ask(self, question: Callable[[Books], Answer]) -> Answer:
        """Asks the books something, or has them record something.

        Raises:
            Refusal: a rule does not allow it; nothing is stored.
            Trouble: the file or the disk does not do what it should.
        """
        return await self._run(lambda: self._answer(question))

    async def restore(
        self, folder: Path, source: Path, clock: Clock, *, passphrase: str = ""
    ) -> Restored:
        """Puts a backup in the place of a folder's books, and opens what is there then.

        The passphrase is the backup's, where it is not that of the books.

        Raises:
            Refusal: the file is the books themselves.
            Trouble: the backup cannot be taken; the books are as they were, and open if they were.
        """
        return await self._run(lambda: self._restore(folder, source, clock, passphrase))

    async def salvage(self, folder: Path, clock: Clock) -> Salvaged:
        """Puts what can be read of a folder's damaged books in their place, and opens it.

        Raises:
            Trouble: nothing can be read, or the disk does not take it.
        """
        return await self._run(lambda: self._salvage(folder, clock))

    async def change_passphrase(self, clock: Clock, other: str) -> None:
        """Puts the open books under another passphrase, or under none, and opens them again.

        Raises:
            Trouble: it could not be done; they are as they were, and open.
        """
        await self._run(lambda: self._change_passphrase(clock, other))

    def look_into(self, backup: Path) -> Contents:
        """What a backup holds, as far as the passphrase of the books opens it; on any thread.

        Raises:
            Trouble: it cannot be read, is damaged, or is under another passphrase.
        """
        from storage.safekeeping.backup_checks import look_into

        return look_into(backup, self._passphrase)

    def books_now(self, folder: Path) -> Contents | None:
        """What the books of a folder hold now, where that can be read; on any thread."""
        from storage.safekeeping.backup_checks import books_now

        return books_now(folder / FILE_NAME, self._passphrase)

    def is_passphrase(self, typed: str) -> bool:
        """Whether this is the passphrase of the books that are open."""
        given, kept = clean_passphrase(typed).encode(), self._passphrase.encode()
        return compare_digest(given, kept)

    @property
    def encrypted(self) -> bool:
        """Whether the books that are open are under a passphrase."""
        return bool(self._passphrase)

    @property
    def ended(self) -> bool:
        """Whether the books were closed for good."""
        return self._ended

    def close(self) -> None:
        """Closes the books and ends the thread; what is asked after that is refused.

        Raises:
            Trouble: the disk does not take what was left to write; nothing is lost.
        """
        if self._ended:
            return
        self._ended = True
        try:
            self._thread.submit(self._close).result()
        finally:
            self._thread.shutdown()

    async def _run(self, work: Callable[[], Answer]) -> Answer:
        if self._ended:
            raise Trouble(TroubleKind.NO_BOOKS)
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _open(
        self,
        folder: Path,
        clock: Clock,
        passphrase: str = "",
        *,
        looking_on: bool = False,
        mark_later: bool = False,
    ) -> Books:
        self._close()
        # Damaged books are salvaged with it.
        self._passphrase = clean_passphrase(passphrase)
        opening = partial(
            Books,
            folder,
            clock,
            passphrase=passphrase,
            looking_on=looking_on,
            mark_later=mark_later,
        )
        try:
            books = opening()
        except Trouble as error:
            if error.kind is not TroubleKind.DISK_FULL or not Reserve(folder).give_up():
                raise
            books = opening()
        self._books, self._passphrase = books, books.passphrase
        self._opened = None if looking_on else (folder, clock)
        return books

    def _change_passphrase(self, clock: Clock, other: str) -> None:
        from storage.passphrase.encrypting import change_passphrase

        books = self._at_hand()
        folder, passphrase = books.path.parent, self._passphrase
        self._close()
        try:
            change_passphrase(folder, passphrase, other)
        except BooksError:
            self._open(folder, clock, passphrase)
            raise
        self._passphrase = clean_passphrase(other)
        self._open(folder, clock, other)

    def _restore(self, folder: Path, source: Path, clock: Clock, passphrase: str) -> Restored:
        from storage.safekeeping.restoring import restore

        were_open = self._books is not None
        self._close()
        try:
            restored = restore(folder, source, passphrase, of_books=self._passphrase)
        except BooksError:
            if were_open:
                self._open(folder, clock, self._passphrase)
            raise
        self._open(folder, clock, restored.passphrase)
        return restored

    def _salvage(self, folder: Path, clock: Clock) -> Salvaged:
        from storage.safekeeping.salvage import salvage

        self._close()
        salvaged = salvage(folder, self._passphrase)
        self._open(folder, clock, self._passphrase)
        return salvaged

    def _close(self) -> None:
        books, self._books = self._books, None
        if books is not None:
            books.close()

    def _at_hand(self) -> Books:
        """The books; those that a disk did not give back after a change are opened once more."""
        if self._books is not None:
            return self._books
        if self._opened is None:
            raise Trouble(TroubleKind.NO_BOOKS)
        folder, clock = self._opened
        return self._open(folder, clock, self._passphrase)

    def _answer(self, question: Callable[[Books], Answer]) -> Answer:
        books = self._at_hand()
        try:
            with named_errors(str(books.path)):
                return question(books)
        except Trouble as error:
            if error.kind is TroubleKind.DISK_FULL and books.reserve.give_up():
                raise Trouble(TroubleKind.ROOM_MADE) from error
            raise
        except peewee.IntegrityError as error:
            if SEALED in str(error):
                raise Refusal(RefusalKind.MEETING_SEALED) from error
            raise
