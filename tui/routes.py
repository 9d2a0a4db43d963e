"""Which screen shows which step; each is loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from storage.records.kinds import Step

if TYPE_CHECKING:
    from screens.step import StepScreen

_SCREENS = {
    Step.ATTENDANCE: ("screens.attendance", "AttendanceScreen"),
    Step.LAST_MONTH: ("screens.last_month", "LastMonthScreen"),
    Step.DISCUSSION: ("screens.discussion", "DiscussionScreen"),
    Step.PROPOSALS: ("screens.proposals", "ProposalsScreen"),
    Step.SELECTION: ("screens.selection", "SelectionScreen"),
    Step.ASSIGNMENT: ("screens.assignment", "AssignmentScreen"),
    Step.COMMUNITY: ("screens.community", "CommunityScreen"),
    Step.APPROVAL: ("screens.approval", "ApprovalScreen"),
}


def step_screen(step: Step) -> StepScreen[Any]:
    """A new screen for a step."""
    module, name = _SCREENS[step]
    return cast("StepScreen[Any]", getattr(import_module(module), name)())
