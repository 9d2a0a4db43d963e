"""`chungtay bundle`, `gather` and `gather-report`: from the clubs to the Association."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from screens.language import _
from screens.wording.association import fault_sentence
from storage.association.faults import NotGathered
from storage.records.association import Gathered
from tui.command_line import command_words as words
from tui.command_line.commands import CommandFailed, Outcome, opened

_SPREADSHEET = ".xlsx"


def bundle(folder: Path, out: Path, *, names: bool) -> Outcome:
    """Writes the club's sealed months into a file; where names go, the books keep that they did."""
    from screens.papers.bundle import write_bundle

    with opened(folder) as books, _worded():
        made = write_bundle(books, out.parent, out.name, names=names)
    told = words.BUNDLED_WITH_NAMES if names else words.BUNDLED
    return Outcome((_(told).format(n=made.minutes, persons=made.persons, file=made.file),))


def gather(
    url: str, paths: Sequence[Path], say: Callable[[str], None], *, replace: bool
) -> Outcome:
    """Takes the bundles of many clubs into one database, and says of each what came of it."""
    from storage.association.database import opened as database_opened
    from storage.association.gathering import gather_file

    taken = added = refused = 0
    with _worded(), database_opened(url, make=True):
        for path in _files(paths):
            try:
                gathered = gather_file(path, replace=replace)
            except NotGathered as fault:
                refused += 1
                say(_(words.NOT_TAKEN).format(file=path.name, reason=fault_sentence(fault)))
                continue
            taken += 1
            added += gathered.added
            say(_told(path, gathered))
    last = _(words.GATHERED).format(taken=taken, added=added, refused=refused)
    return Outcome((last,), status=1 if refused else 0)


def gather_report(url: str, out: Path, year: int | None, association: str) -> Outcome:
    """Writes a year of all gathered clubs on paper, or as a spreadsheet where the name says so."""
    from printouts.association_report import association_pdf, association_xlsx
    from printouts.printing.files import write_document
    from storage.association.database import opened as database_opened
    from storage.association.year_figures import year_figures
    from storage.rules.association_report import content

    with _worded(), database_opened(url, make=False):
        figures = year_figures(year)
    if out.suffix.casefold() == _SPREADSHEET:
        data = association_xlsx(figures)
    else:
        data = association_pdf(content(figures, association))
    written = write_document(out.parent, out.name, data)
    told = _(words.REPORTED).format(year=figures.year, n=len(figures.clubs), file=written)
    return Outcome((told,))


def _told(path: Path, gathered: Gathered) -> str:
    told = words.TAKEN if gathered.added or gathered.updated else words.NOTHING_NEW
    if gathered.replaced:
        told = words.REPLACED
    club = ", ".join(filter(None, (gathered.club, gathered.commune)))
    return _(told).format(file=path.name, club=club, n=gathered.added, gone=gathered.replaced)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Each file, and of a folder every bundle in it."""
    from storage.association.bundle_text import SUFFIX

    for path in paths:
        try:
            inside = sorted(each for each in path.iterdir() if each.suffix == SUFFIX)
        except OSError:  # a file, or what cannot be read: that is told where it is opened
            yield path
        else:
            yield from inside


@contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except NotGathered as fault:
        raise CommandFailed(fault_sentence(fault)) from fault
