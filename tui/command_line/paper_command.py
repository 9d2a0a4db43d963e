"""`chungtay paper`: the papers of the club without the screens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from screens.language import Language, _
from screens.papers.catalogue import (
    PAPERS,
    Paper,
    file_name,
    made,
    note_paper,
    paper_named,
    usual_wish,
)
from storage.books import Books
from storage.records.papers import PaperWish
from tui.command_line import command_words as words
from tui.command_line.commands import CommandFailed, Outcome, opened
from tui.data_folder import PRACTICE_FOLDER

_SPREADSHEET = ".xlsx"


@dataclass(frozen=True, slots=True)
class WantedMeeting:
    """The meeting of a month whose paper is wanted."""

    year: int
    month: int
    nth: int = 1
    """Which of that month."""


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """What the command line says of the paper; what it leaves open is the last meeting's."""

    kind: str
    meeting: WantedMeeting | None = None
    last_final: bool = False
    """The newest meeting whose minutes are approved or sealed."""
    year: int | None = None
    months: tuple[int, int] | None = None
    public: bool = False
    language: Language = Language.VIETNAMESE
    """Of a paper that there is in it too."""


def paper_list() -> Outcome:
    """A kind a line, its name first."""
    return Outcome(tuple(f"{paper.kind:<18} {_(paper.title)}" for paper in PAPERS))


def make_paper(folder: Path, wanted: WantedPaper, out: Path | None) -> Outcome:
    """Writes a paper as PDF, or as a spreadsheet where the file's name asks for one.

    Raises:
        CommandFailed: there is no such paper, meeting or spreadsheet.
    """
    from printouts.printing.files import write_document

    paper = paper_named(wanted.kind)
    if paper is None:
        raise CommandFailed(_(words.KIND_UNKNOWN).format(text=wanted.kind, kinds=_kinds()))
    spreadsheet = out is not None and out.suffix.casefold() == _SPREADSHEET
    if spreadsheet and paper.spreadsheet is None:
        raise CommandFailed(_(words.NO_SPREADSHEET).format(paper=_(paper.title)))
    with opened(folder) as books:
        wish = _wish(books, paper, wanted)
        content = paper.read(books, wish)
        name = file_name(books, paper, wish, content)
        practice = folder.name == PRACTICE_FOLDER
        file = made(paper, content, name, spreadsheet=spreadsheet, practice=practice)
        target = out or Path.cwd() / file.name
        written = write_document(target.parent, target.name, file.data)
        if paper.personal:
            note_paper(books, paper, wish, written)
    return Outcome((_(words.PAPER_MADE).format(paper=_(paper.title).lower(), file=written),))


def _kinds() -> str:
    return ", ".join(paper.kind for paper in PAPERS)


def _wish(books: Books, paper: Paper[Any], wanted: WantedPaper) -> PaperWish:
    wish = replace(_of_year_or_meeting(books, paper, wanted), language=wanted.language)
    if wanted.months is not None:
        first, last = wanted.months
        wish = replace(wish, first_month=first, last_month=last)
    return wish


def _of_year_or_meeting(books: Books, paper: Paper[Any], wanted: WantedPaper) -> PaperWish:
    if wanted.meeting is not None:
        of = wanted.meeting
        meeting_id = books.minutes.find(of.year, of.month, of.nth)
        return PaperWish(of.year, meeting_id, public=wanted.public)
    if wanted.last_final:
        last = books.minutes.last_sealed_or_approved()
        if last is None:
            raise CommandFailed(_(words.NO_FINAL_MINUTES))
        return PaperWish(books.meetings.get(last).day.year, last, public=wanted.public)
    if wanted.year is not None:
        last_of_year = books.meetings.last_of_year(wanted.year)
        return PaperWish(
            wanted.year, last_of_year.id if last_of_year else None, public=wanted.public
        )
    return usual_wish(books, paper, public=wanted.public)
