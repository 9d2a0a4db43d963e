"""What a power cut can leave of a change of the passphrase: the books as they were before it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from storage.safekeeping.private_files import remove_file, wipe

NEW = ".dang-doi-mat-khau.part"
"""The books as they shall be, while they are written."""
OLD = ".truoc-khi-doi-mat-khau.part"
"""The books as they were, until they are written over."""


def tidy(folder: Path) -> None:
    """Removes both; the books themselves are whole under the old passphrase or the new one."""
    remove_file(folder / NEW)
    with suppress(FileNotFoundError):
        wipe(folder / OLD)
