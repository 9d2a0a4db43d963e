"""What is asked before the register is changed: who and which group is meant, and which day."""

from __future__ import annotations

from datetime import date

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.people.register import RegisterBook
from storage.records.people import Group, Member


class RegisterChecks:
    """Finds what is meant, or refuses."""

    def __init__(self, desk: Desk, register: RegisterBook) -> None:
        self.desk = desk
        self.register = register

    def member(self, member_id: int) -> Member:
        """A member, also one who has left.

        Raises:
            Refusal: there is no such member.
        """
        member = self.register.member(member_id)
        if member is None:
            raise Refusal(RefusalKind.MEMBER_MISSING)
        return member

    def present(self, member_id: int) -> Member:
        """A member who belongs to the club now.

        Raises:
            Refusal: there is no such member, or they have left.
        """
        member = self.member(member_id)
        if member.left is not None:
            raise Refusal(RefusalKind.MEMBER_GONE, name=member.addressed)
        return member

    def group(self, group_id: int) -> Group:
        """A group.

        Raises:
            Refusal: there is no such group.
        """
        group = next((each for each in self.register.groups() if each.id == group_id), None)
        if group is None:
            raise Refusal(RefusalKind.GROUP_MISSING)
        return group

    def of_group(self, member_id: int, group_id: int) -> None:
        """Refuses whoever is not of this group.

        Raises:
            Refusal: the member is of another group, or of none now.
        """
        member = self.present(member_id)
        if member.group_id != group_id:
            group = self.group(group_id).name
            raise Refusal(RefusalKind.NOT_OF_GROUP, name=member.addressed, group=group)

    def not_ahead(self, on: date | None) -> None:
        """Refuses a day that is still to come.

        Raises:
            Refusal: it lies ahead.
        """
        if on is not None and on > self.desk.clock.today():
            raise Refusal(RefusalKind.DAY_AHEAD)
