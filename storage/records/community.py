"""Community work and matters for the locality (S6, S7, S9, S11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from storage.records.cases import When
from storage.records.kinds import ClubRole, LocalityWay, MatterKind, Outcome, Source


@dataclass(frozen=True, slots=True)
class MatterDraft:
    """An activity or a matter for the locality, as its form gives it."""

    kind: MatterKind
    what: str
    role: ClubRole = ClubRole.LEADS
    partner: str = ""
    """With whom the club joins in."""
    place: str = ""
    when: When = field(default_factory=When)
    participants: str = ""
    """Who takes part; empty means all members (S10)."""
    in_charge: int | None = None
    """The member in charge of an activity."""
    addressee: str = ""
    """To whom in the locality (S11)."""
    way: LocalityWay | None = None
    representative: int | None = None
    """The member who speaks for the club (S6)."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An activity or a matter for the locality, as the books know it."""

    id: int
    draft: MatterDraft
    groups: tuple[str, ...] = ()
    in_charge_name: str = ""
    representative_name: str = ""
    source: Source = Source.MEETING
    outcome: Outcome | None = None
    reason: str = ""
    answers: tuple[Answer, ...] = ()

    @property
    def kind(self) -> MatterKind:
        """Whether it is work of the club's or a matter for the locality."""
        return self.draft.kind

    @property
    def what(self) -> str:
        """What is to be done or said."""
        return self.draft.what


@dataclass(frozen=True, slots=True)
class Answer:
    """What the locality answered, when, and who gave the answer (S11)."""

    on: date
    by: str
    text: str
    settled: bool = True
    """The matter is settled by it; else the club goes on asking."""
