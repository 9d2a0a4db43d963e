"""Which members are shown: all, those of a group, the officers, who helped, who has left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from screens.language import N_, _
from storage.records.people import Member
from storage.records.register import Register


class Views(StrEnum):
    """The kinds of view."""

    ALL = "all"
    GROUP = "group"
    OFFICERS = "officers"
    HOME_CARE = "home_care"
    HELPING = "helping"
    HELPED = "helped"
    LEFT = "left"


_TITLES = {
    Views.ALL: N_("mọi thành viên, theo tổ"),
    Views.OFFICERS: N_("người giữ chức vụ"),
    Views.HOME_CARE: N_("TNV chăm sóc tại nhà"),
    Views.HELPING: N_("đã giúp người khác, 12 tháng qua"),
    Views.HELPED: N_("được CLB giúp, 12 tháng qua"),
    Views.LEFT: N_("đã ra khỏi CLB"),
}


@dataclass(frozen=True, slots=True)
class View:
    """A choice among the members."""

    views: Views
    group_id: int | None = None
    group: str = ""

    @classmethod
    def all_of(cls, register: Register) -> list[View]:
        """Every view that there is, the groups first."""
        groups = [cls(Views.GROUP, group.id, group.name) for group in register.groups]
        return [cls(Views.ALL), *groups, *(cls(each) for each in list(Views)[2:])]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.group if self.views is Views.GROUP else _(_TITLES[self.views])

    @property
    def by_group(self) -> bool:
        """Whether its members stand under their groups."""
        return self.views in (Views.ALL, Views.GROUP, Views.OFFICERS)

    @property
    def of_help(self) -> bool:
        """Whether it tells who helped or was helped: for the secretary alone."""
        return self.views in (Views.HELPING, Views.HELPED)

    def members(self, register: Register) -> list[Member]:
        """Who belongs to it, in the order of their names; who helped most first."""
        chosen = [member for member in register.members if self._holds(register)(member)]
        if self.of_help:
            times = self._times(register)
            chosen.sort(key=lambda member: -times[member.id])
        return chosen

    def times(self, register: Register, member: Member) -> str:
        """How often, in words."""
        number = self._times(register).get(member.id, 0)
        return _("{n} lần", number).format(n=number)

    def _times(self, register: Register) -> Mapping[int, int]:
        return register.helping if self.views is Views.HELPING else register.helped

    def _holds(self, register: Register) -> Callable[[Member], bool]:
        match self.views:
            case Views.GROUP:
                return lambda member: member.left is None and member.group_id == self.group_id
            case Views.OFFICERS:
                return lambda member: bool(member.positions) or member.leads_group
            case Views.HOME_CARE:
                return lambda member: member.left is None and member.home_care
            case Views.HELPING | Views.HELPED:
                return lambda member: member.id in self._times(register)
            case Views.LEFT:
                return lambda member: member.left is not None
            case _:
                return lambda member: member.left is None
