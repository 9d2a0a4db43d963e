"""What step 2, Việc kỳ trước, shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.follow_up import AwaitedAnswer, Promise, Targets, UrgentStory


@dataclass(frozen=True, slots=True)
class FollowUpOverview:
    """All that step 2 shows."""

    day: date
    """Of the meeting."""
    targets: Targets
    promises: tuple[Promise, ...] = ()
    answers: tuple[AwaitedAnswer, ...] = ()
    urgent: tuple[UrgentStory, ...] = ()

    def promise(self, pledge_id: int) -> Promise | None:
        """The promise of one pledge."""
        return next((each for each in self.promises if each.pledge.id == pledge_id), None)

    def answer(self, matter_id: int) -> AwaitedAnswer | None:
        """The answer awaited to one matter."""
        return next((each for each in self.answers if each.matter.id == matter_id), None)

    @property
    def told(self) -> int:
        """How many promises were told of in this meeting."""
        return sum(promise.told is not None for promise in self.promises)

    @property
    def to_tell(self) -> int:
        """How many are told of in all: the ones that were, and those due by now."""
        return self.told + sum(promise.missed for promise in self.promises)
