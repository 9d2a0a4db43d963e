"""Who sees what on the wall (DESIGN 6): a name is shown as its owner agreed to."""

from __future__ import annotations

from collections.abc import Sequence

from screens.language import _
from storage.records.cases import HardshipCase
from storage.records.kinds import Consent
from storage.records.people import Person
from storage.rules.terms import HELP_FORM
from storage.vietnamese import initial


def may_show(person: Person, *, hidden: bool) -> bool:
    """Whether the wall may show who this is and what is the matter."""
    return not hidden or person.consent is Consent.AGREED


def shown_name(person: Person, hidden: bool, groups: Sequence[str] = ()) -> str:
    """The name with its form of address, or "cụ H., Tổ 3" where nobody agreed to more."""
    if may_show(person, hidden=hidden):
        return person.addressed
    letter = initial(person.name)
    short = f"{person.address_form} {letter}" if person.address_form else letter
    return ", ".join([short, *groups[:1]])


def shown_case(case: HardshipCase, hidden: bool) -> str:
    """How a case is spoken of: "hộ bà Vũ Thị Bình", or with the initial alone."""
    name = shown_name(case.person, hidden, case.groups)
    return _("hộ {name}").format(name=name) if case.household else name


def shown_circumstances(case: HardshipCase, hidden: bool) -> str:
    """The circumstances as recorded, or the forms of help alone."""
    if may_show(case.person, hidden=hidden):
        return case.circumstances
    forms = [_(HELP_FORM[need.form]).lower() for need in case.needs]
    return ", ".join([*forms, _("chăm sóc tại nhà")] if case.home_care else forms)
