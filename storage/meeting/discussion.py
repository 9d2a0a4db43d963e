"""The discussion in the groups: its clock, and who has agreed (step 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import cast

from peewee import fn

from storage.acts.desk import Desk
from storage.meeting.countdown_rows import write_countdown
from storage.meeting.meetings import progress_of
from storage.meeting.proposal_rows import turn_row, turns_of
from storage.memory import remembered
from storage.people.register import RegisterBook
from storage.records.acts import ActKind
from storage.records.discussion import DiscussionOverview, GroupTalk
from storage.records.kinds import MeetingState, Step
from storage.records.lacks import Lack
from storage.records.meetings import Countdown
from storage.rules import discussion as rules
from storage.tables import GroupTurnRow, MeetingRow, ProposalRow


class DiscussionBook:
    """The clock runs beside the acts of the meeting and is never undone; agreeing is an act."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def overview(self, meeting_id: int) -> DiscussionOverview:
        """The clock, and the groups with what is written down for them already."""
        return DiscussionOverview(_countdown(meeting_id), self._talks(meeting_id))

    @remembered
    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """Which groups still talk."""
        return rules.lacking(self._talks(meeting_id))

    @remembered
    def begun(self, meeting_id: int) -> bool:
        """Whether the clock was started, or a group has agreed."""
        agreed = GroupTurnRow.select().where(
            GroupTurnRow.meeting == meeting_id, GroupTurnRow.agreed
        )
        return _countdown(meeting_id).begun or bool(agreed.exists())

    def start_or_pause(self, meeting_id: int) -> None:
        """Starts the clock, or pauses it; a discussion that was ended goes on."""
        self._change(meeting_id, rules.started_or_paused)

    def change_length(self, meeting_id: int, minutes: int) -> None:
        """Gives the discussion minutes more, or takes some away."""
        self._change(
            meeting_id, lambda clock, now: rules.with_seconds(clock, minutes * rules.MINUTE, now)
        )

    def end(self, meeting_id: int) -> None:
        """Ends the discussion now; what was left is kept for the case that it goes on."""
        self._change(meeting_id, rules.ended)

    def settle(self, meeting_id: int) -> None:
        """Puts the clock right after the clock of the machine has jumped."""
        self._change(meeting_id, rules.settled)

    def toggle_agreed(self, meeting_id: int, group_id: int) -> None:
        """Keeps that a group has agreed, or that it talks on after all (S16)."""
        row = GroupTurnRow.get_or_none(
            GroupTurnRow.meeting == meeting_id, GroupTurnRow.group == group_id
        )
        agreed = not (row is not None and row.agreed)
        kind = ActKind.GROUP_AGREED if agreed else ActKind.GROUP_TALKS_ON
        with self.desk.act(meeting_id, kind, group_id=group_id):
            turn = turn_row(meeting_id, group_id)
            turn.agreed = agreed
            turn.save()

    def _change(self, meeting_id: int, change: Callable[[Countdown, datetime], Countdown]) -> None:
        """Changes the clock of a meeting that is held; another one's clock stands still."""
        with self.desk.quietly():
            meeting = MeetingRow.get_or_none(MeetingRow.id == meeting_id)
            if meeting is None or meeting.state != MeetingState.RUNNING:
                return
            write_countdown(meeting_id, change(_countdown(meeting_id), self.desk.clock.now()))

    def _talks(self, meeting_id: int) -> tuple[GroupTalk, ...]:
        turns = turns_of(meeting_id)
        written = _written(meeting_id)
        found = []
        for group in RegisterBook(self.desk).groups():
            turn = turns.get(group.id)
            cases, matters = written[group.id]
            found.append(
                GroupTalk(
                    group=group,
                    agreed=bool(turn and turn.agreed),
                    cases=cases,
                    matters=matters,
                    no_case=bool(turn and turn.no_case),
                    no_matter=bool(turn and turn.no_matter),
                )
            )
        return tuple(found)


def stop_when_gone_on(meeting_id: int, step: Step, now: datetime) -> None:
    """Ends the clock where the meeting has gone on from the discussion by this step."""
    before = _countdown(meeting_id)
    clock = rules.gone_on(before, step, now)
    if clock != before:
        write_countdown(meeting_id, clock)


def _written(meeting_id: int) -> dict[int, tuple[int, int]]:
    """How many cases and matters are written down for each group."""
    rows = (
        ProposalRow.select(
            ProposalRow.group, fn.COUNT(ProposalRow.hardship_case), fn.COUNT(ProposalRow.matter)
        )
        .where(ProposalRow.meeting == meeting_id, ProposalRow.group.is_null(False))
        .group_by(ProposalRow.group)
    )
    counts = cast("Iterable[tuple[int, int, int]]", rows.tuples())
    found: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    found.update({group: (cases, matters) for group, cases, matters in counts})
    return found


def _countdown(meeting_id: int) -> Countdown:
    return progress_of(meeting_id).countdown or Countdown(length=0)
