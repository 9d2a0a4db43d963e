"""Books and their model side by side, and what chance takes of them for one act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from club_model import Model, State, empty_meeting
from conftest import MORNING
from seen_club import SeenClub
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal
from storage.meeting.meetings import Office
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.kinds import HelperKind, HelpForm
from storage.records.pledges import PledgeDraft


class Difference(Exception):
    """The books say something else than the model."""


class ClubAtRandom:
    """A club in a meeting, and everything in it that an act can be done to."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = folder, Random(seed)
        self.clock = FixedClock(MORNING)
        self.books = Books(folder, self.clock)
        self.number = 0
        self.meeting = self.books.meetings.begin().id
        members = {
            each.id: (each.name, each.group_id, False) for each in self.books.register.members()
        }
        self.groups = sorted({group for _name, group, _left in members.values()})
        lasting: State = {"members": members, "noted": {}, "urgent": {}, "owed": set()}
        self.model = Model(lasting | self._fresh_meeting())

    def _fresh_meeting(self) -> State:
        meeting = self.books.meetings.get(self.meeting)
        officers = {str(each): getattr(meeting, f"{each}_id") for each in Office}
        return empty_meeting(meeting.place, officers)

    @property
    def _now(self) -> SeenClub:
        return SeenClub(self.books, self.meeting)

    @property
    def _approved(self) -> bool:
        return bool(self.model.state["phase"] == "approved")

    def _new(self, words: str) -> str:
        """Words that were never said before: an act that changes nothing is none."""
        self.number += 1
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(self.number))
        return f"{words} {letters}"

    def _some(self, what: str) -> str:
        """One of those that the model knows; empty where there is none."""
        known = sorted(self.model.state[what])
        return str(self.chance.choice(known)) if known else ""

    def _member(self, but: int | None = None) -> int:
        here = [each for group in self.groups for each in self.model.members_of(group)]
        return self.chance.choice([each for each in here if each != but])

    def _case(self, name: str, told: str = "ốm") -> CaseDraft:
        return CaseDraft(name=name, circumstances=told, needs=(Need(HelpForm.LABOUR),))

    def _pledge(self, what: str, quantity: int, helpers: frozenset[int]) -> PledgeDraft:
        members = tuple(sorted(helpers))
        goods, kind = HelpForm.GOODS, HelperKind.MEMBERS
        return PledgeDraft(goods, kind, what=what, quantity=quantity, members=members)

    def _refused(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Refusal:
            return
        raise Difference("what the model forbids was done")
