"""A finished paper becomes a file: whole or not at all, private, and never over a path."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from printouts.printing.files import write_document
from storage.errors import Trouble, TroubleKind


def test_a_paper_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        written = write_document(tmp_path / "mới" / "nữa", "biên bản.pdf", b"%PDF-1")
    finally:
        os.umask(umask)
    assert written.read_bytes() == b"%PDF-1"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert stat.S_IMODE(written.parent.stat().st_mode) == 0o700


def test_a_paper_replaces_the_one_before_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_document(tmp_path, "a.pdf", b"first and longer")
    write_document(tmp_path, "a.pdf", b"second")
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"second"


@pytest.mark.usefixtures("folders_unsynced")
def test_a_stick_that_cannot_sync_folders_takes_a_paper(tmp_path: Path) -> None:
    assert write_document(tmp_path, "a.pdf", b"whole").read_bytes() == b"whole"


@pytest.mark.parametrize("name", ["", ".", "..", "../a.pdf", "/a.pdf", "a\\b.pdf", "a\0.pdf"])
def test_a_name_is_never_a_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a plain file name"):
        write_document(tmp_path, name, b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, TroubleKind.DISK_FULL),
        (errno.EROFS, TroubleKind.READ_ONLY),
        (errno.EACCES, TroubleKind.READ_ONLY),
        (errno.EIO, TroubleKind.DISK_ERROR),
    ],
)
def test_a_disk_that_fails_keeps_the_paper_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: TroubleKind
) -> None:
    write_document(tmp_path, "a.pdf", b"whole")

    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Trouble) as caught:
        write_document(tmp_path, "a.pdf", b"half")
    assert caught.value.kind is kind
    assert caught.value.values == {"file": str(tmp_path / "a.pdf")}
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"whole"
