"""Killed while the passphrase changes, the books are whole under the old one or the new one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import killed_at

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each kill is a process by fork")


def test_no_kill_leaves_books_that_neither_passphrase_opens(
    small_club: Path, tmp_path: Path
) -> None:
    plain = Path(shutil.copytree(small_club, tmp_path / "plain"))
    command = [sys.executable, killed_at.__file__, str(plain), "5"]
    ended = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    told = re.fullmatch(r"(\d+) kills: 0 bad\n", ended.stdout)
    assert told is not None, ended.stdout + ended.stderr
    assert int(told[1]) > 10
