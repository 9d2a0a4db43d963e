"""Who is present at a meeting without being a member."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """Someone who is present without being a member (S6)."""

    id: int
    name: str
    position: str = ""
