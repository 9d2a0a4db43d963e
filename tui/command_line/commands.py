"""What the command line does without the screens: invented books, check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from screens.language import _
from storage.books import Books
from storage.clock import SystemClock
from storage.database import FILE_NAME
from storage.days import on_screen
from storage.errors import Trouble, TroubleKind
from storage.records.kinds import MeetingState
from storage.true_causes import named_errors
from storage.vietnamese import count
from tui.command_line import command_words as words

Done = TypeVar("Done")


class CommandFailed(Exception):
    """A command could not do its work; its text is the sentence that the user is told."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to say, and the status with which it ends."""

    lines: tuple[str, ...]
    status: int = 0


def check(folder: Path) -> Outcome:
    """Examines the books of a folder; each finding is a line."""
    from screens.wording.findings import finding_sentence
    from storage.safekeeping.checking import check_books

    with opened(folder) as books:
        findings = check_books()
        if not findings:
            return Outcome((_all_right(books),))
    return Outcome(tuple(map(finding_sentence, findings)), status=1)


def check_paper(folder: Path, code: str) -> Outcome:
    """Says whether a paper in hand, known by its check code, is one that was sealed."""
    from storage.sealing.paper_codes import paper_of_code, readable

    if not readable(code):
        raise CommandFailed(_(words.CODE_UNCLEAR).format(code=code))
    with opened(folder):
        found = paper_of_code(code)
    if found is None:
        return Outcome((_(words.CODE_UNKNOWN).format(code=code),), status=1)
    number = "…" if found.number is None else count(found.number)
    template = words.CODE_FOUND if found.addendum is None else words.CODE_OF_ADDENDUM
    told = _(template).format(
        code=found.code,
        number=number,
        day=on_screen(found.day),
        addendum=count(found.addendum or 0),
    )
    if found.sound:
        return Outcome((told,))
    return Outcome((told, _(words.CODE_UNSOUND)), status=1)


def practice_books(folder: Path, years: int, members: int, seed: int) -> Outcome:
    """Makes invented books in a folder that has none."""
    from storage.practice.books import make_practice_books

    with named_errors(str(folder)):
        make_practice_books(folder, years, seed, SystemClock().today(), members)
    return Outcome((_(words.PRACTICE_MADE).format(years=years, folder=folder),))


@contextmanager
def opened(folder: Path) -> Iterator[Books]:
    """The books of a folder that has some; what is wrong with their file has a name.

    Raises:
        CommandFailed: there are none.
    """
    # Opening makes books where there are none; a question about them must not.
    if not _has_books(folder):
        raise CommandFailed(_(words.NO_BOOKS).format(folder=folder))
    books = with_passphrase(lambda given: Books(folder, SystemClock(), passphrase=given))
    try:
        with named_errors(str(books.path)):
            yield books
    finally:
        books.close()


def with_passphrase(work: Callable[[str], Done]) -> Done:
    """Does something with a file; where it is under a passphrase, that is asked for first."""
    try:
        return work("")
    except Trouble as error:
        if error.kind is not TroubleKind.PASSPHRASE_NEEDED:
            raise
        from tui.ask_passphrase import ask_passphrase

        return work(ask_passphrase(Path(str(error.values["file"])).name))


def _has_books(folder: Path) -> bool:
    try:
        return (folder / FILE_NAME).exists()
    except OSError as error:
        raise Trouble(TroubleKind.CANNOT_OPEN, file=str(folder)) from error


def _all_right(books: Books) -> str:
    meetings = books.meetings.all()
    return _(words.ALL_RIGHT).format(
        minutes=sum(meeting.state is MeetingState.SEALED for meeting in meetings),
        meetings=len(meetings),
        members=len(books.register.members()),
    )
