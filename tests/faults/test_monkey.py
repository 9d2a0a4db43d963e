"""Whatever is pressed, nothing ends in the log and the books stay sound."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from random import Random

import pytest

from monkey import Monkey
from printouts.printing.printers import Printers
from screens.papers import paper_page


@pytest.fixture(autouse=True)
def nothing_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It finds no printers and no viewer, and a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(paper_page, "find_printers", Printers)


# A worker that another one took the place of at once never begins.
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", [3, 7])
def test_a_monkey_at_the_keyboard_does_no_harm(seed: int, tmp_path: Path) -> None:
    asyncio.run(Monkey(tmp_path / "books", Random(seed)).press(150))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it looks at Linux's processes")
def test_raw_bytes_at_a_real_terminal_do_no_harm(tmp_path: Path) -> None:
    from monkey_terminal import TerminalMonkey

    TerminalMonkey(tmp_path / "books", Random(4)).press(200)
