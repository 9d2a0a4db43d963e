"""How large what a club installs is: the program and all that it needs, without the extras."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import printouts
import screens
import storage
import tui
from benchmarks.alternating import Row

_MEGABYTE = 1024 * 1024
_NAME = re.compile(r"[\w.-]+")


def installed_set() -> Row:
    """The size on the disk, byte code included where it lies there."""
    ours = sum(
        path.stat().st_size
        for package in (storage, printouts, screens, tui)
        for path in Path(package.__path__[0]).rglob("*")
        if path.is_file()
    )
    needed = _needed("chung-tay")
    needed.pop("chung-tay")
    total = ours + sum(map(_size, needed.values()))
    what = f"the installed set ({ours / _MEGABYTE:.1f} MB of ours, {len(needed)} packages)"
    return Row(what, total / _MEGABYTE, 0, "MB")


def _needed(name: str) -> dict[str, Distribution]:
    """The packages that this one needs, and those that they need; extras left out."""
    found: dict[str, Distribution] = {}
    pending = [name]
    while pending:
        wanted = pending.pop()
        if wanted in found:
            continue
        found[wanted] = distribution(wanted)
        for requirement in found[wanted].requires or ():
            named = _NAME.match(requirement)
            if named and ";" not in requirement:
                pending.append(named.group())
    return found


def _size(package: Distribution) -> int:
    paths = (Path(str(file.locate())) for file in package.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())
