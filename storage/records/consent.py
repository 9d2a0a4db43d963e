"""To what a person agreed, scope by scope, and how it was asked (Law 91/2025/QH15, art. 9)."""

from __future__ import annotations

from dataclasses import dataclass

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
