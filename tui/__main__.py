"""The command line of Chung Tay; Textual is loaded only when the screens are asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from screens.language import Language, _, speak
from tui.command_line import command_words as words
from tui.command_line.asked import WRONG_USE, Command
from tui.command_line.asked_language import asked_language
from tui.data_folder import VARIABLE as FOLDER_VARIABLE
from tui.data_folder import data_folder

if TYPE_CHECKING:
    import argparse

    from tui.command_line.commands import Outcome
    from tui.guards import GuardedApp

_FAILED = 1
_INTERRUPTED = 130
_ON_SCREEN = (Command.OPEN, Command.AUDIENCE)


def main(argv: Sequence[str] | None = None) -> int:
    """Does what the command line asks; says in one sentence what went wrong, and no more."""
    _speak_utf8()
    try:
        status = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has left; Python's own last flush must not complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except KeyboardInterrupt:
        _complain(_(words.STOPPED))
        return _INTERRUPTED
    return status


def _run(argv: Sequence[str] | None) -> int:
    asked = sys.argv[1:] if argv is None else argv
    speak(asked_language(asked, os.environ))
    if not asked and not os.environ.get(FOLDER_VARIABLE):
        # As a club opens it, every time: what understands commands would be loaded in vain.
        folder = data_folder(None, practice=False)
        return _said(lambda: _open(folder), folder)
    from tui.command_line.arguments import understood

    try:
        arguments = understood(asked, os.environ)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else WRONG_USE
    folder = data_folder(arguments.data, practice=arguments.practice)
    return _said(lambda: _carry_out(arguments, folder), folder)


def _said(work: Callable[[], int], folder: Path) -> int:
    """Does it; what goes wrong is one sentence."""
    try:
        return work()
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge: what nobody foresaw goes into the log
        _complain(_sentence(error, folder))
        return _FAILED


def _carry_out(arguments: argparse.Namespace, folder: Path) -> int:
    if arguments.command not in _ON_SCREEN:
        return _do(arguments, folder)
    audience = arguments.command is Command.AUDIENCE
    return _open(folder, audience=audience, practice=arguments.practice)


def _open(folder: Path, *, audience: bool = False, practice: bool = False) -> int:
    """Opens the books, or what the room may see of them, on the whole screen of a terminal."""
    # What is drawn goes to the third.
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        _complain(_(words.NOT_A_TERMINAL))
        return WRONG_USE
    # Textual reads this when it is imported; with its own 100 ms Esc feels stuck.
    os.environ.setdefault("ESCDELAY", "25")
    app = _audience(folder) if audience else _books(folder, practice=practice)
    app.run()
    return app.return_code or 0


def _books(folder: Path, *, practice: bool) -> GuardedApp:
    from tui.start import books_app

    return books_app(folder, practice=practice)


def _audience(folder: Path) -> GuardedApp:
    from storage.clock import SystemClock
    from tui.audience import AudienceApp

    return AudienceApp(folder, SystemClock())


def _do(arguments: argparse.Namespace, folder: Path) -> int:
    """Does what needs no screen."""
    from tui.command_line import commands

    match arguments.command:
        case Command.PAPER:
            outcome = _paper(arguments, folder)
        case Command.PRACTICE_BOOKS:
            outcome = commands.practice_books(
                arguments.folder, arguments.years, arguments.members, arguments.seed
            )
        case Command.IMPORT_MEMBERS:
            from tui.command_line.members_command import import_members

            outcome = import_members(folder, arguments.file, dry_run=arguments.dry_run)
        case Command.EXPORT_MEMBERS:
            from tui.command_line.members_command import export_members

            outcome = export_members(folder, arguments.file)
        case Command.BACKUP | Command.RESTORE:
            outcome = _of_backups(arguments, folder)
        case Command.BUNDLE | Command.GATHER | Command.GATHER_REPORT:
            outcome = _of_the_association(arguments, folder)
        case _ if arguments.code is not None:
            outcome = commands.check_paper(folder, arguments.code)
        case _:
            outcome = commands.check(folder)
    for line in outcome.lines:
        _say(line)
    return outcome.status


def _paper(arguments: argparse.Namespace, folder: Path) -> Outcome:
    from tui.command_line.paper_command import WantedMeeting, WantedPaper, make_paper, paper_list

    if arguments.list:
        return paper_list()
    wanted = WantedPaper(
        kind=arguments.kind,
        meeting=WantedMeeting(*arguments.meeting) if arguments.meeting else None,
        last_final=arguments.last,
        year=arguments.year,
        months=arguments.months,
        public=arguments.public,
        language=Language(arguments.lang or Language.VIETNAMESE),
    )
    return make_paper(folder, wanted, arguments.out)


def _of_backups(arguments: argparse.Namespace, folder: Path) -> Outcome:
    from tui.command_line.backup_commands import back_up, restore_backup

    if arguments.command is Command.BACKUP:
        return back_up(folder, arguments.onto)
    if arguments.yes or not sys.stdin.isatty():
        return restore_backup(folder, arguments.backup, _say)
    return restore_backup(folder, arguments.backup, _say, _agreed)


def _agreed(question: str) -> bool:
    return input(question).strip().casefold() in {"c", "có", "y", "yes"}


def _of_the_association(arguments: argparse.Namespace, folder: Path) -> Outcome:
    from tui.command_line.association_commands import bundle, gather, gather_report

    match arguments.command:
        case Command.BUNDLE:
            return bundle(folder, arguments.out, names=arguments.names)
        case Command.GATHER:
            return gather(arguments.database, arguments.files, _say, replace=arguments.replace)
        case _:
            return gather_report(
                arguments.database, arguments.out, arguments.year, arguments.association
            )


def _say(line: str) -> None:
    print(line, flush=True)


def _sentence(error: Exception, folder: Path) -> str:
    from screens.wording.opening import trouble_sentence
    from storage.errors import BooksError
    from tui.command_line.commands import CommandFailed
    from tui.crash_log import CrashLog

    if isinstance(error, CommandFailed):
        return str(error)
    if isinstance(error, BooksError):
        return trouble_sentence(error, folder)
    return _(words.CRASHED_AND_LOGGED if CrashLog(folder).write(error) else words.CRASHED)


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _speak_utf8() -> None:
    """A pipe on Windows has no Vietnamese letters, and a path can hold stray bytes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
