"""The whole minutes on the screen, as they will be printed; each part can be worded further."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from textual.binding import Binding, BindingType

from screens.base import ListScreen, Page
from screens.forms.fields import LongField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.meeting.minutes_lines import minutes_lines, step_of
from screens.papers.printing import print_minutes_of
from screens.popups import Choice
from screens.widgets.lines import Line
from screens.wording import error_sentence
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import Step
from storage.records.minutes import MinutesContent, MinutesPart, MinutesState
from storage.rules.terms import STEP_IN_FULL
from storage.vietnamese import count

Result = TypeVar("Result")


class MinutesViewScreen(ListScreen[MinutesContent]):
    """Walked with the arrows; Enter in a part puts it in the secretary's own words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2", "back", show=False),
        Binding("f9", "print", show=False),
    ]
    HELP: ClassVar[str] = N_(
        "Đây là toàn bộ biên bản như sẽ in. Mũi tên, PgDn, PgUp để đọc. Enter ở một phần để "
        "sửa lời phần ấy; "
        "nội dung đã ghi ở các bước không mất. Esc quay lại."
    )

    def __init__(self, meeting_id: int) -> None:
        super().__init__()
        self.meeting_id = meeting_id

    def read(self, books: Books) -> MinutesContent:
        """The minutes as the wall may show them now."""
        return books.minutes.shown(self.meeting_id, hidden=self.hidden)

    def page(self, overview: MinutesContent) -> Page:
        """Everything from the beginning to the hour of the end."""
        number = "…" if overview.number is None else count(overview.number)
        return Page(
            title=_("Biên bản số {number}").format(number=number),
            aside=_("đang che chi tiết riêng") if self.hidden else "",
            lines=tuple(minutes_lines(overview, self.app.size.width)),
            keys=(
                *((("Enter", _("sửa lời")),) if overview.state is MinutesState.DRAFT else ()),
                ("PgDn PgUp", _("trang")),
                ("F9", _("in")),
                ("Esc", _("quay lại")),
            ),
        )

    def works(self, key: str, line: Line | None) -> bool:
        """Only a part of a step can be worded."""
        if key == "Enter":
            return self._part_of(line) is not None
        return super().works(key, line)

    def _part_of(self, line: Line | None) -> MinutesPart | None:
        step = step_of(line.key) if line is not None else None
        parts = self.overview.parts if self.overview is not None else ()
        return next((each for each in parts if each.step == step), None)

    async def entered(self, line: Line) -> None:
        """Enter: words the part of this line."""
        part = self._part_of(line)
        if part is None or self.overview is None:
            return
        if self.overview.state is not MinutesState.DRAFT:
            sealed = self.overview.state is MinutesState.SEALED
            kind = RefusalKind.MEETING_SEALED if sealed else RefusalKind.MEETING_APPROVED
            self.say(error_sentence(Refusal(kind)))
            return
        await word_part(self, self.meeting_id, part)
        self.lines.go_to(f"part:{part.step}")

    async def fill(self, form: Form[Result]) -> Result | None:
        """Opens a form, and says that its words are stored."""
        result = await super().fill(form)
        if result is not None:
            self.say(_("Đã lưu lời thư ký."))
        return result

    def action_back(self) -> None:
        """Esc: back to the step."""
        self.dismiss(None)

    def action_print(self) -> None:
        """F9: makes the minutes as a paper."""
        self.begin(print_minutes_of(self, self.meeting_id), group="print", exclusive=True)


async def word_part(screen: ListScreen[Any], meeting_id: int, part: MinutesPart) -> None:
    """Asks whether to word a part, or to go back to what was composed."""
    step = Step(part.step)
    if part.reworded:
        choices = (
            Choice(True, _("Sửa lời tiếp")),
            Choice(False, _("Bỏ lời thư ký, dùng lại bản tự soạn")),
        )
        further = await screen.choose(part.title, choices)
        if further is None:
            return
        if not further:
            await screen.record(lambda books: books.secretary.remove_wording(meeting_id, step))
            return
    await open_wording(screen, meeting_id, step)


async def open_wording(screen: ListScreen[Any], meeting_id: int, step: Step) -> None:
    """Opens the part as a long text; on the wall it asks before it shows what is hidden."""
    full, shown = await screen.room.ask(
        lambda books: (
            books.minutes.content(meeting_id).parts,
            books.minutes.shown(meeting_id, hidden=screen.hidden).parts,
        )
    )
    question = _("Sửa lời phần này sẽ hiện cả tên và hoàn cảnh đang che. Mở?")
    if full != shown and not await screen.confirm(question, _("Mở")):
        return
    title = next((part.title for part in full if part.step == step), STEP_IN_FULL[step])
    before = await screen.room.ask(lambda books: books.secretary.part_text(meeting_id, step))

    def accept(books: Books, values: Values) -> bool:
        books.secretary.reword(meeting_id, step, values.text("words"))
        return True

    await screen.fill(
        Form(
            key=f"wording:{meeting_id}:{int(step)}",
            title=_("Sửa lời: {part}").format(part=title),
            fields=(LongField("words", _("Lời biên bản"), rows=12, lines=True),),
            accept=accept,
            initial={"words": before},
        )
    )
