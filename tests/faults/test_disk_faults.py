"""A disk that is full, or broken, at any call: said in a sentence, nothing lost, nothing halved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import disk_faults
import screen_faults
from failing_disk import can_fail, environment

pytestmark = pytest.mark.skipif(
    not can_fail(), reason="a disk that fails is made with a C compiler, on Linux"
)


@pytest.mark.parametrize(
    ("script", "every"),
    [
        ("meeting", 900),
        ("first", 2000),
        ("passphrase", 1000),
        ("another passphrase", 1000),
        ("no passphrase", 1000),
        ("restore", 1200),
        ("salvage", 4000),
    ],
)
def test_whatever_call_fails_nothing_accepted_is_lost(
    script: str, every: int, tmp_path: Path
) -> None:
    command = [sys.executable, disk_faults.__file__, script, "--every", str(every), "--jobs", "1"]
    ended = subprocess.run(
        command,
        env=environment(tmp_path),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "told of trouble" in ended.stdout


def test_what_is_in_a_form_stays_there_until_the_disk_takes_it(tmp_path: Path) -> None:
    command = [sys.executable, screen_faults.__file__, "1"]
    ended = subprocess.run(
        command,
        env=environment(tmp_path),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert ended.stdout == "2 runs: 0 bad\n", ended.stdout + ended.stderr
