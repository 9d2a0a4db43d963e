"""Trang chính: the next thing to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.club_books import CLUB_BOOKS, book_of_key, open_book
from screens.between_meetings.reminders import (
    OLD_CASES,
    Goal,
    goal_of,
    reminder_lines,
    targets_in_words,
)
from screens.language import N_, _
from screens.menu_screen import MenuScreen
from screens.settings.typing_method import choose_typing, typing_words
from screens.widgets.lines import Line, act, blank, heading
from storage.books import Books
from storage.days import on_screen
from storage.records.attention import Attention
from storage.records.kinds import Step
from storage.records.meetings import Meeting
from storage.rules.terms import STEP_IN_FULL
from storage.vietnamese import count

_MEETING_KEYS = frozenset({"begin", "go-on", "on-paper"})
_ROWS_BESIDE = 18
"""Rows that what waits must leave for the frame, the next thing to do, and the first books."""


@dataclass(frozen=True, slots=True)
class HomeOverview:
    """What the main page shows."""

    club_name: str
    part_number: str
    members: int
    groups: int
    meeting: Meeting | None
    step: Step
    last: Meeting | None
    meeting_day: int
    """Of the month, as the club has set it; nought where it has not."""
    attention: Attention


class HomeScreen(MenuScreen[HomeOverview]):
    """The main page: begin this month's part IV, or go on with it."""

    DEFAULT_CSS = """
    HomeScreen #rail, HomeScreen #status, HomeScreen #missing { display: none; }
    HomeScreen LineList > .option-list--option-highlighted { text-style: bold; }
    """
    HELP: ClassVar[str] = N_(
        "Dòng trên cùng là việc cần làm tiếp. Dưới “Đừng quên” là việc đã hứa tới hẹn hoặc quá "
        "hẹn, việc cần giúp ngay chưa quyết định, trường hợp chờ khảo sát hoặc để kỳ sau, đề xuất "
        "chưa được trả lời; Enter ở một dòng để mở đúng chỗ ấy. Tên người chưa đồng ý được che; "
        "F8 để hiện."
    )

    def read(self, books: Books) -> HomeOverview:
        """The club, the running meeting and the one before, and what waits for someone."""
        club = books.club.known()
        meeting = books.meetings.current()
        members, groups = books.register.size()
        return HomeOverview(
            club_name=club.name,
            part_number=club.part_number,
            members=members,
            groups=groups,
            meeting=meeting,
            step=books.meetings.step(meeting.id) if meeting else Step.ATTENDANCE,
            last=books.meetings.last(),
            meeting_day=club.meeting_day,
            attention=books.attention.overview(),
        )

    def page(self, overview: HomeOverview) -> Page:
        """The next thing to do, what waits for someone, then the rest."""
        held = _held_on(overview, self.room.clock.today())
        lines: list[Line] = [heading(_("Việc tiếp theo")), _first(overview, held=held)]
        if self.room.practice and self.room.own_folder is not None:
            lines.append(act("end-practice", _("Thôi họp thử, về sổ của câu lạc bộ mình")))
        waiting = reminder_lines(
            overview.attention, self.app.size.height - _ROWS_BESIDE, hidden=self.hidden
        )
        if waiting:
            lines += [heading(_("Đừng quên")), *waiting]
        lines += [blank("books"), heading(_("Sổ của câu lạc bộ"))]
        lines += [act(f"book:{book.key}", _(book.title)) for book in CLUB_BOOKS]
        lines += [
            blank("more"),
            heading(_("Việc khác")),
            *_other_meetings(overview, held=held),
            act("theme", _("Nền tối hoặc nền sáng")),
            act("typing", typing_words(self.room.keyboard)),
        ]
        if not self.room.practice and not self.room.looking_on:
            lines += [
                act("back-up", _("Sao lưu ra thẻ nhớ (USB)")),
                act("restore", _("Mở lại một bản sao lưu")),
            ]
            lines.append(act("practice", _("Họp thử với một câu lạc bộ tưởng tượng")))
        lines.append(act("leave", _("Ra khỏi chương trình")))
        name = overview.club_name
        return Page(
            title=_("Họp thử – {club}").format(club=name) if self.room.practice else name,
            aside=_("{members} thành viên, {groups} tổ").format(
                members=overview.members, groups=overview.groups
            ),
            intro=_intro(overview),
            lines=tuple(lines),
            keys=(
                ("Enter", _("mở")),
                ("Esc", _("bảng chọn")),
                ("F8", _("hiện tên") if self.hidden else _("che tên")),
            ),
        )

    def show_page(self) -> None:
        """Shows it; the wall waits meanwhile."""
        super().show_page()
        self.lines.call_after_refresh(self._let_the_wall_rest)

    def _let_the_wall_rest(self) -> None:
        """Takes the meeting off the wall, unless somebody has gone on with it by now."""
        if self.overview is not None and self in self.app.screen_stack:
            self.room.projector.rest(self.overview.club_name)

    async def entered(self, line: Line) -> None:
        """Opens what the line says."""
        overview = self.overview
        goal = goal_of(line.key) or Goal(line.key.removeprefix("book:"))
        if goal.book == OLD_CASES:
            from screens.people.old_cases import OldCasesScreen

            await self.app.push_screen(OldCasesScreen())
            return
        book = book_of_key(goal.book)
        if book is not None:
            await open_book(self, book, at=goal.line)
            return
        if line.key in _MEETING_KEYS:
            await self._go_to_meeting(line.key)
            return
        match line.key:
            case "print" if overview is not None and overview.last is not None:
                from screens.papers.printing import print_minutes_of

                await print_minutes_of(self, overview.last.id)
            case "back-up":
                from screens.safekeeping.backing_up import back_up_to_stick

                await back_up_to_stick(self)
            case "restore":
                from screens.safekeeping.backup_page import choose_and_restore

                await choose_and_restore(self.app, self.room)
            case "theme" | "typing":
                await self._set_up(line.key)
            case "practice" | "end-practice":
                await self._change_books(line.key)
            case "leave":
                self.action_leave()

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was half typed."""
        from screens.forms.paper_meeting_form import KEY

        if form_key == KEY:
            await self._type_in_from_paper()
        else:
            await super().reopen(form_key)

    async def _type_in_from_paper(self) -> None:
        """Begins a meeting that was held on paper, with its own day and hours."""
        from screens.forms.paper_meeting_form import paper_meeting_form

        meeting_id = await self.fill(paper_meeting_form(self.room.clock.now()))
        if meeting_id is not None:
            self.room.meeting_id = meeting_id
            await self.room.show_step(Step.ATTENDANCE)

    async def _go_to_meeting(self, how: str) -> None:
        """Begins a meeting, goes on with the one that is held, or types one in."""
        if how == "begin":
            await self._begin_meeting()
        elif how == "on-paper":
            await self._type_in_from_paper()
        elif self.overview is not None:
            await self.room.show_step(self.overview.step)

    async def _change_books(self, to: str) -> None:
        """To the practice club, or back to the club's own books."""
        if to == "practice":
            await self.room.open_practice()
        else:
            await self.room.close_practice()

    async def _set_up(self, what: str) -> None:
        """Changes what is of this computer."""
        if what == "theme":
            self.room.change_theme()
        else:
            await choose_typing(self)

    async def _begin_meeting(self) -> None:
        """Begins part IV; a second one on the same day is asked about first."""
        held = self.overview is not None and _held_on(self.overview, self.room.clock.today())
        question = _("Hôm nay đã họp và chốt biên bản rồi. Bắt đầu thêm một buổi nữa?")
        if held and not await self.confirm(question, _("Bắt đầu")):
            return
        await self.room.show_step(Step.ATTENDANCE)


def _intro(overview: HomeOverview) -> str:
    """How far the targets are; new books are not told of what nobody could do yet."""
    if overview.meeting is None and overview.last is None:
        return _("Sổ mới: chưa có buổi họp nào. Muốn tập trước thì họp thử, ở cuối trang này.")
    return targets_in_words(overview.attention)


def _held_on(overview: HomeOverview, day: date) -> bool:
    """Whether a meeting of that day is over: its paper is wanted then, and no second one."""
    return overview.meeting is None and overview.last is not None and overview.last.day == day


def _first(overview: HomeOverview, *, held: bool) -> Line:
    """The next thing to do: begin, or go on with, this month's part IV, or print what is signed."""
    if overview.meeting is not None:
        step = _(STEP_IN_FULL[overview.step])
        return act("go-on", _("Họp tiếp, ở bước {step}").format(step=step))
    if held:
        return act("print", _("Hôm nay đã họp xong. In lại biên bản"))
    words = _("Bắt đầu phần {part} hôm nay").format(part=overview.part_number)
    if overview.meeting_day:
        day = _("CLB họp vào ngày {day} hằng tháng").format(day=count(overview.meeting_day))
        words = f"{words} – {day}"
    return act("begin", words)


def _other_meetings(overview: HomeOverview, *, held: bool) -> list[Line]:
    """Between meetings: one that was held on paper, and the minutes of the last once more."""
    if overview.meeting is not None:
        return []
    found = [act("on-paper", _("Ghi lại một buổi họp đã ghi trên giấy"))]
    if held:
        found.append(act("begin", _("Bắt đầu thêm một buổi họp hôm nay")))
    elif overview.last is not None:
        day = on_screen(overview.last.day)
        found.append(act("print", _("In lại biên bản buổi họp {day}").format(day=day)))
    return found
