"""The club's abbreviations written out, for papers that those read who do not know them."""

from __future__ import annotations

import re

_IN_FULL = {
    "CLB": "câu lạc bộ",
    "TNV": "tình nguyện viên",
    "NCT": "người cao tuổi",
    "BHYT": "bảo hiểm y tế",
    "TV": "thành viên",
}
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(_IN_FULL)})\b")


def in_full(text: str) -> str:
    """The text with every abbreviation of the club's written out."""
    return _ABBREVIATION.sub(lambda found: _IN_FULL[found[0]], text)
