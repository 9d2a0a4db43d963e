"""Who has the books open, as the person who comes second is told."""

from __future__ import annotations

from datetime import datetime

from storage.records.frozen import frozen


@frozen
class Holder:
    """A copy of the program that writes these books."""

    computer: str
    user: str
    since: datetime
