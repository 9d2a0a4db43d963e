"""Phụ lục biên bản: what was added to sealed minutes, and a new one."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.base import ListScreen, Page
from screens.forms.fields import LongField, MemberField, WhenField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.meeting.minutes_lines import wrapped
from screens.papers.catalogue import paper_named
from screens.papers.paper_page import PaperScreen
from screens.safekeeping.backing_up import back_up
from screens.widgets.lines import Line, act, blank, heading, note
from storage.books import Books
from storage.days import on_screen
from storage.errors import Refusal, RefusalKind
from storage.records.addenda import Addenda, AddendumContent, AddendumDraft
from storage.records.papers import PaperWish
from storage.rules.minutes_parts.tokens import Copy
from storage.vietnamese import count

_WRITE = "write"
_PRINT = "print"
_DEEDS = {"1": _WRITE, "2": _PRINT}


class AddendaScreen(ListScreen[Addenda]):
    """The addenda of one meeting, to be read; a new one is sealed as soon as it is stored."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f2", "back", show=False)]
    HELP: ClassVar[str] = N_(
        "Biên bản đã chốt thì không sửa; điều cần sửa hay bổ sung ghi vào phụ lục, có ngày và chữ "
        "ký riêng. Phụ lục lưu rồi cũng không sửa được; sai thì lập phụ lục khác. In ra, "
        "ký rồi kẹp vào biên bản."
    )

    def __init__(self, meeting_id: int, *, half_typed: bool = False) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self._half_typed = half_typed
        """A new one was being written when the program ended."""

    async def shown(self) -> None:
        """Opens the form again that was half typed."""
        await super().shown()
        half_typed, self._half_typed = self._half_typed, False
        if half_typed:
            self.begin(self._write())

    def read(self, books: Books) -> Addenda:
        """The addenda, as the wall may show them."""
        copy = Copy.WALL if self.hidden else Copy.FILE
        return books.addenda.of_meeting(self.meeting_id, copy)

    def page(self, overview: Addenda) -> Page:
        """What can be done, then each addendum in full."""
        lines: list[Line] = [act(_WRITE, _("1  Lập phụ lục mới"), _("Lưu rồi không sửa được."))]
        if overview.addenda:
            lines.append(act(_PRINT, _("2  In phụ lục"), _("Xem trước, in ra để ký.")))
        for each in overview.addenda:
            lines += self._lines(each)
        if not overview.addenda:
            lines += [blank("none"), note(_("Biên bản này chưa có phụ lục."))]
        printing = (("2", _("in")),) if overview.addenda else ()
        return Page(
            title=_("Phụ lục biên bản số {number}").format(
                number=count(overview.minutes_number or 0)
            ),
            aside=_("họp ngày {day}").format(day=on_screen(overview.day)),
            lines=tuple(lines),
            keys=(("1", _("lập phụ lục")), *printing, ("Esc", _("quay lại"))),
        )

    def _lines(self, addendum: AddendumContent) -> list[Line]:
        key = f"addendum:{addendum.number}"
        head = _("Phụ lục {number}, ngày {day}").format(
            number=count(addendum.number), day=on_screen(addendum.day)
        )
        lines = [blank(key), heading(head)]
        for place, paragraph in enumerate(addendum.text):
            lines += wrapped(f"{key}:{place}", paragraph.text, self.app.size.width)
        code = _("Mã kiểm tra {code}").format(code=addendum.check_code)
        return [*lines, note(code)]

    async def entered(self, line: Line) -> None:
        """Enter: does what the line says; on the text nothing."""
        await self._do(line.key)

    async def digit(self, line: Line, digit: str) -> None:  # noqa: ARG002 - on every line
        """A digit does what bears it, wherever the cursor is."""
        await self._do(_DEEDS.get(digit, ""))

    async def _do(self, deed: str) -> None:
        if deed == _WRITE:
            await self._write()
        elif deed == _PRINT and self.overview is not None and self.overview.addenda:
            paper = paper_named("addendum")
            if paper is not None:
                wish = PaperWish(self.overview.day.year, self.meeting_id)
                await self.app.push_screen(PaperScreen(paper, wish))

    async def _write(self) -> None:
        meeting_id = self.meeting_id
        meeting = await self.room.ask(lambda books: books.meetings.get(meeting_id))

        def accept(books: Books, values: Values) -> int:
            return books.addenda.write(meeting_id, _draft(values))

        number = await self.fill(
            Form(
                key=f"addendum:{meeting_id}",
                title=_("Lập phụ lục (lưu rồi không sửa được)"),
                fields=(
                    LongField("text", _("Nội dung"), rows=7, lines=True),
                    WhenField("day", _("Ngày lập")),
                    MemberField("secretary", _("Thư ký ký")),
                    MemberField("chair", _("Chủ tọa ký")),
                ),
                accept=accept,
                initial={
                    "day": on_screen(self.room.clock.today()),
                    "secretary": str(meeting.secretary_id or ""),
                    "chair": str(meeting.chair_id or ""),
                },
            )
        )
        if number is not None:
            await self._stored(number)

    async def _stored(self, number: int) -> None:
        """It is sealed: a backup is made as after every seal."""
        trouble = await back_up(self.room, sealed=True)
        done = _("Đã lập phụ lục {number}. In ra để ký.").format(number=count(number))
        self.say(f"{done} {trouble}" if trouble else done)

    def action_back(self) -> None:
        """Esc: back to where it was opened."""
        self.dismiss()


def _draft(values: Values) -> AddendumDraft:
    """What the form tells of.

    Raises:
        Refusal: no single day is said.
    """
    day = values.when("day")
    if day.first is None or day.first != day.last:
        raise Refusal(RefusalKind.ADDENDUM_DAY_UNCLEAR)
    return AddendumDraft(
        text=values.text("text"),
        day=day.first,
        secretary_id=values.member("secretary"),
        chair_id=values.member("chair"),
    )
