"""The lines of a list in which many people are ticked: by group, or as they are found."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from screens.forms.fields import Instead
from screens.language import _
from screens.widgets.lines import Line, LineKind
from storage.records.people import Group, Member
from storage.vietnamese import fold, found_by_name, matches

DONE = "done"
INSTEAD = "instead:"
"""Begins the keys of the lines that are answers in place of people."""


@dataclass(frozen=True, slots=True)
class People:
    """Who can be ticked."""

    groups: tuple[Group, ...]
    members: tuple[Member, ...]
    """In the order of their names."""
    left: frozenset[int] = frozenset()
    """Those among them who have left the club and were ticked before."""

    namesakes: frozenset[int] = frozenset()
    """Those among them who are called alike, and are told apart by their years."""

    def of_group(self, group_id: int) -> list[Member]:
        """The members who belong to a group now."""
        return [
            member
            for member in self.members
            if member.group_id == group_id and member.id not in self.left
        ]


@dataclass(frozen=True, slots=True)
class PeopleLines:
    """What the list shows of these people once so many are ticked."""

    people: People
    ticked: Collection[int]
    pointed_out: Mapping[int, str]
    """What is said beside somebody, in place of the group."""
    instead: Sequence[Instead]
    """What can be answered in place of members."""

    def everyone(self) -> list[Line]:
        """By groups, and then those who have left."""
        lines = [self._done_line()]
        for group in self.people.groups:
            own = self.people.of_group(group.id)
            if own:
                lines.append(self._group_line(group, own))
                lines += [self._member_line(member, indent="  ") for member in own]
        lines += [
            self._member_line(member, beside=_("đã ra khỏi CLB"))
            for member in self.people.members
            if member.id in self.people.left
        ]
        return [*lines, *self._instead_lines("")]

    def found(self, typed: str) -> list[Line]:
        """Members first, so that a letter and Enter never tick a whole group."""
        query = fold(typed)
        names = {group.id: group.name for group in self.people.groups}
        lines = [
            self._member_line(member, beside=names.get(member.group_id, ""))
            for member in found_by_name(typed, self.people.members, lambda member: member.name)
        ]
        lines += [
            self._group_line(group, self.people.of_group(group.id))
            for group in self.people.groups
            if matches(query, group.name)
        ]
        return [*lines, *self._instead_lines(typed), self._done_line()]

    def _instead_lines(self, typed: str) -> list[Line]:
        """What can be answered in place of members, for what was typed or beside them all."""
        return [
            Line(f"{INSTEAD}{number}", (answer.label.format(typed=typed),), LineKind.ACT)
            for number, answer in enumerate(self.instead)
            # Those who are ticked already would be lost.
            if answer.for_typed == bool(typed) and not self.ticked
        ]

    def _done_line(self) -> Line:
        done = _("Xong ({count} người)", len(self.ticked)).format(count=len(self.ticked))
        return Line(DONE, (done,), LineKind.ACT)

    def _group_line(self, group: Group, own: Sequence[Member]) -> Line:
        chosen = sum(member.id in self.ticked for member in own)
        mark = "■" if own and chosen == len(own) else "□"
        count = _("{chosen} / {total} người").format(chosen=chosen, total=len(own))
        return Line(f"group:{group.id}", (f"{mark} {group.name}", count))

    def _member_line(self, member: Member, *, beside: str = "", indent: str = "") -> Line:
        mark = "■" if member.id in self.ticked else "□"
        said = self.pointed_out.get(member.id, beside)
        name = member.addressed
        if member.person.birth_year and member.id in self.people.namesakes:
            name = _("{name}, sinh {year}").format(name=name, year=member.person.birth_year)
        return Line(f"member:{member.id}", (f"{indent}{mark} {name}", said))

    def members_of(self, line: Line) -> list[Member]:
        """Whom a line means: a whole group, or one."""
        kind, _colon, number = line.key.partition(":")
        if kind == "group":
            return self.people.of_group(int(number))
        return [member for member in self.people.members if member.id == int(number)]
