"""What step 8, Thông qua biên bản, shows, and what the minutes are composed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from storage.records.cases import HardshipCase
from storage.records.community import Answer, Matter
from storage.records.guests import Guest
from storage.records.kinds import CountSubject, MeetingState, Outcome, Step
from storage.records.lacks import Lack
from storage.records.meetings import Meeting
from storage.records.people import Club, Member
from storage.records.pledges import Fulfilment, Pledge


@dataclass(frozen=True, slots=True)
class Opinion:
    """How the club's opinion was taken on something: by agreement, or by hands (S22)."""

    subject: CountSubject
    present: int
    unanimous: bool = False
    in_favour: int = 0
    against: int = 0
    other: int = 0
    case_id: int | None = None
    matter_id: int | None = None
    round: int = 1


@dataclass(frozen=True, slots=True)
class CountedRound:
    """A round of counting hands: for how many places, among which cases."""

    number: int
    seats: int
    case_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the meeting decided about a case or a matter."""

    outcome: Outcome
    reason: str = ""
    case_id: int | None = None
    matter_id: int | None = None


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A group's share in the meeting: how many came, and what it said outright."""

    id: int
    name: str
    present: int
    total: int
    no_case: bool = False
    no_matter: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What was told in step 2 about an earlier promise."""

    pledge: Pledge
    fulfilment: Fulfilment


@dataclass(frozen=True, slots=True)
class UrgentHelp:
    """Help that could not wait for the meeting (S32)."""

    id: int
    case_id: int
    reported_at: datetime
    reported_by: int | None = None
    """The member who reported it, and to whom."""
    reported_to: int | None = None
    cause: str = ""
    """Why it could not wait."""
    decision: str = ""
    decided_by: int | None = None
    """The member who decided."""
    help_given: str = ""
    helped_at: datetime | None = None
    """When all of it was given; None while only a part was."""


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """An answer of the locality that was told in this meeting."""

    matter_id: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Referred:
    """A case that the meeting passed to the home-care volunteers (S29)."""

    case_id: int
    note: str = ""
    survey_by: str = ""
    """What follows was told since by the volunteers; no part of the minutes."""
    survey_on: date | None = None
    needs_found: str = ""
    solution: str = ""


@dataclass(frozen=True, slots=True)
class Worded:
    """The secretary's own wording of a part, and of which composed part it was written."""

    text: str
    composed_digest: str


@dataclass(frozen=True, slots=True)
class MinutesSource:
    """Everything that the minutes of one meeting are composed from."""

    club: Club
    meeting: Meeting
    groups: tuple[GroupShare, ...] = ()
    guests: tuple[Guest, ...] = ()
    members: Mapping[int, Member] = field(default_factory=dict)
    """Every member whom the minutes name, by number."""
    cases: Mapping[int, HardshipCase] = field(default_factory=dict)
    matters: Mapping[int, Matter] = field(default_factory=dict)
    proposed_cases: tuple[int, ...] = ()
    """Cases in the order in which the groups brought them; each once."""
    proposed_matters: tuple[int, ...] = ()
    told: tuple[Told, ...] = ()
    urgent: tuple[UrgentHelp, ...] = ()
    answers: tuple[AnswerTold, ...] = ()
    rounds: tuple[CountedRound, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    decisions: tuple[Decided, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    referrals: tuple[Referred, ...] = ()
    notes: Mapping[Step, str] = field(default_factory=dict)
    wordings: Mapping[Step, Worded] = field(default_factory=dict)

    @property
    def present(self) -> int:
        """Members present in all."""
        return sum(group.present for group in self.groups)

    @property
    def total(self) -> int:
        """Members in all."""
        return sum(group.total for group in self.groups)

    @property
    def chosen(self) -> tuple[Decided, ...]:
        """The decisions that chose a case."""
        return tuple(made for made in self.decisions if made.outcome is Outcome.CHOSEN)

    def opinion(
        self, subject: CountSubject, *, case_id: int | None = None, matter_id: int | None = None
    ) -> Opinion | None:
        """The last opinion that was taken on this, if any was."""
        found = [
            opinion
            for opinion in self.opinions
            if opinion.subject is subject
            and opinion.case_id == case_id
            and opinion.matter_id == matter_id
        ]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class AgreedPoint:
    """One line of "Nội dung đã thống nhất", fit to be read out."""

    step: Step
    text: str
    hidden: str
    """The same as the wall may show it while private details are hidden."""


@dataclass(frozen=True, slots=True)
class ApprovalOverview:
    """What was agreed, and how far the minutes are."""

    state: MeetingState
    year: int
    present: int
    points: tuple[AgreedPoint, ...] = ()
    lacks: tuple[Lack, ...] = ()
    number: int | None = None
    """Of the minutes; None until they are approved the first time."""
    approval: Opinion | None = None
    """How they were approved, the last time they were."""
    digest: str = ""
    """Of the content as it is now; empty until the first approval."""
    check_code: str = ""
    """The short code of that content, as it stands on the paper."""
    printed: bool = False
    """A final copy was printed."""
    print_outdated: bool = False
    """The last print no longer says what the minutes say."""
    parts_changed: tuple[str, ...] = ()
    """The titles of parts whose records changed after the secretary worded them."""
