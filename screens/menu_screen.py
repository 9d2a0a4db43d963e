"""What every step, every book and the main page share: the menu, undo, finding, hidden details."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.binding import Binding, BindingType

from screens.base import ListScreen
from screens.language import _
from screens.widgets.frame import Rail
from screens.wording import act_sentence, error_sentence
from storage.errors import BooksError

if TYPE_CHECKING:
    from screens.forms.form import Form
    from storage.records.history import Act

Overview = TypeVar("Overview")
Result = TypeVar("Result")


class MenuScreen(ListScreen[Overview]):
    """A screen from which every act, step and book can be reached."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("f2", "menu", show=False),
        Binding("f7", "find", show=False),
        Binding("f8", "details", show=False),
        Binding("f9", "print", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
    ]

    async def shown(self) -> None:
        """Takes up the form that was open when the program ended."""
        await super().shown()
        form_key = await self.room.form_to_reopen()
        if form_key:
            self.begin(self.reopen(form_key))

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was half typed; one of a book or a page, there."""
        from screens.between_meetings.club_books import book_of_form, open_book

        book = book_of_form(form_key)
        if book is not None:
            await open_book(self, book, form_key)
            return
        what, _colon, number = form_key.partition(":")
        if what == "person/change":
            from screens.people.person_story import PersonStoryScreen

            story = PersonStoryScreen(int(number))
            story.first_form = form_key
            await self.app.push_screen(story)
        elif what == "addendum":
            from screens.between_meetings.addenda import AddendaScreen

            await self.app.push_screen(AddendaScreen(int(number), half_typed=True))

    async def fill(self, form: Form[Result]) -> Result | None:
        """Opens a form, and says what was stored."""
        before = await self._last_act()
        result = await super().fill(form)
        act = await self._last_act()
        if result is not None and act is not None and (before is None or act.id != before.id):
            self.say(_("Đã lưu: {what}").format(what=act_sentence(act, hidden=self.hidden)))
        return result

    async def _last_act(self) -> Act | None:
        meeting_id = self.room.meeting_id
        return await self.room.ask(lambda books: books.undo.latest(meeting_id))

    @on(Rail.Clicked)
    def _go_to_step(self, event: Rail.Clicked) -> None:
        event.stop()
        # A book goes with it, and must not wait for its own end.
        self.begin(self.room.show_step(event.step), group="menu", exclusive=True)

    def action_back(self) -> None:
        """Esc: opens the menu."""
        self.action_menu()

    def action_menu(self) -> None:
        """F2: every act, step, book and person."""
        self.begin(self._menu())

    async def _menu(self) -> None:
        from screens.menu import open_menu

        await open_menu(self)

    def action_find(self) -> None:
        """F7: finds a person."""
        self.begin(self._find())

    async def _find(self) -> None:
        from screens.menu import find_person

        await find_person(self)

    def action_print(self) -> None:
        """F9: makes a paper."""
        self.begin(self.print(), group="print", exclusive=True)

    async def print(self) -> None:
        """Which paper: a step makes the minutes, a paper itself, and all others ask at In ấn.

        Raises:
            BooksError: it cannot be read, or there is none yet.
        """
        from screens.papers.papers_page import open_papers

        await open_papers(self)

    def action_details(self) -> None:
        """F8: hides private details, or shows them after asking."""
        self.begin(self._details())

    async def _details(self) -> None:
        if self.room.details_hidden:
            question = _("Hiện cả tên và hoàn cảnh của người chưa đồng ý nêu tên?")
            if not await self.confirm(question, _("Hiện lên"), _("Vẫn che")):
                return
        self.room.details_hidden = not self.room.details_hidden
        await self.refresh_page()
        self.say(
            _("Đang che chi tiết riêng.")
            if self.room.details_hidden
            else _("Đang hiện đủ chi tiết. F8 che lại.")
        )

    async def action_undo(self) -> None:
        """Ctrl+Z: takes back the last act of the meeting, and says which it was."""
        await self._take_back(_("Đã bỏ: {what}"), again=False)

    async def action_redo(self) -> None:
        """Ctrl+Y: brings back what was taken back last."""
        await self._take_back(_("Đã làm lại: {what}"), again=True)

    async def _take_back(self, sentence: str, *, again: bool) -> None:
        meeting_id = self.room.meeting_id
        if meeting_id is None:
            self.say(_("Ngoài buổi họp không bỏ việc vừa làm được: xin sửa ở chính dòng ấy."))
            return
        try:
            act = await self.room.ask(
                lambda books: books.undo.redo(meeting_id) if again else books.undo.undo(meeting_id)
            )
        except BooksError as error:
            self.say(error_sentence(error))
            return
        await self.refresh_page()
        self.say(sentence.format(what=act_sentence(act, hidden=self.hidden)))
