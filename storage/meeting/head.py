"""What the frame shows around every step: the club, the meeting, and how each step stands."""

from __future__ import annotations

from typing import Protocol

from storage.club import minutes_of_step
from storage.meeting.attendance import present_count
from storage.records.head import Head
from storage.records.kinds import Step, StepState
from storage.records.lacks import Lack
from storage.walk_shelf import WalkShelf


class StepBook(Protocol):
    """What every step's repository can say of itself."""

    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """What the step still lacks."""

    def begun(self, meeting_id: int) -> bool:
        """Whether something was recorded in it."""


def read_head(books: WalkShelf, meeting_id: int) -> Head:
    """The head of a meeting as it stands now."""
    club = books.club.known()
    meeting = books.meetings.get(meeting_id)
    progress = books.meetings.progress(meeting_id)
    steps = _steps(books)
    begun = {each for each in Step if steps[each].begun(meeting_id)}
    gone_to = begun | progress.visited
    lacks = {each: steps[each].lacking(meeting_id) for each in Step if each in gone_to}
    return Head(
        club_name=club.name,
        part_number=club.part_number,
        meeting=meeting,
        present=present_count(meeting_id),
        total=sum(group.members for group in books.register.groups()),
        step=progress.step,
        step_minutes=minutes_of_step(club, progress.step),
        step_since=progress.step_since,
        states={each: _state(lacks.get(each), begun=each in begun) for each in Step},
        lacks=lacks,
        countdown=progress.countdown,
        can_undo=meeting.open and books.undo.undoable(meeting_id) is not None,
        can_redo=meeting.open and books.undo.redoable(meeting_id) is not None,
    )


def _steps(books: WalkShelf) -> dict[Step, StepBook]:
    return {
        Step.ATTENDANCE: books.attendance,
        Step.LAST_MONTH: books.follow_up,
        Step.DISCUSSION: books.discussion,
        Step.PROPOSALS: books.proposals,
        Step.SELECTION: books.selection,
        Step.ASSIGNMENT: books.pledges,
        Step.COMMUNITY: books.community,
        Step.APPROVAL: books.minutes,
    }


def _state(lacks: tuple[Lack, ...] | None, *, begun: bool) -> StepState:
    if lacks is None:
        return StepState.NOT_BEGUN
    if not lacks:
        return StepState.COMPLETE
    return StepState.LACKING if begun else StepState.UNDER_WAY
