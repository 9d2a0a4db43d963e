"""The repositories of a meeting: its eight steps, and what goes through all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from storage.shelf import Shelf

if TYPE_CHECKING:
    from storage.addenda import AddendumBook
    from storage.attendance import AttendanceBook
    from storage.case_people import CasePeopleBook
    from storage.community import CommunityBook
    from storage.consents import ConsentBook
    from storage.discussion import DiscussionBook
    from storage.follow_up import FollowUpBook
    from storage.minutes import MinutesBook
    from storage.pledges import PledgeBook
    from storage.proposals import ProposalBook
    from storage.secretary_words import SecretaryBook
    from storage.selection import SelectionBook


class WalkShelf(Shelf):
    """What a meeting reads and writes."""

    @cached_property
    def attendance(self) -> AttendanceBook:
        """Who is here: step 1."""
        from storage.attendance import AttendanceBook

        return AttendanceBook(self.desk, self.register, self.meetings)

    @cached_property
    def follow_up(self) -> FollowUpBook:
        """What became of earlier promises: step 2."""
        from storage.follow_up import FollowUpBook

        return FollowUpBook(self.desk)

    @cached_property
    def discussion(self) -> DiscussionBook:
        """The groups' discussion and its clock: step 3."""
        from storage.discussion import DiscussionBook

        return DiscussionBook(self.desk)

    @cached_property
    def proposals(self) -> ProposalBook:
        """What the groups propose: step 4."""
        from storage.proposals import ProposalBook

        return ProposalBook(self.desk)

    @cached_property
    def selection(self) -> SelectionBook:
        """Which cases are chosen: step 5."""
        from storage.selection import SelectionBook

        return SelectionBook(self.desk)

    @cached_property
    def pledges(self) -> PledgeBook:
        """Who gives what: step 6."""
        from storage.pledges import PledgeBook

        return PledgeBook(self.desk)

    @cached_property
    def community(self) -> CommunityBook:
        """What is done for the community: step 7."""
        from storage.community import CommunityBook

        return CommunityBook(self.desk)

    @cached_property
    def minutes(self) -> MinutesBook:
        """The minutes, their approval and seal: step 8."""
        from storage.minutes import MinutesBook

        return MinutesBook(self.desk)

    @cached_property
    def secretary(self) -> SecretaryBook:
        """The secretary's notes and wordings."""
        from storage.secretary_words import SecretaryBook

        return SecretaryBook(self.desk)

    @cached_property
    def addenda(self) -> AddendumBook:
        """Corrections to minutes that were sealed."""
        from storage.addenda import AddendumBook

        return AddendumBook(self.desk)

    @cached_property
    def consents(self) -> ConsentBook:
        """Who agreed to be named, and where."""
        from storage.consents import ConsentBook

        return ConsentBook(self.desk)

    @cached_property
    def case_people(self) -> CasePeopleBook:
        """The people whom earlier cases were about."""
        from storage.case_people import CasePeopleBook

        return CasePeopleBook()
