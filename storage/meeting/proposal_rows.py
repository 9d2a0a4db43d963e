"""The rows of the board: proposals and turns, changed within the act that is open."""

from __future__ import annotations

from peewee import ForeignKeyField

from storage.errors import Refusal, RefusalKind
from storage.meeting.case_writing import case_has_history, delete_case, matter_has_history
from storage.records.kinds import Source
from storage.tables import GroupTurnRow, HardshipCaseRow, MatterRow, ProposalRow


def turn_row(meeting_id: int, group_id: int) -> GroupTurnRow:
    """The turn of a group in a meeting, begun if there is none yet."""
    row = GroupTurnRow.get_or_none(
        GroupTurnRow.meeting == meeting_id, GroupTurnRow.group == group_id
    )
    return row or GroupTurnRow.create(meeting=meeting_id, group=group_id)


def turns_of(meeting_id: int) -> dict[int, GroupTurnRow]:
    """The turns of a meeting that were begun, by group."""
    rows = GroupTurnRow.select().where(GroupTurnRow.meeting == meeting_id)
    return {row.group_id: row for row in rows}


def say_case(meeting_id: int, group_id: int) -> None:
    """A group that has a case neither waits any more nor says that it has none."""
    _forget(meeting_id, group_id, GroupTurnRow.no_case.name)


def say_matter(meeting_id: int, group_id: int) -> None:
    """A group that has something for the community neither waits nor says that it has none."""
    _forget(meeting_id, group_id, GroupTurnRow.no_matter.name)


def _forget(meeting_id: int, group_id: int, flag: str) -> None:
    row = GroupTurnRow.get_or_none(
        GroupTurnRow.meeting == meeting_id, GroupTurnRow.group == group_id
    )
    if row is None or not (row.postponed or getattr(row, flag)):
        return
    row.postponed = False
    setattr(row, flag, False)
    row.save()


def has_proposed(about: ForeignKeyField, turn: GroupTurnRow) -> bool:
    """Whether the group has a case, or a matter, on the board."""
    rows = ProposalRow.select().where(
        ProposalRow.meeting == turn.meeting_id,
        ProposalRow.group == turn.group_id,
        about.is_null(False),
    )
    return bool(rows.exists())


def require_new(meeting_id: int, group_id: int, row: HardshipCaseRow | MatterRow) -> None:
    """Sees to it that a group proposes a case or a matter once.

    Raises:
        Refusal: it has proposed it in this meeting already.
    """
    known = ProposalRow.select().where(
        ProposalRow.meeting == meeting_id, ProposalRow.group == group_id, _about(row) == row.id
    )
    if known.exists():
        raise Refusal(RefusalKind.SAME_CASE)


def move_proposals(keep: HardshipCaseRow, other_id: int) -> None:
    """Makes what proposed one case propose the other, and each group propose it once."""
    kept = ProposalRow.select().where(ProposalRow.hardship_case == keep.id)
    known = {(row.meeting_id, row.group_id) for row in kept}
    for row in ProposalRow.select().where(ProposalRow.hardship_case == other_id):
        if (row.meeting_id, row.group_id) in known:
            row.delete_instance()
        else:
            row.hardship_case = keep
            row.save()


def forget_case(meeting_id: int, row: HardshipCaseRow) -> None:
    """Deletes a case that a meeting brought and that nothing speaks of any more."""
    if row.source != Source.MEETING or _proposed(row) or case_has_history(row.id, meeting_id):
        return
    delete_case(row.id)


def forget_matter(row: MatterRow) -> None:
    """Deletes a matter that a meeting brought and that nothing speaks of any more."""
    if row.source == Source.MEETING and not _proposed(row) and not matter_has_history(row.id):
        row.delete_instance()


def _proposed(row: HardshipCaseRow | MatterRow) -> bool:
    return bool(ProposalRow.select().where(_about(row) == row.id).exists())


def _about(row: HardshipCaseRow | MatterRow) -> ForeignKeyField:
    if isinstance(row, HardshipCaseRow):
        return ProposalRow.hardship_case
    return ProposalRow.matter
