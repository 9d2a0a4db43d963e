"""What the long runs share: each line that they say is seen at once."""

from __future__ import annotations

import sys


def say(line: str) -> None:
    """Says how far a run is, or what it found."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
