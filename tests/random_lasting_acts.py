"""Random acts on what lasts beyond a meeting: the register, the notebook, urgent help."""

# ruff: noqa: D102 - each deed is named for the act that it is

from __future__ import annotations

from club_at_random import ClubAtRandom
from storage.records.community import MatterDraft
from storage.records.kinds import MatterKind
from storage.records.member_drafts import MemberDraft
from storage.records.urgent import UrgentDraft

_FIRST_FREE = 3
"""The first members of each group have offices, and stay."""


class LastingActs(ClubAtRandom):
    """One act each, between meetings or within one."""

    def new_member(self) -> None:
        name, group = self._new("Đinh Thị"), self.chance.choice(self.groups)
        number = self.books.members.add(MemberDraft(name, group))
        self.model.act()["members"][number] = (name, group, False)

    def rename_member(self) -> None:
        member, name = self._member(), self._new("Đỗ Thị")
        self.books.members.change(member, MemberDraft(name, self.model.group_of(member)))
        self.model.act()["members"][member] = (name, self.model.group_of(member), False)

    def leave(self) -> None:
        group = self.chance.choice(self.groups)
        own = self.model.members_of(group)[_FIRST_FREE:]
        fits = len(own) + _FIRST_FREE > self.model.state["counts"].get(group, 0)
        if own and fits:
            member = self.chance.choice(own)
            self.books.members.leave(member, self.clock.today())
            state = self.model.act()
            state["members"][member] = (state["members"][member][0], group, True)

    def noted(self) -> None:
        what, group = self._new("cống tắc"), self.chance.choice(self.groups)
        self.books.notebook.note_matter(group, MatterDraft(MatterKind.ACTIVITY, what))
        self.model.act()["noted"][what] = group

    def noted_case(self) -> None:
        name, group = self._new("ông Sơn"), self.chance.choice(self.groups)
        self.books.notebook.note_case(group, self._case(name))
        self.model.act()["noted"][name] = group

    def urgent(self) -> None:
        cause = self._new("nhà đổ")
        draft = UrgentDraft(self._case(self._new("anh Lực")), self.clock.now(), cause=cause)
        self.books.urgent.report(draft)
        self.model.act()["urgent"][cause] = ("", "")

    def decide_urgent(self) -> None:
        cause, decision = self._some("urgent"), self._new("giúp ngay")
        if cause:
            number = self._now.urgent_id(cause)
            self.books.urgent.decide(number, decision, None, self.clock.now())
            state = self.model.act()
            state["urgent"][cause] = (decision, state["urgent"][cause][1])

    def help_urgent(self) -> None:
        cause, given = self._some("urgent"), self._new("đưa đi viện")
        if cause:
            self.books.urgent.done(self._now.urgent_id(cause), given, self.clock.now())
            state = self.model.act()
            state["urgent"][cause] = (state["urgent"][cause][0], given)

    def remove_urgent(self) -> None:
        cause = self._some("urgent")
        if cause:
            self.books.urgent.remove(self._now.urgent_id(cause))
            del self.model.act()["urgent"][cause]
