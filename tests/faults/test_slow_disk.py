"""On a disk that keeps everyone waiting entries are taken all the same, with few waits each.

The long form with its milliseconds is `tests/slow_disk.py`.
"""

from __future__ import annotations

import pytest

from slow_disk import MILLISECONDS, compiler, timed

_MOST_SYNCS = 8
"""An entry with a digit typed before it, and the line the cursor goes to."""


@pytest.mark.skipif(compiler() is None, reason="there is no C compiler, or this is not Linux")
def test_an_entry_waits_a_few_times_for_a_slow_disk() -> None:
    seconds, syncs = timed(3, MILLISECONDS)
    assert len(seconds) == 3
    assert 1 <= syncs <= _MOST_SYNCS
