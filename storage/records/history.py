"""What was done, and the history of one record: what changed it, when, in which meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from storage.records.acts import ActKind


@dataclass(frozen=True, slots=True)
class Act:
    """One act with its values, ready to be worded.

    Values are words and numbers; a person, member or group that an act is
    about stands under "person", "member" or "group" with its name as it is now.
    """

    id: int
    kind: ActKind
    at: datetime
    values: Mapping[str, str | int] = field(default_factory=dict)
    discreet: Mapping[str, str] = field(default_factory=dict)
    """What stands in for the name of a person who did not agree to be named."""


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
