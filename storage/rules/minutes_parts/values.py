"""The personal values of a meeting's minutes, each as the file, the wall and the public see it."""

from __future__ import annotations

from collections.abc import Iterator

from storage.records.approval import MinutesSource, UrgentHelp
from storage.records.cases import HardshipCase
from storage.records.kinds import Relation
from storage.records.people import Member
from storage.records.pledges import Fulfilment, Pledge
from storage.rules.minutes_parts import phrases
from storage.rules.minutes_parts.names import agreed_persons, detail_values, name_values, names_of
from storage.rules.minutes_parts.tokens import Personal, Value, capital, token
from storage.rules.pledge_words import given_in_short
from storage.rules.telling import is_telling
from storage.rules.terms import HELP_FORM, RELATION
from storage.vietnamese import initial


def personal(source: MinutesSource) -> Personal:
    """Every value that the minutes of this meeting may name, under its token's name."""
    values: dict[str, Value] = {}
    for member in source.members.values():
        values[member_key(member.id)] = Value(member.addressed)
        values[bare_key(member.id)] = Value(member.name)
    for guest in source.guests:
        values[guest_key(guest.id)] = Value(guest.name)
    for case in source.cases.values():
        values.update(_of_case(case, source))
    for told in source.told:
        if told.pledge.case_id is not None:
            case = source.cases[told.pledge.case_id]
            values[_pledge_key(case, told.pledge)] = _of_pledge(told.pledge)
            values[_told_key(case, told.fulfilment)] = Value(phrases.after_help(told.fulfilment))
    for pledge in source.pledges:
        if pledge.case_id is not None:
            case = source.cases[pledge.case_id]
            values[_pledge_key(case, pledge)] = _of_pledge(pledge)
    for urgent in source.urgent:
        case = source.cases[urgent.case_id]
        values[_urgent_key(case, urgent, "decision")] = Value(phrases.decided_at_once(urgent))
        values[_urgent_key(case, urgent, "cause")] = Value(phrases.could_not_wait(urgent))
        values[_urgent_key(case, urgent, "help")] = Value(phrases.helped_at_once(urgent))
    return Personal(values, agreed_persons(source.cases.values()))


def names_in_free_text(source: MinutesSource) -> Iterator[tuple[str, str]]:
    """What a text that someone typed may say of people, and the token that stands for it."""
    for member in source.members.values():
        yield bare_key(member.id), member.name
    # Later ones win: someone in hardship who is a member too is hidden like the others.
    yield from names_of(source.cases.values())
    for case in source.cases.values():
        yield from ((key, value.full) for key, value in detail_values(case).items())
        if is_telling(case.circumstances):
            yield _case_key(case, "circumstances"), case.circumstances


def who(case: HardshipCase) -> str:
    """The person of a case, with the form of address: "hộ bà Vũ Thị Bình"."""
    return token(_case_key(case, "who"))


def age(case: HardshipCase) -> str:
    """What follows the name: ", 78 tuổi"."""
    return token(_case_key(case, "age"))


def address(case: HardshipCase) -> str:
    """What follows the age: ", xóm Đình"."""
    return token(_case_key(case, "address"))


def relation(case: HardshipCase) -> str:
    """What the person is to the club, and whose family."""
    return token(_case_key(case, "relation"))


def circumstances(case: HardshipCase) -> str:
    """The circumstances, in the words in which they were told."""
    return token(_case_key(case, "circumstances"))


def needs(case: HardshipCase) -> str:
    """What is needed; hidden, the forms of help only."""
    return token(_case_key(case, "needs"))


def time(case: HardshipCase) -> str:
    """When help is needed; words that name no day are the person's own."""
    said = phrases.when(case.when)
    return token(_case_key(case, "when")) if said and case.when.first is None else said


def reason(case: HardshipCase) -> str:
    """Why the meeting decided as it did about the case, as a sentence of its own."""
    return token(_case_key(case, "reason"))


def referral_note(case: HardshipCase) -> str:
    """What the home-care volunteers were told, as a sentence of its own."""
    return token(_case_key(case, "referral"))


def pledged(case: HardshipCase, pledge: Pledge) -> str:
    """What is given to the person; hidden, its form only."""
    return token(_pledge_key(case, pledge))


def told(case: HardshipCase, fulfilment: Fulfilment) -> str:
    """What was told about a promise, as sentences that follow the result."""
    return token(_told_key(case, fulfilment))


def urgent_decision(case: HardshipCase, urgent: UrgentHelp) -> str:
    """What was decided at once, as a phrase that follows the hour of the report."""
    return token(_urgent_key(case, urgent, "decision"))


def urgent_cause(case: HardshipCase, urgent: UrgentHelp) -> str:
    """Why it could not wait, as a sentence of its own."""
    return token(_urgent_key(case, urgent, "cause"))


def urgent_help(case: HardshipCase, urgent: UrgentHelp) -> str:
    """What was given at once, as a sentence of its own."""
    return token(_urgent_key(case, urgent, "help"))


def member(member_id: int) -> str:
    """A member in an office or as a helper, with the form of address."""
    return token(member_key(member_id))


def known_member(source: MinutesSource, member_id: int | None) -> str:
    """The same, and nothing where nobody was named."""
    return member(member_id) if member_id is not None and member_id in source.members else ""


def signer(source: MinutesSource, member_id: int | None) -> str:
    """A member's name alone, as it stands under a signature."""
    if member_id is None or member_id not in source.members:
        return ""
    return token(bare_key(member_id))


def guest(guest_id: int) -> str:
    """A guest's name."""
    return token(guest_key(guest_id))


def member_key(member_id: int) -> str:
    """The token of a member's name with the form of address."""
    return f"member.{member_id}.name"


def bare_key(member_id: int) -> str:
    """The token of a member's name alone."""
    return f"member.{member_id}.bare"


def guest_key(guest_id: int) -> str:
    """The token of a guest's name."""
    return f"guest.{guest_id}.name"


def _told_key(case: HardshipCase, fulfilment: Fulfilment) -> str:
    return f"person.{case.person.id}.fulfilment.{fulfilment.id}.told"


def _urgent_key(case: HardshipCase, urgent: UrgentHelp, what: str) -> str:
    return f"person.{case.person.id}.urgent.{urgent.id}.{what}"


def _case_key(case: HardshipCase, what: str) -> str:
    return f"person.{case.person.id}.case.{case.id}.{what}"


def _pledge_key(case: HardshipCase, pledge: Pledge) -> str:
    return f"person.{case.person.id}.pledge.{pledge.id}.given"


def _of_case(case: HardshipCase, source: MinutesSource) -> dict[str, Value]:
    person = case.person
    years = source.meeting.day.year - (person.birth_year or 0)
    return {
        **name_values(case),
        **detail_values(case),
        _case_key(case, "when"): Value(phrases.when(case.when), phrases.when(case.when)),
        _case_key(case, "who"): Value(case.addressed, _unnamed(case, source)),
        _case_key(case, "age"): Value(f", {years} tuổi" if person.birth_year else ""),
        _case_key(case, "address"): Value(f", {person.address}" if person.address else ""),
        _case_key(case, "relation"): Value(_relation(case), RELATION[case.relation]),
        _case_key(case, "circumstances"): Value(case.circumstances),
        _case_key(case, "needs"): Value(phrases.needs(case), _forms(case)),
        _case_key(case, "reason"): Value(_reason(case, source)),
        _case_key(case, "referral"): Value(_referral(case, source)),
    }


def _of_pledge(pledge: Pledge) -> Value:
    return Value(phrases.given(pledge), given_in_short(pledge))


def _unnamed(case: HardshipCase, source: MinutesSource) -> str:
    """Form of address, initial and group: "cụ H., Tổ 3"."""
    form = f"{case.person.address_form} " if case.person.address_form else ""
    household = "hộ " if case.household else ""
    group = case.groups[0] if case.groups else _own_group(case, source)
    named = f"{household}{form}{initial(case.person.name)}"
    return f"{named}, {group}" if group else named


def _own_group(case: HardshipCase, source: MinutesSource) -> str:
    member = source.members.get(case.member_id or case.relative_of or 0)
    return _group_of(member, source) if member else ""


def _group_of(member: Member, source: MinutesSource) -> str:
    return next((group.name for group in source.groups if group.id == member.group_id), "")


def _relation(case: HardshipCase) -> str:
    if case.relation is Relation.FAMILY and case.relative_name:
        return f"{RELATION[case.relation]} của {case.relative_name}"
    return RELATION[case.relation]


def _forms(case: HardshipCase) -> str:
    forms = {need.form: None for need in case.needs}
    return ", ".join(phrases.small(HELP_FORM[form]) for form in forms)


def _reason(case: HardshipCase, source: MinutesSource) -> str:
    found = (made.reason for made in source.decisions if made.case_id == case.id and made.reason)
    said = next(found, "")
    return f" Lý do: {phrases.sentence(said)}" if said else ""


def _referral(case: HardshipCase, source: MinutesSource) -> str:
    notes = (each.note for each in source.referrals if each.case_id == case.id and each.note)
    said = next(notes, "")
    return f" {capital(phrases.sentence(said))}" if said else ""
