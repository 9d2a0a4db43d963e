"""Books: what a screen is given; the repositories stand on its shelves, over the one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage.acts.desk import Desk, parse_moment
from storage.clock import Clock, SystemClock
from storage.club_shelf import ClubShelf
from storage.database import FILE_NAME, Lock, close_file, open_file
from storage.errors import Trouble
from storage.passphrase.leftovers import tidy
from storage.safekeeping.file_mark import leave_mark, lift_mark, mark_holds
from storage.safekeeping.holder import say_closed, say_open
from storage.safekeeping.private_files import trouble_of
from storage.safekeeping.reserve import Reserve
from storage.tables import ActRow, connection
from storage.walk_shelf import WalkShelf

if TYPE_CHECKING:
    from storage.records.head import Head
    from storage.safekeeping.backup import Backups


class Books(WalkShelf, ClubShelf):
    """The club's books, open; one process holds them, and one thread uses them."""

    def __init__(
        self, folder: Path, clock: Clock, *, passphrase: str = "", looking_on: bool = False
    ) -> None:
        """Opens the books in a folder, and makes them where there are none.

        Whoever only looks on is given a private copy, in which no act is recorded.

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
        self.as_closed = True
        """Whether the file is, byte for byte, as it was closed."""
        self._open()
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
        try:
            close_file()
        except Trouble:
            self.as_closed = False
        if self.as_closed and not self.looking_on:
            leave_mark(self.path)
        self._give_back()

    def bring_in_log(self) -> bool:
        """Brings the log into the file, while nobody waits; says whether nothing is left to do."""
        from storage.safekeeping.log_of_writing import bring_in_log

        return bring_in_log(self.path)

    def accept_as_found(self) -> None:
        """Goes on with a file that is not as it was closed; somebody wants it so.

        Raises:
            Trouble: the disk does not let go what was known of the file.
        """
        try:
            lift_mark(self.path)
        except OSError as error:
            raise Trouble(trouble_of(error), file=str(self.path)) from error
        self.as_closed = True

    def _open(self) -> None:
        try:
            say_open(self.path.parent, SystemClock().now())
            tidy(self.path.parent)
            self.as_closed = mark_holds(self.path)
            if self.as_closed:
                lift_mark(self.path)
            self.passphrase = open_file(self.path, self.passphrase)
        except OSError as error:
            self._give_back()
            raise Trouble(trouble_of(error), file=str(self.path)) from error
        except BaseException:
            self._give_back()
            raise

    def _give_back(self) -> None:
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
