"""Killed in a live meeting, nothing that the screen said is stored is lost, and it goes on there.

The long form with its seconds is `tests/killed_in_meeting.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal", allow_module_level=True)

from acknowledged import Stored, lost_of
from killed_in_meeting import tried
from prepared import Stage
from rendered_screen import RenderedScreen


@pytest.fixture(scope="module")
def prepared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the books of each stage are made once."""
    return tmp_path_factory.mktemp("prepared")


@pytest.mark.parametrize("stage", [Stage.PROPOSALS, Stage.COUNTING])
def test_a_kill_loses_nothing(prepared_folder: Path, stage: Stage) -> None:
    trials = tried(prepared_folder, stage, 2, seed=20261128 + stage)
    assert [trial.lost for trial in trials] == [(), ()]
    assert [trial.unsound for trial in trials] == [(), ()]
    assert [trial.told for trial in trials if trial.elsewhere] == []


def test_an_entry_that_is_not_in_the_books_is_seen_to_be_lost() -> None:
    said = [("lưu", "Tổ 1 có mặt 11 người"), ("lưu", "Tổ 2 có mặt 9 người")]
    assert list(lost_of(said, [], 0)) == ["Tổ 1 có mặt 11 người", "Tổ 2 có mặt 9 người"]
    assert list(lost_of([("lưu", "x"), ("bỏ", "x")], [], 0)) == []
    before = Stored(7, undone=False, sentences=("x", "x"))
    assert list(lost_of([("lưu", "x")], [before], 7)) == ["x"]
    assert list(lost_of([("lưu", "x")], [before], 6)) == []
    assert list(lost_of([("lưu", "x"), ("bỏ", "x")], [before], 6)) == ["taken back: x"]


def test_a_screen_shows_what_was_drawn_last() -> None:
    screen = RenderedScreen(20, 3)
    frames: list[str] = []
    screen.when_drawn = lambda: frames.append(screen.text)
    screen.feed("\x1b[?1049h\x1b[2J\x1b[1;3H\x1b[1mTổ 1\x1b[0m")
    screen.feed("\x1b[2;1HĐã lưu\x1b[?2026l\x1b[2;4Hmất\x1b[K\x1b[3;")
    screen.feed("2Hx\x1b]0;title\x07\x1b[?2026l")
    assert frames == ["  Tổ 1\nĐã lưu\n", "  Tổ 1\nĐã mất\n x"]
    assert (screen.row, screen.column) == (2, 2)
