"""A power cut at any moment loses nothing that was accepted; the same harness sees others lose."""

from __future__ import annotations

import shutil
import sys

import pytest

import real_cuts
from power_cut import bad_states

traced = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None,
    reason="the calls of a run are traced with strace, which is for Linux",
)


@traced
@pytest.mark.parametrize(("run", "states"), [("entries", 60), ("first", 12), ("passphrase", 8)])
def test_no_power_cut_loses_what_was_accepted(run: str, states: int) -> None:
    assert bad_states(run, states).bad == 0


@traced
def test_the_same_cuts_lose_entries_with_the_usual_settings() -> None:
    assert bad_states("defaults", 40).bad > 0


@pytest.mark.skipif(not real_cuts.can_cut(), reason="a file system is shut down by root, on Linux")
def test_a_real_file_system_without_power_keeps_what_was_accepted() -> None:
    assert real_cuts.main(["3"]) == 0
    assert real_cuts.main(["3", "--defaults"]) == 1
