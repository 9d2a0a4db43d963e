"""Clocks: the machine's, the practice club's, and the one for tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from storage.clock import Clock, FixedClock, FixedDayClock, SystemClock

HANOI = timezone(timedelta(hours=7))
MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=HANOI)


def test_the_machine_tells_the_time_with_its_offset_and_its_day() -> None:
    """Nothing is stored without knowing which hour it was."""
    clock: Clock = SystemClock()
    before = datetime.now(UTC)
    moment = clock.now()
    assert before <= moment <= datetime.now(UTC)
    assert moment.utcoffset() == moment.astimezone().utcoffset()
    assert clock.today() in {moment.date(), clock.now().date()}


def test_in_the_practice_club_the_hours_run_on_and_the_day_stays() -> None:
    """Its meeting is always in October, and takes its time."""
    seconds = iter([100.0, 100.0, 2200.0, 100_000.0])
    clock: Clock = FixedDayClock(MORNING, seconds.__next__)
    assert clock.now() == MORNING
    assert clock.now() == datetime(2026, 10, 24, 9, 5, tzinfo=HANOI)
    assert clock.now() > MORNING + timedelta(days=1)
    assert clock.today() == date(2026, 10, 24)


def test_the_practice_clock_runs_by_itself() -> None:
    """Nobody has to wind it."""
    clock = FixedDayClock(MORNING)
    assert MORNING <= clock.now() <= clock.now()


def test_a_fixed_clock_moves_only_when_told() -> None:
    """Tests say how late it is."""
    clock = FixedClock(MORNING)
    assert clock.now() == clock.now() == MORNING
    clock.advance(90)
    assert clock.now() == datetime(2026, 10, 24, 8, 31, 30, tzinfo=HANOI)
    clock.advance(24 * 3600)
    assert clock.today() == date(2026, 10, 25)


@pytest.mark.parametrize("make", [FixedClock, FixedDayClock])
def test_a_moment_without_its_offset_is_refused(make: Callable[[datetime], Clock]) -> None:
    """It could be any hour of the world."""
    with pytest.raises(ValueError, match="offset"):
        make(datetime(2026, 10, 24, 8, 30))  # noqa: DTZ001
