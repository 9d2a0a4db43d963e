"""The window closed, or the program stopped and let go on: what the screen showed is kept.

The long form with every way and its seconds is `tests/ended_gently.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform != "linux":
    pytest.skip("whether a program has stopped is read from /proc", allow_module_level=True)

from ended_gently import TOO_LATE, tried


@pytest.mark.parametrize("way", ["window closed", "stopped and let go on"])
def test_it_ends_with_everything_kept(tmp_path: Path, way: str) -> None:
    faults = tried(way, tmp_path, Random(20261128))
    assert [fault for fault in faults if not fault.startswith(TOO_LATE)] == []
