"""A laptop whose clock says anything from 1970 to 2099, and jumps to and fro.

One club holds a meeting at each of eleven dates, in an order in which the clock goes both ways,
also within the meetings. `PYTHONPATH=.:tests python tests/wrong_clocks.py` makes every paper
and export at each of them.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import sample_minutes
from conftest import MORNING, _make_small_club
from jumping_clock import Machine
from printouts.members_sheet import members_xlsx
from screens.papers.bundle import write_bundle
from screens.papers.catalogue import PAPERS, made, usual_wish
from storage.books import Books
from storage.records.addenda import AddendumDraft
from storage.records.kinds import Outcome
from storage.safekeeping.checking import check_books

DATES = (
    "2026-10-24 08:30",
    "1970-01-01 00:00",
    "2099-12-31 23:59",
    "1979-12-31 23:59",
    "2038-01-19 10:14",
    "2009-02-28 07:00",
    "2099-01-01 00:00",
    "1980-01-01 00:00",
    "2000-02-29 12:00",
    "2060-06-15 08:30",
    "2026-11-28 08:30",
)
"""In the order in which the laptop says them; only at the first there is no doubt."""
_FAR = timedelta(days=9000)
_SPREADSHEET, _PAPER = b"PK\x03\x04", b"%PDF-"


def hold_meetings(folder: Path, dates: tuple[str, ...] = DATES) -> Iterator[str]:
    """Holds a meeting at each date; tells whatever was not as it should be."""
    _make_small_club(folder)
    machine = Machine(MORNING)
    for number, said in enumerate(dates, start=1):
        moment = datetime.fromisoformat(said).replace(tzinfo=MORNING.tzinfo)
        machine.set_ahead(moment - machine.clock.now())
        books = Books(folder, machine.clock)
        with _system_clock(moment):
            if (books.time.doubt() is None) != (number == 1):
                yield f"{said}: the day is asked for wrongly"
            yield from _meeting(books, machine, number)
            yield from _papers(books, said)
        books.close()
    books = Books(folder, machine.clock)
    yield from _order(books, dates)
    books.close()


def _meeting(books: Books, machine: Machine, number: int) -> Iterator[str]:
    """One meeting, in which the clock jumps away and back."""
    meeting = books.meetings.begin().id
    if meeting != number:
        yield f"meeting {number} has the number {meeting}"
    promises = books.follow_up.overview(meeting).promises
    if bool(promises) == (number == 1):
        yield f"meeting {number} hears of {len(promises)} promises"
    for group in books.register.groups():
        books.attendance.count_group(meeting, group.id, group.members)
    away = _FAR if machine.clock.now().year < 2030 else -_FAR
    machine.set_ahead(away)
    cases = sample_minutes.propose(books, meeting)
    machine.run(60)
    books.selection.choose_unanimously(meeting, [cases.hien, cases.mui, cases.luc])
    books.selection.set_way(meeting, cases.son, Outcome.KEPT, "chờ Hội NCT trả lời")
    machine.set_ahead(-away)
    sample_minutes.pledge(books, meeting, cases)
    sample_minutes.settle_community(books, meeting)
    last = books.undo.latest(meeting)
    books.undo.undo(meeting)
    if books.undo.redo(meeting) != last:
        yield f"meeting {number}: undo took back another act than the last"
    books.minutes.approve(meeting, unanimous=True)
    books.minutes.seal(meeting)
    members = books.register.members()
    draft = AddendumDraft("Số chăn là 02.", machine.clock.today(), members[0].id, members[1].id)
    books.addenda.write(meeting, draft)
    if books.backups.make(sealed=True) is None:
        yield f"meeting {number}: no backup"


def _papers(books: Books, said: str) -> Iterator[str]:
    """Every paper and every export, as a file that begins as it should."""
    for paper in PAPERS:
        for public in (False, True) if paper.has_public_copy else (False,):
            content = paper.read(books, usual_wish(books, paper, public=public))
            for spreadsheet in (False, True) if paper.spreadsheet else (False,):
                data = made(paper, content, "giay", spreadsheet=spreadsheet, practice=False).data
                if not data.startswith(_SPREADSHEET if spreadsheet else _PAPER):
                    yield f"{said}: {paper.kind} is no paper"
    register, club = books.members.register_now(), books.club.known()
    sheet = members_xlsx(register, club.name, books.clock.today())
    if not sheet.startswith(_SPREADSHEET):
        yield f"{said}: the list of members is no spreadsheet"
    bundled = write_bundle(books, books.path.parent, "goi.chungtay", names=True)
    if not bundled.file.stat().st_size:
        yield f"{said}: the bundle is empty"


def _order(books: Books, dates: tuple[str, ...]) -> Iterator[str]:
    """Everything stands as it was done, whatever the clock said."""
    meetings = books.meetings.all()
    days = [meeting.day.isoformat() for meeting in sorted(meetings, key=lambda each: each.id)]
    if days != [said[:10] for said in dates]:
        yield f"the meetings are of {days}"
    last = books.meetings.last()
    if last is None or last.id != len(dates):
        yield "the last meeting is another one"
    for meeting in meetings:
        acts = [act.id for act in books.undo.history(meeting.id)]
        if acts != sorted(acts, reverse=True):
            yield f"the acts of meeting {meeting.id} are out of order"
    yield from (f"the check finds {each}" for each in check_books())


@contextmanager
def _system_clock(moment: datetime) -> Iterator[None]:
    """What the libraries hear that ask the system themselves, as zipfile does."""
    real: Callable[[], float] = time.time
    time.time = moment.timestamp
    try:
        yield
    finally:
        time.time = real


def main() -> int:
    """The long form."""
    with tempfile.TemporaryDirectory(prefix="chungtay-clocks-") as place:
        wrong = list(hold_meetings(Path(place) / "books"))
    sys.stdout.writelines(f"{each}\n" for each in wrong)
    sys.stdout.write(f"{len(DATES)} dates, {len(wrong)} things wrong\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
