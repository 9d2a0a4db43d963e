"""The log of crashes: kinds and places, never a word that somebody typed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui.crash_log import CrashLog

NAME = "bà Nguyễn Thị Mùi"


def failure() -> Exception:
    """An error with a cause, both of which know a name."""
    try:
        try:
            raise KeyError(NAME)
        except KeyError as cause:
            raise RuntimeError(NAME) from cause
    except RuntimeError as error:
        return error


def test_it_tells_kinds_causes_and_places_and_nothing_else(tmp_path: Path) -> None:
    assert CrashLog(tmp_path).write(failure())
    log = (tmp_path / "chungtay.log").read_text(encoding="utf-8")
    _moment, *lines = log.splitlines()
    assert [line.strip().partition(":")[0] for line in lines] == [
        "builtins.RuntimeError",
        "tui/test_crash_log.py",
        "builtins.KeyError",
        "tui/test_crash_log.py",
    ]
    assert "Mùi" not in log
    assert str(tmp_path) not in log


def test_it_is_its_owners_alone(tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "so")
    log.write(failure())
    if sys.platform != "win32":
        assert log.path.stat().st_mode & 0o777 == 0o600


def test_a_fault_that_comes_back_adds_to_it(tmp_path: Path) -> None:
    log = CrashLog(tmp_path)
    log.write(failure())
    once = log.path.stat().st_size
    log.write(failure())
    assert log.path.stat().st_size == 2 * once


def test_it_begins_anew_before_it_fills_the_disk(tmp_path: Path) -> None:
    log = CrashLog(tmp_path)
    log.path.write_text("x" * 300_000, encoding="utf-8")
    log.write(failure())
    assert log.path.stat().st_size < 1_000


def test_an_error_that_is_its_own_cause_ends(tmp_path: Path) -> None:
    error = RuntimeError()
    other = RuntimeError()
    error.__cause__, other.__cause__ = other, error
    assert CrashLog(tmp_path).write(error)


def test_a_disk_that_takes_nothing_is_told_and_raises_nothing(tmp_path: Path) -> None:
    taken = tmp_path / "so"
    taken.write_text("", encoding="utf-8")
    assert not CrashLog(taken).write(failure())


@pytest.mark.parametrize("depth", [1, 40])
def test_every_place_is_one_line(tmp_path: Path, depth: int) -> None:
    def deeper(left: int) -> None:
        if left == 0:
            raise OSError(NAME)
        deeper(left - 1)

    with pytest.raises(OSError, match="Mùi") as caught:
        deeper(depth)
    CrashLog(tmp_path).write(caught.value)
    log = (tmp_path / "chungtay.log").read_text(encoding="utf-8")
    assert log.count(" deeper\n") == depth + 1
