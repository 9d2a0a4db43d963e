"""What the program may be asked to do, known without what reads the command line."""

from __future__ import annotations

from enum import StrEnum

WRONG_USE = 2
"""The status of a command line that cannot be understood."""


class Command(StrEnum):
    """What the program is asked to do."""

    OPEN = "open"
    AUDIENCE = "audience"
    PAPER = "paper"
    PRACTICE_BOOKS = "practice-books"
    IMPORT_MEMBERS = "import-members"
    EXPORT_MEMBERS = "export-members"
    CHECK = "check"
    BACKUP = "backup"
    RESTORE = "restore"
    BUNDLE = "bundle"
    GATHER = "gather"
    GATHER_REPORT = "gather-report"
