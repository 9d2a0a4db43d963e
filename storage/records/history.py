"""The history of one record: what changed it, when, and in which meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.records.acts import Act


class RecordKind(StrEnum):
    """Of what a history is told."""

    PERSON = "person"
    MEMBER = "member"
    CASE = "hardship_case"
    MATTER = "matter"
    PLEDGE = "pledge"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act on the record."""

    act: Act
    meeting_day: date | None = None
    """None where it was between meetings."""
    step: int = 0
    secretary: str = ""
    """Who kept the minutes of that meeting."""
    changed: tuple[str, ...] = ()
    """The columns of the record that were written over."""
