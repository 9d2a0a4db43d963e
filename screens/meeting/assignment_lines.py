"""The lines of step 6: each case with what it needs, what is pledged, and what was agreed."""

from __future__ import annotations

from screens.language import _
from screens.meeting.names_later import still_to_name
from screens.privacy import may_show, shown_case
from screens.widgets.lines import Line, LineKind, act, blank, note
from screens.wording.amounts import (
    form_word,
    gap_words,
    given_in_short,
    given_words,
    helpers_in_short,
    need_words,
    opinion_words,
    total_words,
)
from screens.wording.days import describe, weekday_on_screen
from storage.records.assignment import AssignmentOverview, CaseHelp
from storage.records.cases import When
from storage.records.kinds import HelperKind
from storage.records.pledges import Pledge
from storage.rules import pledges as rules
from storage.rules.minutes_parts.names import for_the_wall
from storage.rules.terms import OUTCOME

_SEPARATOR = " · "
_NAMED = 6
"""So many helpers are named in one breath."""


def lines(overview: AssignmentOverview, *, hidden: bool, year: int) -> tuple[Line, ...]:
    """All lines, by case."""
    if not overview.cases:
        return (note(_("Chưa chọn trường hợp nào. PgUp về bước 5 để chọn.")),)
    shown: list[Line] = []
    for number, each in enumerate(overview.cases):
        if number:
            shown.append(blank(str(each.case.id)))
        shown += _case_lines(number + 1, each, overview, hidden=hidden, year=year)
    return tuple(shown)


def _case_lines(
    place: int, each: CaseHelp, overview: AssignmentOverview, *, hidden: bool, year: int
) -> list[Line]:
    number = each.case.id
    title = f"{place}  {_title(each, hidden=hidden, year=year)}"
    needs = needs_words(each, hidden=hidden)
    shown = [
        act(f"case:{number}", title, needs),
        Line(f"needs:{number}", (f"  {needs}",), LineKind.NOTE),
    ]
    everything = [pledge for case in overview.cases for pledge in case.pledges]
    shown += [
        _pledge_line(pledge, everything, secret=not may_show(each.case.person, hidden=hidden))
        for pledge in each.pledges
    ]
    shown.append(act(f"add:{number}", _("  + Đăng ký giúp"), needs))
    if each.referral is not None or each.case.home_care:
        shown.append(_care_line(each, hidden=hidden))
    if each.chosen or each.helped:
        shown.append(_question_line(each))
    return shown


def _title(each: CaseHelp, *, hidden: bool, year: int) -> str:
    person = each.case.person
    title = shown_case(each.case, hidden)
    if person.birth_year and may_show(person, hidden=hidden):
        title = f"{title}, {year - person.birth_year}"
    return f"{title} – {_(OUTCOME[each.outcome])}" if each.outcome else title


def pledged_words(each: CaseHelp, *, hidden: bool) -> str:
    """What is pledged to a case and when, to be read out before the club is asked."""
    secret = not may_show(each.case.person, hidden=hidden)
    told = []
    for pledge in each.pledges:
        given = given_in_short(pledge) if secret else given_words(pledge)
        told.append(", ".join(filter(None, (given, shown_when(pledge.draft.when)))))
    return _SEPARATOR.join(told)


def needs_words(each: CaseHelp, *, hidden: bool) -> str:
    """What a case needs, when, and what of it nobody has pledged yet."""
    open_to_all = may_show(each.case.person, hidden=hidden)
    if open_to_all:
        needed = [need_words(need) for need in each.case.needs]
        missing = [gap_words(gap) for gap in each.gaps]
    else:
        needed = list(dict.fromkeys(form_word(need.form) for need in each.case.needs))
        missing = list(dict.fromkeys(form_word(gap.form) for gap in each.gaps))
    told = [
        _("cần: {needs}").format(needs=", ".join(needed)) if needed else "",
        each.case.when.text,
        _("còn thiếu {what}").format(what=", ".join(missing)) if missing else "",
    ]
    return _SEPARATOR.join(part for part in told if part)


def _pledge_line(pledge: Pledge, everything: list[Pledge], *, secret: bool) -> Line:
    given = given_in_short(pledge) if secret else given_words(pledge)
    return Line(
        f"pledge:{pledge.id}",
        (f"  • {given}", shown_helpers(pledge), shown_when(pledge.draft.when)),
        detail=_SEPARATOR.join(_details(pledge, everything)),
    )


def shown_helpers(pledge: Pledge) -> str:
    """Who gives: one by name, many by their number."""
    draft = pledge.draft
    if draft.helper_kind is HelperKind.MEMBERS and len(pledge.helpers) == 1:
        return pledge.helpers[0]
    missing = still_to_name(pledge)
    if missing == pledge.people:
        return _("{count} người, ghi tên sau", pledge.people).format(count=pledge.people)
    if missing:
        told = _("{count} người, thiếu {missing} tên", pledge.people)
        return told.format(count=pledge.people, missing=missing)
    return helpers_in_short(pledge)


def names_of(pledge: Pledge) -> str:
    """The helpers by name, the first of them where they are many."""
    rest = len(pledge.helpers) - _NAMED
    if rest <= 1:
        return ", ".join(pledge.helpers)
    return _("{names} và {count} người nữa").format(
        names=", ".join(pledge.helpers[:_NAMED]), count=rest
    )


def shown_when(when: When) -> str:
    """A single day as a day; anything else as it was said."""
    if when.first and when.first == when.last:
        return weekday_on_screen(when.first)
    return when.text or describe(when)


def _details(pledge: Pledge, everything: list[Pledge]) -> list[str]:
    draft = pledge.draft
    twice = rules.double_booked(pledge, everything)
    names = dict(zip(draft.members, pledge.helpers, strict=True))
    told = []
    if twice:
        who = ", ".join(names[member] for member in twice)
        told.append(_("trùng ngày: {names}").format(names=who))
    told += [part for part in (shown_when(draft.when), draft.place) if part]
    if pledge.in_charge_name:
        told.append(_("phụ trách: {name}").format(name=pledge.in_charge_name))
    if pledge.helpers:
        told.append(names_of(pledge))
    return told


def _care_line(each: CaseHelp, *, hidden: bool) -> Line:
    key = f"care:{each.case.id}"
    if each.referral is None:
        return act(key, _("  □ Chuyển nhóm TNV chăm sóc tại nhà"))
    told = each.referral.note if may_show(each.case.person, hidden=hidden) else ""
    return act(key, _("  ■ Đã chuyển nhóm TNV chăm sóc tại nhà"), told)


def _question_line(each: CaseHelp) -> Line:
    key = f"agree:{each.case.id}"
    if each.opinion is None:
        return act(key, _("  □ Cả CLB nhất trí: giúp gì, ai giúp, khi nào?"))
    if each.opinion.unanimous:
        return act(key, _("  ■ Cả CLB nhất trí: giúp gì, ai giúp, khi nào"))
    mark = "■" if each.agreed else "□"
    hands = _("Giơ tay: {result}").format(result=opinion_words(each.opinion))
    short = "" if each.agreed else _(" – chưa quá nửa số người có mặt")
    return act(key, f"  {mark} {hands}{short}")


def agreed_so_far(overview: AssignmentOverview) -> str:
    """Of how many of the chosen cases the club has agreed on the help."""
    chosen = [each for each in overview.cases if each.chosen]
    agreed = sum(each.agreed for each in chosen)
    return _("Đã thống nhất {agreed} / {chosen}").format(agreed=agreed, chosen=len(chosen))


def totals_rows(overview: AssignmentOverview, width: int, *, hidden: bool) -> str:
    """What all pledges add up to, in rows of this width, each amount whole on its row."""
    rows: list[str] = []
    cases = [each.case for each in overview.cases]
    for total in map(total_words, overview.totals):
        words = for_the_wall(total, cases) if hidden else total
        longer = f"{rows[-1]}{_SEPARATOR}{words}" if rows else words
        if rows and len(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(words)
    return "\n".join(rows)


def gaps_line(overview: AssignmentOverview, *, hidden: bool) -> str:
    """What the chosen cases still lack: "còn thiếu 3 ngày công"."""
    missing = [
        form_word(gap.form)
        if gap.missing is None and not may_show(each.case.person, hidden=hidden)
        else gap_words(gap)
        for each in overview.cases
        if each.chosen
        for gap in each.gaps
    ]
    if not missing:
        return ""
    what = _SEPARATOR.join(dict.fromkeys(missing))
    shown = for_the_wall(what, [each.case for each in overview.cases]) if hidden else what
    return _("còn thiếu {what}").format(what=shown)
