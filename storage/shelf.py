"""The repositories that every screen needs, each loaded when it is first asked for.

A cold start waits for every import: what the main page does not ask for is left to its own screen.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.acts.desk import Desk
    from storage.acts.undo import UndoLog
    from storage.club import ClubBook
    from storage.drafts import DraftBook
    from storage.keyboard import KeyboardBook
    from storage.meeting.meetings import MeetingBook
    from storage.meeting.timekeeping import Timekeeping
    from storage.people.register import RegisterBook


class Shelf:
    """What lies nearest; the shelves of the meeting and of the club stand on it."""

    desk: Desk
    """At which they are written."""

    @cached_property
    def club(self) -> ClubBook:
        """The club itself, and its settings."""
        from storage.club import ClubBook

        return ClubBook(self.desk)

    @cached_property
    def register(self) -> RegisterBook:
        """The groups and the members."""
        from storage.people.register import RegisterBook

        return RegisterBook(self.desk)

    @cached_property
    def meetings(self) -> MeetingBook:
        """Every meeting, and where the one that is held stands."""
        from storage.meeting.meetings import MeetingBook

        return MeetingBook(self.desk, self.register)

    @cached_property
    def undo(self) -> UndoLog:
        """The acts that can be taken back, and the history."""
        from storage.acts.undo import UndoLog

        return UndoLog(self.desk)

    @cached_property
    def drafts(self) -> DraftBook:
        """What is half typed, and what belongs to this computer."""
        from storage.drafts import DraftBook

        return DraftBook(self.desk)

    @cached_property
    def keyboard(self) -> KeyboardBook:
        """How Vietnamese is typed on this computer."""
        from storage.keyboard import KeyboardBook

        return KeyboardBook(self.drafts)

    @cached_property
    def time(self) -> Timekeeping:
        """What was begun, put right when the clock was set."""
        from storage.meeting.timekeeping import Timekeeping

        return Timekeeping(self.desk, self.drafts)
