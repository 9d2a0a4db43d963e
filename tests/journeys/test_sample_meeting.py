"""The sample meeting by keys alone, from attendance to sealed minutes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from journeys import sample_meeting

from driver import driven
from storage.clock import FixedClock

MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))


async def test_the_whole_meeting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = FixedClock(MORNING)
    async with driven(tmp_path, clock, practice=True) as driver:
        await driver.until("Bắt đầu phần IV hôm nay")
        for act in sample_meeting.STEPS:
            await act(driver)
        print(driver.text())
        with capsys.disabled():
            print(f"\nkeys pressed that are no text: {driver.control_keys}")
