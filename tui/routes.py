"""Which screen shows which step; each is loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from storage.records.kinds import Step

if TYPE_CHECKING:
    from screens.meeting.step import StepScreen

_SCREENS = {
    Step.ATTENDANCE: ("screens.meeting.attendance", "AttendanceScreen"),
    Step.LAST_MONTH: ("screens.meeting.last_month", "LastMonthScreen"),
    Step.DISCUSSION: ("screens.meeting.discussion", "DiscussionScreen"),
    Step.PROPOSALS: ("screens.meeting.proposals", "ProposalsScreen"),
    Step.SELECTION: ("screens.meeting.selection", "SelectionScreen"),
    Step.ASSIGNMENT: ("screens.meeting.assignment", "AssignmentScreen"),
    Step.COMMUNITY: ("screens.meeting.community", "CommunityScreen"),
    Step.APPROVAL: ("screens.meeting.approval", "ApprovalScreen"),
}


def step_screen(step: Step) -> StepScreen[Any]:
    """A new screen for a step."""
    module, name = _SCREENS[step]
    return cast("StepScreen[Any]", getattr(import_module(module), name)())
