"""Sổ theo dõi: what each meeting took up, what was promised for it, and what came of it (S33)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.records.cases import HardshipCase
from storage.records.community import Matter
from storage.records.follow_up import UrgentStory
from storage.records.kinds import HelpForm, Outcome, ReferralState
from storage.records.pledges import Pledge


class EntryKind(StrEnum):
    """What an entry of the tracking book is about."""

    PERSON = "person"
    ACTIVITY = "activity"
    LOCALITY = "locality"
    URGENT = "urgent"
    """Help that could not wait for a meeting (S32)."""


class EntryState(StrEnum):
    """How far an entry has come, all its promises taken together."""

    OPEN = "open"
    """Nothing was told of it yet; a matter for the locality has no answer."""
    PARTLY = "partly"
    POSTPONED = "postponed"
    DONE = "done"
    NOT_DONE = "not_done"
    KEPT = "kept"
    """Left for a later meeting, with nothing promised."""
    PASSED_ON = "passed_on"
    """With the home-care volunteers or the locality, with nothing else promised."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class TrackingFilter:
    """Which entries are wanted; what is left open does not narrow them."""

    year: int | None = None
    first_month: int = 1
    """Counts within a year only, as does the last month."""
    last_month: int = 12
    state: EntryState | None = None
    group_id: int | None = None
    """The group that proposed it, or that helps."""
    person: str = ""
    """Words of the name of who is helped or who helps, with or without diacritics."""
    person_id: int | None = None
    """Who is helped."""
    form: HelpForm | None = None
    """Needed or promised."""


@dataclass(frozen=True, slots=True)
class TrackedReferral:
    """How far the home-care volunteers are with a case that was passed to them (S29)."""

    state: ReferralState
    note: str = ""
    survey_by: str = ""
    survey_on: date | None = None
    needs_found: str = ""
    solution: str = ""


@dataclass(frozen=True, slots=True)
class TrackedEntry:
    """A case or a matter of one meeting, or one urgent report, with all that came of it.

    A case that two meetings took up has an entry in each, as in the book on paper.
    """

    kind: EntryKind
    day: date
    """Of the meeting, or of the report."""
    state: EntryState = EntryState.OPEN
    meeting_id: int | None = None
    group_ids: frozenset[int] = frozenset()
    groups: tuple[str, ...] = ()
    """The groups that proposed it in this meeting, or whose leader reported it, by name.

    Of a case that was taken up again without a new proposal: those that brought it before.
    """
    case: HardshipCase | None = None
    """With the person's data as the books have them now."""
    matter: Matter | None = None
    """With the outcome in this meeting, and every answer."""
    outcome: Outcome | None = None
    reason: str = ""
    pledges: tuple[Pledge, ...] = ()
    """With every telling of what became of them."""
    urgent: UrgentStory | None = None
    referral: TrackedReferral | None = None
    ended: str = ""
    """Why the case ended between meetings; empty where it did not."""


@dataclass(frozen=True, slots=True)
class TrackingLine:
    """One line of the book as its columns have it: an entry, or one promise of it."""

    number: int
    """Of the entry; its lines share it."""
    first: bool
    """The first line of its entry; the others repeat what the entry is about."""
    day: date
    groups: str
    kind: str
    who: str
    address: str
    relation: str
    circumstances: str
    needs: str
    form: str = ""
    amount: str = ""
    helpers: str = ""
    planned: str = ""
    done_on: date | None = None
    result: str = ""
    in_charge: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrackingContent:
    """The tracking book of some months, ready for paper or a spreadsheet."""

    parent_body: str
    club_name: str
    months: str
    """"năm 2026", "tháng 10 năm 2026"."""
    lines: tuple[TrackingLine, ...]
    public: bool = False
    """The copy without health details and without names that nobody agreed to show."""
