"""The lock names every wheel with its hash, and fits what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from lock_wheels import CHECKOUT, LOCK, PIP

_ENTRY = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+) \\\n(?P<hashes>(?:    --hash=.*\n)+)")
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


@pytest.fixture(scope="module")
def versions() -> dict[str, str]:
    """What is locked, by name; every line of the lock has been read."""
    text = LOCK.read_text(encoding="utf-8")
    _head, _newline, rest = text.partition("again.\n")
    found: dict[str, str] = {}
    while rest:
        entry = _ENTRY.match(rest)
        assert entry is not None, rest[:80]
        assert all(map(_HASH.fullmatch, entry["hashes"].splitlines()))
        found[entry["name"]] = entry["version"]
        rest = rest[entry.end() :]
    return found


def test_it_fits_the_ranges_of_the_project(versions: dict[str, str]) -> None:
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    for asked in [*tomllib.loads(text)["project"]["dependencies"], PIP]:
        wanted = Requirement(asked)
        assert versions[canonicalize_name(wanted.name)] in wanted.specifier, asked
