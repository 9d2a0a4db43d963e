"""What a power cut or a broken disk can leave: books on the way, or before a new passphrase."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from storage.safekeeping.private_files import wipe

NEW = ".dang-doi-mat-khau.part"
"""The books as they shall be, while they are written."""
OLD = ".truoc-khi-doi-mat-khau.part"
"""The books as they were, until they are written over."""


_ON_THE_WAY = re.compile(r"(\.dang-|\.da-|chungtay\.db).*\.part(-wal|-shm|-journal)?")
"""Books in the making: of a restore, a salvage, a first start, a change of the passphrase."""


def tidy(folder: Path) -> None:
    """Removes them; the books themselves are whole, as they were or as they were to be.

    The caller holds the lock: nobody else is making any.
    """
    with suppress(FileNotFoundError):
        wipe(folder / OLD)
    for path in folder.iterdir():
        if _ON_THE_WAY.fullmatch(path.name):
            path.unlink(missing_ok=True)
