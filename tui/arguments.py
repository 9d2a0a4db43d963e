"""What can be asked on the command line, and how it is understood."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from screens.language import _
from tui import __version__
from tui import command_words as words
from tui.data_folder import VARIABLE

WRONG_USE = 2
"""The status of a command line that cannot be understood."""
_MOST_YEARS = 100
_USUAL_MEMBERS = 58
_FEWEST_MEMBERS, _MOST_MEMBERS = 40, 150
"""An invented need can ask for ten of them, and a group for several."""
_YEAR = re.compile(r"[1-9][0-9]{3}")
_MONTHS = re.compile(r"([0-9]{1,2})(?:-([0-9]{1,2}))?")
_MEETING = re.compile(r"([0-9]{4})-(0?[1-9]|1[0-2])(?:-([1-9][0-9]{0,2}))?")


class Command(StrEnum):
    """What the program is asked to do."""

    OPEN = "open"
    AUDIENCE = "audience"
    PAPER = "paper"
    PRACTICE_BOOKS = "practice-books"
    IMPORT_MEMBERS = "import-members"
    EXPORT_MEMBERS = "export-members"
    CHECK = "check"
    RESTORE = "restore"


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
    with words.vietnamese_argparse():
        parser = _parser(environment.get(VARIABLE) or None)
        found = parser.parse_args(arguments)
        if found.audience and found.command is not Command.OPEN:
            parser.error(_(words.AUDIENCE_ALONE))
    if found.audience:
        found.command = Command.AUDIENCE
    return found


def _parser(usual_folder: str | None) -> _Parser:
    parser = _Parser(prog="chungtay", description=_(words.DESCRIPTION), allow_abbrev=False)
    parser.set_defaults(command=Command.OPEN)
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
    _add_restore(commands.add_parser("restore", help=_(words.HELP_RESTORE), allow_abbrev=False))
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
        type=_path,
        default=data,
        help=_(words.HELP_DATA),
    )
    parser.add_argument(
        "--practice",
        action="store_true",
        default=practice,
        help=_(words.HELP_PRACTICE),
    )


def _add_paper(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=Command.PAPER)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "kind", metavar=_(words.PAPER), type=_kind, nargs="?", help=_(words.HELP_KIND)
    )
    what.add_argument("--list", action="store_true", help=_(words.HELP_LIST))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--last", action="store_true", help=_(words.HELP_LAST))
    which.add_argument(
        "--meeting", metavar=_(words.MEETING), type=_meeting, help=_(words.HELP_MEETING)
    )
    which.add_argument("--year", metavar=_(words.YEAR), type=_year, help=_(words.HELP_YEAR))
    parser.add_argument(
        "--months", metavar=_(words.MONTHS), type=_months, help=_(words.HELP_MONTHS)
    )
    parser.add_argument("--out", metavar=_(words.FILE), type=_file, help=_(words.HELP_OUT))
    parser.add_argument("--public", action="store_true", help=_(words.HELP_PUBLIC))
    _add_common(parser)


def _add_practice_books(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=Command.PRACTICE_BOOKS)
    parser.add_argument(
        "folder",
        metavar=_(words.FOLDER),
        type=_path,
        help=_(words.HELP_PRACTICE_FOLDER),
    )
    number = _(words.NUMBER)
    parser.add_argument("--years", metavar=number, type=_years, default=1, help=_(words.HELP_YEARS))
    parser.add_argument(
        "--members",
        metavar=number,
        type=_members,
        default=_USUAL_MEMBERS,
        help=_(words.HELP_MEMBERS_NUMBER),
    )
    parser.add_argument("--seed", metavar=number, type=_seed, default=1, help=_(words.HELP_SEED))


def _add_members(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(
        title=_(words.MEMBERS_DEEDS), metavar=_(words.DEED), dest="deed", required=True
    )
    taken = deeds.add_parser("import", help=_(words.HELP_IMPORT), allow_abbrev=False)
    taken.set_defaults(command=Command.IMPORT_MEMBERS)
    taken.add_argument(
        "file", metavar=_(words.LIST_FILE), type=_path, help=_(words.HELP_IMPORT_FILE)
    )
    taken.add_argument("--dry-run", action="store_true", help=_(words.HELP_DRY_RUN))
    _add_common(taken)
    written = deeds.add_parser("export", help=_(words.HELP_EXPORT), allow_abbrev=False)
    written.set_defaults(command=Command.EXPORT_MEMBERS)
    written.add_argument(
        "file", metavar=_(words.SHEET_FILE), type=_file, help=_(words.HELP_EXPORT_FILE)
    )
    _add_common(written)


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=Command.RESTORE)
    parser.add_argument(
        "backup", metavar=_(words.BACKUP), type=_path, help=_(words.HELP_RESTORE_BACKUP)
    )
    _add_common(parser)


def _path(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError(_(words.NAME_EMPTY))
    try:
        return Path(text).expanduser().absolute()
    except (OSError, RuntimeError) as error:  # no such user, or we stand in a folder that is gone
        raise argparse.ArgumentTypeError(_(words.FOLDER_UNCLEAR).format(text=text)) from error


def _file(text: str) -> Path:
    path = _path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(_(words.OUT_IS_FOLDER).format(text=text))
    return path


def _meeting(text: str) -> tuple[int, int, int]:
    """Year, month, and which meeting of that month."""
    found = _MEETING.fullmatch(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError(_(words.MEETING_UNCLEAR).format(text=text))
    year, month, nth = found.groups()
    return int(year), int(month), int(nth or 1)


def _kind(text: str) -> str:
    """The name of a paper; their table is loaded only when one is asked for."""
    from screens.papers import PAPERS

    kinds = [paper.kind for paper in PAPERS]
    if text not in kinds:
        raise argparse.ArgumentTypeError(
            _(words.KIND_UNKNOWN).format(text=text, kinds=", ".join(kinds))
        )
    return text


def _year(text: str) -> int:
    if _YEAR.fullmatch(text.strip()) is None:
        raise argparse.ArgumentTypeError(_(words.YEAR_UNCLEAR).format(text=text))
    return int(text)


def _months(text: str) -> tuple[int, int]:
    """The first and the last month: "1-6", or "5" for one alone."""
    found = _MONTHS.fullmatch(text.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last <= 12:
        raise argparse.ArgumentTypeError(_(words.MONTHS_UNCLEAR).format(text=text))
    return first, last


def _years(text: str) -> int:
    years = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= years <= _MOST_YEARS:
        raise argparse.ArgumentTypeError(_(words.YEARS_UNCLEAR).format(text=text, most=_MOST_YEARS))
    return years


def _members(text: str) -> int:
    members = int(text) if text.isascii() and text.isdigit() else 0
    if not _FEWEST_MEMBERS <= members <= _MOST_MEMBERS:
        raise argparse.ArgumentTypeError(
            _(words.MEMBERS_UNCLEAR).format(text=text, least=_FEWEST_MEMBERS, most=_MOST_MEMBERS)
        )
    return members


def _seed(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_(words.SEED_UNCLEAR).format(text=text)) from error
