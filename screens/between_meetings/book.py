"""What the club's books share: they lie over the page or step they were opened from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from screens.language import _
from screens.menu_screen import MenuScreen
from screens.widgets.foot import FootKey
from screens.widgets.frame import FrameRow, rail

Overview = TypeVar("Overview")


class BookScreen(MenuScreen[Overview]):
    """One of the club's books; Esc leads back to exactly where one was.

    The keys of its forms begin with the book's own key and a stroke ("urgent/report:3"), so
    that a form left half typed when the program ended opens again in its book.
    """

    DEFAULT_CSS = """
    BookScreen #rail.none, BookScreen #missing { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.first_form = ""
        """The key of the form to open at once."""
        self.first_line = ""
        """The key of the line to which the cursor goes at once."""

    def on_mount(self) -> None:
        """Says on every book which club's it is, where no meeting does."""
        super().on_mount()
        if self.room.practice:
            self.query_one("#club", FrameRow).say_ends(_("Họp thử"), "")

    async def shown(self) -> None:
        """Opens the form that was half typed when the program ended."""
        await super().shown()
        line, self.first_line = self.first_line, ""
        if line:
            self.lines.go_to(line)
        form_key, self.first_form = self.first_form, ""
        if form_key:
            self.begin(self.reopen(form_key))

    async def reopen(self, form_key: str) -> None:
        """Opens one of this book's forms again; each book knows its own."""

    def show_page(self) -> None:
        """Shows what was last read, and at which step the meeting is while one is held."""
        super().show_page()
        row = self.query_one("#rail", FrameRow)
        row.set_class(self.head is None, "none")
        if self.head is not None:
            row.say(rail(self.head, self.head.step, self.app.size.width, self.room.clock.now()))

    def more_keys(self) -> Sequence[FootKey]:
        """The keys of every book."""
        return (
            FootKey("Esc", _("quay lại"), kept=True),
            FootKey("F2", _("bảng chọn")),
            FootKey("F1", _("trợ giúp")),
        )

    def action_back(self) -> None:
        """Esc: gives up a number in the making, or goes back to where one was."""
        if self.number.text:
            self.begin(self.drop_number())
        else:
            self.dismiss()
