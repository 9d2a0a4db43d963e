"""What was printed or written out of the books, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.records.kinds import ExportKind, ExportWay


@dataclass(frozen=True, slots=True)
class Export:
    """Personal data that lies somewhere outside the books now."""

    what: ExportKind
    file: str
    """Where the file was written; what was printed was a file first."""
    people: int = 0
    """How many it tells of, where that was counted."""
    paper: str = ""
    """Which paper, by its name on the command line."""
    way: ExportWay = ExportWay.FILE
    place: str = ""
    """The printer or the stick; empty for the usual printer."""
    copies: int = 1
    public: bool = False
    """The copy without health details and without names that nobody agreed to show."""


@dataclass(frozen=True, slots=True)
class NotedExport:
    """An entry of the log."""

    export: Export
    at: datetime
    user: str
    """Who used the computer, as it calls them; empty where it does not tell."""


@dataclass(frozen=True, slots=True)
class Exports:
    """The newest entries, and how many there are before them."""

    newest: tuple[NotedExport, ...]
    earlier: int
    second_folder: str
    """Where every backup goes too; empty for nowhere."""
