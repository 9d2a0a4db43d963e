"""The repositories of a meeting: its eight steps, and what goes through all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from storage.shelf import Shelf

if TYPE_CHECKING:
    from storage.meeting.attendance import AttendanceBook
    from storage.meeting.community import CommunityBook
    from storage.meeting.discussion import DiscussionBook
    from storage.meeting.follow_up import FollowUpBook
    from storage.meeting.minutes import MinutesBook
    from storage.meeting.pledges import PledgeBook
    from storage.meeting.proposals import ProposalBook
    from storage.meeting.secretary_words import SecretaryBook
    from storage.meeting.selection import SelectionBook
    from storage.people.case_people import CasePeopleBook
    from storage.people.consents import ConsentBook
    from storage.sealing.addenda import AddendumBook


class WalkShelf(Shelf):
    """What a meeting reads and writes."""

    @cached_property
    def attendance(self) -> AttendanceBook:
        """Who is here: step 1."""
        from storage.meeting.attendance import AttendanceBook

        return AttendanceBook(self.desk, self.register, self.meetings)

    @cached_property
    def follow_up(self) -> FollowUpBook:
        """What became of earlier promises: step 2."""
        from storage.meeting.follow_up import FollowUpBook

        return FollowUpBook(self.desk)

    @cached_property
    def discussion(self) -> DiscussionBook:
        """The groups' discussion and its clock: step 3."""
        from storage.meeting.discussion import DiscussionBook

        return DiscussionBook(self.desk)

    @cached_property
    def proposals(self) -> ProposalBook:
        """What the groups propose: step 4."""
        from storage.meeting.proposals import ProposalBook

        return ProposalBook(self.desk)

    @cached_property
    def selection(self) -> SelectionBook:
        """Which cases are chosen: step 5."""
        from storage.meeting.selection import SelectionBook

        return SelectionBook(self.desk)

    @cached_property
    def pledges(self) -> PledgeBook:
        """Who gives what: step 6."""
        from storage.meeting.pledges import PledgeBook

        return PledgeBook(self.desk)

    @cached_property
    def community(self) -> CommunityBook:
        """What is done for the community: step 7."""
        from storage.meeting.community import CommunityBook

        return CommunityBook(self.desk)

    @cached_property
    def minutes(self) -> MinutesBook:
        """The minutes, their approval and seal: step 8."""
        from storage.meeting.minutes import MinutesBook

        return MinutesBook(self.desk)

    @cached_property
    def secretary(self) -> SecretaryBook:
        """The secretary's notes and wordings."""
        from storage.meeting.secretary_words import SecretaryBook

        return SecretaryBook(self.desk)

    @cached_property
    def addenda(self) -> AddendumBook:
        """Corrections to minutes that were sealed."""
        from storage.sealing.addenda import AddendumBook

        return AddendumBook(self.desk)

    @cached_property
    def consents(self) -> ConsentBook:
        """Who agreed to be named, and where."""
        from storage.people.consents import ConsentBook

        return ConsentBook(self.desk)

    @cached_property
    def case_people(self) -> CasePeopleBook:
        """The people whom earlier cases were about."""
        from storage.people.case_people import CasePeopleBook

        return CasePeopleBook()
