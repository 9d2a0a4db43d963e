"""Random acts, undo, redo, restarts and seals on real books, compared with `club_model`.

`PYTHONPATH=.:tests python tests/random_club.py 5000` is the long form; a number behind it is the
seed of the first run.
"""

# ruff: noqa: D102 - each deed is named for the act that it is

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from club_at_random import Difference
from conftest import _make_small_club
from random_lasting_acts import LastingActs
from random_meeting_acts import MeetingActs
from storage.books import Books
from storage.records.member_drafts import MemberDraft
from storage.safekeeping.checking import check_books
from storage.tables import connection

MONTH = 28 * 24 * 3600.0
ACTS, COMPARED = 12, 4
"""How many acts a run has, and after how many the books and the model are compared."""


class RandomClub(MeetingActs, LastingActs):
    """One run: acts on the books and on the model, which have to agree."""

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder, seed)
        self.done: list[str] = []
        self.sealed: dict[int, object] = {}

    def run(self) -> None:
        """Does acts at random; every few of them the books and the model are compared."""
        for turn in range(ACTS):
            deed = self.chance.choice(DEEDS)
            if self._approved and deed not in _WHEN_APPROVED:
                deed = self.chance.choice((RandomClub.refused_while_approved, *_WHEN_APPROVED))
            deed(self)
            self.done.append(deed.__name__)
            if turn % COMPARED == COMPARED - 1:
                self.compare()
        while self.model.undo():
            self.books.undo.undo(self.meeting)
        self.compare()
        if found := check_books():
            raise Difference(f"the check finds {found}")
        for meeting, content in self.sealed.items():
            if self.books.minutes.content(meeting) != content:
                raise Difference(f"the sealed minutes of meeting {meeting} changed")
        self.books.close()

    def compare(self) -> None:
        """What the books say, and what the model says."""
        seen, expected = self._now.state(), self.model.seen()
        wrong = {key for key in expected if seen[key] != expected[key]}
        if wrong:
            told = [f"{key}: {seen[key]!r}, expected {expected[key]!r}" for key in sorted(wrong)]
            raise Difference("\n".join([" ".join(self.done), *told]))

    # The course of things.

    def undo(self) -> None:
        if self.model.undo():
            self.books.undo.undo(self.meeting)
        else:
            self._refused(lambda: self.books.undo.undo(self.meeting))

    def redo(self) -> None:
        if self.model.redo():
            self.books.undo.redo(self.meeting)
        else:
            self._refused(lambda: self.books.undo.redo(self.meeting))

    def restart(self) -> None:
        self.books.close()
        self.books = Books(self.folder, self.clock)

    def approve(self) -> None:
        if self._approved or not self.model.here():
            return
        told = (self._new("không có"), self._new("mưa"))
        self.books.minutes.give_reason(self.meeting, no_case=told[0], no_community=told[1])
        self.model.act()["reasons"] = told
        self.books.minutes.approve(self.meeting, unanimous=True)
        self.model.act()["phase"] = "approved"

    def reopen(self) -> None:
        if self._approved:
            self.books.minutes.reopen(self.meeting)
            self.model.act()["phase"] = "running"

    def refused_while_approved(self) -> None:
        self._refused(lambda: self.books.meetings.set_place(self.meeting, "chùa"))
        self._refused(lambda: self.books.members.add(MemberDraft("Lê Thị X", self.groups[0])))

    def seal(self) -> None:
        if not self._approved:
            return
        self.books.minutes.seal(self.meeting)
        self.sealed[self.meeting] = self.books.minutes.content(self.meeting)
        self._refused(lambda: self.books.undo.undo(self.meeting))
        state = self.model.state
        ended = {what for what, told in state["told"].items() if told in ("done", "not_done")}
        state["owed"] = (state["owed"] - ended) | set(state["pledges"])
        self.clock.advance(MONTH)
        self.meeting = self.books.meetings.begin().id
        fresh = self._fresh_meeting()
        self.model.next_meeting(fresh["place"], fresh["officers"])


DEEDS = tuple(
    deed
    for acts in (MeetingActs, LastingActs, RandomClub)
    for name, deed in vars(acts).items()
    if callable(deed)
    and not name.startswith("_")
    and name not in {"run", "compare", "refused_while_approved"}
) + 3 * (RandomClub.undo, RandomClub.redo, RandomClub.seal)
_WHEN_APPROVED = (
    RandomClub.reopen,
    RandomClub.seal,
    RandomClub.restart,
    RandomClub.undo,
    RandomClub.redo,
)


def main(runs: int, first: int = 0) -> int:
    """The long form; says which seed made a difference."""
    different = 0
    with tempfile.TemporaryDirectory(prefix="chungtay-model-") as place:
        start = Path(place) / "start"
        _make_small_club(start)
        for seed in range(first, first + runs):
            folder = Path(shutil.copytree(start, Path(place) / "books"))
            try:
                RandomClub(folder, seed).run()
            except Difference as difference:
                different += 1
                sys.stdout.write(f"seed {seed}: {difference}\n")
                connection.close()
            shutil.rmtree(folder)
    sys.stdout.write(f"{runs} runs of {ACTS} acts, {different} different\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:])))
