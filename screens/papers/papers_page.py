"""In ấn: every paper of the club, each opened to be read, made, printed or carried away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from screens.base import ListScreen, Page
from screens.between_meetings.book import BookScreen
from screens.language import N_, _
from screens.papers.catalogue import PAPERS, Paper, paper_named, usual_wish
from screens.papers.paper_choices import sealed_choices
from screens.widgets.lines import Line, act, blank, heading
from screens.wording import error_sentence
from storage.books import Books
from storage.days import on_screen
from storage.errors import Refusal, RefusalKind
from storage.records.meetings import Meeting
from storage.records.papers import PaperOf

WRITE_ADDENDUM = "write-addendum"
"""The line that leads to a new addendum."""
_ADDENDUM_ABOUT = N_("điều cần sửa, bổ sung ở biên bản đã chốt")
SEND = "send-to-association"
"""The line of the bundle for the Association."""
_GROUPS = {
    PaperOf.MEETING: N_("Của buổi họp"),
    PaperOf.PERIOD: N_("Của năm, của tháng"),
    PaperOf.CLUB: N_("Của câu lạc bộ"),
}


@dataclass(frozen=True, slots=True)
class PapersOverview:
    """The club's name, and the meeting that papers are made of."""

    club_name: str
    meeting: Meeting | None


class PapersScreen(BookScreen[PapersOverview]):
    """The papers by what they tell of; Enter opens one."""

    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một loại giấy. Enter để xem trước giấy ấy, rồi in ra, mở xem trên máy hoặc "
        "chép ra USB. Máy không có máy in thì chép ra USB, đem in ở máy khác. "
        "Biên bản đã chốt mà còn điều cần sửa thì chọn Lập phụ lục biên bản. Gói số liệu là tệp "
        "gửi Hội; chọn Chỉ số liệu thì không có tên ai."
    )

    def read(self, books: Books) -> PapersOverview:
        """The club, and the last meeting, which is the one that is held now."""
        return PapersOverview(books.club.known().name, books.meetings.last())

    def page(self, overview: PapersOverview) -> Page:
        """The papers under what they tell of."""
        lines: list[Line] = []
        for of, title in _GROUPS.items():
            papers = [paper for paper in PAPERS if paper.of is of]
            if papers:
                lines += [blank(of), heading(_(title))]
                for each in papers:
                    lines += _paper_lines(each)
        lines += [
            blank(SEND),
            heading(_("Gửi Hội")),
            act(
                SEND,
                _("Gói số liệu"),
                _("các tháng đã chốt trong một tệp, để Hội gom của nhiều CLB"),
            ),
        ]
        meeting = overview.meeting
        day = on_screen(meeting.day) if meeting else ""
        return Page(
            title=_("In ấn"),
            aside=_("buổi họp {day}").format(day=day) if day else _("chưa họp buổi nào"),
            lines=tuple(lines),
            keys=(("Enter", _("mở")),),
        )

    async def entered(self, line: Line) -> None:
        """Enter: opens the paper."""
        if line.key == WRITE_ADDENDUM:
            await self._write_addendum()
            return
        if line.key == SEND:
            await self._send()
            return
        paper = paper_named(line.key)
        if paper is not None:
            await open_paper(self, paper)

    async def print(self) -> None:
        """F9: opens the paper on which the cursor stands."""
        if self.lines.line is not None:
            await self.entered(self.lines.line)

    async def _send(self) -> None:
        # The Association's part of the books is loaded when it is wanted, and not before.
        from screens.papers.send_to_association import send_to_association

        await send_to_association(self)

    async def _write_addendum(self) -> None:
        """Asks to which sealed minutes, and opens their addenda."""
        from screens.between_meetings.addenda import AddendaScreen

        choices = await self.room.ask(sealed_choices)
        if not choices:
            self.refuse(error_sentence(Refusal(RefusalKind.MINUTES_NOT_SEALED)))
            return
        meeting_id = await self.choose(_("Phụ lục của biên bản nào?"), choices)
        if meeting_id is not None:
            await self.app.push_screen(AddendaScreen(meeting_id))


def _paper_lines(paper: Paper[Any]) -> list[Line]:
    """The line that opens a paper; an addendum is written here before it is printed."""
    opens = act(paper.kind, _(paper.title), _(paper.about))
    if paper.kind != "addendum":
        return [opens]
    return [opens, act(WRITE_ADDENDUM, _("Lập phụ lục biên bản"), _(_ADDENDUM_ABOUT))]


async def open_paper(screen: ListScreen[Any], paper: Paper[Any]) -> None:
    """Opens a paper of the last meeting, or of its year.

    Raises:
        Refusal: it is of a meeting, and none was held.
    """
    from screens.papers.paper_page import PaperScreen

    wish = await screen.room.ask(lambda books: usual_wish(books, paper))
    await screen.app.push_screen(PaperScreen(paper, wish))


async def open_papers(screen: ListScreen[Any]) -> None:
    """Opens "In ấn" over a screen."""
    await screen.app.push_screen(PapersScreen())
