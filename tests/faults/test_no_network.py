"""Nothing leaves the machine, whatever the program does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[1] / "offline_program.py"


def test_no_connection_leaves_the_machine(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path / "books")],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://example.invalid')",
        "import socket; socket.gethostbyname('example.invalid')",
    ],
)
def test_the_refusal_itself_refuses(attempt: str) -> None:
    program = f"import sys, offline_program as o; sys.addaudithook(o._refuse); {attempt}"
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=PROGRAM.parent,
    )
    assert ended.returncode == 1
    assert "no network" in ended.stderr
