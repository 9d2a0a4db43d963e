"""The lines of step 5: the cases side by side, with what helps to judge as facts."""

from __future__ import annotations

from collections.abc import Sequence

from screens.language import _
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.widgets.line_list import Column, Line
from storage.days import describe
from storage.records.cases import HardshipCase
from storage.records.kinds import Outcome
from storage.records.selection import CaseOnTable, SelectionOverview
from storage.rules.terms import FACT, HELP_FORM, OUTCOME, RELATION


def columns(width: int) -> tuple[Column, ...]:
    """Who, circumstances and needs, which groups, and the hands or the decision."""
    return (Column(30 if width >= 100 else 25), Column(), Column(5), Column(15))


def case_line(
    each: CaseOnTable, overview: SelectionOverview, *, marked: bool, typed: str | None, hidden: bool
) -> Line:
    """A case; its mark is a shape, and counts show only while they are taken."""
    case = each.case
    sign = "■" if marked or each.outcome is Outcome.CHOSEN else "□"
    groups = ", ".join(group.removeprefix(_("Tổ ")) for group in case.groups)
    cells = (
        f"{sign} {_with_age(case, overview, hidden=hidden)}",
        _circumstances(case, hidden=hidden),
        groups,
        _standing(each, overview, typed),
    )
    return Line(f"case:{case.id}", cells, detail=_facts(each, hidden=hidden))


def _standing(each: CaseOnTable, overview: SelectionOverview, typed: str | None) -> str:
    counted = overview.round
    if overview.counting and counted is not None:
        if each.case.id not in counted.cases:
            return ""
        if typed is not None:
            return _("► {number} giơ tay").format(number=typed)
        hands = counted.hands.get(each.case.id)
        return _("·· giơ tay") if hands is None else _("{number} giơ tay").format(number=hands)
    if each.outcome is None:
        return _("để từ kỳ trước") if each.case.kept_before else ""
    if each.outcome is Outcome.HOME_CARE:
        return _("nhóm TNV")
    if each.outcome is Outcome.LOCALITY:
        return _("địa phương")
    return _(OUTCOME[each.outcome])


def _with_age(case: HardshipCase, overview: SelectionOverview, *, hidden: bool) -> str:
    name = shown_case(case, hidden)
    year = case.person.birth_year
    if year is None or not may_show(case.person, hidden=hidden):
        return name
    return f"{name}, {overview.day.year - year}"


def _circumstances(case: HardshipCase, *, hidden: bool) -> str:
    told = shown_circumstances(case, hidden)
    if not may_show(case.person, hidden=hidden):
        return told
    needs = ", ".join(need.what or _(HELP_FORM[need.form]).lower() for need in case.needs)
    return " · ".join(part for part in (told, needs) if part)


def _facts(each: CaseOnTable, *, hidden: bool) -> str:
    case = each.case
    words = [_(RELATION[case.relation])]
    if may_show(case.person, hidden=hidden):
        words += [_(FACT[fact]) for fact in sorted(case.facts)]
    if case.home_care:
        words.append(_("cần chăm sóc tại nhà"))
    if case.when.text:
        words.append(describe(case.when) or case.when.text)
    if case.helped_times:
        words.append(_("12 tháng qua CLB đã giúp {n} lần").format(n=case.helped_times))
    else:
        words.append(_("12 tháng qua CLB chưa giúp lần nào"))
    if each.reason:
        words.append(_("lý do: {reason}").format(reason=each.reason))
    return " · ".join(words)


def tie_question(tied: Sequence[HardshipCase], hands: int, *, hidden: bool) -> str:
    """Says a tie out loud, politely: "Anh Lực và ông Sơn bằng nhau (33 người)."."""
    names = [_short(case, hidden=hidden) for case in tied]
    joined = _(" và ").join([", ".join(names[:-1]), names[-1]])
    sentence = _("{names} bằng nhau ({hands} người).").format(names=joined, hands=hands)
    return sentence[0].upper() + sentence[1:]


def _short(case: HardshipCase, *, hidden: bool) -> str:
    if not may_show(case.person, hidden=hidden) or case.person.address_form is None:
        return shown_case(case, hidden)
    return f"{case.person.address_form} {case.person.name.split()[-1]}"
