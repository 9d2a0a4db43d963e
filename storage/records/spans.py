"""From when to when a member was something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.kinds import SpanRole


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when a member was something; no end means that it is so now."""

    role: SpanRole
    group: str = ""
    """The group's name, where it is about a group."""
    since: date | None = None
    until: date | None = None
