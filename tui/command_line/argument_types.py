"""What stands behind an option on the command line: understood, or refused in a phrase."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from screens.language import _
from tui.command_line import command_words as words

_MOST_YEARS = 100
USUAL_MEMBERS = 58
_FEWEST_MEMBERS, _MOST_MEMBERS = 40, 150
"""An invented need can ask for ten of them, and a group for several."""
_YEAR = re.compile(r"[1-9][0-9]{3}")
_MONTHS = re.compile(r"([0-9]{1,2})(?:-([0-9]{1,2}))?")
_MEETING = re.compile(r"([0-9]{4})-(0?[1-9]|1[0-2])(?:-([1-9][0-9]{0,2}))?")
_REPORTS = frozenset({".pdf", ".xlsx"})


def path(text: str) -> Path:
    """A file or folder, by its whole path."""
    if not text.strip():
        raise argparse.ArgumentTypeError(_(words.NAME_EMPTY))
    try:
        return Path(text).expanduser().absolute()
    except (OSError, RuntimeError) as error:  # no such user, or we stand in a folder that is gone
        raise argparse.ArgumentTypeError(_(words.FOLDER_UNCLEAR).format(text=text)) from error


def file(text: str) -> Path:
    """A file that can be written: not the name of a folder."""
    found = path(text)
    if found.is_dir():
        raise argparse.ArgumentTypeError(_(words.OUT_IS_FOLDER).format(text=text))
    return found


def report(text: str) -> Path:
    """A file whose name says that it is a paper or a spreadsheet."""
    found = file(text)
    if found.suffix.casefold() not in _REPORTS:
        raise argparse.ArgumentTypeError(_(words.REPORT_UNCLEAR).format(text=text))
    return found


def meeting(text: str) -> tuple[int, int, int]:
    """Year, month, and which meeting of that month."""
    found = _MEETING.fullmatch(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError(_(words.MEETING_UNCLEAR).format(text=text))
    year, month, nth = found.groups()
    return int(year), int(month), int(nth or 1)


def kind(text: str) -> str:
    """The name of a paper; their table is loaded only when one is asked for."""
    from screens.papers.catalogue import PAPERS

    kinds = [paper.kind for paper in PAPERS]
    if text not in kinds:
        raise argparse.ArgumentTypeError(
            _(words.KIND_UNKNOWN).format(text=text, kinds=", ".join(kinds))
        )
    return text


def year(text: str) -> int:
    """A year in four figures."""
    if _YEAR.fullmatch(text.strip()) is None:
        raise argparse.ArgumentTypeError(_(words.YEAR_UNCLEAR).format(text=text))
    return int(text)


def months(text: str) -> tuple[int, int]:
    """The first and the last month: "1-6", or "5" for one alone."""
    found = _MONTHS.fullmatch(text.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last <= 12:
        raise argparse.ArgumentTypeError(_(words.MONTHS_UNCLEAR).format(text=text))
    return first, last


def years(text: str) -> int:
    """How many years invented books have."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= number <= _MOST_YEARS:
        raise argparse.ArgumentTypeError(_(words.YEARS_UNCLEAR).format(text=text, most=_MOST_YEARS))
    return number


def members(text: str) -> int:
    """How many members an invented club has."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not _FEWEST_MEMBERS <= number <= _MOST_MEMBERS:
        raise argparse.ArgumentTypeError(
            _(words.MEMBERS_UNCLEAR).format(text=text, least=_FEWEST_MEMBERS, most=_MOST_MEMBERS)
        )
    return number


def seed(text: str) -> int:
    """What chance begins with."""
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_(words.SEED_UNCLEAR).format(text=text)) from error
