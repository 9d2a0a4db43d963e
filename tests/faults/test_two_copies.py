"""Of two copies one writes, the other looks on; a killed one stands in nobody's way.

The long form is `tests/two_copies.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal", allow_module_level=True)

from two_copies import WAYS, tried


@pytest.mark.parametrize("number", range(len(WAYS)))
def test_exactly_one_writes(tmp_path: Path, number: int) -> None:
    assert tried(number, tmp_path) == []
