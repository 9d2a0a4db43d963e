"""Việc cũ: closed cases older than the club wishes to keep what was said in them, to be removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.language import N_, _
from screens.people.removing import sure
from screens.privacy import shown_case, shown_circumstances
from screens.widgets.lines import Column, Line, blank, note
from storage.books import Books
from storage.days import on_screen
from storage.records.old_cases import OldCase


class OldCasesScreen(BookScreen[tuple[OldCase, ...]]):
    """The oldest on top; Enter removes one, Delete all, each after asking."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "remove_all", show=False)]
    HELP: ClassVar[str] = N_(
        "Những trường hợp đã xong từ lâu hơn số năm ghi ở Cài đặt. Enter xóa chuyện riêng của một "
        "trường hợp, Delete xóa tất cả; máy đều hỏi trước. Hoàn cảnh, nhu cầu, lời kể mất hẳn, cả "
        "trong biên bản đã chốt; số liệu và mã kiểm tra vẫn đúng. Người không còn việc nào khác "
        "trong sổ và không phải thành viên thì tên cũng xóa."
    )

    def read(self, books: Books) -> tuple[OldCase, ...]:
        """The cases that are offered."""
        return books.people.closed_long_ago()

    def page(self, overview: tuple[OldCase, ...]) -> Page:
        """A line a case."""
        lines = [
            Line(
                str(old.case.id),
                (
                    on_screen(old.last_on),
                    shown_case(old.case, self.hidden),
                    _("xóa cả tên") if old.whole_person else _("xóa chuyện riêng"),
                ),
                detail=shown_circumstances(old.case, self.hidden),
            )
            for old in overview
        ]
        return Page(
            title=_("Trường hợp đã xong từ lâu"),
            aside=_("{count} trường hợp", len(lines)).format(count=len(lines)),
            columns=(Column(12), Column(), Column(18)),
            lines=(blank("top"), *(lines or [note(_("Không còn trường hợp nào như vậy."))])),
            keys=(("Enter", _("xóa một")), ("Delete", _("xóa tất cả")), ("F8", _("che, hiện"))),
        )

    def works(self, key: str, line: Line | None) -> bool:
        """There must be something to remove."""
        if key in ("Enter", "Delete") and not self.overview:
            return False
        return super().works(key, line)

    async def entered(self, line: Line) -> None:
        """Enter: removes what was said of one case, after asking."""
        old = next((each for each in self.overview or () if str(each.case.id) == line.key), None)
        if old is None:
            return
        question = _("Xóa chuyện riêng trong việc cũ của {who}? Không lấy lại được.").format(
            who=shown_case(old.case, self.hidden)
        )
        if await sure(self, question):
            await self._remove([old])

    def action_remove_all(self) -> None:
        """Delete: removes what was said of them all, after asking."""
        self.begin(self._remove_all())

    async def _remove_all(self) -> None:
        every = self.overview or ()
        count = len(every)
        question = _("Xóa chuyện riêng trong cả {count} việc cũ? Không lấy lại được.", count)
        if every and await sure(self, question.format(count=count)):
            await self._remove(every)

    async def _remove(self, every: Sequence[OldCase]) -> None:
        def remove(books: Books) -> None:
            for old in every:
                books.people.forget_case(old)

        self.say(_("Đang xóa…"))
        await self.room.ask(remove)
        await self.refresh_page()
        self.say(_("Đã xóa. Số liệu và biên bản đã chốt vẫn đúng."))
