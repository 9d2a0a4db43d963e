"""To what a person agreed, scope by scope, and how it was asked (Law 91/2025/QH15, art. 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.kinds import Consent, ConsentScope


@dataclass(frozen=True, slots=True)
class Consents:
    """What a person last answered, for each of the things that are asked apart."""

    club: Consent = Consent.NOT_ASKED
    """To being named and spoken of before the club."""
    minutes: Consent = Consent.NOT_ASKED
    """To the name in the copy of the minutes that is given away."""
    locality: Consent = Consent.NOT_ASKED
    """To being named to the locality."""

    def to(self, scope: ConsentScope) -> Consent:
        """The answer for one scope."""
        match scope:
            case ConsentScope.CLUB:
                return self.club
            case ConsentScope.MINUTES:
                return self.minutes
            case ConsentScope.LOCALITY:
                return self.locality


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """One answer of a person, as it was recorded; the latest of each scope counts."""

    scope: ConsentScope
    answer: Consent
    on: date | None = None
    """None where the books did not keep it."""
    asked_by: str = ""
    """The member who asked; empty where it was asked in the meeting."""
    guardian: str = ""
    """Who answered for the person, where it was not the person."""
