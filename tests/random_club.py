"""Random acts, undo, redo, restarts and seals on real books, compared with `club_model`.

`PYTHONPATH=.:tests python tests/random_club.py 5000` is the long form; a number behind it is the
seed of the first run.
"""

# ruff: noqa: D102 - each deed is named for the act that it is

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from club_model import Model, State, empty_meeting
from conftest import MORNING, _make_small_club
from seen_club import SeenClub
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal
from storage.meeting.meetings import Office
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.community import MatterDraft
from storage.records.kinds import (
    FulfilmentState,
    HelperKind,
    HelpForm,
    MatterKind,
    Outcome,
    Step,
)
from storage.records.member_drafts import MemberDraft
from storage.records.pledges import PledgeDraft
from storage.records.urgent import UrgentDraft
from storage.safekeeping.checking import check_books
from storage.tables import connection

MONTH = 28 * 24 * 3600.0
ACTS, COMPARED = 12, 4
"""How many acts a run has, and after how many the books and the model are compared."""
_FIRST_FREE = 3
"""The first members of each group have offices, and stay."""


class Difference(Exception):
    """The books say something else than the model."""


class RandomClub:
    """One run: acts on the books and on the model, which have to agree."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = folder, Random(seed)
        self.clock = FixedClock(MORNING)
        self.books = Books(folder, self.clock)
        self.number = 0
        self.done: list[str] = []
        self.sealed: dict[int, object] = {}
        self.meeting = self.books.meetings.begin().id
        members = {
            each.id: (each.name, each.group_id, False) for each in self.books.register.members()
        }
        self.groups = sorted({group for _name, group, _left in members.values()})
        lasting: State = {"members": members, "noted": {}, "urgent": {}, "owed": set()}
        self.model = Model(lasting | self._fresh_meeting())

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

    # Acts of the meeting.

    def tick(self) -> None:
        member = self._member()
        here = member in self.model.state["ticked"]
        self.books.attendance.tick(self.meeting, member, present=not here)
        self.model.tick(member, present=not here)

    def count(self) -> None:
        group = self.chance.choice(self.groups)
        most = len(self.model.members_of(group))
        before = self.model.state["counts"].get(group)
        number = self.chance.choice([each for each in range(most + 1) if each != before])
        self.books.attendance.count_group(self.meeting, group, number)
        self.model.count(group, number)

    def count_too_many(self) -> None:
        group = self.chance.choice(self.groups)
        many = len(self.model.members_of(group)) + 1
        self._refused(lambda: self.books.attendance.count_group(self.meeting, group, many))

    def place(self) -> None:
        place = self._new("sân đình")
        self.books.meetings.set_place(self.meeting, place)
        self.model.act()["place"] = place

    def officer(self) -> None:
        office = self.chance.choice(list(Office))
        member = self._member(but=self.model.state["officers"][str(office)])
        self.books.meetings.set_officer(self.meeting, office, member)
        self.model.act()["officers"][str(office)] = member

    def guest(self) -> None:
        name = self._new("Hoàng Văn")
        self.books.meetings.add_guest(self.meeting, name, "Trưởng thôn")
        self.model.act()["guests"].add(name)

    def case(self) -> None:
        name, group = self._new("bà Mùi"), self.chance.choice(self.groups)
        self.books.proposals.propose_case(self.meeting, group, self._case(name))
        self.model.act()["cases"][name] = ("ốm", frozenset({group}))

    def same_case(self) -> None:
        name = self._some("cases")
        told, groups = self.model.state["cases"].get(name, ("", frozenset(self.groups)))
        other = [group for group in self.groups if group not in groups]
        if other:
            group = self.chance.choice(other)
            self.books.proposals.propose_existing(self.meeting, group, self._now.case_id(name))
            self.model.act()["cases"][name] = (told, groups | {group})

    def change_case(self) -> None:
        name = self._some("cases")
        if name:
            told = self._new("ốm")
            number = self._now.case_id(name)
            draft = self._case(name, told)
            self.books.proposals.change_case(self.meeting, number, draft)
            state = self.model.act()
            state["cases"][name] = (told, state["cases"][name][1])

    def choose(self) -> None:
        name = self._some("cases")
        if name and self.model.state["decided"].get(name) != "chosen":
            self.books.selection.choose_unanimously(self.meeting, [self._now.case_id(name)])
            self.model.act()["decided"][name] = "chosen"

    def keep(self) -> None:
        name = self._some("cases")
        if name and self.model.state["decided"].get(name) != "kept":
            self.books.selection.set_way(self.meeting, self._now.case_id(name), Outcome.KEPT)
            self.model.act()["decided"][name] = "kept"

    def pledge(self) -> None:
        name = self._some("cases")
        if name:
            what, quantity = self._new("gạo"), self.chance.randint(1, 9)
            helpers = frozenset({self._member(), self._member()})
            draft = self._pledge(what, quantity, helpers)
            self.books.pledges.pledge(self.meeting, self._now.case_id(name), draft)
            self.model.act()["pledges"][what] = (name, quantity, helpers)

    def change_pledge(self) -> None:
        what = self._some("pledges")
        if what:
            name, quantity, helpers = self.model.state["pledges"][what]
            draft = self._pledge(what, quantity + 1, helpers)
            self.books.pledges.change(self.meeting, self._now.pledge_id(what), draft)
            self.model.act()["pledges"][what] = (name, quantity + 1, helpers)

    def take_back(self) -> None:
        what = self._some("pledges")
        if what:
            self.books.pledges.remove(self.meeting, self._now.pledge_id(what))
            del self.model.act()["pledges"][what]

    def refer(self) -> None:
        # Step 6 has the cases on which something was decided.
        name = self._some("decided")
        if name:
            note = self._new("khảo sát")
            self.books.pledges.refer(self.meeting, self._now.case_id(name), note)
            self.model.act()["referred"][name] = note

    def matter(self) -> None:
        what = self._new("quét đường")
        self.books.community.add(self.meeting, MatterDraft(MatterKind.ACTIVITY, what))
        self.model.act()["matters"][what] = "open"

    def agree(self) -> None:
        what = self._some("matters")
        if what and self.model.here() and self.model.state["matters"][what] != "agreed":
            self.books.community.agree(self.meeting, self._now.matter_id(what), unanimous=True)
            self.model.act()["matters"][what] = "agreed"

    def drop(self) -> None:
        what = self._some("matters")
        if what and self.model.state["matters"][what] != "dropped":
            self.books.community.drop(self.meeting, self._now.matter_id(what), "để sau Tết")
            self.model.act()["matters"][what] = "dropped"

    def note(self) -> None:
        step, text = self.chance.choice(list(Step)), self._new("ghi chú")
        self.books.secretary.write_note(self.meeting, step, text)
        self.model.act()["notes"][int(step)] = text

    def tell(self) -> None:
        """What became of an earlier promise."""
        owed = sorted(self.model.state["owed"])
        if owed:
            what = self.chance.choice(owed)
            told = self.model.state["told"].get(what)
            state = FulfilmentState.NOT_DONE if told == "done" else FulfilmentState.DONE
            self.books.follow_up.record(
                self.meeting, self._now.promise_id(what), state, reason="mưa bão"
            )
            self.model.act()["told"][what] = str(state)

    # Acts on what lasts.

    def new_member(self) -> None:
        name, group = self._new("Đinh Thị"), self.chance.choice(self.groups)
        number = self.books.members.add(MemberDraft(name, group))
        self.model.act()["members"][number] = (name, group, False)

    def rename_member(self) -> None:
        member, name = self._member(), self._new("Đỗ Thị")
        self.books.members.change(member, MemberDraft(name, self.model.group_of(member)))
        self.model.act()["members"][member] = (name, self.model.group_of(member), False)

    def leave(self) -> None:
        group = self.chance.choice(self.groups)
        own = self.model.members_of(group)[_FIRST_FREE:]
        fits = len(own) + _FIRST_FREE > self.model.state["counts"].get(group, 0)
        if own and fits:
            member = self.chance.choice(own)
            self.books.members.leave(member, self.clock.today())
            state = self.model.act()
            state["members"][member] = (state["members"][member][0], group, True)

    def noted(self) -> None:
        what, group = self._new("cống tắc"), self.chance.choice(self.groups)
        self.books.notebook.note_matter(group, MatterDraft(MatterKind.ACTIVITY, what))
        self.model.act()["noted"][what] = group

    def noted_case(self) -> None:
        name, group = self._new("ông Sơn"), self.chance.choice(self.groups)
        self.books.notebook.note_case(group, self._case(name))
        self.model.act()["noted"][name] = group

    def urgent(self) -> None:
        cause = self._new("nhà đổ")
        draft = UrgentDraft(self._case(self._new("anh Lực")), self.clock.now(), cause=cause)
        self.books.urgent.report(draft)
        self.model.act()["urgent"][cause] = ("", "")

    def decide_urgent(self) -> None:
        cause, decision = self._some("urgent"), self._new("giúp ngay")
        if cause:
            number = self._now.urgent_id(cause)
            self.books.urgent.decide(number, decision, None, self.clock.now())
            state = self.model.act()
            state["urgent"][cause] = (decision, state["urgent"][cause][1])

    def help_urgent(self) -> None:
        cause, given = self._some("urgent"), self._new("đưa đi viện")
        if cause:
            self.books.urgent.done(self._now.urgent_id(cause), given, self.clock.now())
            state = self.model.act()
            state["urgent"][cause] = (state["urgent"][cause][0], given)

    def remove_urgent(self) -> None:
        cause = self._some("urgent")
        if cause:
            self.books.urgent.remove(self._now.urgent_id(cause))
            del self.model.act()["urgent"][cause]

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

    def _fresh_meeting(self) -> State:
        meeting = self.books.meetings.get(self.meeting)
        officers = {str(each): getattr(meeting, f"{each}_id") for each in Office}
        return empty_meeting(meeting.place, officers)

    @property
    def _now(self) -> SeenClub:
        return SeenClub(self.books, self.meeting)

    # What chance takes.

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


DEEDS = tuple(
    deed
    for name, deed in vars(RandomClub).items()
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
