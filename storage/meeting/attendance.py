"""Who is present: ticked by name, or counted by group (step 1)."""

from __future__ import annotations

from collections.abc import Mapping

from peewee import Expression

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.meeting.meetings import MeetingBook
from storage.memory import remembered
from storage.people.register import RegisterBook
from storage.records.acts import ActKind
from storage.records.attendance import AttendanceOverview, GroupAttendance
from storage.records.lacks import Lack
from storage.rules import attendance as rules
from storage.tables import AttendanceRow, GroupCountRow, MemberRow


@remembered
def present_count(meeting_id: int) -> int:
    """How many members are present: those ticked and those counted."""
    return len(_ticked(meeting_id)) + sum(_counted(meeting_id).values())


@remembered
def _ticked(meeting_id: int) -> frozenset[int]:
    """The members who are ticked."""
    rows = AttendanceRow.select().where(AttendanceRow.meeting == meeting_id)
    return frozenset(row.member_id for row in rows)


@remembered
def _counted(meeting_id: int) -> Mapping[int, int]:
    """How many are here of the groups that are counted."""
    rows = GroupCountRow.select().where(GroupCountRow.meeting == meeting_id)
    return {row.group_id: row.count for row in rows}


def fit_attendance(meeting_id: int | None) -> None:
    """Brings a meeting's attendance into line with a register that was changed during it.

    Who left is present no more; who came into a group that is counted by number is in that
    number; and no number is higher than the group is now.
    """
    if meeting_id is None:
        return
    counts = list(GroupCountRow.select().where(GroupCountRow.meeting == meeting_id))
    counted = [row.group_id for row in counts]
    elsewhere = MemberRow.select(MemberRow.id).where(
        MemberRow.left.is_null(False) | MemberRow.group.in_(counted)
    )
    AttendanceRow.delete().where(
        AttendanceRow.meeting == meeting_id, AttendanceRow.member.in_(elsewhere)
    ).execute()
    for row in counts:
        size = group_size(row.group_id)
        if row.count > size:
            row.count = size
            row.save()


@remembered
def group_size(group_id: int) -> int:
    """How many belong to a group now."""
    return int(
        MemberRow.select().where(MemberRow.group == group_id, MemberRow.left.is_null()).count()
    )


class AttendanceBook:
    """The attendance of a meeting; a group is counted one way or the other."""

    def __init__(self, desk: Desk, register: RegisterBook, meetings: MeetingBook) -> None:
        self.desk = desk
        self.register = register
        self.meetings = meetings

    @remembered
    def overview(self, meeting_id: int) -> AttendanceOverview:
        """The officers, the guests, and who is here by group."""
        meeting = self.meetings.get(meeting_id)
        members = self.register.members()
        by_id = {member.id: member for member in members}
        ticked, counts = _ticked(meeting_id), _counted(meeting_id)
        groups = []
        for group in self.register.groups():
            own = tuple(member for member in members if member.group_id == group.id)
            groups.append(
                GroupAttendance(
                    group_id=group.id,
                    name=group.name,
                    leader=group.leader,
                    members=own,
                    ticked=frozenset(member.id for member in own) & ticked,
                    counted=counts.get(group.id),
                )
            )
        return AttendanceOverview(
            chair=by_id.get(meeting.chair_id or 0),
            facilitator=by_id.get(meeting.facilitator_id or 0),
            secretary=by_id.get(meeting.secretary_id or 0),
            place=meeting.place,
            guests=self.meetings.guests(meeting_id),
            groups=tuple(groups),
        )

    @remembered
    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """What the step still lacks."""
        return rules.lacking(self.overview(meeting_id))

    @remembered
    def begun(self, meeting_id: int) -> bool:
        """Whether anyone was ticked or counted."""
        return present_count(meeting_id) > 0

    def count_group(self, meeting_id: int, group_id: int, count: int) -> None:
        """Keeps how many of a group are here; its ticks give way.

        Raises:
            Refusal: more are said to be here than belong to the group.
        """
        members = group_size(group_id)
        if not 0 <= count <= members:
            raise Refusal(RefusalKind.MORE_PRESENT_THAN_MEMBERS, count=count, members=members)
        ticked, before = _ticked(meeting_id), _counted(meeting_id).get(group_id)
        with self.desk.act(meeting_id, ActKind.GROUP_COUNTED, group_id=group_id, count=count):
            if ticked:
                self._forget_ticks(meeting_id, group_id)
            if before is None:
                GroupCountRow.create(meeting=meeting_id, group=group_id, count=count)
            elif before != count:
                GroupCountRow.update(count=count).where(_count_of(meeting_id, group_id)).execute()

    def tick(self, meeting_id: int, member_id: int, *, present: bool) -> None:
        """Ticks a member as present, or not; the count of the group gives way.

        Raises:
            Refusal: there is no such member.
        """
        member = MemberRow.get_or_none(MemberRow.id == member_id)
        if member is None:
            raise Refusal(RefusalKind.NAME_MISSING)
        told = {"member_id": member_id, "present": int(present)}
        with self.desk.act(meeting_id, ActKind.MEMBER_TICKED, **told):
            self._forget_count(meeting_id, member.group_id)
            self._set_present(meeting_id, {member_id} if present else set(), {member_id})

    def tick_all(self, meeting_id: int, group_id: int, present: frozenset[int]) -> None:
        """Ticks exactly these members of a group, as one act."""
        rows = MemberRow.select(MemberRow.id).where(
            MemberRow.group == group_id, MemberRow.left.is_null()
        )
        own = {row.id for row in rows}
        told = {"group_id": group_id, "count": len(present & own)}
        with self.desk.act(meeting_id, ActKind.MEMBERS_TICKED, **told):
            self._forget_count(meeting_id, group_id)
            self._set_present(meeting_id, set(present) & own, own)

    def _set_present(self, meeting_id: int, present: set[int], among: set[int]) -> None:
        before = _ticked(meeting_id) & among
        if before - present:
            AttendanceRow.delete().where(
                AttendanceRow.meeting == meeting_id,
                AttendanceRow.member.in_(list(before - present)),
            ).execute()
        AttendanceRow.create_all(
            {"meeting": meeting_id, "member": each} for each in sorted(present - before)
        )

    def _forget_ticks(self, meeting_id: int, group_id: int) -> None:
        own = MemberRow.select(MemberRow.id).where(MemberRow.group == group_id)
        AttendanceRow.delete().where(
            AttendanceRow.meeting == meeting_id, AttendanceRow.member.in_(own)
        ).execute()

    def _forget_count(self, meeting_id: int, group_id: int) -> None:
        if group_id in _counted(meeting_id):
            GroupCountRow.delete().where(_count_of(meeting_id, group_id)).execute()


def _count_of(meeting_id: int, group_id: int) -> Expression:
    return (GroupCountRow.meeting == meeting_id) & (GroupCountRow.group == group_id)
