"""What lies about in plain beside books under a passphrase: older backups and papers."""

from __future__ import annotations

from pathlib import Path

from storage.passphrase.cipher import is_plain
from storage.records.plain_copies import PlainCopies
from storage.safekeeping.backup import FOLDER, STICK_FOLDER, found
from storage.safekeeping.private_files import wipe
from storage.safekeeping.restoring import kept_aside

PAPERS = "giay-to"
"""Where the papers lie, beside the books; they stay there and can be sent once more."""


def plain_copies(folder: Path, second: str = "") -> PlainCopies:
    """What anybody can read who gets at the books' folder, or at the second one for backups."""
    backups = [*found(folder / FOLDER), *kept_aside(folder)]
    if second:
        backups += found(Path(second) / STICK_FOLDER)
    papers = folder / PAPERS
    return PlainCopies(
        books=tuple(file.path for file in backups if is_plain(file.path)),
        papers=tuple(sorted(path for path in papers.rglob("*") if path.is_file()))
        if papers.is_dir()
        else (),
    )


def remove_plain_copies(copies: PlainCopies) -> None:
    """Writes over all of them, and removes them.

    Raises:
        OSError: the disk does not let one go.
    """
    for path in (*copies.books, *copies.papers):
        wipe(path)
