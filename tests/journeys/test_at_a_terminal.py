"""What the tests see is what stands at a real terminal, after every key.

The whole meeting in three sizes and both themes is `tests/meeting_at_a_terminal.py`.
"""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal", allow_module_level=True)

import sample_meeting
from meeting_at_a_terminal import held


def test_the_first_steps_look_at_a_terminal_as_they_do_here() -> None:
    assert held((100, 30), light=True, acts=sample_meeting.STEPS[:3]) > 30
