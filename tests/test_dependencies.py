"""Every dependency stands with its reason and its licence beside it."""

from __future__ import annotations

import re
from pathlib import Path

_PROJECT = Path(__file__).parent.parent / "pyproject.toml"
_LISTS = re.compile(
    r"^(?:dependencies|passphrase|postgresql|dev) = \[\n(.*?)^\]", re.MULTILINE | re.DOTALL
)
_REASON = re.compile(r"#.*\b(?:MIT|BSD|Apache-2\.0|MPL-2\.0|Zlib|LGPL-3\.0)\b", re.DOTALL)


def test_each_has_a_reason_and_a_licence() -> None:
    lists = _LISTS.findall(_PROJECT.read_text(encoding="utf-8"))
    entries = [
        entry for each in lists for entry in re.findall(r"((?:    #.*\n)*)    \"(.+)\"", each)
    ]
    assert len(lists) == 4
    assert len(entries) > 15
    assert [name for reason, name in entries if not _REASON.search(reason)] == []
