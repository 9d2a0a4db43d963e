"""A case of hardship as its form gives it."""

from __future__ import annotations

from dataclasses import dataclass, field

from storage.records.cases import Need, When
from storage.records.consent import Consents
from storage.records.kinds import (
    Address,
    Consent,
    Fact,
    Relation,
)


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """A case as the form gives it: S14's name, address, circumstances, needs and time."""

    name: str
    circumstances: str
    needs: tuple[Need, ...] = ()
    address_form: Address | None = None
    birth_year: int | None = None
    household: bool = False
    """The whole household is meant: "hộ bà Vũ Thị Bình"."""
    relation: Relation = Relation.OUTSIDE
    relative_of: int | None = None
    """The member whose family it is (S5)."""
    member_id: int | None = None
    """The register entry, when the person is a member."""
    address: str = ""
    telephone: str = ""
    private_details: str = ""
    guardian: str = ""
    when: When = field(default_factory=When)
    facts: frozenset[Fact] = frozenset()
    home_care: bool = False
    consent: Consent = Consent.NOT_ASKED
    """The usual question: to being named before the club and in the minutes."""
    consents: Consents | None = None
    """Each scope by itself, where they were asked apart; it stands over the usual question."""
    asked_by: int | None = None
    """The member who asked."""
