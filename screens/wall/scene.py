"""What a large page is made from: what was read of a step, and where the cursor stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from screens.meeting.step import StepScreen
from screens.widgets.frame import time_over
from screens.widgets.lines import Line
from storage.records.kinds import Step
from storage.records.wall_scene import HandsShown


@dataclass(frozen=True, slots=True)
class Scene:
    """A step as it stands; whoever words it must keep to what is hidden."""

    step: Step
    overview: object
    now: datetime
    hidden: bool
    key: str = ""
    """The key of the line under the cursor."""
    typed: str = ""
    """A number in the making on that line."""
    counted: bool = False
    """Hands are counted on that line."""
    hands: HandsShown | None = None
    """A count for and against that is being taken."""
    over: str = ""
    """That the time which the club gave the step is over."""

    @property
    def cursor(self) -> tuple[str, int]:
        """What kind of line the cursor is on, and the number that it bears."""
        kind, _colon, number = self.key.partition(":")
        return kind, int(number) if number.isdecimal() else 0

    def typed_on(self, key: str) -> str:
        """The number in the making, where it is on this line."""
        return self.typed if key == self.key else ""


def scene_of(screen: StepScreen[Any], *, hidden: bool) -> Scene:
    """The scene of a step that has read its overview."""
    line: Line | None = screen.lines.line
    key = line.key if line else ""
    now = screen.room.clock.now()
    return Scene(
        step=screen.STEP,
        overview=screen.overview,
        now=now,
        hidden=hidden,
        key=key,
        typed=screen.number.shown(key) or "",
        counted=line is not None and screen.number_of(line) is not None,
        hands=screen.hands,
        over=time_over(screen.head, screen.STEP, now),
    )
