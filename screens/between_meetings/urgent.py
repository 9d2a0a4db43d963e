"""Việc cần giúp ngay: what could not wait for the meeting, from the report to the help (S32)."""

from __future__ import annotations

from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.between_meetings.history_page import HISTORY_KEY, history_key, show_history
from screens.between_meetings.urgent_entry import (
    new_report,
    open_pledge,
    open_report,
    reopen_urgent_form,
)
from screens.language import N_, _
from screens.meeting.assignment_lines import shown_helpers, shown_when
from screens.privacy import may_show, shown_case, shown_circumstances
from screens.widgets.lines import Column, Line, act, blank, heading, note
from screens.wording.amounts import given_in_short, given_words
from storage.books import Books
from storage.records.follow_up import UrgentStory
from storage.records.history import RecordKind
from storage.records.pledges import Pledge
from storage.records.urgent import UrgentCase, UrgentOverview

_BETWEEN = " · "
_HOURS_A_DAY = 24
_DAYS_TOLD_FROM = 2 * _HOURS_A_DAY


class UrgentScreen(BookScreen[UrgentOverview]):
    """What waits for a decision or for help on top, then what was done."""

    HELP: ClassVar[str] = N_(
        "Tổ trưởng báo việc không chờ được buổi họp thì ghi ở đây, cũng có thể ghi sau. Enter ở "
        "dòng đầu để ghi việc mới; Enter ở một việc để ghi quyết định, người giúp, kết quả. "
        "Các việc này được báo ở bước 2 của kỳ họp tới và ghi vào biên bản. Bấm 5: ai ghi, khi nào."
    )

    def read(self, books: Books) -> UrgentOverview:
        """The reports."""
        return books.urgent.overview()

    def page(self, overview: UrgentOverview) -> Page:
        """A row a report, with its pledges beneath it while it is open."""
        lines: list[Line] = [act("new", _("+ Ghi việc cần giúp ngay"))]
        if overview.open:
            lines += [blank("open"), heading(_("Đang chờ"))]
            for report in overview.open:
                lines.append(self._line(report))
                lines += [self._pledge_line(report, each) for each in report.pledges]
        if overview.done:
            lines += [blank("done"), heading(_("Đã giúp"))]
            lines += [self._line(report) for report in overview.done]
        if not overview.open and not overview.done:
            lines += [blank("none"), note(_("Chưa có việc nào phải giúp ngay."))]
        return Page(
            title=_("Việc cần giúp ngay"),
            aside=_("{count} việc đang chờ").format(count=len(overview.open)),
            columns=(Column(24), Column(), Column(21)),
            lines=tuple(lines),
            keys=(("Enter", _("ghi")), history_key()),
        )

    def _line(self, report: UrgentCase) -> Line:
        story = report.story
        told = story.help_given or story.decision or story.case.circumstances
        shown = may_show(story.case.person, hidden=self.hidden)
        return Line(
            f"report:{story.id}",
            (
                shown_case(story.case, self.hidden),
                told if shown else shown_circumstances(story.case, self.hidden),
                _state(report),
            ),
            detail=_BETWEEN.join(_details(story, shown=shown)),
        )

    def _pledge_line(self, report: UrgentCase, pledge: Pledge) -> Line:
        shown = may_show(report.story.case.person, hidden=self.hidden)
        given = given_words(pledge) if shown else given_in_short(pledge)
        return Line(
            f"pledge:{pledge.id}",
            (f"  • {shown_helpers(pledge)}", given, shown_when(pledge.draft.when)),
        )

    async def entered(self, line: Line) -> None:
        """Enter: a new report, or what is to be written on one."""
        kind, _colon, number = line.key.partition(":")
        match kind:
            case "new":
                await new_report(self)
            case "report":
                await open_report(self, int(number))
            case "pledge":
                await open_pledge(self, int(number))

    def works(self, key: str, line: Line | None) -> bool:
        """A history is of what is written already."""
        if key == HISTORY_KEY:
            return line is not None and _is_recorded(line)
        return super().works(key, line)

    async def digit(self, line: Line, digit: str) -> None:
        """5: who wrote what, and when."""
        if digit != HISTORY_KEY or self.overview is None or not _is_recorded(line):
            return
        kind, _colon, number = line.key.partition(":")
        if kind == "pledge":
            await show_history(self, RecordKind.PLEDGE, int(number))
            return
        reports = (*self.overview.open, *self.overview.done)
        story = next((each.story for each in reports if each.story.id == int(number)), None)
        if story is not None:
            await show_history(self, RecordKind.CASE, story.case.id)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was half typed when the program ended."""
        await reopen_urgent_form(self, form_key)


def _is_recorded(line: Line) -> bool:
    return line.key.startswith(("report:", "pledge:"))


def _state(report: UrgentCase) -> str:
    if not report.decided:
        return _("● chưa quyết định")
    if report.story.hours is None:
        return _("– giúp một phần") if report.story.helped_in_part else _("● chưa giúp xong")
    return _("√ giúp sau {time}").format(time=time_words(report.story.hours))


def time_words(hours: int) -> str:
    """How long it took from the report to the help."""
    if hours >= _DAYS_TOLD_FROM:
        days = hours // _HOURS_A_DAY
        return _("{days} ngày", days).format(days=days)
    return _("{hours} giờ", hours).format(hours=hours) if hours else _("chưa đầy 1 giờ")


def _details(story: UrgentStory, *, shown: bool) -> list[str]:
    """Who reported it to whom and when, who decided what, and why it could not wait."""
    when = f"{story.reported_at:%d/%m %H:%M}"
    by = story.reported_by or _("có người")
    if story.reported_to:
        told = [_("{by} báo {to} {when}").format(by=by, to=story.reported_to, when=when)]
    else:
        told = [_("{by} báo {when}").format(by=by, when=when)]
    if story.decided_by:
        told.append(_("{name} quyết định").format(name=story.decided_by))
    if shown:
        told += [part for part in (story.decision, story.cause) if part]
    return [part.replace("\n", " ") for part in told]
