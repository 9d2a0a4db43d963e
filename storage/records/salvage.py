"""What could be read of damaged books."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Counts that a club can judge by, and where the damaged file is kept."""

    meetings: int
    sealed: int
    members: int
    cases: int
    pledges: int
    lost: int
    """Entries of which something was seen, but that could not be read or had lost their place."""
    aside: Path | None
