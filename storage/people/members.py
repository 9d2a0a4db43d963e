"""Members as the secretary keeps them: each change is an act, in a meeting or between two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from storage.acts.desk import Desk, meeting_now
from storage.days import on_screen
from storage.errors import Refusal, RefusalKind
from storage.meeting.attendance import fit_attendance
from storage.meeting.case_history import helped_times
from storage.meeting.helping import helping_times
from storage.people import member_writing
from storage.people.register import RegisterBook, member_of_row
from storage.people.register_checks import RegisterChecks
from storage.records.acts import ActKind
from storage.records.kinds import Position, SpanRole
from storage.records.member_drafts import MemberDraft
from storage.records.people import Member
from storage.records.register import MemberStory, Register
from storage.records.spans import Span
from storage.rules.register import birth_year_possible, household_fellows, same_member
from storage.tables import MemberRow, MemberSpanRow, PersonRow
from storage.vietnamese import clean_line, name_sort_key


class MemberBook:
    """The register as it is kept up: added, changed, moved, left, come back; nothing is deleted."""

    def __init__(self, desk: Desk, register: RegisterBook) -> None:
        self.desk = desk
        self.register = register
        self.checks = RegisterChecks(desk, register)

    def register_now(self, *, with_help: bool = False) -> Register:
        """All groups and members; where wished with who helped and who was helped in a year."""
        members = self._everyone()
        groups = self.register.groups()
        if not with_help:
            return Register(groups, members)
        today = self.desk.clock.today()
        helped = helped_times([member.person for member in members], today)
        by_person = {member.person.id: member.id for member in members}
        return Register(
            groups,
            members,
            helping=helping_times(today),
            helped={by_person[person]: times for person, times in helped.items() if times},
        )

    def story(self, member_id: int) -> MemberStory:
        """All that is known of a member as a member.

        Raises:
            Refusal: there is no such member.
        """
        member = self.checks.member(member_id)
        today = self.desk.clock.today()
        return MemberStory(
            member=member,
            group=self.checks.group(member.group_id),
            spans=_spans(member_id),
            fellows=tuple(
                fellow.addressed for fellow in household_fellows(member, self._everyone())
            ),
            helping=helping_times(today).get(member_id, 0),
            helped=helped_times([member.person], today)[member.person.id],
        )

    # Members.

    def add(self, draft: MemberDraft) -> int:
        """Adds a member, and gives the number.

        Raises:
            Refusal: there is no name, no group, or the member is in the register already.
        """
        draft = self._checked(draft)
        draft = replace(draft, joined=draft.joined or self.desk.clock.today())
        self.checks.not_ahead(draft.joined)
        name = clean_line(draft.name)
        with self.desk.act_now(ActKind.MEMBER_ADDED, name=name, group_id=draft.group_id) as told:
            member_id = member_writing.add_member(draft)
            told["member_id"] = member_id
        return member_id

    def change(self, member_id: int, draft: MemberDraft) -> None:
        """Writes what the form says of a member; the group is changed by moving.

        Raises:
            Refusal: there is no name, or someone else stands in the register as the same.
        """
        before = self.checks.member(member_id)
        draft = self._checked(
            replace(draft, group_id=before.group_id, joined=before.joined), but=member_id
        )
        with self.desk.act_now(ActKind.MEMBER_CHANGED, member_id=member_id):
            member_writing.change_member(MemberRow.get_by_id(member_id), draft)

    def move(self, member_id: int, group_id: int, on: date) -> None:
        """Brings a member into another group; that they were in the old one stays.

        Raises:
            Refusal: the member has left, or the day cannot be.
        """
        self.checks.not_ahead(on)
        member = self.checks.present(member_id)
        if member.group_id == group_id:
            return
        self._checked(_draft_of(member, group_id), but=member_id)
        with self.desk.act_now(ActKind.MEMBER_MOVED, member_id=member_id, group_id=group_id):
            member_writing.move(MemberRow.get_by_id(member_id), group_id, on)
            fit_attendance(meeting_now())

    def leave(self, member_id: int, on: date, next_leader: int | None = None) -> None:
        """A member leaves the club; the history stays, and another may lead the group.

        Raises:
            Refusal: the member has left already, or the day cannot be.
        """
        self.checks.not_ahead(on)
        member = self.checks.present(member_id)
        with self.desk.act_now(ActKind.MEMBER_LEFT, member_id=member_id, day=on_screen(on)):
            member_writing.leave(MemberRow.get_by_id(member_id), on)
            if member.leads_group and next_leader is not None:
                self.checks.of_group(next_leader, member.group_id)
                member_writing.set_leader(member.group_id, next_leader, on)
            fit_attendance(meeting_now())

    def come_back(self, member_id: int, group_id: int, on: date) -> None:
        """Takes in again who has left.

        Raises:
            Refusal: the member has not left, or the day lies ahead or before they left.
        """
        self.checks.not_ahead(on)
        member = self.checks.member(member_id)
        if member.left is None:
            raise Refusal(RefusalKind.MEMBER_KNOWN, name=member.addressed)
        if on < member.left:
            raise Refusal(RefusalKind.DAY_TOO_EARLY, day=on_screen(member.left))
        self._checked(_draft_of(member, group_id), but=member_id)
        with self.desk.act_now(ActKind.MEMBER_RETURNED, member_id=member_id, group_id=group_id):
            member_writing.come_back(MemberRow.get_by_id(member_id), group_id, on)

    def set_offices(
        self, member_id: int, positions: Iterable[Position], on: date, *, leads: bool
    ) -> None:
        """Gives a member these offices and no others; leading the own group is one of them.

        Raises:
            Refusal: the member has left, or the day cannot be.
        """
        self.checks.not_ahead(on)
        member = self.checks.present(member_id)
        wanted = sorted(positions)
        words = " ".join([*wanted, *([SpanRole.LEADER] if leads else [])])
        with self.desk.act_now(ActKind.OFFICES_SET, member_id=member_id, offices=words):
            member_writing.set_positions(member_id, wanted, on)
            if leads != member.leads_group:
                member_writing.set_leader(member.group_id, member_id if leads else None, on)

    # What is asked before.

    def _everyone(self) -> tuple[Member, ...]:
        rows = MemberRow.select(MemberRow, PersonRow).join(PersonRow)
        leaders = frozenset(
            group.leader_id for group in self.register.groups() if group.leader_id is not None
        )
        members = (member_of_row(row, leaders) for row in rows)
        return tuple(sorted(members, key=lambda member: name_sort_key(member.name)))

    def _checked(self, draft: MemberDraft, but: int | None = None) -> MemberDraft:
        """The draft, if it may stand in the register beside the others."""
        if not clean_line(draft.name):
            raise Refusal(RefusalKind.NAME_MISSING)
        group = self.checks.group(draft.group_id)
        if not birth_year_possible(draft.birth_year, self.desk.clock.today()):
            raise Refusal(RefusalKind.YEAR_INVALID)
        others = (member for member in self._everyone() if member.id != but)
        same = same_member(draft, others)
        if same is not None:
            raise Refusal(RefusalKind.MEMBER_KNOWN, name=f"{same.addressed}, {group.name}")
        return draft


def _spans(member_id: int) -> tuple[Span, ...]:
    rows = MemberSpanRow.select().where(MemberSpanRow.member == member_id)
    return tuple(
        Span(SpanRole(row.role), row.group.name if row.group else "", row.since, row.until)
        for row in rows.order_by(MemberSpanRow.id)
    )


def _draft_of(member: Member, group_id: int) -> MemberDraft:
    """Enough of a member to ask whether another stands in that group as the same."""
    return MemberDraft(name=member.name, group_id=group_id, birth_year=member.person.birth_year)
