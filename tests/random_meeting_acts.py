"""Random acts of the steps of a meeting, each on real books and on the model."""

# ruff: noqa: D102 - each deed is named for the act that it is

from __future__ import annotations

from club_at_random import ClubAtRandom
from storage.meeting.meetings import Office
from storage.records.community import MatterDraft
from storage.records.kinds import FulfilmentState, MatterKind, Outcome, Step


class MeetingActs(ClubAtRandom):
    """One act each, of any step."""

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
