"""Tampering with sealed records by someone who has the file, SQL and all the time there is.

Each change is made with the seals' triggers dropped, which are put back afterwards as whoever
hides something would. What `chungtay check` says is looked at first, and then the codes on the
papers, as `chungtay check --code` does. `python tests/tampering.py 500` is the long form; its
last number is of the changes that neither noticed.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

import sample_minutes
from prepared import MORNING
from storage.acts.triggers import drop_triggers, make_triggers
from storage.books import Books
from storage.clock import FixedClock
from storage.practice.books import make_practice_books
from storage.records.addenda import AddendumDraft
from storage.records.kinds import HelperKind, HelpForm, Outcome, Step
from storage.records.pledges import PledgeDraft
from storage.safekeeping.checking import check_books
from storage.sealing.paper_codes import paper_of_code
from storage.sealing.seal import check_code
from storage.tables import AddendumRow, MinutesRow, connection
from tamperer import CHANGES, Tamperer


@contextmanager
def unguarded() -> Iterator[None]:
    """Drops the triggers, and puts them back as they were."""
    drop_triggers()
    yield
    make_triggers()


@contextmanager
def undone() -> Iterator[None]:
    """Takes back everything that is done within."""
    connection.execute_sql("PRAGMA foreign_keys = OFF")
    with connection.atomic() as transaction:
        yield
        transaction.rollback()
    connection.execute_sql("PRAGMA foreign_keys = ON")


def codes() -> list[str]:
    """The codes on all papers that were signed."""
    rows = [*MinutesRow.select(), *AddendumRow.select()]
    return [check_code(row.digest) for row in rows]


def noticed_by(signed: list[str]) -> str:
    """What notices that something is wrong: the check, a paper, or nothing."""
    if check_books():
        return "check"
    found = (paper_of_code(code) for code in signed)
    return "" if all(each is not None and each.sound for each in found) else "paper"


def sealed_books(folder: Path) -> Books:
    """A year of sealed meetings, one of them with a row in every table, and addenda."""
    make_practice_books(folder, 1, 7, date(2026, 10, 24))
    clock = FixedClock(MORNING)
    books = Books(folder, clock)
    meeting = books.meetings.begin().id
    for group in books.register.groups():
        books.attendance.count_group(meeting, group.id, group.members)
    books.meetings.add_guest(meeting, "Hoàng Văn Thụ", "Trưởng thôn")
    cases = sample_minutes.propose(books, meeting)
    books.selection.choose_unanimously(meeting, [cases.hien, cases.mui, cases.luc])
    books.selection.set_way(meeting, cases.son, Outcome.KEPT, "chờ Hội NCT trả lời")
    sample_minutes.pledge(books, meeting, cases)
    sample_minutes.settle_community(books, meeting)
    numbered = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, what="cấy", quantity=1, number=3)
    books.pledges.pledge(meeting, cases.luc, numbered)
    books.secretary.write_note(meeting, Step.COMMUNITY, "Mang chổi.")
    books.secretary.reword(meeting, Step.COMMUNITY, "Quét đường làng.")
    books.minutes.approve(meeting, unanimous=True)
    books.minutes.seal(meeting)
    for number in (3, 3, meeting):
        text = "Bà Nguyễn Thị Mùi nhận 02 chăn, không phải 01."
        members = books.register.members()
        draft = AddendumDraft(text, clock.today(), members[0].id, members[1].id)
        books.addenda.write(number, draft)
    return books


def tampered(number: int, seed: int) -> Counter[tuple[str, str]]:
    """Makes changes in turn; how often each kind was noticed, and by what."""
    chance = Random(seed)
    signed = codes()
    seen: Counter[tuple[str, str]] = Counter()
    turn = 0
    while seen.total() < number:
        change = CHANGES[turn % len(CHANGES)]
        turn += 1
        with undone():
            with unguarded():
                changed = change(Tamperer(chance))
            if changed:
                seen[change.__name__, noticed_by(signed)] += 1
    return seen


def main(number: int) -> int:
    """The long form."""
    with tempfile.TemporaryDirectory(prefix="chungtay-tampering-") as place:
        books = sealed_books(Path(place) / "books")
        seen = tampered(number, 20261128)
        books.close()
    for (change, by), times in sorted(seen.items()):
        sys.stdout.write(f"{change.replace('_', ' ')}: {times} {by or 'NOT NOTICED'}\n")
    missed = sum(times for (_change, by), times in seen.items() if not by)
    told = sum(times for (_change, by), times in seen.items() if by == "paper")
    sys.stdout.write(f"{seen.total()} changes, {told} by paper alone, {missed} not noticed\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
