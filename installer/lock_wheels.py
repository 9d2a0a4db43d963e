"""Makes and checks `lock.txt`, which names every wheel of a stick with its version and hash.

`python3 installer/lock_wheels.py` makes it anew from the ranges in pyproject.toml;
with `--check` it fetches what is named for every computer instead, and fails if one is missing
or is not the file that was locked. Only pip and a network are needed.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from targets import TARGETS, Target

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK = Path(__file__).resolve().parent / "lock.txt"
PIP = "pip>=25,<27"
"""Carried along, since the Python of many systems comes without one."""
_HEAD = """\
# Every wheel that a stick may carry, for all its computers; made by installer/lock_wheels.py.
# Do not edit: change the ranges in pyproject.toml, and run it again.
"""


def download(target: Target, folder: Path, wanted: Sequence[str]) -> None:
    """Fetches the wheels for one target into a folder.

    Raises:
        subprocess.CalledProcessError: pip finds no fitting wheel, and has said which.
    """
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--dest", str(folder)]
    subprocess.run([*command, *target.pip_options, *wanted], check=True)


def locked() -> list[str]:
    """What pip is told to take exactly what was locked."""
    return ["--no-deps", "--require-hashes", "--requirement", str(LOCK)]


def make_lock() -> str:
    """Resolves the ranges for every target; gives the text of the lock."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    # On a stick there is room for books under a passphrase, and no network to fetch it from later.
    wanted = [*project["dependencies"], *project["optional-dependencies"]["passphrase"], PIP]
    with tempfile.TemporaryDirectory() as folder:
        for target in TARGETS:
            download(target, Path(folder), wanted)
        return _HEAD + entries(Path(folder).glob("*.whl"))


def entries(wheels: Iterable[Path]) -> str:
    """What a lock says of some wheels, in the order of their names."""
    hashes: dict[tuple[str, str], set[str]] = {}
    for wheel in wheels:
        name, version = wheel.name.split("-")[:2]
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        hashes.setdefault((name.lower().replace("_", "-"), version), set()).add(digest)
    return "".join(
        _entry(name, version, digests) for (name, version), digests in sorted(hashes.items())
    )


def _entry(name: str, version: str, digests: set[str]) -> str:
    lines = [f"{name}=={version}", *(f"    --hash=sha256:{digest}" for digest in sorted(digests))]
    return " \\\n".join(lines) + "\n"


def check_lock() -> None:
    """Fetches what is locked for every target."""
    with tempfile.TemporaryDirectory() as folder:
        for target in TARGETS:
            download(target, Path(folder), locked())


def main() -> int:
    """Makes the lock, or checks it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fetch what is locked, change nothing")
    try:
        if parser.parse_args().check:
            check_lock()
        else:
            LOCK.write_text(make_lock(), encoding="utf-8")
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
