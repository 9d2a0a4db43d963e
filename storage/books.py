"""Books: what a screen is given; the repositories stand on its shelves, over the one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage.acts.desk import Desk, parse_moment
from storage.clock import Clock, SystemClock
from storage.club_shelf import ClubShelf
from storage.database import FILE_NAME, Lock, close_file, keeps_log, open_file
from storage.errors import Trouble
from storage.passphrase.leftovers import tidy
from storage.safekeeping.file_mark import Mark, leave_mark, may_wait
from storage.safekeeping.holder import say_closed, say_open
from storage.safekeeping.private_files import trouble_of
from storage.safekeeping.reserve import Reserve
from storage.tables import ActRow, connection
from storage.true_causes import named_errors
from storage.walk_shelf import WalkShelf

if TYPE_CHECKING:
    from storage.records.head import Head
    from storage.safekeeping.backup import Backups


class Books(WalkShelf, ClubShelf):
    """The club's books, open; one process holds them, and one thread uses them."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        passphrase: str = "",
        looking_on: bool = False,
        mark_later: bool = False,
    ) -> None:
        """Opens the books in a folder, and makes them where there are none.

        Whoever only looks on is given a private copy, in which no act is recorded. Whether the
        file is as it was closed is looked at now, or where nothing of it changes before, when
        `is_as_closed` is asked.

        Raises:
            Trouble: they are in use, cannot be written, are not ours, damaged, newer, or under
                another passphrase.
        """
        self.looking_on = looking_on
        """Whether these are a copy that goes when it is closed."""
        if looking_on:
            from storage.safekeeping.looking_on import copy_to_look_on

            folder, self._lock = copy_to_look_on(folder, passphrase)
        else:
            self._lock = _locked(folder)
        self.path = folder / FILE_NAME
        self.passphrase = passphrase
        """Under which they are; empty where they are plain, whatever was given."""
        self._mark = Mark(self.path)
        self._open(mark_later=mark_later)
        self.desk = Desk(clock, looking_on=looking_on)
        self.clock = clock
        self.reserve = Reserve(folder)

    @cached_property
    def backups(self) -> Backups:
        """The verified copies beside the books."""
        from storage.safekeeping.backup import Backups

        return Backups(self.path, self.passphrase)

    def close(self) -> None:
        """Closes the books, and gives the lock back.

        What the disk does not take into the file stays in its log, from which it is read as well;
        there is no digest to be left of a file that still changes.
        """
        # That the disk did not take what is half typed was said then.
        with suppress(Trouble), named_errors(str(self.path)):
            self.drafts.store_held()
        sound = self._closed_wholly()
        if sound and not self.looking_on:
            leave_mark(self.path)
        self._give_back()

    def bring_in_log(self) -> bool:
        """Brings the log into the file, while nobody waits; says whether nothing is left to do."""
        from storage.safekeeping.log_of_writing import bring_in_log

        return self._mark.looked_at and bring_in_log(self.path)

    @property
    def as_closed(self) -> bool:
        """Whether the file is, byte for byte, as it was closed, as far as that was looked at."""
        return self._mark.holds

    def is_as_closed(self) -> bool:
        """The same, looked at now where it was not yet.

        Raises:
            Trouble: the disk does not let go what was known of the file.
        """
        try:
            return self._mark.look()
        except OSError as error:
            raise Trouble(trouble_of(error), file=str(self.path)) from error

    def accept_as_found(self) -> None:
        """Goes on with a file that is not as it was closed; somebody wants it so.

        Raises:
            Trouble: the disk does not let go what was known of the file.
        """
        try:
            self._mark.let_go()
        except OSError as error:
            raise Trouble(trouble_of(error), file=str(self.path)) from error

    def _closed_wholly(self) -> bool:
        """Closes the file; whether all is in it, and nothing was amiss with it before."""
        try:
            sound = self.is_as_closed()
        except Trouble:
            sound = False
        try:
            close_file()
        except Trouble:
            return False
        return sound

    def _open(self, *, mark_later: bool) -> None:
        try:
            say_open(self.path.parent, SystemClock().now())
            tidy(self.path.parent)
            if mark_later and may_wait(self.path):
                self._mark.wait()
            else:
                self._mark.look()
            self.passphrase = open_file(self.path, self.passphrase)
            if not self._mark.looked_at and not keeps_log():
                # On this disk what is written changes the file at once.
                self._mark.let_go()
        except OSError as error:
            self._give_back()
            raise Trouble(trouble_of(error), file=str(self.path)) from error
        except BaseException:
            self._give_back()
            raise

    def _give_back(self) -> None:
        self._mark.put_away()
        say_closed(self.path.parent)
        if self.looking_on:
            from storage.safekeeping.looking_on import remove_copy

            remove_copy(self.path.parent, self._lock)
        else:
            self._lock.release()

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction around several acts: all of them are stored, or none."""
        with connection.atomic("IMMEDIATE"):
            yield

    def last_moment(self) -> datetime | None:
        """When something was last recorded in a meeting."""
        row = ActRow.select().order_by(ActRow.id.desc()).first()
        return parse_moment(row.at) if row else None

    def head(self, meeting_id: int) -> Head:
        """What the frame shows around every step."""
        from storage.meeting.head import read_head

        return read_head(self, meeting_id)


def _locked(folder: Path) -> Lock:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(trouble_of(error), file=str(folder)) from error
    lock = Lock(folder)
    lock.take()
    return lock
