"""Meetings at dates that no clock should say: everything is made, and stays in its order."""

from __future__ import annotations

from pathlib import Path

from wrong_clocks import DATES, hold_meetings


def test_papers_and_order_at_the_ends_of_time(tmp_path: Path) -> None:
    """All eleven dates are held by the long form."""
    assert list(hold_meetings(tmp_path / "books", DATES[:2])) == []
