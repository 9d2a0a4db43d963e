"""What can be asked on the command line, and how it is understood."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import NoReturn

from screens.language import Language, _
from tui import __version__
from tui.command_line import argument_types as types
from tui.command_line import command_words as words
from tui.command_line.asked import WRONG_USE, Command
from tui.command_line.asked_language import OPTION as LANGUAGE_OPTION
from tui.command_line.vietnamese_argparse import vietnamese_argparse
from tui.data_folder import VARIABLE


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with the way to more."""

    def error(self, message: str) -> NoReturn:
        """Ends with the sentence alone; the whole usage would bury it."""
        self.exit(WRONG_USE, _(words.WRONG_USE).format(what=message, command=self.prog) + "\n")


def understood(
    arguments: Sequence[str] | None, environment: Mapping[str, str]
) -> argparse.Namespace:
    """The command line in parts.

    Raises:
        SystemExit: it was wrong, or only asked for help; that is said already.
    """
    with vietnamese_argparse():
        parser = _parser(environment.get(VARIABLE) or None)
        found = parser.parse_args(arguments)
        if found.audience and found.command is not Command.OPEN:
            parser.error(_(words.AUDIENCE_ALONE))
    if found.audience:
        found.command = Command.AUDIENCE
    return found


def _parser(usual_folder: str | None) -> _Parser:
    parser = _Parser(prog="chungtay", description=_(words.DESCRIPTION), allow_abbrev=False)
    parser.set_defaults(command=Command.OPEN, lang=None)
    _add_common(parser, data=usual_folder, practice=False)
    parser.add_argument("--audience", action="store_true", help=_(words.HELP_AUDIENCE))
    parser.add_argument(
        "--version",
        action="version",
        version=f"chungtay {__version__}",
        help=_(words.HELP_VERSION),
    )
    commands = parser.add_subparsers(title=_(words.COMMANDS), metavar=_(words.COMMAND))
    _add_paper(commands.add_parser("paper", help=_(words.HELP_PAPER), allow_abbrev=False))
    _add_practice_books(
        commands.add_parser("practice-books", help=_(words.HELP_PRACTICE_BOOKS), allow_abbrev=False)
    )
    _add_members(commands.add_parser("members", help=_(words.HELP_MEMBERS), allow_abbrev=False))
    check = commands.add_parser("check", help=_(words.HELP_CHECK), allow_abbrev=False)
    check.set_defaults(command=Command.CHECK)
    check.add_argument("--code", metavar=_(words.CODE), help=_(words.HELP_CODE))
    _add_common(check)
    _add_backup(commands.add_parser("backup", help=_(words.HELP_BACKUP), allow_abbrev=False))
    _add_restore(commands.add_parser("restore", help=_(words.HELP_RESTORE), allow_abbrev=False))
    _add_bundle(commands.add_parser("bundle", help=_(words.HELP_BUNDLE), allow_abbrev=False))
    _add_gather(commands.add_parser("gather", help=_(words.HELP_GATHER), allow_abbrev=False))
    _add_gather_report(
        commands.add_parser("gather-report", help=_(words.HELP_GATHER_REPORT), allow_abbrev=False)
    )
    return parser


def _add_common(
    parser: argparse.ArgumentParser,
    data: str | None = argparse.SUPPRESS,
    practice: bool | str = argparse.SUPPRESS,
) -> None:
    """The options that may stand before a command or after it.

    Only the outer parser has defaults: those of an inner one would overwrite what was said
    before the command.
    """
    parser.add_argument(
        "--data",
        metavar=_(words.FOLDER),
        type=types.path,
        default=data,
        help=_(words.HELP_DATA),
    )
    parser.add_argument(
        "--practice",
        action="store_true",
        default=practice,
        help=_(words.HELP_PRACTICE),
    )
    _add_language(parser)


def _add_language(parser: argparse.ArgumentParser) -> None:
    """What is said here is spoken already; papers may want to know that it was said."""
    parser.add_argument(
        LANGUAGE_OPTION,
        choices=[str(language) for language in Language],
        default=argparse.SUPPRESS,
        help=_(words.HELP_LANGUAGE),
    )


def _add_paper(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=Command.PAPER)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "kind", metavar=_(words.PAPER), type=types.kind, nargs="?", help=_(words.HELP_KIND)
    )
    what.add_argument("--list", action="store_true", help=_(words.HELP_LIST))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--last", action="store_true", help=_(words.HELP_LAST))
    which.add_argument(
        "--meeting", metavar=_(words.MEETING), type=types.meeting, help=_(words.HELP_MEETING)
    )
    which.add_argument("--year", metavar=_(words.YEAR), type=types.year, help=_(words.HELP_YEAR))
    parser.add_argument(
        "--months", metavar=_(words.MONTHS), type=types.months, help=_(words.HELP_MONTHS)
    )
    parser.add_argument("--out", metavar=_(words.FILE), type=types.file, help=_(words.HELP_OUT))
    parser.add_argument("--public", action="store_true", help=_(words.HELP_PUBLIC))
    _add_common(parser)


def _add_practice_books(parser: argparse.ArgumentParser) -> None:
    _add_language(parser)
    parser.set_defaults(command=Command.PRACTICE_BOOKS)
    parser.add_argument(
        "folder",
        metavar=_(words.FOLDER),
        type=types.path,
        help=_(words.HELP_PRACTICE_FOLDER),
    )
    number = _(words.NUMBER)
    parser.add_argument(
        "--years", metavar=number, type=types.years, default=1, help=_(words.HELP_YEARS)
    )
    parser.add_argument(
        "--members",
        metavar=number,
        type=types.members,
        default=types.USUAL_MEMBERS,
        help=_(words.HELP_MEMBERS_NUMBER),
    )
    parser.add_argument(
        "--seed", metavar=number, type=types.seed, default=1, help=_(words.HELP_SEED)
    )


def _add_members(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(
        title=_(words.MEMBERS_DEEDS), metavar=_(words.DEED), dest="deed", required=True
    )
    taken = deeds.add_parser("import", help=_(words.HELP_IMPORT), allow_abbrev=False)
    taken.set_defaults(command=Command.IMPORT_MEMBERS)
    taken.add_argument(
        "file", metavar=_(words.LIST_FILE), type=types.path, help=_(words.HELP_IMPORT_FILE)
    )
    taken.add_argument("--dry-run", action="store_true", help=_(words.HELP_DRY_RUN))
    _add_common(taken)
    written = deeds.add_parser("export", help=_(words.HELP_EXPORT), allow_abbrev=False)
    written.set_defaults(command=Command.EXPORT_MEMBERS)
    written.add_argument(
        "file", metavar=_(words.SHEET_FILE), type=types.file, help=_(words.HELP_EXPORT_FILE)
    )
    _add_common(written)


def _add_backup(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=Command.BACKUP)
    parser.add_argument(
        "onto",
        metavar=_(words.FOLDER),
        type=types.path,
        nargs="?",
        help=_(words.HELP_BACKUP_FOLDER),
    )
    _add_common(parser)


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=Command.RESTORE)
    parser.add_argument(
        "backup", metavar=_(words.BACKUP), type=types.path, help=_(words.HELP_RESTORE_BACKUP)
    )
    parser.add_argument("--yes", action="store_true", help=_(words.HELP_YES))
    _add_common(parser)


def _add_bundle(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=Command.BUNDLE)
    parser.add_argument(
        "--out",
        metavar=_(words.BUNDLE_FILE),
        type=types.file,
        required=True,
        help=_(words.HELP_BUNDLE_OUT),
    )
    parser.add_argument("--names", action="store_true", help=_(words.HELP_NAMES))
    _add_common(parser)


def _add_gather(parser: argparse.ArgumentParser) -> None:
    _add_language(parser)
    parser.set_defaults(command=Command.GATHER)
    parser.add_argument("database", metavar=_(words.DATABASE), help=_(words.HELP_DATABASE))
    parser.add_argument(
        "files",
        metavar=_(words.BUNDLE_FILE),
        type=types.path,
        nargs="+",
        help=_(words.HELP_GATHER_FILES),
    )
    parser.add_argument("--replace", action="store_true", help=_(words.HELP_REPLACE))


def _add_gather_report(parser: argparse.ArgumentParser) -> None:
    _add_language(parser)
    parser.set_defaults(command=Command.GATHER_REPORT)
    parser.add_argument("database", metavar=_(words.DATABASE), help=_(words.HELP_DATABASE))
    parser.add_argument(
        "--out",
        metavar=_(words.REPORT_FILE),
        type=types.report,
        required=True,
        help=_(words.HELP_GATHER_REPORT_OUT),
    )
    parser.add_argument(
        "--year", metavar=_(words.YEAR), type=types.year, help=_(words.HELP_GATHER_YEAR)
    )
    parser.add_argument(
        "--association",
        metavar=_(words.ASSOCIATION),
        default="",
        help=_(words.HELP_ASSOCIATION),
    )
