"""What an act can be done to in a meeting, picked by numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import HelperKind, HelpForm
from storage.records.pledges import PledgeDraft

Picked = TypeVar("Picked")


class OnTheTable:
    """The books in a meeting; the two numbers pick a member, a case, a matter and all else."""

    def __init__(self, books: Books, meeting_id: int, one: int, two: int) -> None:
        self.books, self.meeting, self.one, self.two = books, meeting_id, one, two
        self.group = pick([group.id for group in books.register.groups()], one)
        self.members = [member.id for member in books.register.members()]
        self.member = pick(self.members, two)

    def case(self) -> int:
        """A case of step 5."""
        overview = self.books.selection.overview(self.meeting)
        return pick([each.case.id for each in overview.cases], self.one)

    def matter(self) -> int:
        """A matter of step 7."""
        overview = self.books.community.overview(self.meeting)
        return pick([each.matter.id for each in overview.on_table], self.one)

    def person(self) -> int:
        """Somebody whom a case was about."""
        stories = self.books.consents.stories()
        return pick([each.person.id for each in stories], self.one)

    def pledge(self) -> int:
        """A promise of step 6."""
        cases = self.books.pledges.overview(self.meeting).cases
        return pick([pledge.id for case in cases for pledge in case.pledges], self.two)

    def proposal(self) -> int:
        """What a group proposed, a case or a matter."""
        rows = self.books.proposals.overview(self.meeting).groups
        cases = [each.proposal_id for row in rows for each in row.cases]
        matters = [each.proposal_id for row in rows for each in row.matters]
        return pick([*cases, *matters], self.two)

    def draft(self) -> PledgeDraft:
        """A promise by a number of people, by everyone, or by members."""
        form = pick(list(HelpForm), self.one)
        if self.two % 3 == 0:
            return PledgeDraft(form, HelperKind.NUMBER, what="gạo", quantity=2, number=3)
        if self.two % 3 == 1:
            return PledgeDraft(form, HelperKind.EVERYONE, what="gạo")
        helpers = tuple(self.members[self.two % 50 : self.two % 50 + 3])
        return PledgeDraft(form, HelperKind.MEMBERS, what="chăn", quantity=1, members=helpers)


def pick(among: Sequence[Picked], number: int) -> Picked:
    """One of these; where there are none, it is refused as the books would."""
    if not among:
        raise Refusal(RefusalKind.PROPOSAL_MISSING)
    return among[number % len(among)]
