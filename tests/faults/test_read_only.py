"""Books that cannot be written are looked at; what cannot be done there is said."""

from __future__ import annotations

import pytest

import read_only
from real_cuts import can_cut


@pytest.mark.skipif(not can_cut(), reason="media are mounted for reading alone by root, on Linux")
def test_what_cannot_be_written_is_said_and_can_be_looked_at() -> None:
    assert read_only.main() == 0
