"""What the installer leaves on the desktop opens Chung Tay in a terminal of the right size."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import linux_entry
import windows_entry
from make_stick import SCRIPTS

_XTERM = """#!/bin/sh
printf '%s\\n' "$@"
"""
_FONTS = """#!/bin/sh
echo '/usr/share/fonts/NotoSansMono.ttf: Noto Sans Mono:style=Regular'
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with a space in its name, and the program in it."""
    folder = tmp_path / "nhà của tôi"
    python = folder / ".local/lib/chungtay/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\n")
    return folder


def test_the_menu_of_linux_opens_a_terminal_with_a_font_that_has_every_mark(
    home: Path, tmp_path: Path
) -> None:
    opener = linux_entry.make(home, home / ".local/lib/chungtay/bin/python")
    entry = (home / ".local/share/applications/chungtay.desktop").read_text(encoding="utf-8")
    assert f'Exec="{opener}"' in entry.splitlines()
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, text in (("xterm", _XTERM), ("fc-list", _FONTS)):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    (programs / "grep").symlink_to(shutil.which("grep") or "/bin/grep")
    asked = [str(opener), "--practice"]
    opened = subprocess.run(
        asked, env={"PATH": str(programs)}, capture_output=True, text=True, check=True
    )
    said = opened.stdout.splitlines()
    assert said[said.index("-geometry") + 1] == "80x24"
    assert said[said.index("-fa") + 1] == "Noto Sans Mono"
    assert said[-2:] == [str(home / ".local/lib/chungtay/bin/chungtay"), "--practice"]


def test_the_command_of_linux_starts_the_program_of_its_own_environment(home: Path) -> None:
    python = home / ".local/lib/chungtay/bin/python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    python.chmod(0o755)
    linux_entry.make(home, python)
    command = home / ".local/bin/chungtay"
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["-m", "tui", "--version"]


@pytest.mark.parametrize("terminal", ["wt.exe", None])
def test_the_shortcut_of_windows_has_the_size_and_the_profile(
    terminal: str | None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: dict[str, str] = {}

    def run(_command: list[str], *, check: bool, env: dict[str, str]) -> None:
        assert check
        told.update(env)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(shutil, "which", lambda _name: terminal)
    windows_entry.make(home, home / "python.exe")
    profiles = home / "AppData/Local/Microsoft/Windows Terminal/Fragments/ChungTay/chungtay.json"
    if terminal is None:
        assert "mode con cols=80 lines=24" in told["CHUNGTAY_ARGUMENTS"]
        assert not profiles.exists()
        return
    assert told["CHUNGTAY_TARGET"] == terminal
    assert "--size 80,24" in told["CHUNGTAY_ARGUMENTS"]
    profile: dict[str, Any] = json.loads(profiles.read_text(encoding="utf-8"))["profiles"][0]
    assert profile["commandline"] == f'"{home / "python.exe"}" -m tui'
    assert profile["font"]["face"] == "Cascadia Mono"


def test_what_windows_reads_ends_its_lines_as_windows_does() -> None:
    """cmd.exe loses its labels in lines that end as on Linux."""
    for name in ("cai-dat.bat", "DOC-TRUOC.txt"):
        written = (SCRIPTS / name).read_bytes()
        assert written.count(b"\n") == written.count(b"\r\n") > 0
