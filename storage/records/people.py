"""The club, its groups and members, and the people it helps."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from storage.records.consent import Consents
from storage.records.kinds import Address, Position, Sex


@dataclass(frozen=True, slots=True)
class Club:
    """The club's names, letterhead and settings."""

    name: str
    """In full, as on the letterhead: "CLB Liên thế hệ tự giúp nhau thôn Đông"."""
    hamlet: str
    commune: str
    province: str = ""
    parent_body: str = ""
    """The body above the club on the letterhead, usually the Association of the Elderly."""
    abbreviation: str = "CLB"
    part_number: str = "IV"
    """Which part of the monthly meeting this is (S12)."""
    place: str = ""
    """Where the club usually meets."""
    discussion_minutes: int = 10
    recipients: str = ""
    """Who receives the minutes, one a line."""
    minutes_read_aloud: bool = True
    minutes_copies: int = 2
    signature_hint: bool = False
    minutes_qr: bool = False
    """The check code stands on the minutes as a QR code too."""
    official_letters: bool = False
    """Letters to the locality have the form of a công văn."""
    third_signature: str = ""
    """The capacity in which a third person signs the minutes; empty where only two sign."""
    community_target: int = 1
    """How often the community is to be helped in a month (S1)."""
    persons_target: int = 1
    """How many persons are to be helped in a month, on average (S2)."""
    meeting_day: int = 0
    """On which day of the month the club usually meets; nought where it has none."""
    backup_folder: str = ""
    """A second folder into which every backup goes, such as one on a stick that stays in."""
    removal_years: int = 3
    """After how many years what was said of a closed case is to go; nought is never."""
    attendance_minutes: int = 0
    """How long each step is to take; nought is as long as it takes. The discussion has its own."""
    last_month_minutes: int = 0
    proposals_minutes: int = 0
    selection_minutes: int = 0
    assignment_minutes: int = 0
    community_minutes: int = 0
    approval_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a name: personal data stands here and nowhere else."""

    id: int
    name: str
    address_form: Address | None = None
    birth_year: int | None = None
    sex: Sex | None = None
    household: str = ""
    """The name of its head; members with the same one live together."""
    address: str = ""
    telephone: str = ""
    private_details: str = ""
    """Health and private life: sensitive under Law 91/2025/QH15."""
    guardian: str = ""
    consents: Consents = field(default_factory=Consents)
    """The latest answers; `storage.rules.consent` says what may be shown by them."""

    @property
    def addressed(self) -> str:
        """The name with the form of address: "bà Nguyễn Thị Mùi"."""
        return f"{self.address_form} {self.name}" if self.address_form else self.name


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the club, with the group and the offices held."""

    id: int
    person: Person
    group_id: int
    positions: frozenset[Position] = frozenset()
    leads_group: bool = False
    home_care: bool = False
    """A volunteer of the home-care team (S29)."""
    can_help: str = ""
    """What this member can help with (S26, S28)."""
    joined: date | None = None
    left: date | None = None

    @property
    def name(self) -> str:
        """The member's full name without a form of address."""
        return self.person.name

    @property
    def addressed(self) -> str:
        """The name with the form of address."""
        return self.person.addressed


@dataclass(frozen=True, slots=True)
class Group:
    """A group (tổ) with its area and leader."""

    id: int
    name: str
    """"Tổ 1"."""
    area: str = ""
    leader_id: int | None = None
    """The member who leads it."""
    leader: str = ""
    """The leader's name with the form of address."""
    members: int = 0
    """How many belong to it now."""
