"""Files that are wrong, hostile or no files: taken whole or refused, in little time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hostile_imports import right_letters, tried_files
from storage.errors import Refusal, RefusalKind
from storage.importing.reading import read_sheets


@pytest.mark.skipif(sys.platform != "linux", reason="each file is tried in a process of its own")
def test_no_file_harms_the_club(tmp_path: Path) -> None:
    """Every other kind; the long form tries all, again and again."""
    assert [each for each in tried_files(40, 5, tmp_path) if each.wrong] == []


def test_old_codes_and_fonts_come_in_with_their_letters(tmp_path: Path) -> None:
    assert list(right_letters(tmp_path)) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "endless.xlsx").symlink_to("/dev/zero")
    for name in ("pipe.xlsx", "endless.xlsx"):
        with pytest.raises(Refusal) as refusal:
            read_sheets(tmp_path / name)
        assert refusal.value.kind is RefusalKind.FILE_UNREADABLE
