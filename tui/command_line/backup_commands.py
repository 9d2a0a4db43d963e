"""`chungtay backup` and `restore`: a copy of the books, and a copy in their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from screens.language import _
from screens.wording.backup import lost_words, newest_words, restored_words
from storage.database import FILE_NAME
from storage.records.backups import BackupFile
from storage.records.exports import Export
from storage.records.kinds import ExportKind
from storage.safekeeping.backup_checks import books_now, look_into
from storage.safekeeping.restoring import restore
from tui.command_line import command_words as words
from tui.command_line.commands import Outcome, opened, with_passphrase


def back_up(folder: Path, onto: Path | None) -> Outcome:
    """Makes a verified backup beside the books, or in a folder of its own on a stick."""
    with opened(folder) as books:
        made = books.backups.make() if onto is None else books.backups.make_on(onto)
        if onto is not None and made is not None:
            books.exports.note(Export(ExportKind.BACKUP, str(made.path)))
    return Outcome((_told(made),))


def _told(made: BackupFile | None) -> str:
    if made is None:
        return _(words.NOTHING_TO_BACK_UP)
    return _(words.BACKED_UP).format(file=made.path)


def restore_backup(
    folder: Path,
    backup: Path,
    say: Callable[[str], None],
    agreed: Callable[[str], bool] = lambda _question: True,
) -> Outcome:
    """Puts a backup in the place of the books of a folder, which may have none.

    What is in it, and what the books would no longer have, is said before.
    """

    def work(given: str) -> Outcome:
        contents = look_into(backup, given)
        say(_(words.IN_BACKUP).format(club=contents.club, newest=newest_words(contents)))
        lost = lost_words(contents, books_now(folder / FILE_NAME, given))
        if lost:
            say(lost)
        if not agreed(_(words.RESTORE_ASKED)):
            return Outcome((_(words.NOT_RESTORED),), status=1)
        return Outcome((restored_words(restore(folder, backup, given)),))

    return with_passphrase(work)
