"""What the tests of screens share."""

from __future__ import annotations

import pytest

from tui import app


@pytest.fixture(autouse=True)
def not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some of their books are led to a state by single rows, which the whole look would name.

    What it finds in damaged books, and that it finds nothing in sound ones, is tested by itself.
    """
    monkeypatch.setattr(app, "whole_look", list)
