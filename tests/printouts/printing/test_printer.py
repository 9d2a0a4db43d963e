"""A finished paper reaches a file, a printer or a viewer, or says that there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from printouts.printing import printer
from printouts.printing.files import write_document
from printouts.printing.printer import NoPrinter, Sent, open_document, print_document

Programs = Callable[..., Path]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper with a name that a shell would take apart."""
    return write_document(tmp_path / "giấy tờ", "biên bản $(05); & 'tháng 10'.pdf", b"%PDF-")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Puts programs of this name and end code, and no others, on the path of a desktop."""
    folder = tmp_path / "programs"
    folder.mkdir()
    log = tmp_path / "calls"
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":0")

    def put(**codes: int) -> Path:
        for name, code in codes.items():
            program = folder / name.replace("_", "-")
            program.write_text(
                f'#!/bin/sh\necho "{program.name}|$*" >> "{log}"\nexit {code}\n',
                encoding="utf-8",
            )
            program.chmod(0o700)
        return log

    return put


def calls(log: Path) -> list[str]:
    """The programs that were started, each with its words."""
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def test_a_printer_is_given_the_paper_as_one_word(paper: Path, programs: Programs) -> None:
    log = programs(lp=0, lpr=0, xdg_open=0)
    assert print_document(paper) is Sent.PRINTED
    assert calls(log) == [f"lp|-o media=A4 {paper}"]


def test_without_lp_there_is_lpr(paper: Path, programs: Programs) -> None:
    log = programs(lpr=0)
    assert print_document(paper) is Sent.PRINTED
    assert calls(log) == [f"lpr|-o media=A4 {paper}"]


def test_without_a_printer_a_viewer_opens_the_paper(paper: Path, programs: Programs) -> None:
    log = programs(lp=1, xdg_open=0)
    assert print_document(paper) is Sent.OPENED
    assert calls(log) == [f"lp|-o media=A4 {paper}", f"xdg-open|{paper}"]


def test_a_printer_that_does_not_answer_is_left(
    paper: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = programs(lp=0, lpr=0, xdg_open=0)

    def hang(command: list[str], *, timeout: float, **_: object) -> None:
        assert timeout <= 15
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", hang)
    assert print_document(paper) is Sent.OPENED
    # Not with the other spooler: the first may still print it.
    assert calls(log) == [f"xdg-open|{paper}"]


def test_with_nothing_at_hand_there_is_no_printer(paper: Path, programs: Programs) -> None:
    programs()
    with pytest.raises(NoPrinter) as caught:
        print_document(paper)
    assert caught.value.document == paper


def test_a_viewer_that_gives_up_is_no_viewer(paper: Path, programs: Programs) -> None:
    programs(xdg_open=3)
    with pytest.raises(NoPrinter, match="ended with code 3"):
        open_document(paper)


def test_a_viewer_that_stays_open_is_left_alone(
    paper: Path, programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(xdg_open=0)
    pipe = tmp_path / "open until written to"
    os.mkfifo(pipe)
    viewer = tmp_path / "programs" / "xdg-open"
    viewer.write_text(f'#!/bin/sh\nread line < "{pipe}"\n', encoding="utf-8")
    monkeypatch.setattr(printer, "_SECONDS_TO_REFUSE", 0.01)
    open_document(paper)
    pipe.write_text("closed\n", encoding="utf-8")


def test_without_a_desktop_no_viewer_is_started(
    paper: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = programs(xdg_open=0)
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(NoPrinter):
        open_document(paper)
    assert calls(log) == []


def test_on_a_mac_the_viewer_is_open(
    paper: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = programs(open=0)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.delenv("DISPLAY")
    assert print_document(paper) is Sent.OPENED
    assert calls(log) == [f"open|{paper}"]


def test_on_windows_the_paper_is_handed_to_the_shell_verb(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", lambda *words: asked.append(words), raising=False)
    assert print_document(paper) is Sent.PRINTED
    open_document(paper)
    assert asked == [(paper, "print"), (paper,)]


def test_on_windows_without_a_printing_program_it_is_opened(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def start(*words: object) -> None:
        asked.append(words)
        if "print" in words:
            raise OSError(1155, "no application is associated")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", start, raising=False)
    assert print_document(paper) is Sent.OPENED
    assert asked == [(paper, "print"), (paper,)]


def test_the_printer_needs_no_reportlab() -> None:
    program = "import sys, printouts.printing.printer; print('reportlab' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ended.stdout.strip() == b"False"
