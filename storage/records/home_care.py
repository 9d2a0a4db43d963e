"""What the home-care volunteers do with the cases that were passed to them (S29)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from storage.records.kinds import ReferralState

if TYPE_CHECKING:
    from storage.records.cases import HardshipCase
    from storage.records.people import Member


@dataclass(frozen=True, slots=True)
class SurveyDraft:
    """What the volunteers found at the person's home, as its form gives it."""

    needs_found: str
    by: int | None = None
    on: date | None = None
    solution: str = ""
    """What is to be done next."""


@dataclass(frozen=True, slots=True)
class CareCase:
    """A case with the volunteers, and how far they are."""

    id: int
    """Of the referral."""
    case: HardshipCase
    state: ReferralState
    referred_on: date | None = None
    note: str = ""
    """With which it was passed on."""
    survey: SurveyDraft | None = None
    survey_by: str = ""
    """Addressed."""

    @property
    def open(self) -> bool:
        """Whether the volunteers still have it in hand."""
        return self.state not in {ReferralState.ENDED, ReferralState.BROUGHT_BACK}


@dataclass(frozen=True, slots=True)
class HomeCareOverview:
    """The book Chăm sóc tại nhà: the cases by how far they are, and the team."""

    cases: tuple[CareCase, ...] = ()
    """Those that wait for a survey first; those that are over last."""
    team: tuple[Member, ...] = ()
    earlier: bool = False
    """Whether more that are over can be asked for."""

    def referral(self, referral_id: int) -> CareCase | None:
        """One case of the volunteers."""
        return next((each for each in self.cases if each.id == referral_id), None)

    @property
    def waiting(self) -> int:
        """How many wait for a survey."""
        return sum(each.state is ReferralState.WAITING for each in self.cases)
