"""The printers: listed with the default one, chosen, given copies, found stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from printouts.printing import windows_printing
from printouts.printing.printer import Sent, print_document
from printouts.printing.printers import Printers, find_printers

LPSTAT = """#!/bin/sh
case "$1" in
  -e) printf 'Canon_LBP\\nPhong_hop\\n' ;;
  -d) echo 'system default destination: Phong_hop' ;;
  -p) echo "printer $2 {state} since Sat 24 Oct 2026" ;;
esac
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper."""
    path = tmp_path / "phieu.pdf"
    path.write_bytes(b"%PDF-")
    return path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that alone is looked into for programs."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, text: str) -> None:
    """Puts a program into the folder."""
    (folder / name).write_text(text, encoding="utf-8")
    (folder / name).chmod(0o700)


def test_the_printers_and_which_is_the_default(path: Path) -> None:
    program(path, "lpstat", LPSTAT.format(state="is idle.  enabled"))
    assert find_printers() == Printers(("Canon_LBP", "Phong_hop"), "Phong_hop")


def test_without_cups_there_are_no_printers(path: Path) -> None:
    assert find_printers() == Printers()


@pytest.mark.parametrize(
    ("state", "sent"),
    [("is idle.  enabled", Sent.PRINTED), ("disabled", Sent.WAITING)],
)
def test_a_paper_goes_to_the_chosen_printer_in_copies(
    path: Path, paper: Path, state: str, sent: Sent
) -> None:
    program(path, "lpstat", LPSTAT.format(state=state))
    lp = f'#!/bin/sh\necho "$*" > {path}/words\necho "request id is Canon_LBP-7 (1 file(s))"\n'
    program(path, "lp", lp)
    assert print_document(paper, "Canon_LBP", 2) is sent
    words = (path / "words").read_text(encoding="utf-8").strip()
    assert words == f"-o media=A4 -d Canon_LBP -n2 {paper}"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """A Windows whose PDFs are shown by a program without a print verb; what it was asked."""
    asked: list[tuple[object, ...]] = []

    def start(*words: object) -> None:
        asked.append(words)
        if len(words) > 1:
            raise OSError(1155, "no application is associated")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", start, raising=False)
    return asked


def test_on_windows_sumatra_prints_where_there_is_no_verb(
    windows: list[tuple[object, ...]], paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sumatra = tmp_path / "SumatraPDF" / "SumatraPDF.exe"
    sumatra.parent.mkdir()
    sumatra.touch()
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(windows_printing, "default_printer", lambda: "HP")
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    assert print_document(paper, "", 2) is Sent.PRINTED
    assert commands == [
        [
            str(sumatra),
            "-print-to",
            "HP",
            "-print-settings",
            "fit,paper=A4,2x",
            "-silent",
            str(paper),
        ]
    ]
    assert windows == [(paper, "print")]


def test_on_windows_a_printer_that_was_chosen_is_named_to_the_verb(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", lambda *words: asked.append(words), raising=False)
    assert print_document(paper, "Canon LBP", 2) is Sent.PRINTED
    assert asked == [(paper, "printto", '"Canon LBP"')] * 2
