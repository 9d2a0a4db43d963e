"""The check code of a paper in hand: which sealed paper of the club bears it, if any does."""

from __future__ import annotations

import re

from storage.records.paper_codes import PaperFound
from storage.safekeeping.checking import seal_findings
from storage.sealing.seal import check_code
from storage.sealing.seal_chain import links
from storage.tables import MinutesRow

_NO_SYMBOL = re.compile(r"[^0-9A-Z]")
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
"""Letters that the code does not have, and that are read for figures."""
_LENGTH = 12


def readable(code: str) -> bool:
    """Whether something typed off a paper can be a code at all."""
    return len(_plain(code)) == _LENGTH


def paper_of_code(code: str) -> PaperFound | None:
    """The sealed minutes or the addendum of this code; None where there is none."""
    wanted = _plain(code)
    bearing = (link for link, _follows in links() if _plain(check_code(link.digest)) == wanted)
    link = next(bearing, None)
    if link is None:
        return None
    return PaperFound(
        code=check_code(link.digest),
        day=link.meeting.day,
        number=link.meeting.number,
        addendum=None if isinstance(link, MinutesRow) else link.number,
        sound=not seal_findings(link),
    )


def _plain(code: str) -> str:
    return _NO_SYMBOL.sub("", code.upper()).translate(_MISREAD)
