"""The club's rules on pledges: what makes one valid, what they add up to, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from storage.errors import RefusalKind
from storage.records.approval import Opinion
from storage.records.assignment import AssignmentOverview, CaseHelp
from storage.records.cases import HardshipCase, Need
from storage.records.help_totals import Gap, HelpTotal
from storage.records.kinds import ConsentScope, HelperKind, HelpForm
from storage.records.lacks import Lack, LackKind
from storage.records.pledges import Pledge, PledgeDraft
from storage.rules.amounts import is_too_high
from storage.rules.consent import may_be_named
from storage.rules.terms import HELP_UNIT
from storage.vietnamese import clean_line, initial

ORDER = (
    HelpForm.LABOUR,
    HelpForm.MONEY,
    HelpForm.GOODS,
    HelpForm.SKILL,
    HelpForm.LEGAL,
    HelpForm.INSURANCE,
    HelpForm.COMPANY,
)
"""Totals name first what many give, then what few give."""

_GIVEN_BY_HEAD = frozenset({HelpForm.LABOUR, HelpForm.MONEY})
"""A whole group that gives one of these gives it as many times as it has members."""
_TAKES_THE_DAY = frozenset({HelpForm.LABOUR, HelpForm.SKILL, HelpForm.LEGAL, HelpForm.COMPANY})
"""Who gives one of these is there on the day; money and things are only handed over."""
_WITH_MEMBERS = frozenset({HelperKind.MEMBERS, HelperKind.ORGANISATION, HelperKind.NUMBER})
_WITH_NUMBER = frozenset({HelperKind.GROUP, HelperKind.EVERYONE, HelperKind.NUMBER})

Kind = tuple[HelpForm, str, str]
"""What can be added up: the form, the thing where there is one, and the unit."""


def cleaned(draft: PledgeDraft) -> PledgeDraft:
    """The draft with every text cleaned, and without what its form or its helpers rule out."""
    kind = draft.helper_kind
    when = replace(draft.when, text=clean_line(draft.when.text))
    return replace(
        draft,
        what=clean_line(draft.what),
        unit=_unit(draft.form, clean_line(draft.unit)),
        members=tuple(dict.fromkeys(draft.members)) if kind in _WITH_MEMBERS else (),
        group_id=draft.group_id if kind is HelperKind.GROUP else None,
        organisation=clean_line(draft.organisation) if kind is HelperKind.ORGANISATION else "",
        number=draft.number if kind in _WITH_NUMBER else None,
        when=when,
        place=clean_line(draft.place),
        used=draft.used and draft.form is HelpForm.GOODS,
    )


def fault(draft: PledgeDraft) -> RefusalKind | None:
    """What a cleaned draft lacks to be a pledge: who helps, what thing, a number above nought."""
    for number in (draft.quantity, draft.number):
        if number is not None and number <= 0:
            return RefusalKind.NUMBER_INVALID
    if is_too_high(draft.quantity, draft.number):
        return RefusalKind.NUMBER_TOO_HIGH
    if not _has_helper(draft):
        return RefusalKind.HELPER_MISSING
    if draft.form is HelpForm.GOODS and not draft.what:
        return RefusalKind.WHAT_MISSING
    return None


def _has_helper(draft: PledgeDraft) -> bool:
    match draft.helper_kind:
        case HelperKind.MEMBERS:
            return bool(draft.members)
        case HelperKind.GROUP:
            return draft.group_id is not None
        case HelperKind.EVERYONE:
            return True
        case HelperKind.ORGANISATION:
            return bool(draft.organisation)
        case HelperKind.NUMBER:
            return draft.number is not None


def counted(draft: PledgeDraft, size: int) -> PledgeDraft:
    """A pledge of a whole group, or of everyone, with how many give.

    Of days and money each gives as much; a thing, or advice, they give together once.
    """
    whole = draft.helper_kind in {HelperKind.GROUP, HelperKind.EVERYONE}
    if not whole or draft.number is not None or draft.form not in _GIVEN_BY_HEAD or size < 1:
        return draft
    return replace(draft, number=size)


def named(draft: PledgeDraft, members: Sequence[int]) -> PledgeDraft:
    """The pledge of a number of helpers with these named; with all named it is theirs."""
    helpers = tuple(dict.fromkeys(members))
    if draft.helper_kind is HelperKind.NUMBER and len(helpers) < (draft.number or 1):
        return replace(draft, members=helpers)
    if draft.helper_kind is HelperKind.ORGANISATION:
        return replace(draft, members=helpers)
    return replace(draft, helper_kind=HelperKind.MEMBERS, members=helpers, number=None)


def totals(pledges: Iterable[Pledge]) -> tuple[HelpTotal, ...]:
    """What the pledges add up to by form and unit, things each by themselves.

    What an organisation is still to be won over for stands apart.
    """
    promised = [(each.draft, each.total) for each in pledges if each.total is not None]
    return added_up(promised, lambda draft: draft.helper_kind is HelperKind.ORGANISATION)


def added_up(
    amounts: Iterable[tuple[PledgeDraft, int]],
    approached: Callable[[PledgeDraft], bool] = lambda _draft: False,
) -> tuple[HelpTotal, ...]:
    """Amounts of what these drafts give, added up by form and unit, things each by themselves."""
    sums: dict[tuple[Kind, bool], HelpTotal] = {}
    for draft, amount in amounts:
        apart = approached(draft)
        key = (_kind(draft.form, draft.what, draft.unit), apart)
        known = sums.get(key)
        what = draft.what if draft.form is HelpForm.GOODS else ""
        sums[key] = HelpTotal(
            form=draft.form,
            what=known.what if known else what,
            unit=known.unit if known else _unit(draft.form, draft.unit),
            amount=amount + (known.amount if known else 0),
            approached=apart,
        )
    return tuple(
        sorted(sums.values(), key=lambda total: (ORDER.index(total.form), total.approached))
    )


def gaps(needs: Iterable[Need], pledges: Sequence[Pledge]) -> tuple[Gap, ...]:
    """What the needs ask for beyond the pledges; what is approached counts as pledged."""
    asked: dict[Kind, Gap] = {}
    for need in (part for whole in needs for part in _parts(whole)):
        key = _kind(need.form, need.what, need.unit)
        known = asked.get(key)
        before = known.missing if known else None
        asked[key] = Gap(
            form=need.form,
            what=known.what if known else need.what,
            unit=_unit(need.form, need.unit),
            missing=before if need.quantity is None else (before or 0) + need.quantity,
        )
    found = (_left(gap, pledges) for gap in asked.values())
    return tuple(gap for gap in found if gap is not None)


def _left(asked: Gap, pledges: Sequence[Pledge]) -> Gap | None:
    """What is left of a need after the pledges; None where nothing is, or none can tell."""
    answers = [pledge for pledge in pledges if _answers(asked, pledge)]
    if not answers:
        return asked
    if asked.missing is None:
        return None
    alike = [
        pledge.total for pledge in answers if pledge.total is not None and _same_unit(asked, pledge)
    ]
    told_otherwise = any(not _same_unit(asked, pledge) for pledge in answers)
    left = asked.missing - sum(alike)
    # "Gặt 3 sào" answered with days of labour: how far these reach, only the people know.
    return None if left <= 0 or told_otherwise else replace(asked, missing=left)


def _answers(asked: Gap, pledge: Pledge) -> bool:
    if pledge.draft.form is not asked.form:
        return False
    if asked.form is not HelpForm.GOODS or not asked.what:
        return True
    wanted, given = asked.what.casefold(), pledge.draft.what.casefold()
    return wanted in given or given in wanted


def _same_unit(asked: Gap, pledge: Pledge) -> bool:
    return asked.unit.casefold() == _unit(asked.form, pledge.draft.unit).casefold()


def _parts(need: Need) -> list[Need]:
    """Things named together without a number are needs of their own: "chăn, màn, quần áo"."""
    if need.form is not HelpForm.GOODS or need.quantity is not None:
        return [need]
    things = [clean_line(thing) for thing in need.what.replace(";", ",").split(",")]
    return [replace(need, what=thing) for thing in things if thing] or [need]


def _unit(form: HelpForm, unit: str) -> str:
    return HELP_UNIT[form] if form is HelpForm.MONEY or not unit else unit


def _kind(form: HelpForm, what: str, unit: str) -> Kind:
    thing = what.casefold() if form is HelpForm.GOODS else ""
    return form, thing, _unit(form, unit).casefold()


def booked(pledges: Iterable[Pledge], day: date, groups: Mapping[int, int]) -> frozenset[int]:
    """The members whose day is taken by one of the pledges; `groups` has each one's group.

    Only a pledge for that very day takes it: "trong hai tuần tới" leaves room.
    """
    taken: set[int] = set()
    for pledge in pledges:
        draft = pledge.draft
        if (draft.when.first, draft.when.last) != (day, day) or draft.form not in _TAKES_THE_DAY:
            continue
        if draft.helper_kind in {HelperKind.MEMBERS, HelperKind.NUMBER}:
            taken.update(draft.members)
        elif draft.helper_kind is HelperKind.GROUP:
            own = {member for member, group in groups.items() if group == draft.group_id}
            taken.update(own if len(own) <= (draft.number or len(own)) else ())
    return frozenset(taken)


def double_booked(pledge: Pledge, pledges: Iterable[Pledge]) -> tuple[int, ...]:
    """The helpers of a pledge who have promised another of these for the same day."""
    day = pledge.draft.when.first
    if day is None or day != pledge.draft.when.last or pledge.draft.form not in _TAKES_THE_DAY:
        return ()
    others = [other for other in pledges if other.id != pledge.id]
    taken = booked(others, day, {})
    return tuple(member for member in pledge.draft.members if member in taken)


def carried(opinion: Opinion | None) -> bool:
    """Whether the club agreed: by nhất trí, or more than half of those present raised hands."""
    if opinion is None:
        return False
    return opinion.unanimous or 2 * opinion.in_favour > opinion.present


def discreet_name(case: HardshipCase) -> str:
    """A name that may be read out where nobody has asked who may hear it."""
    person = case.person
    if may_be_named(person, ConsentScope.CLUB):
        return case.addressed
    return " ".join(filter(None, (person.address_form, initial(person.name))))


def lacking(
    overview: AssignmentOverview,
    name: Callable[[HardshipCase], str] = discreet_name,
    *,
    reason_given: bool = False,
) -> tuple[Lack, ...]:
    """The chosen cases without help, those not agreed on, and how many helpers have no name.

    Where none is chosen, that is what is lacking, unless the club has said why.
    """

    def named_of(cases: Iterable[CaseHelp]) -> str:
        return ", ".join(name(each.case) for each in cases)

    without = named_of(each for each in overview.cases if each.chosen and not each.helped)
    not_agreed = named_of(
        each for each in overview.cases if each.chosen and each.helped and not each.agreed
    )
    unnamed = sum(each.to_name for each in overview.cases)
    lacks = []
    if not reason_given and not any(each.chosen for each in overview.cases):
        lacks.append(Lack(LackKind.NO_CASE_CHOSEN))
    if without:
        lacks.append(Lack(LackKind.CASES_WITHOUT_HELP, {"names": without}))
    if not_agreed:
        lacks.append(Lack(LackKind.HELP_NOT_AGREED, {"names": not_agreed}))
    if unnamed:
        lacks.append(Lack(LackKind.HELPERS_TO_NAME, {"count": unnamed}))
    return tuple(lacks)
