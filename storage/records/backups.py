"""A backup of the books: its file, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from storage.records.kinds import MeetingState


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup by its name; its number says how new it is, never its date."""

    path: Path
    number: int
    sealed: bool = False
    """Whether it was made at the seal of a meeting."""


@dataclass(frozen=True, slots=True)
class MeetingInBackup:
    """A meeting that a backup holds."""

    day: date
    state: MeetingState
    number: int | None
    """Of its minutes, within the year."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds, as far as it helps to choose among backups."""

    club: str
    newest: MeetingInBackup | None
    """The newest meeting that was not abandoned."""
    sealed: MeetingInBackup | None
    """The newest sealed meeting; the next seal will follow on it."""
    last_act: datetime | None
    """When the last thing was recorded in a meeting."""
    acts: int = 0
    """How many things were ever recorded, to tell how much older a backup is than the books."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a restore."""

    contents: Contents
    aside: Path | None
    """Where the books that were there before are kept; None where there were none."""
    passphrase: str = ""
    """Under which the books are now."""
