"""How the entries of the tracking book stand in their rows (S33)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from screens.language import N_, _
from screens.meeting.last_month_lines import (
    answer_words,
    helpers_by_name,
    told_in_full,
    told_in_short,
)
from screens.meeting.names_later import still_to_name
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.widgets.lines import Column, Line, blank, heading
from screens.wording.amounts import form_word, given_in_short, given_words, helpers_in_short
from screens.wording.days import describe
from storage.days import on_screen
from storage.records.kinds import ReferralState
from storage.records.pledges import Fulfilment, Pledge
from storage.records.tracking import EntryKind, EntryState, TrackedEntry
from storage.rules.follow_up import due_of, is_ahead, overdue_days
from storage.rules.terms import OUTCOME
from storage.rules.tracking import last_told

COLUMNS = (Column(5), Column(20), Column(), Column(20))
"""The day, for whom, what, and how it stands."""
WIDE_COLUMNS = (*COLUMNS[:3], Column(24), COLUMNS[3])
"""With who helps before how it stands."""
_BETWEEN = " · "

STATE = {
    EntryState.OPEN: N_("chưa báo"),
    EntryState.PARTLY: N_("– một phần"),
    EntryState.POSTPONED: N_("· hẹn lại"),
    EntryState.DONE: N_("√ đã làm"),
    EntryState.NOT_DONE: N_("× chưa làm được"),
    EntryState.KEPT: N_("để kỳ sau"),
    EntryState.PASSED_ON: N_("đã chuyển"),
    EntryState.ENDED: N_("đã kết thúc"),
}
REFERRAL = {
    ReferralState.WAITING: N_("chờ khảo sát"),
    ReferralState.SURVEYED: N_("đã khảo sát"),
    ReferralState.CARED_FOR: N_("đang chăm sóc"),
    ReferralState.ENDED: N_("đã kết thúc"),
    ReferralState.BROUGHT_BACK: N_("đưa lại ra CLB"),
}


def tracking_lines(
    entries: Iterable[TrackedEntry], today: date, *, hidden: bool, wide: bool
) -> list[Line]:
    """The newest month on top, under each its rows: one a promise, one where none was made."""
    lines: list[Line] = []
    month: tuple[int, int] | None = None
    for entry in sorted(entries, key=lambda each: each.day, reverse=True):
        if (entry.day.year, entry.day.month) != month:
            month = (entry.day.year, entry.day.month)
            title = _("Tháng {month} năm {year}").format(month=month[1], year=month[0])
            lines += [blank(title), heading(title)]
        lines += _rows(entry, today, hidden=hidden, wide=wide)
    return lines


def line_keys(entry: TrackedEntry) -> list[str]:
    """Names the lines of an entry to its screen: one a promise, one where none was made."""
    return [pledge_key(pledge.id) for pledge in entry.pledges] or [_entry_key(entry)]


def pledge_key(pledge_id: int) -> str:
    """Names the line of a promise."""
    return f"pledge:{pledge_id}"


def _entry_key(entry: TrackedEntry) -> str:
    if entry.urgent is not None:
        return f"urgent:{entry.urgent.id}"
    case = entry.case.id if entry.case else 0
    matter = entry.matter.id if entry.matter else 0
    return f"entry:{entry.meeting_id}:{case}:{matter}"


def _rows(entry: TrackedEntry, today: date, *, hidden: bool, wide: bool) -> Iterator[Line]:
    def line(key: str, what: str, helpers: str, state: str, detail: str) -> Line:
        cells = (f"{entry.day:%d/%m}", entry_for(entry, hidden=hidden), what)
        return Line(key, (*cells, helpers, state) if wide else (*cells, state), detail=detail)

    for pledge in entry.pledges:
        yield line(
            pledge_key(pledge.id),
            pledge_words(entry, pledge, hidden=hidden),
            helpers_in_short(pledge),
            pledge_state(pledge, today),
            _pledge_detail(entry, pledge, hidden=hidden),
        )
    if not entry.pledges:
        yield line(
            _entry_key(entry),
            entry_words(entry, hidden=hidden),
            "",
            entry_state(entry),
            _entry_detail(entry, hidden=hidden),
        )


def entry_for(entry: TrackedEntry, *, hidden: bool) -> str:
    """Whom it is for: a person as the wall may name them, the community, or the locality."""
    if entry.case is not None:
        return shown_case(replace(entry.case, groups=entry.groups), hidden)
    if entry.kind is EntryKind.LOCALITY and entry.matter is not None:
        return entry.matter.draft.addressee or _("địa phương")
    return _("cộng đồng")


def pledge_words(entry: TrackedEntry, pledge: Pledge, *, hidden: bool) -> str:
    """What was promised."""
    if entry.matter is not None:
        return entry.matter.what
    shown = entry.case is None or may_show(entry.case.person, hidden=hidden)
    return given_words(pledge) if shown else given_in_short(pledge)


def pledge_state(pledge: Pledge, today: date) -> str:
    """What became of a promise, or by when it is due."""
    told = last_told(pledge)
    if told is not None:
        return told_in_short(pledge, told)
    due = due_of(pledge.draft.when, pledge.fulfilments)
    late = overdue_days(due, today)
    if late:
        return _("quá hẹn {days} ngày", late).format(days=late)
    end = due.last or due.first
    if end is not None and is_ahead(due, today):
        return _("hẹn {day}").format(day=on_screen(end))
    return _("chưa báo")


def entry_words(entry: TrackedEntry, *, hidden: bool) -> str:
    """What it is about, where nothing was promised."""
    if entry.matter is not None:
        return entry.matter.what
    if entry.case is None:
        return ""
    if entry.urgent is not None and may_show(entry.case.person, hidden=hidden):
        story = entry.urgent
        return story.help_given or story.decision or entry.case.circumstances
    return shown_circumstances(entry.case, hidden)


def entry_state(entry: TrackedEntry) -> str:
    """How far it has come, in two or three words."""
    if entry.kind is EntryKind.LOCALITY and entry.outcome is not None:
        return _locality_state(entry)
    if entry.kind is EntryKind.URGENT and entry.state is EntryState.DONE:
        return _("√ đã giúp ngay")
    if entry.state is EntryState.PASSED_ON and entry.referral is not None:
        return _(REFERRAL[entry.referral.state])
    if entry.state is EntryState.OPEN and entry.outcome is None:
        return _("chưa quyết định")
    return _(STATE[entry.state])


def _locality_state(entry: TrackedEntry) -> str:
    if entry.state is EntryState.NOT_DONE:
        return _("× không đề xuất")
    if entry.state is EntryState.DONE:
        return _("√ đã giải quyết")
    answers = len(entry.matter.answers) if entry.matter else 0
    return _("· trả lời {n} lần", answers).format(n=answers) if answers else _("chưa trả lời")


def _pledge_detail(entry: TrackedEntry, pledge: Pledge, *, hidden: bool) -> str:
    private = entry.case is not None and not may_show(entry.case.person, hidden=hidden)
    parts = [pledge_words(entry, pledge, hidden=hidden), helpers_by_name(pledge)]
    missing = still_to_name(pledge)
    if missing:
        parts.append(_("còn {count} người chưa ghi tên", missing).format(count=missing))
    when = describe(pledge.draft.when) or pledge.draft.when.text
    if when:
        parts.append(_("hẹn {when}").format(when=when))
    parts += [_telling(pledge, told, private=private) for told in pledge.fulfilments]
    return _BETWEEN.join(part for part in parts if part)


def _telling(pledge: Pledge, told: Fulfilment, *, private: bool) -> str:
    """What was told on a day; a new day says by itself that it was put off."""
    word, rest = told_in_short(pledge, told), told_in_full(pledge, told, private=private)
    if told.postponed_to.text:
        return f"{on_screen(told.on)} {rest}"
    return f"{on_screen(told.on)} {word}" + (f" ({rest})" if rest else "")


def _entry_detail(entry: TrackedEntry, *, hidden: bool) -> str:
    shown = entry.case is None or may_show(entry.case.person, hidden=hidden)
    parts = [entry_words(entry, hidden=hidden), ", ".join(entry.groups)]
    if entry.outcome is not None:
        parts.append(_(OUTCOME[entry.outcome]))
    if shown:
        parts += [entry.reason, entry.ended]
    elif entry.case is not None:
        forms = {form_word(need.form): None for need in entry.case.needs}
        parts = [", ".join(forms), *parts[1:]]
    if entry.matter is not None:
        parts += [f"{on_screen(each.on)} {answer_words(each)}" for each in entry.matter.answers]
    return _BETWEEN.join(part.replace("\n", " ") for part in parts if part)
