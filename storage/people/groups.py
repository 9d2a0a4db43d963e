"""The groups as the secretary keeps them: named, given an area, and led by one of their own."""

from __future__ import annotations

from datetime import date

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.people import member_writing
from storage.people.register import RegisterBook
from storage.people.register_checks import RegisterChecks
from storage.records.acts import ActKind
from storage.tables import GroupRow
from storage.vietnamese import clean_line, written_alike


class GroupBook:
    """Each change of a group is an act, in a meeting or between two."""

    def __init__(self, desk: Desk, register: RegisterBook) -> None:
        self.desk = desk
        self.register = register
        self.checks = RegisterChecks(desk, register)

    def add(self, name: str, area: str = "") -> int:
        """Adds a group, and gives its number.

        Raises:
            Refusal: it has no name, or another has the same.
        """
        cleaned = self._name(name)
        with self.desk.act_now(ActKind.GROUP_ADDED, name=cleaned):
            return int(GroupRow.create(name=cleaned, area=clean_line(area)).id)

    def change(
        self, group_id: int, name: str, area: str, *, leader_id: int | None, on: date
    ) -> None:
        """Names a group, its area, and who leads it from a day on.

        Raises:
            Refusal: it has no name, another has the same, or the leader is not of this group.
        """
        wanted = self._name(name, but=group_id), clean_line(area)
        self.checks.not_ahead(on)
        if leader_id is not None:
            self.checks.of_group(leader_id, group_id)
        with self.desk.act_now(ActKind.GROUP_CHANGED, group_id=group_id):
            row = GroupRow.get_by_id(group_id)
            if (row.name, row.area) != wanted:
                row.name, row.area = wanted
                row.save(only=[GroupRow.name, GroupRow.area])
            member_writing.set_leader(group_id, leader_id, on)

    def set_leader(self, group_id: int, member_id: int | None, on: date) -> None:
        """Says who leads a group from a day on, or that nobody does for now.

        Raises:
            Refusal: the member is not of this group, or the day cannot be.
        """
        self.checks.not_ahead(on)
        if member_id is None:
            with self.desk.act_now(ActKind.LEADER_MISSING, group_id=group_id):
                member_writing.set_leader(group_id, None, on)
            return
        self.checks.of_group(member_id, group_id)
        with self.desk.act_now(ActKind.LEADER_SET, group_id=group_id, member_id=member_id):
            member_writing.set_leader(group_id, member_id, on)

    def _name(self, name: str, but: int | None = None) -> str:
        cleaned = clean_line(name)
        if not cleaned:
            raise Refusal(RefusalKind.NAME_MISSING)
        others = (group for group in self.register.groups() if group.id != but)
        if any(written_alike(group.name) == written_alike(cleaned) for group in others):
            raise Refusal(RefusalKind.GROUP_KNOWN, name=cleaned)
        return cleaned
