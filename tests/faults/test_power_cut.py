"""A power cut at any moment loses nothing that was accepted; the same harness sees others lose."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from power_cut import bad_states
from storage.tables import connection

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None,
    reason="the calls of a run are traced with strace, which is for Linux",
)


def test_no_power_cut_loses_what_was_accepted(tmp_path: Path) -> None:
    assert bad_states(tmp_path, 200, defaults=False) == 0


def test_the_same_cuts_lose_entries_with_the_usual_settings(tmp_path: Path) -> None:
    assert bad_states(tmp_path, 60, defaults=True) > 0
    assert connection.is_closed()
