"""The clock of the discussion, and which groups have not agreed (S13 to S16)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from storage.records.discussion import GroupTalk, TalkState
from storage.records.kinds import Step
from storage.records.lacks import Lack, LackKind
from storage.records.meetings import CLOCK_JUMP, Countdown

MINUTE = 60
LONGEST = 99 * MINUTE
"""The clock shows two digits of minutes."""


def jumped(countdown: Countdown, now: datetime) -> bool:
    """Whether the machine's clock went back behind the start, or far ahead of it."""
    started = countdown.started
    return started is not None and not started <= now <= started + CLOCK_JUMP


def settled(countdown: Countdown, now: datetime) -> Countdown:
    """The same clock, counted from this moment.

    A machine's clock that went back is no time gone; one that went far ahead has paused.
    What is used never exceeds the length, so that a minute more is a whole one.
    """
    started = countdown.started
    if started is None:
        return replace(countdown, used=min(countdown.used, countdown.length))
    if now - started > CLOCK_JUMP:
        return replace(countdown, started=None)
    used = min(countdown.length, countdown.used + countdown.gone(now))
    return replace(countdown, used=used, started=now)


def started_or_paused(countdown: Countdown, now: datetime) -> Countdown:
    """The clock after F4: it pauses if it runs, and runs if it does not.

    One that was ended runs on with what was left; where nothing is left, with a minute more.
    """
    clock = settled(countdown, now)
    if clock.started is not None:
        return replace(clock, started=None)
    started = replace(clock, started=now, ended=False)
    return started if started.used < started.length else _lengthened(started, MINUTE)


def with_seconds(countdown: Countdown, seconds: int, now: datetime) -> Countdown:
    """The clock with time added or taken; time that is added opens it again after its end."""
    clock = settled(countdown, now)
    if seconds > 0 and clock.ended:
        clock = replace(clock, ended=False, started=now)
    return _lengthened(clock, seconds)


def ended(countdown: Countdown, now: datetime) -> Countdown:
    """The clock after the discussion was ended by hand; it keeps what was left."""
    return replace(settled(countdown, now), started=None, ended=True)


def gone_on(countdown: Countdown, step: Step, now: datetime) -> Countdown:
    """The clock as the meeting goes to a step.

    The groups may present while others still talk, as long as there is time; once that is over,
    or cases are being chosen, nobody waits for the clock any more.
    """
    behind = step > Step.PROPOSALS or (step is Step.PROPOSALS and countdown.left(now) == 0)
    over = countdown.begun and not countdown.ended and behind
    return ended(countdown, now) if over else countdown


def _lengthened(countdown: Countdown, seconds: int) -> Countdown:
    # Before it is started, a clock is at least a minute long: nought would be its end.
    least = countdown.used if countdown.begun else MINUTE
    length = min(LONGEST, max(least, countdown.length + seconds))
    return replace(countdown, length=max(length, countdown.used))


def lacking(groups: Iterable[GroupTalk]) -> tuple[Lack, ...]:
    """Which groups still talk; a group without members is not waited for."""
    talking = [
        talk.group.name for talk in groups if talk.state is TalkState.TALKING and talk.group.members
    ]
    return (Lack(LackKind.GROUPS_NOT_AGREED, {"groups": ", ".join(talking)}),) if talking else ()
