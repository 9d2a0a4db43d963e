"""Trang chính: the next thing to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from screens.base import Page
from screens.club_books import CLUB_BOOKS, book_of_key, open_book
from screens.language import _
from screens.menu_screen import MenuScreen
from screens.typing_method import choose_typing, typing_words
from screens.widgets.line_list import Line, act, blank, heading
from storage.books import Books
from storage.days import on_screen
from storage.records.kinds import Step
from storage.records.meetings import Meeting
from storage.rules.terms import STEP_IN_FULL


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


class HomeScreen(MenuScreen[HomeOverview]):
    """The main page: begin this month's part IV, or go on with it."""

    HELP: ClassVar[str] = "Dòng trên cùng là việc cần làm tiếp. Enter để mở."

    def read(self, books: Books) -> HomeOverview:
        """The club, the running meeting and the one before."""
        club = books.club.known()
        meeting = books.meetings.current()
        groups = books.register.groups()
        return HomeOverview(
            club_name=club.name,
            part_number=club.part_number,
            members=sum(group.members for group in groups),
            groups=len(groups),
            meeting=meeting,
            step=books.meetings.step(meeting.id) if meeting else Step.ATTENDANCE,
            last=books.meetings.last(),
        )

    def page(self, overview: HomeOverview) -> Page:
        """The next thing to do, then the rest."""
        meeting = overview.meeting
        if meeting is None:
            first = act("begin", _("Bắt đầu phần {part} hôm nay").format(part=overview.part_number))
        else:
            step = _(STEP_IN_FULL[overview.step])
            first = act("go-on", _("Họp tiếp, ở bước {step}").format(step=step))
        lines: list[Line] = [blank("top"), heading(_("Việc tiếp theo")), first]
        if overview.last is not None and meeting is None:
            day = on_screen(overview.last.day)
            lines.append(act("print", _("In lại biên bản buổi họp {day}").format(day=day)))
        lines += [blank("books"), heading(_("Sổ của câu lạc bộ"))]
        lines += [act(f"book:{book.key}", _(book.title)) for book in CLUB_BOOKS]
        lines += [
            blank("more"),
            heading(_("Việc khác")),
            act("theme", _("Nền tối hoặc nền sáng")),
            act("typing", typing_words(self.room.keyboard)),
        ]
        if not self.room.practice:
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
            lines=tuple(lines),
            keys=(("Enter", _("mở")), ("Esc", _("bảng chọn"))),
        )

    def show_page(self) -> None:
        """Shows it; the wall waits meanwhile."""
        super().show_page()
        if self.overview is not None:
            self.room.projector.rest(self.overview.club_name)

    async def entered(self, line: Line) -> None:
        """Opens what the line says."""
        overview = self.overview
        book = book_of_key(line.key.removeprefix("book:"))
        if book is not None:
            await open_book(self, book)
            return
        match line.key:
            case "begin":
                await self._begin_meeting()
            case "go-on" if overview is not None:
                await self.room.show_step(overview.step)
            case "print" if overview is not None and overview.last is not None:
                from screens.printing import print_minutes_of

                await print_minutes_of(self, overview.last.id)
            case "back-up":
                from screens.backing_up import back_up_to_stick

                await back_up_to_stick(self)
            case "restore":
                from screens.backup_page import choose_and_restore

                await choose_and_restore(self.app, self.room)
            case "theme" | "typing":
                await self._set_up(line.key)
            case "practice":
                await self.room.open_practice()
            case "leave":
                self.action_leave()

    async def _set_up(self, what: str) -> None:
        """Changes what is of this computer."""
        if what == "theme":
            self.room.change_theme()
        else:
            await choose_typing(self)

    async def _begin_meeting(self) -> None:
        """Begins part IV; a second one on the same day is asked about first."""
        last = self.overview.last if self.overview else None
        today = self.room.clock.today()
        question = _("Hôm nay đã họp và chốt biên bản rồi. Bắt đầu thêm một buổi nữa?")
        if (
            last is not None
            and last.day == today
            and not await self.confirm(question, _("Bắt đầu"))
        ):
            return
        await self.room.show_step(Step.ATTENDANCE)
