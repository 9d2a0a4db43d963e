"""A club in plain dictionaries: what its books should say after any acts, undone and redone.

It knows nothing of tables, transactions or row images. Undo is the state before the act, kept
as a copy; so a difference from the books is a mistake in one of the two.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import Any

State = dict[str, Any]


def copied(state: State) -> State:
    """A copy that no later act reaches: what is in the dictionaries is never changed itself."""
    return {key: copy(value) for key, value in state.items()}


def empty_meeting(place: str, officers: dict[str, int | None]) -> State:
    """What a meeting holds at its beginning."""
    return {
        "phase": "running",
        "place": place,
        "officers": dict(officers),
        "ticked": set(),
        "counts": {},
        "guests": set(),
        "cases": {},
        "decided": {},
        "pledges": {},
        "matters": {},
        "notes": {},
        "told": {},
        "reasons": (),
        "referred": {},
    }


@dataclass
class Model:
    """The state now, the states before each act, and those that were undone."""

    state: State
    before: list[State] = field(default_factory=list)
    undone: list[State] = field(default_factory=list)

    def act(self) -> State:
        """The state for an act to change; the one before it is kept, and redo is over."""
        self.before.append(copied(self.state))
        self.undone.clear()
        return self.state

    def undo(self) -> bool:
        """Takes the last act back; says whether there was one that may be taken back."""
        if self.state["phase"] != "running" or not self.before:
            return False
        self.undone.append(self.state)
        self.state = self.before.pop()
        return True

    def redo(self) -> bool:
        """Brings the act back that was undone last; says whether there was one."""
        if self.state["phase"] != "running" or not self.undone:
            return False
        self.before.append(self.state)
        self.state = self.undone.pop()
        return True

    def next_meeting(self, place: str, officers: dict[str, int | None]) -> None:
        """A meeting was sealed: nothing of it can be undone, and another begins."""
        self.state = {**self.state, **empty_meeting(place, officers)}
        self.before.clear()
        self.undone.clear()

    # Who is here: ticks by name give way to a count of the group, and the other way round.

    def group_of(self, member: int) -> int:
        """The group of a member, also of one who left."""
        return int(self.state["members"][member][1])

    def tick(self, member: int, *, present: bool) -> None:
        """One name."""
        state = self.act()
        state["counts"].pop(self.group_of(member), None)
        (state["ticked"].add if present else state["ticked"].discard)(member)

    def count(self, group: int, number: int) -> None:
        """A whole group by number."""
        state = self.act()
        state["ticked"] = {each for each in state["ticked"] if self.group_of(each) != group}
        state["counts"][group] = number

    def here(self) -> int:
        """How many raise hands."""
        return len(self.state["ticked"]) + int(sum(self.state["counts"].values()))

    def members_of(self, group: int) -> list[int]:
        """Who belongs to a group now."""
        return [
            number
            for number, (_name, of, left) in sorted(self.state["members"].items())
            if of == group and not left
        ]

    def seen(self) -> State:
        """The state as the club's screens tell it: of those who left nobody is listed."""
        state = copied(self.state)
        state["ticked"] &= {number for number, told in state["members"].items() if not told[2]}
        return state
