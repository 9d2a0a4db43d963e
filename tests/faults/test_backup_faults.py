"""A backup that is killed, or whose stick is pulled out, leaves a whole one or none.

The long form, with a full disk too, is `tests/backup_faults.py`.
"""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("processes are forked", allow_module_level=True)

from backup_faults import results


def test_no_half_backup_and_no_false_done() -> None:
    told = results(8, ("killed", "stick pulled"))
    assert {way: result.faults for way, result in told.items()} == {
        "killed": [],
        "stick pulled": [],
    }
    assert all(result.tries == 8 for result in told.values())
