"""Who sees what on the wall: a name is shown as its owner agreed to."""

from __future__ import annotations

from collections.abc import Sequence

from screens.language import _
from storage.records.cases import HardshipCase
from storage.records.kinds import ConsentScope
from storage.records.people import Person
from storage.rules.consent import may_be_named
from storage.rules.terms import HELP_FORM
from storage.vietnamese import initial


def may_show(person: Person, *, hidden: bool) -> bool:
    """Whether the wall may show who this is and what is the matter."""
    return not hidden or may_be_named(person, ConsentScope.CLUB)


def shown_name(person: Person, hidden: bool, groups: Sequence[str] = ()) -> str:
    """The name with its form of address, or "cụ H., Tổ 3" where nobody agreed to more."""
    return person.addressed if may_show(person, hidden=hidden) else discreet_name(person, groups)


def discreet_name(person: Person, groups: Sequence[str] = ()) -> str:
    """The form of address, the initial and the group: "cụ H., Tổ 3"."""
    letter = initial(person.name)
    short = f"{person.address_form} {letter}" if person.address_form else letter
    return ", ".join([short, *groups[:1]])


def shown_case(case: HardshipCase, hidden: bool) -> str:
    """How a case is spoken of: "hộ bà Vũ Thị Bình", or with the initial alone."""
    return _of_household(case, shown_name(case.person, hidden, case.groups))


def name_for_locality(case: HardshipCase) -> str:
    """How a case is named in what goes to the locality, and stands on the wall before it does."""
    if may_be_named(case.person, ConsentScope.LOCALITY):
        return shown_case(case, hidden=True)
    return _of_household(case, discreet_name(case.person, case.groups))


def _of_household(case: HardshipCase, name: str) -> str:
    return _("hộ {name}").format(name=name) if case.household else name


def shown_circumstances(case: HardshipCase, hidden: bool) -> str:
    """The circumstances as recorded, or the forms of help alone."""
    return case.circumstances if may_show(case.person, hidden=hidden) else forms_of_help(case)


def forms_of_help(case: HardshipCase) -> str:
    """What kind of help is needed, which tells nothing of the person."""
    forms = [_(HELP_FORM[need.form]).lower() for need in case.needs]
    return ", ".join([*forms, _("chăm sóc tại nhà")] if case.home_care else forms)
