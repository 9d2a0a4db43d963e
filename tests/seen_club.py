"""What the books say, by their public overviews, in the words of `club_model`."""

from __future__ import annotations

from club_model import State
from storage.books import Books
from storage.meeting.meetings import Office
from storage.records.community_step import MatterOnTable
from storage.records.follow_up import Promise
from storage.records.kinds import Step
from storage.records.notebook import AreaNote


class SeenClub:
    """One meeting, and what lasts beyond it."""

    def __init__(self, books: Books, meeting: int) -> None:
        self.books, self.meeting = books, meeting

    def state(self) -> State:
        """As the model has it."""
        attendance = self.books.attendance.overview(self.meeting)
        board = self.books.proposals.overview(self.meeting).groups
        proposed = [(each.case, row.group.id) for row in board for each in row.cases]
        table = self.books.selection.overview(self.meeting).cases
        helped = self.books.pledges.overview(self.meeting).cases
        urgent = self.books.urgent.overview()
        register = self.books.members.register_now()
        meeting = self.books.meetings.get(self.meeting)
        return {
            "phase": str(meeting.state),
            "place": attendance.place,
            "officers": {str(each): getattr(meeting, f"{each}_id") for each in Office},
            "ticked": {each for row in attendance.groups for each in row.ticked},
            "counts": {
                row.group_id: row.counted for row in attendance.groups if row.counted is not None
            },
            "guests": {guest.name for guest in attendance.guests},
            "cases": {
                case.person.name: (
                    case.circumstances,
                    frozenset(group for each, group in proposed if each.id == case.id),
                )
                for case, _group in proposed
            },
            "decided": {each.case.person.name: str(each.outcome) for each in table if each.outcome},
            "pledges": {
                each.draft.what: (
                    row.case.person.name,
                    each.draft.quantity,
                    frozenset(each.draft.members),
                )
                for row in helped
                for each in row.pledges
            },
            "referred": {row.case.person.name: row.referral.note for row in helped if row.referral},
            "matters": {each.matter.draft.what: _settled(each) for each in self._table()},
            "notes": {
                int(step): text
                for step in Step
                if (text := self.books.secretary.note(self.meeting, step))
            },
            "told": {
                each.pledge.draft.what: str(each.told.state)
                for each in self._promises()
                if each.told
            },
            "owed": {each.pledge.draft.what for each in self._promises()},
            "reasons": tuple(
                each for each in (meeting.no_case_reason, meeting.no_community_reason) if each
            ),
            "members": {
                each.id: (each.name, each.group_id, each.left is not None)
                for each in register.members
            },
            "noted": {
                _noted(note): row.group.id
                for row in self.books.notebook.overview().groups
                for note in row.notes
            },
            "urgent": {
                each.story.cause: (each.story.decision, each.story.help_given)
                for each in (*urgent.open, *urgent.done)
            },
        }

    def _promises(self) -> list[Promise]:
        """Help to persons that was promised earlier; what the club does together is no one's."""
        return [each for each in self.books.follow_up.overview(self.meeting).promises if each.case]

    def _table(self) -> tuple[MatterOnTable, ...]:
        return self.books.community.overview(self.meeting).on_table

    # Numbers of what the model knows by its name.

    def case_id(self, name: str) -> int:
        """Its number in the books."""
        board = self.books.proposals.overview(self.meeting).groups
        cases = (each.case for row in board for each in row.cases)
        return next(case.id for case in cases if case.person.name == name)

    def pledge_id(self, what: str) -> int:
        """Its number in the books."""
        rows = self.books.pledges.overview(self.meeting).cases
        pledges = (each for row in rows for each in row.pledges)
        return next(each.id for each in pledges if each.draft.what == what)

    def promise_id(self, what: str) -> int:
        """Its number in the books."""
        return next(each.pledge.id for each in self._promises() if each.pledge.draft.what == what)

    def matter_id(self, what: str) -> int:
        """Its number in the books."""
        return next(each.matter.id for each in self._table() if each.matter.draft.what == what)

    def urgent_id(self, cause: str) -> int:
        """Its number in the books."""
        urgent = self.books.urgent.overview()
        reports = (*urgent.open, *urgent.done)
        return next(each.id for each in reports if each.story.cause == cause)


def _noted(note: AreaNote) -> str:
    if note.case:
        return note.case.person.name
    return note.matter.draft.what if note.matter else ""


def _settled(each: MatterOnTable) -> str:
    if each.undecided:
        return "open"
    return "agreed" if each.agreed else "dropped"
