"""The lines of step 5: the cases side by side, with what helps to judge them as facts."""

from __future__ import annotations

from collections.abc import Sequence

from screens.language import N_, _
from screens.meeting.proposals import who
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.widgets.fitting import fitted
from screens.widgets.lines import Column, Line, LineKind
from screens.wording.days import describe
from storage.records.cases import HardshipCase
from storage.records.kinds import Fact, Outcome, Relation
from storage.records.selection import CaseOnTable
from storage.rules.terms import FACT, HELP_FORM, OUTCOME, RELATION
from storage.vietnamese import with_capital

_BETWEEN = " · "
_NARROW = 76
"""Below this a row has room for who it is and what was decided."""
_WIDE = 100
_STATE = 10
_GROUPS = 8
_FRAME = 9
"""Cells of a row that hold no letter: the cursor's, and those between the columns."""
_OTHER_ROWS = 14
"""Rows of the screen that no case stands in: the frame's, and the two acts."""
_INDENT = "   "
_OUTCOME_IN_SHORT = {
    Outcome.HOME_CARE: N_("nhóm TNV"),
    Outcome.LOCALITY: N_("địa phương"),
}
"""What the column has no room for in full."""


def columns(width: int, *, roomy: bool = False) -> tuple[Column, ...]:
    """Who, circumstances and needs, of which groups, and the hands or the decision."""
    last = Column(_STATE, right=True)
    if width < _NARROW:
        return (Column(), last)
    if roomy:
        return (Column(), Column(_GROUPS), last)
    return (Column(36 if width >= _WIDE else 27), Column(), Column(_GROUPS), last)


def roomy(cases: int, width: int, height: int) -> bool:
    """Whether each case may have two lines, so that the room reads all of it at once."""
    return width >= _NARROW and 2 * cases <= height - _OTHER_ROWS


def case_lines(
    each: CaseOnTable, *, marked: bool, year: int, width: int, spread: bool, hidden: bool
) -> list[Line]:
    """A case as it stands: its mark is a shape, what was decided on it a word."""
    if each.chosen or (marked and each.outcome is None):
        mark = "■"
    else:
        mark = "□" if each.outcome is None else "–"
    case, key = each.case, f"case:{each.case.id}"
    told, detail = circumstances(case, hidden=hidden), case_detail(each, hidden=hidden)
    cells = row_cells(case, mark, _state(each), year=year, width=width, hidden=hidden)
    if spread:
        below = _INDENT + fitted(told, width - _FRAME)
        row = Line(key, (cells[0], *cells[2:]), detail=detail)
        return [row, Line(f"told:{case.id}", (below,), LineKind.NOTE)]
    # What the row has no room for is said in full below the list.
    cut = width < _NARROW or len(told) > _room(width)
    return [Line(key, cells, detail=_BETWEEN.join(filter(None, (told if cut else "", detail))))]


def row_cells(
    case: HardshipCase, mark: str, last: str, *, year: int, width: int, hidden: bool
) -> tuple[str, ...]:
    """The cells of a case, by the room there is."""
    name = f"{mark} {who(case, year, hidden=hidden)}"
    if width < _NARROW:
        return (name, last)
    return (name, circumstances(case, hidden=hidden), _groups(case), last)


def circumstances(case: HardshipCase, *, hidden: bool) -> str:
    """The circumstances and what is needed; the forms of help alone without consent."""
    told = shown_circumstances(case, hidden)
    if not may_show(case.person, hidden=hidden):
        return told
    needs = ", ".join(need.what or _(HELP_FORM[need.form]).lower() for need in case.needs)
    return _BETWEEN.join(filter(None, (told, needs)))


def case_detail(each: CaseOnTable, *, hidden: bool) -> str:
    """What helps to judge a case, as facts; nothing of illness without consent."""
    case = each.case
    may = may_show(case.person, hidden=hidden)
    told = [_(RELATION[case.relation])]
    if may and case.relation is Relation.FAMILY and case.relative_name:
        told = [_("gia đình {name}").format(name=case.relative_name)]
    facts = [fact for fact in FACT if fact in case.facts and (may or fact is Fact.URGENT)]
    told += [_(FACT[fact]) for fact in facts]
    if case.when.text.casefold() != "ngay" or Fact.URGENT not in facts:
        told.append(describe(case.when) or case.when.text)
    if case.home_care and may:
        told.append(_("cần chăm sóc tại nhà"))
    told.append(
        _("12 tháng qua CLB đã giúp {count} lần", case.helped_times).format(count=case.helped_times)
        if case.helped_times
        else _("12 tháng qua CLB chưa giúp lần nào")
    )
    if each.reason and may:
        told.append(_("lý do: {reason}").format(reason=each.reason))
    return _BETWEEN.join(filter(None, told))


def short_name(case: HardshipCase, *, hidden: bool) -> str:
    """The form of address and the given name, as people say it: "anh Lực"."""
    form, name = case.person.address_form, case.person.name
    if not may_show(case.person, hidden=hidden) or form is None:
        return shown_case(case, hidden)
    said = f"{form} {name.rpartition(' ')[2]}"
    return _("hộ {name}").format(name=said) if case.household else said


def joined_names(cases: Sequence[HardshipCase], *, hidden: bool) -> str:
    """Some cases in one breath, in full where two are called alike: "anh Lực và ông Sơn"."""
    names = [short_name(case, hidden=hidden) for case in cases]
    if len(set(names)) < len(names):
        names = [shown_case(case, hidden) for case in cases]
    *first, last = names
    return _("{names} và {last}").format(names=", ".join(first), last=last) if first else last


def tie_sentence(tied: Sequence[HardshipCase], hands: int, *, hidden: bool) -> str:
    """Says a tie out loud, politely: "Anh Lực và ông Sơn bằng nhau (33 người)."."""
    names = joined_names(tied, hidden=hidden)
    sentence = _("{names} bằng nhau ({hands} người). Xin ý kiến lại giữa {count} người?").format(
        names=names, hands=hands, count=spoken_number(len(tied))
    )
    return with_capital(sentence)


def spoken_number(number: int) -> str:
    """A small number as a word."""
    words = {2: _("hai"), 3: _("ba"), 4: _("bốn")}
    return words.get(number, str(number))


def _state(each: CaseOnTable) -> str:
    if each.outcome is None:
        return ""
    return _(_OUTCOME_IN_SHORT.get(each.outcome, OUTCOME[each.outcome]))


def _groups(case: HardshipCase) -> str:
    """Which groups propose it, in as little room as the sketch has it: "Tổ 3, 5"."""
    if not case.groups:
        if case.brought_back:
            return _("TNV đưa lại")
        return _("kỳ trước") if case.kept_before else ""
    word = _("Tổ ")
    if not all(name.startswith(word) for name in case.groups):
        return ", ".join(case.groups)
    return word + ", ".join(name.removeprefix(word) for name in case.groups)


def _room(width: int) -> int:
    """How many letters of the circumstances a row has room for."""
    fixed = sum(column.width for column in columns(width))
    return width - fixed - _FRAME
