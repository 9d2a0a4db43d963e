"""What was promised, by whom, for whom, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from storage.records.cases import When
from storage.records.kinds import CLOSING, FulfilmentState, HelperKind, HelpForm


@dataclass(frozen=True, slots=True)
class PledgeDraft:
    """A pledge as its form gives it (S23, S26 to S28).

    `quantity` is what each helper gives: ten members with one day each are
    ten helpers and a quantity of one.
    """

    form: HelpForm
    helper_kind: HelperKind
    what: str = ""
    quantity: int | None = None
    """Each; whole đồng where the form is money."""
    unit: str = ""
    members: tuple[int, ...] = ()
    """The members who help, or who approaches the organisation."""
    group_id: int | None = None
    organisation: str = ""
    number: int | None = None
    """How many, where names follow later, or how many of a group or of all come."""
    when: When = field(default_factory=When)
    place: str = ""
    in_charge: int | None = None
    used: bool = False
    """Used things (S27)."""


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What became of a pledge, told at one point."""

    id: int
    state: FulfilmentState
    on: date
    given: int | None = None
    """What was really given, in all."""
    came: int | None = None
    """How many came who had not signed up."""
    result: str = ""
    thanks: str = ""
    reason: str = ""
    postponed_to: When = field(default_factory=When)


@dataclass(frozen=True, slots=True)
class Pledge:
    """A pledge as the books know it."""

    id: int
    draft: PledgeDraft
    case_id: int | None = None
    matter_id: int | None = None
    meeting_id: int | None = None
    helpers: tuple[str, ...] = ()
    """The helping members' names with their forms of address, in Vietnamese order."""
    group_name: str = ""
    in_charge_name: str = ""
    fulfilments: tuple[Fulfilment, ...] = ()

    @property
    def people(self) -> int:
        """How many give: it multiplies the quantity."""
        if self.draft.helper_kind is HelperKind.MEMBERS:
            return len(self.draft.members)
        if self.draft.helper_kind is HelperKind.ORGANISATION:
            return 1
        return self.draft.number or 1

    @property
    def total(self) -> int | None:
        """What is given in all; None where no quantity was said."""
        return None if self.draft.quantity is None else self.draft.quantity * self.people

    @property
    def open(self) -> bool:
        """Whether it still waits to be kept."""
        return not any(fulfilment.state in CLOSING for fulfilment in self.fulfilments)
