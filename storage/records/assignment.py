"""What step 6, Đăng ký giúp, shows: each case with what is needed and what is pledged."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.approval import Opinion
from storage.records.cases import HardshipCase
from storage.records.help_totals import Gap, HelpTotal
from storage.records.kinds import HelperKind, Outcome
from storage.records.pledges import Pledge


@dataclass(frozen=True, slots=True)
class Referral:
    """A case that was passed to the home-care volunteers (S29)."""

    id: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseHelp:
    """One case with all that was said about helping it."""

    case: HardshipCase
    outcome: Outcome | None = None
    """Its way; None where help was pledged to a case that nothing was decided about."""
    pledges: tuple[Pledge, ...] = ()
    totals: tuple[HelpTotal, ...] = ()
    gaps: tuple[Gap, ...] = ()
    referral: Referral | None = None
    opinion: Opinion | None = None
    """How "giúp gì, ai giúp, khi nào" was put to the club (S23)."""
    agreed: bool = False
    """The club agreed to it."""

    @property
    def chosen(self) -> bool:
        """Whether it is one of the hardest cases that the club chose."""
        return self.outcome is Outcome.CHOSEN

    @property
    def helped(self) -> bool:
        """Whether there is help in sight for it: a pledge, or the home-care volunteers."""
        return bool(self.pledges) or self.referral is not None

    @property
    def to_name(self) -> int:
        """How many helpers are counted and not named yet."""
        return sum(unnamed(pledge) for pledge in self.pledges)


def unnamed(pledge: Pledge) -> int:
    """How many helpers of a pledge are still to be named."""
    named = len(pledge.draft.members)
    if pledge.draft.helper_kind is HelperKind.NUMBER:
        return max(0, pledge.people - named)
    approached = pledge.draft.helper_kind is HelperKind.ORGANISATION
    return 1 if approached and not named else 0


@dataclass(frozen=True, slots=True)
class AssignmentOverview:
    """The chosen cases first, then those that were kept or are helped by their own group."""

    cases: tuple[CaseHelp, ...] = ()
    totals: tuple[HelpTotal, ...] = ()
    """Over all cases."""
    present: int = 0

    def of_case(self, case_id: int) -> CaseHelp | None:
        """What was said about one case."""
        return next((each for each in self.cases if each.case.id == case_id), None)

    def pledge(self, pledge_id: int) -> Pledge | None:
        """One pledge of any case."""
        pledges = (pledge for each in self.cases for pledge in each.pledges)
        return next((pledge for pledge in pledges if pledge.id == pledge_id), None)
