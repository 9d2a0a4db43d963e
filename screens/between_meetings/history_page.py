"""Ai ghi, khi nào: what was done about one record, in words, the newest on top."""

from __future__ import annotations

from typing import Any, ClassVar

from screens.base import ListScreen, Page
from screens.between_meetings.book import BookScreen
from screens.language import N_, _
from screens.widgets.lines import Column, Line, blank, note
from screens.wording import act_sentence
from screens.wording.history import changed_words
from storage.books import Books
from storage.days import on_screen
from storage.records.history import HistoryEntry, RecordKind
from storage.vietnamese import with_capital

HISTORY_KEY = "5"
"""The key that opens it."""
_TITLES = {
    RecordKind.PERSON: N_("Ai ghi, khi nào: về một người"),
    RecordKind.MEMBER: N_("Ai ghi, khi nào: về một thành viên"),
    RecordKind.CASE: N_("Ai ghi, khi nào: về một trường hợp"),
    RecordKind.MATTER: N_("Ai ghi, khi nào: về một việc"),
    RecordKind.PLEDGE: N_("Ai ghi, khi nào: về một lời hứa"),
}


class HistoryScreen(BookScreen[tuple[HistoryEntry, ...]]):
    """When and what; under the list in which meeting, who kept its minutes, what was corrected."""

    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một lần ghi, mới ở trên: ngày giờ và việc đã ghi. Dưới danh sách: ghi trong "
        "buổi họp nào, ở bước mấy, ai làm thư ký; ngoài buổi họp thì ghi là giữa hai kỳ họp. Sổ "
        "không giữ điều cũ trước khi sửa, chỉ giữ đã sửa chỗ nào."
    )

    def __init__(self, kind: RecordKind, number: int) -> None:
        super().__init__()
        self.kind = kind
        self.row = number

    def read(self, books: Books) -> tuple[HistoryEntry, ...]:
        """The acts about the record."""
        return books.history.of(self.kind, self.row)

    def page(self, overview: tuple[HistoryEntry, ...]) -> Page:
        """A line an act."""
        lines = [self._line(entry) for entry in overview]
        return Page(
            title=_(_TITLES[self.kind]),
            aside=_("{count} lần", len(lines)).format(count=len(lines)),
            columns=(Column(16), Column()),
            lines=(blank("top"), *(lines or [note(_("Chưa có lần ghi nào được giữ."))])),
            keys=(("F8", _("che, hiện")),),
        )

    def _line(self, entry: HistoryEntry) -> Line:
        said = act_sentence(entry.act, hidden=self.hidden)
        when = f"{on_screen(entry.act.at.date())} {entry.act.at:%H:%M}"
        parts = [_where(entry), changed_words(entry.changed)]
        return Line(
            f"act:{entry.act.id}",
            (when, with_capital(said)),
            detail=" · ".join(part for part in parts if part),
        )


def history_key() -> tuple[str, str]:
    """The key in the foot, and what it does."""
    return HISTORY_KEY, _("ai ghi")


async def show_history(screen: ListScreen[Any], kind: RecordKind, number: int) -> None:
    """Opens the history of a record over a screen."""
    await screen.app.push_screen(HistoryScreen(kind, number))


def _where(entry: HistoryEntry) -> str:
    """In which meeting, at which step, who kept the minutes; or between two meetings."""
    if entry.meeting_day is None:
        return _("ghi giữa hai kỳ họp")
    where = _("ghi ở buổi họp {day}, bước {step}").format(
        day=on_screen(entry.meeting_day), step=entry.step
    )
    if not entry.secretary:
        return where
    return _("{where}, thư ký {name}").format(where=where, name=entry.secretary)
