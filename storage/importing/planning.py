"""What a list would change in the register: each row added, changed, known already or refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from storage.days import on_screen
from storage.importing import cells
from storage.importing.listed import Listed
from storage.records.importing import Change, PlannedRow, Remark, RowRemark, RowState
from storage.records.kinds import HELD_BY_ONE, Position
from storage.records.member_drafts import MemberDraft
from storage.records.people import Group, Member
from storage.rules.register import draft_of_member, sex_of_address
from storage.vietnamese import written_alike

NO_GROUP_YET = 0
"""The number of a group that is only made when the plan is accepted."""
_TEXTS = ("address", "telephone", "household", "can_help")
_Key = tuple[str, str, int | None]


class Planner:
    """Compares a list with the register, and with what stands further up in the list itself."""

    def __init__(self, groups: Sequence[Group], members: Sequence[Member]) -> None:
        self._groups = groups
        self._names = {group.id: group.name for group in groups}
        self._by_name: dict[str, list[Member]] = {}
        for member in members:
            self._by_name.setdefault(written_alike(member.name), []).append(member)
        self._seen: dict[_Key, int] = {}
        self._met: dict[int, int] = {}
        """In which row each member of the register stands."""
        self._holders = {
            position: member.name
            for member in members
            for position in member.positions & HELD_BY_ONE
        }
        self._led: set[str] = {written_alike(group.name) for group in groups if group.leader_id}
        self.new_groups: list[str] = []
        """The groups that the register does not have yet, as the list names them."""

    def plan(self, people: Iterable[Listed]) -> tuple[PlannedRow, ...]:
        """Every row, in the order of the list."""
        return tuple(replace(self._row(person), sheet=person.sheet) for person in people)

    def _row(self, person: Listed) -> PlannedRow:
        reason = self._fault(person)
        if reason is not None:
            return _refused(person, person.group or "", reason)
        group = self._group(person.group or "")
        name = group.name if group else person.group or ""
        key = (written_alike(person.name), written_alike(name), person.birth_year)
        if key in self._seen:
            return _refused(person, name, RowRemark(Remark.TWICE, {"row": self._seen[key]}))
        self._seen[key] = person.number
        return self._compared(person, group, name)

    def _fault(self, person: Listed) -> RowRemark | None:
        if not person.name:
            return RowRemark(Remark.NO_NAME)
        if not cells.is_name(person.name):
            return RowRemark(Remark.NAME_STRANGE, {"text": person.name})
        if not person.group and len(self._groups) != 1:
            return RowRemark(Remark.NO_GROUP)
        return None

    def _group(self, said: str) -> Group | None:
        if not said:
            return self._groups[0]
        known = next((each for each in self._groups if cells.same_group(each.name, said)), None)
        if known is None and written_alike(said) not in map(written_alike, self.new_groups):
            self.new_groups.append(said)
        return known

    def _compared(self, person: Listed, group: Group | None, name: str) -> PlannedRow:
        """The row beside whoever bears the name already."""
        bearers = self._by_name.get(written_alike(person.name), [])
        remarks = list(person.remarks)
        if group is None:
            remarks.append(RowRemark(Remark.GROUP_NEW, {"group": name}))
        same = _same(person, [each for each in bearers if group and each.group_id == group.id])
        if same is not None:
            return self._known(person, same, name, remarks)
        for bearer in bearers:
            other = self._names[bearer.group_id]
            if person.birth_year and bearer.person.birth_year == person.birth_year:
                return _refused(person, name, RowRemark(Remark.IN_OTHER_GROUP, {"group": other}))
            remarks.append(RowRemark(Remark.NAMESAKE, {"group": other}))
        positions = self._not_held(person, person.positions, remarks)
        leads = self._may_lead(person, name, remarks)
        return PlannedRow(
            person.number,
            RowState.ADDED,
            person.name,
            name,
            draft=_draft(person, group.id if group else NO_GROUP_YET),
            positions=positions,
            leads=leads,
            remarks=tuple(remarks),
        )

    def _known(
        self, person: Listed, member: Member, group: str, remarks: list[RowRemark]
    ) -> PlannedRow:
        if member.left is not None:
            reason = RowRemark(Remark.HAS_LEFT, {"day": on_screen(member.left)})
            return _refused(person, group, reason)
        if member.id in self._met:
            return _refused(person, group, RowRemark(Remark.TWICE, {"row": self._met[member.id]}))
        self._met[member.id] = person.number
        draft, changes = _merged(person, member)
        positions = self._not_held(person, person.positions - member.positions, remarks)
        changes += tuple(Change("office", "", str(office)) for office in sorted(positions))
        leads = not member.leads_group and self._may_lead(person, group, remarks)
        if leads:
            changes = (*changes, Change("office", "", "leader"))
        return PlannedRow(
            person.number,
            RowState.CHANGED if changes else RowState.SAME,
            person.name,
            group,
            draft=draft,
            member_id=member.id,
            positions=member.positions | positions,
            leads=leads,
            changes=changes,
            remarks=tuple(remarks),
        )

    def _not_held(
        self, person: Listed, positions: frozenset[Position], remarks: list[RowRemark]
    ) -> frozenset[Position]:
        """The offices but those of which there is one, and somebody has it already."""
        for position in sorted(positions & HELD_BY_ONE):
            holder = self._holders.get(position)
            if holder is None:
                self._holders[position] = person.name
            else:
                told = {"office": str(position), "name": holder}
                remarks.append(RowRemark(Remark.OFFICE_THERE, told))
                positions -= {position}
        return positions

    def _may_lead(self, person: Listed, group: str, remarks: list[RowRemark]) -> bool:
        """A list makes leaders where there are none; who leads already is not put aside."""
        if not person.leads:
            return False
        if written_alike(group) in self._led:
            remarks.append(RowRemark(Remark.LEADER_THERE, {"group": group}))
            return False
        self._led.add(written_alike(group))
        return True


def _refused(person: Listed, group: str, reason: RowRemark) -> PlannedRow:
    return PlannedRow(person.number, RowState.REFUSED, person.name, group, remarks=(reason,))


def _same(person: Listed, bearers: Sequence[Member]) -> Member | None:
    """Who of the same name and group is meant: by the year, where both know it."""
    exact = [each for each in bearers if each.person.birth_year == person.birth_year]
    if exact:
        return exact[0]
    open_ones = [
        each for each in bearers if each.person.birth_year is None or person.birth_year is None
    ]
    return open_ones[0] if len(open_ones) == 1 else None


def _draft(person: Listed, group_id: int) -> MemberDraft:
    return MemberDraft(
        name=person.name,
        group_id=group_id,
        address_form=person.address_form or person.usual_form,
        sex=person.sex,
        birth_year=person.birth_year,
        household=person.household,
        address=person.address,
        telephone=person.telephone,
        home_care=person.home_care,
        can_help=person.can_help,
        joined=person.joined,
    )


def _merged(person: Listed, member: Member) -> tuple[MemberDraft, tuple[Change, ...]]:
    """The register's entry with what the list says more; a blank takes nothing away."""
    before = draft_of_member(member)
    changes: list[Change] = []
    told: dict[str, str] = {
        field: text for field in _TEXTS if (text := str(getattr(person, field)))
    }
    after = before
    for field, text in told.items():
        old = str(getattr(before, field))
        if _differs(field, old, text):
            changes.append(Change(field, old, text))
            after = replace(after, **{field: text})  # type: ignore[arg-type]
    if person.birth_year and before.birth_year is None:
        changes.append(Change("birth_year", "", str(person.birth_year)))
        after = replace(after, birth_year=person.birth_year)
    known_sex = before.sex or sex_of_address(before.address_form)
    if person.sex and known_sex is None:
        changes.append(Change("sex", "", str(person.sex)))
        after = replace(after, sex=person.sex)
    if person.address_form and before.address_form is None:
        changes.append(Change("address_form", "", str(person.address_form)))
        after = replace(after, address_form=person.address_form)
    if person.home_care and not before.home_care:
        changes.append(Change("home_care", "", "yes"))
        after = replace(after, home_care=True)
    return after, tuple(changes)


def _differs(field: str, old: str, new: str) -> bool:
    if field == "telephone":
        return "".join(filter(str.isdecimal, old)) != "".join(filter(str.isdecimal, new))
    return written_alike(old) != written_alike(new)
