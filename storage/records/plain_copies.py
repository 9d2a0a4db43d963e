"""Copies of what the books hold that no passphrase guards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PlainCopies:
    """What lies about in plain."""

    books: tuple[Path, ...] = ()
    """Backups, and books kept aside at a restore."""
    papers: tuple[Path, ...] = ()
    """Made for printing."""

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.books or self.papers)
