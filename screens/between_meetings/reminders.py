"""What the main page reminds of, each a line that leads to its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from screens.between_meetings.club_books import book_of_key
from screens.language import _
from screens.meeting.last_month_lines import for_whom, target_words, what_was_promised
from screens.privacy import shown_case
from screens.widgets.lines import Line, LineKind, act
from storage.days import on_screen
from storage.vietnamese import with_capital

if TYPE_CHECKING:
    from storage.records.attention import Attention, KeptCase, UnansweredMatter
    from storage.records.follow_up import Promise, UrgentStory
    from storage.records.home_care import CareCase

OLD_CASES = "old-cases"
"""Where the line of the old cases leads; their list is no book in the menu."""
_SIGN = "|"
"""Between the parts of the key of a line."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """Lines of one kind, and the line that stands for all of them where there is no room."""

    lines: tuple[Line, ...]
    together: Line


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a reminder leads."""

    book: str
    line: str = ""


def goal_of(key: str) -> Goal | None:
    """Where the line of this key leads: a book, and the line in it."""
    if not key.startswith(_SIGN):
        return None
    book, _sign, line = key.removeprefix(_SIGN).partition(_SIGN)
    return Goal(book, line)


def _reminder(book: str, line: str, words: str) -> Line:
    """A line that leads to its record; one that only tells, while the program has no such book."""
    key = f"{_SIGN}{book}{_SIGN}{line}"
    if book_of_key(book) is None:
        return Line(key, (words,), LineKind.NOTE)
    return act(key, words)


def targets_in_words(attention: Attention) -> str:
    """Both targets, and the months that missed the first one."""
    words = target_words(attention.targets)
    if not attention.missed:
        return words
    community, _line, persons = words.partition("\n")
    months = ", ".join(f"{month.month}/{month.year}" for month in attention.missed)
    missed = _("Tháng chưa giúp cộng đồng: {months}").format(months=months)
    return f"{community}\n– {missed}\n{persons}"


def reminder_lines(attention: Attention, room: int, *, hidden: bool) -> list[Line]:
    """What waits, in so many rows at most: the longest kinds give way to their number."""
    kinds = [kind for kind in _kinds(attention, hidden=hidden) if kind.lines]
    whole = dict.fromkeys(range(len(kinds)), True)
    while kinds and sum(len(kinds[each].lines) if whole[each] else 1 for each in whole) > room:
        longest = max(whole, key=lambda each: len(kinds[each].lines) if whole[each] else 1)
        if not whole[longest] or len(kinds[longest].lines) == 1:
            break
        whole[longest] = False
    lines: list[Line] = []
    for each, kind in enumerate(kinds):
        lines += kind.lines if whole[each] else (kind.together,)
    return lines


def _kinds(attention: Attention, *, hidden: bool) -> Sequence[Reminders]:
    """The most pressing first."""
    old = attention.old_cases
    return (
        Reminders(
            tuple(_urgent(each, hidden=hidden) for each in attention.urgent),
            _together("urgent", _("Báo cần giúp ngay, chưa quyết định"), attention.urgent),
        ),
        Reminders(
            tuple(_promise(each, hidden=hidden) for each in attention.overdue),
            _together("tracking", _("Việc đã hứa, quá hẹn"), attention.overdue),
        ),
        Reminders(
            tuple(_promise(each, hidden=hidden) for each in attention.due),
            _together("tracking", _("Việc đã hứa, hẹn trong 7 ngày tới"), attention.due),
        ),
        Reminders(
            tuple(_referral(each, hidden=hidden) for each in attention.referrals),
            _together("home-care", _("Nhóm TNV chưa khảo sát"), attention.referrals),
        ),
        Reminders(
            tuple(_kept(each, hidden=hidden) for each in attention.kept),
            _together("tracking", _("Trường hợp để kỳ sau"), attention.kept),
        ),
        Reminders(
            tuple(_answer(each) for each in attention.answers),
            _together("tracking", _("Đề xuất, địa phương chưa trả lời"), attention.answers),
        ),
        Reminders((_old_cases(old),) if old else (), _old_cases(old)),
    )


def _together(book: str, words: str, all_of_them: Sequence[object]) -> Line:
    return _reminder(book, words, f"{words}: {len(all_of_them)}")


def _old_cases(number: int) -> Line:
    words = _("Đã xong từ lâu, xóa chuyện riêng: {count} trường hợp", number).format(count=number)
    return act(f"{_SIGN}{OLD_CASES}{_SIGN}", words)


def _urgent(story: UrgentStory, *, hidden: bool) -> Line:
    told = _("Cần giúp ngay, chưa quyết định: {who}, báo {when}").format(
        who=shown_case(story.case, hidden), when=f"{story.reported_at:%d/%m %H:%M}"
    )
    return _reminder("urgent", f"report:{story.id}", told)


def _promise(promise: Promise, *, hidden: bool) -> Line:
    end = promise.due.last or promise.due.first or date.min
    when = (
        _("quá hẹn {days} ngày", promise.overdue_days).format(days=promise.overdue_days)
        if promise.overdue_days
        else _("hẹn {day}").format(day=on_screen(end))
    )
    told = _("{when}: {who}, {what}").format(
        when=with_capital(when),
        who=for_whom(promise, hidden=hidden),
        what=what_was_promised(promise, hidden=hidden),
    )
    return _reminder("tracking", f"pledge:{promise.pledge.id}", told)


def _referral(care: CareCase, *, hidden: bool) -> Line:
    told = _("Nhóm TNV chưa khảo sát: {who}").format(who=shown_case(care.case, hidden))
    if care.referred_on is not None:
        told += _(", chuyển {day}").format(day=on_screen(care.referred_on))
    return _reminder("home-care", f"care:{care.id}", told)


def _kept(kept: KeptCase, *, hidden: bool) -> Line:
    who = shown_case(kept.case, hidden)
    if kept.case.brought_back:
        told = _("Nhóm TNV đưa lại: {who}").format(who=who)
        return _reminder("home-care", f"care:{kept.referral_id}", told)
    line = f"entry:{kept.meeting_id}:{kept.case.id}:0"
    return _reminder("tracking", line, _("Để kỳ sau: {who}").format(who=who))


def _answer(unanswered: UnansweredMatter) -> Line:
    matter = unanswered.awaited.matter
    told = _("Địa phương chưa trả lời: {what}").format(what=matter.what)
    line = f"entry:{unanswered.meeting_id}:0:{matter.id}"
    return _reminder("tracking", line, told)
