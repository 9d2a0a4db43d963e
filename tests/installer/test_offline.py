"""A stick installs on a computer without a network, and what it installed works there.

Made with pip's index, so it is kept out of the ordinary suite: `pytest -m stick`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from make_stick import make_stick, targets_here
from pseudo_terminal import PseudoTerminal

_PROGRAM = ".local/lib/chungtay"
_NO_NETWORK = ("unshare", "--map-root-user", "--net")


def _can_be_cut_off() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*_NO_NETWORK, "true"], capture_output=True).returncode == 0


pytestmark = [
    pytest.mark.stick,
    pytest.mark.skipif(not _can_be_cut_off(), reason="this system makes no namespace for us"),
    pytest.mark.skipif(not targets_here(), reason="a stick is not for this system or this Python"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a user who installed from a stick, without a network."""
    folder = tmp_path_factory.mktemp("stick")
    stick, home = folder / "thẻ nhớ", folder / "nhà của tôi"
    make_stick(stick, targets_here(), [])
    said = cut_off(["sh", str(stick / "cai-dat.sh"), "--home", str(home)])
    assert "Đã cài xong" in said
    # Pip was told to take what is locked and to resolve nothing: something could be missing.
    pip = next(stick.glob("wheels/pip-*.whl")) / "pip"
    assert "No broken requirements" in cut_off([home / _PROGRAM / "bin/python", pip, "check"])
    shutil.rmtree(stick)
    return home


def cut_off(command: Sequence[str | Path]) -> str:
    """Runs a command without a network; what it said."""
    # The Python of the tests comes first on the path, and must be none of this environment's.
    path = f"{sys.base_prefix}/bin{os.pathsep}{os.environ['PATH']}"
    clean = {**os.environ, "PATH": path, "PYTHONPATH": "", "PIP_INDEX_URL": "http://127.0.0.1:9"}
    ran = subprocess.run(
        [*_NO_NETWORK, *command], capture_output=True, text=True, env=clean, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_there_was_no_network() -> None:
    devices = cut_off(["cat", "/proc/net/dev"]).splitlines()[2:]
    assert [line.split(":")[0].strip() for line in devices] == ["lo"]


def test_books_are_made_and_checked_and_a_paper_is_printed(home: Path, tmp_path: Path) -> None:
    command = home / ".local/bin/chungtay"
    cut_off([command, "practice-books", tmp_path / "so", "--years", "1"])
    cut_off([command, "--data", tmp_path / "so", "check"])
    paper = tmp_path / "bien-ban.pdf"
    cut_off([command, "--data", tmp_path / "so", "paper", "minutes", "--last", "--out", paper])
    assert paper.read_bytes().startswith(b"%PDF")


def test_the_practice_club_opens(home: Path, tmp_path: Path) -> None:
    command = [*_NO_NETWORK, str(home / ".local/bin/chungtay")]
    started = (
        f"import os; os.execvp('unshare', {[*command, '--practice', '--data', str(tmp_path)]})"
    )
    with PseudoTerminal(["-c", started]) as terminal:
        terminal.read_until("Bắt đầu phần IV hôm nay")


def test_its_byte_code_is_there_before_the_first_start(home: Path) -> None:
    packages = next((home / _PROGRAM / "lib").glob("python3*/site-packages"))
    for package in ("tui", "screens", "printouts", "storage", "textual", "reportlab"):
        sources = {path.stem for path in (packages / package).glob("*.py")}
        compiled = {path.name.split(".")[0] for path in (packages / package).glob("__pycache__/*")}
        assert sources <= compiled
