"""The club's own row: names, letterhead, settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from storage.acts.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.memory import remembered
from storage.records.kinds import Step
from storage.records.people import Club
from storage.tables import ClubRow
from storage.vietnamese import clean_line, clean_text

Value = str | int | bool
"""A value of the club's row."""

_SEVERAL_LINES = frozenset({"recipients"})
_USUAL = {"abbreviation": "CLB", "part_number": "IV"}
"""What stands where the club says nothing."""
STEP_MINUTES = {
    Step.ATTENDANCE: "attendance_minutes",
    Step.LAST_MONTH: "last_month_minutes",
    Step.PROPOSALS: "proposals_minutes",
    Step.SELECTION: "selection_minutes",
    Step.ASSIGNMENT: "assignment_minutes",
    Step.COMMUNITY: "community_minutes",
    Step.APPROVAL: "approval_minutes",
}
"""Where the club says how long a step is to take; the discussion has a clock of its own."""
LIMITS = {
    "discussion_minutes": (1, 60),
    "minutes_copies": (0, 20),
    "community_target": (1, 31),
    "persons_target": (1, 50),
    "meeting_day": (0, 31),
    "removal_years": (0, 30),
} | dict.fromkeys(STEP_MINUTES.values(), (0, 120))
"""The least and the most of each number."""


@remembered
def the_club() -> Club | None:
    """The club, or None where the books are new."""
    row = ClubRow.get_or_none(ClubRow.id == 1)
    if row is None:
        return None
    return Club(**{each.name: getattr(row, each.name) for each in fields(Club)})


class ClubBook:
    """Reads and writes what the club is called and how it wants its papers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def get(self) -> Club | None:
        """The club, or None where the books are new."""
        return the_club()

    def known(self) -> Club:
        """The club, where the books are set up.

        Raises:
            Refusal: the books have no club yet.
        """
        club = self.get()
        if club is None:
            raise Refusal(RefusalKind.NAME_MISSING)
        return club

    def save(self, club: Club) -> None:
        """Stores the club's names and settings.

        Raises:
            Refusal: the club has no name, or a number is out of its limits.
        """
        values = {each.name: _cleaned(each.name, getattr(club, each.name)) for each in fields(Club)}
        if not values["name"]:
            raise Refusal(RefusalKind.NAME_MISSING)
        with self.desk.writing():
            ClubRow.insert(id=1, **values).on_conflict_replace().execute()

    def change(self, **settings: Value) -> None:
        """Changes some of the club's settings, and leaves the others.

        Raises:
            Refusal: the name is taken away, or a number is out of its limits.
        """
        self.save(with_settings(self.known(), settings))


def minutes_of_step(club: Club, step: Step) -> int:
    """How long the club wished to be at a step; nought where it said nothing."""
    setting = STEP_MINUTES.get(step)
    return int(getattr(club, setting)) if setting else 0


def with_settings(club: Club, settings: Mapping[str, Value]) -> Club:
    """The club as it would be with these settings."""
    changes: dict[str, Any] = dict(settings)
    return replace(club, **changes)


def _cleaned(name: str, value: Value) -> Value:
    if isinstance(value, str):
        clean = clean_text if name in _SEVERAL_LINES else clean_line
        return clean(value) or _USUAL.get(name, "")
    low, high = LIMITS.get(name, (value, value))
    if not low <= value <= high:
        raise Refusal(RefusalKind.SETTING_OUT_OF_LIMITS, low=low, high=high)
    return value
