"""USB sticks: found where the system mounts them, and given a paper that is read back."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from files_and_faults import failing
from printouts.printing import sticks as module
from printouts.printing.sticks import copy_to_stick, locked, sticks
from storage.errors import Trouble, TroubleKind


@pytest.mark.skipif(os.name == "nt", reason="drives have letters there")
def test_a_stick_is_a_folder_on_which_something_is_mounted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("KINGSTON", "leftover"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(module, "_roots", lambda: (tmp_path / "none", tmp_path))
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "KINGSTON")
    assert sticks() == (tmp_path / "KINGSTON",)


def test_a_copy_is_what_it_was_made_from(tmp_path: Path) -> None:
    path = copy_to_stick(tmp_path, "bien-ban.pdf", b"%PDF-1.7")
    assert path == tmp_path / "bien-ban.pdf"
    assert path.read_bytes() == b"%PDF-1.7"


def test_a_stick_that_gives_back_something_else_is_said_to_be_faulty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"")
    with pytest.raises(Trouble) as trouble:
        copy_to_stick(tmp_path, "bien-ban.pdf", b"%PDF-1.7")
    assert trouble.value.kind is TroubleKind.STICK_FAILED


def test_a_stick_that_is_pulled_out_is_said_to_be_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_path: Path) -> bytes:
        raise OSError

    monkeypatch.setattr(Path, "read_bytes", gone)
    with pytest.raises(Trouble) as trouble:
        copy_to_stick(tmp_path, "bien-ban.pdf", b"%PDF-1.7")
    assert trouble.value.kind is TroubleKind.STICK_GONE


def test_a_stick_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        copy_to_stick(tmp_path / "KINGSTON", "bien-ban.pdf", b"%PDF-1.7")
    assert trouble.value.kind is TroubleKind.STICK_GONE
    assert list(tmp_path.iterdir()) == []


def test_a_stick_without_room_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    with pytest.raises(Trouble) as trouble:
        copy_to_stick(tmp_path, "bien-ban.pdf", b"%PDF-1.7")
    assert trouble.value.kind is TroubleKind.STICK_FULL
    assert list(tmp_path.iterdir()) == []


def test_a_locked_stick_is_found_and_said_to_be_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert locked(tmp_path)
    monkeypatch.setattr(os, "fsync", failing(errno.EROFS))
    with pytest.raises(Trouble) as trouble:
        copy_to_stick(tmp_path, "bien-ban.pdf", b"%PDF-1.7")
    assert trouble.value.kind is TroubleKind.STICK_LOCKED
    assert trouble.value.values == {"place": tmp_path.name}
