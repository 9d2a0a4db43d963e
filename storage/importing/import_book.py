"""A spreadsheet taken into the register: first a plan, then, once it is accepted, one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.importing.columns import lists_of
from storage.importing.listed import listed_people
from storage.importing.planning import NO_GROUP_YET, Planner
from storage.importing.reading import Sheet
from storage.people import member_writing
from storage.people.members import MemberBook
from storage.records.acts import ActKind
from storage.records.importing import ImportPlan, PlannedRow, RowState
from storage.tables import GroupRow, MemberRow
from storage.vietnamese import written_alike


class ImportBook:
    """Reads files outside the books; nothing is written before `accept`."""

    def __init__(self, desk: Desk, members: MemberBook) -> None:
        self.desk = desk
        self.members = members

    def plan(self, sheets: tuple[Sheet, ...]) -> ImportPlan:
        """What a file would change in the register as it is now.

        Raises:
            Refusal: there is no list of people in it.
        """
        lists = lists_of(sheets)
        register = self.members.register_now()
        planner = Planner(register.groups, register.members)
        today = self.desk.clock.today()
        rows = planner.plan(
            person for sheet, columns in lists for person in listed_people(sheet, columns, today)
        )
        used = {written_alike(row.group) for row in rows if row.state is RowState.ADDED}
        return ImportPlan(
            file=lists[0][0].file,
            font=str(lists[0][0].font),
            new_groups=tuple(name for name in planner.new_groups if written_alike(name) in used),
            rows=rows,
            unused=tuple(dict.fromkeys(text for _sheet, each in lists for text in each.unused)),
        )

    def accept(self, sheets: tuple[Sheet, ...]) -> ImportPlan:
        """Writes what the plan says, as one act; planned anew, so that twice adds nothing.

        Raises:
            Refusal: there is nothing to write, or the meeting is approved.
        """
        plan = self.plan(sheets)
        if not plan.changes_anything:
            raise Refusal(RefusalKind.NOTHING_TO_IMPORT)
        today = self.desk.clock.today()
        with self.desk.act_now(
            ActKind.MEMBERS_IMPORTED,
            added=plan.count(RowState.ADDED),
            changed=plan.count(RowState.CHANGED),
        ):
            groups = {
                written_alike(name): int(GroupRow.create(name=name).id) for name in plan.new_groups
            }
            for row in plan.rows:
                if row.state in (RowState.ADDED, RowState.CHANGED):
                    _write(row, groups, today)
        return plan


def _write(row: PlannedRow, groups: dict[str, int], today: date) -> None:
    draft = row.draft
    if draft is None:
        raise ValueError("a refused row is not written")
    if row.member_id is None:
        if draft.group_id == NO_GROUP_YET:
            draft = replace(draft, group_id=groups[written_alike(row.group)])
        member_id = member_writing.add_member(draft)
    else:
        member_id = row.member_id
        member_writing.change_member(MemberRow.get_by_id(member_id), draft)
    if row.positions:
        member_writing.set_positions(member_id, row.positions, today, known=False)
    if row.leads:
        group_id = MemberRow.get_by_id(member_id).group_id
        member_writing.set_leader(group_id, member_id, today, known=False)
