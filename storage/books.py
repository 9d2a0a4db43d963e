"""Books: what a screen is given; it bundles the repositories over the one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from storage.addenda import AddendumBook
from storage.attendance import AttendanceBook, present_count
from storage.attention import AttentionBook
from storage.backup import Backups
from storage.case_people import CasePeopleBook
from storage.clock import Clock, SystemClock
from storage.club import ClubBook, minutes_of_step
from storage.community import CommunityBook
from storage.consents import ConsentBook
from storage.database import FILE_NAME, Lock, close_file, open_file
from storage.desk import Desk, parse_moment
from storage.discussion import DiscussionBook
from storage.drafts import DraftBook
from storage.errors import Trouble, TroubleKind
from storage.exports import ExportBook
from storage.figures import FiguresBook
from storage.file_mark import leave_mark, lift_mark, mark_holds
from storage.follow_up import FollowUpBook
from storage.groups import GroupBook
from storage.holder import say_closed, say_open
from storage.home_care import HomeCareBook
from storage.keyboard import KeyboardBook
from storage.leftovers import tidy
from storage.looking_on import copy_to_look_on, remove_copy
from storage.meetings import MeetingBook
from storage.members import MemberBook
from storage.minutes import MinutesBook
from storage.notebook import NotebookBook
from storage.people import PeopleBook
from storage.pledges import PledgeBook
from storage.proposals import ProposalBook
from storage.records.kinds import Step, StepState
from storage.records.lacks import Lack
from storage.records.meetings import Head
from storage.register import RegisterBook
from storage.reserve import Reserve
from storage.secretary_words import SecretaryBook
from storage.selection import SelectionBook
from storage.tables import ActRow, connection
from storage.timekeeping import Timekeeping
from storage.tracking_book import TrackingBook
from storage.undo import UndoLog
from storage.urgent import UrgentBook

if TYPE_CHECKING:
    from storage.importing.import_book import ImportBook


class StepBook(Protocol):
    """What every step's repository can say of itself."""

    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """What the step still lacks."""

    def begun(self, meeting_id: int) -> bool:
        """Whether something was recorded in it."""


class Books:
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
            folder, self._lock = copy_to_look_on(folder, passphrase)
        else:
            self._lock = _locked(folder)
        self.path = folder / FILE_NAME
        self.passphrase = passphrase
        """Under which they are; empty where they are plain, whatever was given."""
        self.as_closed = True
        """Whether the file is, byte for byte, as it was closed."""
        self._open()
        desk = self._desk = Desk(clock, looking_on=looking_on)
        self.clock = clock
        self.backups = Backups(self.path, self.passphrase)
        self.reserve = Reserve(folder)
        self.undo = UndoLog(desk)
        self.drafts = DraftBook(desk)
        self.time = Timekeeping(desk, self.drafts)
        self.keyboard = KeyboardBook(self.drafts)
        self.club = ClubBook(desk)
        self.register = RegisterBook(desk)
        self.members = MemberBook(desk, self.register)
        self.groups = GroupBook(desk, self.register)
        self.exports = ExportBook(desk)
        self.meetings = MeetingBook(desk, self.register)
        self.attendance = AttendanceBook(desk, self.register, self.meetings)
        self.follow_up = FollowUpBook(desk)
        self.discussion = DiscussionBook(desk)
        self.proposals = ProposalBook(desk)
        self.case_people = CasePeopleBook()
        self.consents = ConsentBook(desk)
        self.selection = SelectionBook(desk)
        self.pledges = PledgeBook(desk)
        self.community = CommunityBook(desk)
        self.minutes = MinutesBook(desk)
        self.secretary = SecretaryBook(desk)
        self.addenda = AddendumBook(desk)
        self.urgent = UrgentBook(desk)
        self.notebook = NotebookBook(desk, self.register)
        self.attention = AttentionBook(desk)
        self.home_care = HomeCareBook(desk, self.register)
        self.tracking = TrackingBook(desk)
        self.figures = FiguresBook(desk, self.tracking)
        self.people = PeopleBook(desk, self.tracking)
        self._steps: dict[Step, StepBook] = {
            Step.ATTENDANCE: self.attendance,
            Step.LAST_MONTH: self.follow_up,
            Step.DISCUSSION: self.discussion,
            Step.PROPOSALS: self.proposals,
            Step.SELECTION: self.selection,
            Step.ASSIGNMENT: self.pledges,
            Step.COMMUNITY: self.community,
            Step.APPROVAL: self.minutes,
        }

    @cached_property
    def imports(self) -> ImportBook:
        """Lists taken into the register; loaded when one is."""
        from storage.importing.import_book import ImportBook

        return ImportBook(self._desk, self.members)

    def close(self) -> None:
        """Closes the books, and gives the lock back."""
        close_file()
        if self.as_closed and not self.looking_on:
            leave_mark(self.path)
        self._give_back()

    def accept_as_found(self) -> None:
        """Goes on with a file that is not as it was closed; somebody wants it so."""
        lift_mark(self.path)
        self.as_closed = True

    def _open(self) -> None:
        try:
            say_open(self.path.parent, SystemClock().now())
            tidy(self.path.parent)
            self.as_closed = mark_holds(self.path)
            if self.as_closed:
                lift_mark(self.path)
            self.passphrase = open_file(self.path, self.passphrase)
        except BaseException:
            self._give_back()
            raise

    def _give_back(self) -> None:
        say_closed(self.path.parent)
        if self.looking_on:
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
        club = self.club.known()
        meeting = self.meetings.get(meeting_id)
        step = self.meetings.step(meeting_id)
        begun = {each for each in Step if self._steps[each].begun(meeting_id)}
        gone_to = begun | self.meetings.visited(meeting_id)
        lacks = {each: self._steps[each].lacking(meeting_id) for each in Step if each in gone_to}
        return Head(
            club_name=club.name,
            part_number=club.part_number,
            meeting=meeting,
            present=present_count(meeting_id),
            total=sum(group.members for group in self.register.groups()),
            step=step,
            step_minutes=minutes_of_step(club, step),
            step_since=self.meetings.step_since(meeting_id),
            states={each: _state(lacks.get(each), begun=each in begun) for each in Step},
            lacks=lacks,
            countdown=self.meetings.countdown(meeting_id),
            can_undo=meeting.open and self.undo.undoable(meeting_id) is not None,
            can_redo=meeting.open and self.undo.redoable(meeting_id) is not None,
        )


def _state(lacks: tuple[Lack, ...] | None, *, begun: bool) -> StepState:
    if lacks is None:
        return StepState.NOT_BEGUN
    if not lacks:
        return StepState.COMPLETE
    return StepState.LACKING if begun else StepState.UNDER_WAY


def _locked(folder: Path) -> Lock:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(TroubleKind.READ_ONLY, file=str(folder)) from error
    lock = Lock(folder)
    lock.take()
    return lock
