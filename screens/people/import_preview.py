"""What a spreadsheet would change, row by row and why; Enter on the first line takes it over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.language import N_, _
from screens.people.member_words import is_private
from screens.widgets.lines import Column, Line, LineKind, act, blank, heading, note
from screens.wording.importing import (
    FONTS,
    plan_words,
    row_number,
    row_words,
)
from storage.books import Books
from storage.importing.reading import Sheet
from storage.records.importing import ImportPlan, PlannedRow, RowState

_ACCEPT = "accept"
_HEADINGS = {
    RowState.REFUSED: N_("Không nhập được ({n} dòng)", 2),
    RowState.ADDED: N_("Sẽ thêm ({n} người)", 2),
    RowState.CHANGED: N_("Sẽ sửa ({n} người)", 2),
    RowState.SAME: N_("Đã có đủ trong sổ ({n} người)", 2),
}


class ImportPreview(BookScreen[ImportPlan]):
    """The refused rows first, with the reason; then what is added, changed, and known already."""

    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một dòng của tệp, có số dòng để tìm lại trong bảng tính. Dòng không nhập được "
        "nói rõ vì sao: sửa trong bảng tính rồi nhập lại. Nhập lại cùng một tệp không thêm gì. "
        "Ô trống trong tệp không xóa gì trong sổ."
    )

    def __init__(self, sheets: tuple[Sheet, ...], file: str) -> None:
        super().__init__()
        self._sheets = sheets
        self._file = file
        self._taken = False

    def read(self, books: Books) -> ImportPlan:
        """The plan beside the register as it is now."""
        return books.imports.plan(self._sheets)

    def page(self, overview: ImportPlan) -> Page:
        """What can be accepted, the remarks on the whole file, and every row."""
        private = is_private(self.room)
        lines: list[Line] = []
        if self._taken:
            lines.append(note(_("Đã nhập xong. Esc quay lại danh sách.")))
        elif overview.changes_anything:
            lines.append(act(_ACCEPT, plan_words(overview)))
        else:
            lines.append(note(_("Tệp này không có gì mới để nhập.")))
        lines += _about_the_file(overview)
        for state, title in _HEADINGS.items():
            rows = [row for row in overview.rows if row.state is state]
            if rows:
                lines += [blank(state), heading(_(title, len(rows)).format(n=len(rows)))]
                lines += [line for row in rows for line in _lines(row, private=private)]
        return Page(
            title=_("Xem trước: {file}").format(file=self._file),
            aside=_("{n} dòng", len(overview.rows)).format(n=len(overview.rows)),
            columns=(Column(10), Column(), Column(12)),
            lines=tuple(lines),
            keys=(("Enter", _("nhập")),) if lines[0].key == _ACCEPT else (),
        )

    def works(self, key: str, line: Line | None) -> bool:
        """Enter is for the first line; the others tell."""
        if key == "Enter":
            return line is not None and line.key == _ACCEPT
        return super().works(key, line)

    async def entered(self, line: Line) -> None:
        """Enter on the first line: takes the list over, after asking."""
        if line.key != _ACCEPT or self.overview is None:
            return
        question = _("{what}? Dòng không nhập được thì bỏ qua.").format(
            what=plan_words(self.overview)
        )
        if await self.confirm(question, _("Nhập vào sổ")):
            sheets = self._sheets
            self._taken = True
            try:
                await self.record(lambda books: books.imports.accept(sheets))
            except BaseException:
                self._taken = False
                raise


def _about_the_file(plan: ImportPlan) -> Iterable[Line]:
    if plan.font in FONTS:
        font = _(FONTS[plan.font])
        yield note(_("Tệp viết bằng phông {font}, đã đổi sang Unicode.").format(font=font))
    if plan.new_groups:
        groups = ", ".join(plan.new_groups)
        yield note(_("Sẽ lập thêm: {groups}.").format(groups=groups))
    if plan.unused:
        unused = ", ".join(plan.unused)
        yield note(_("Cột không dùng đến: {columns}.").format(columns=unused))


def _lines(row: PlannedRow, *, private: bool) -> Iterable[Line]:
    """The row, and below it in full what is to be said of it."""
    key = f"row:{row.sheet}:{row.number}"
    yield Line(key, (row_number(row), row.name or "…", row.group))
    told = row_words(row, private=private)
    if told:
        yield Line(f"{key}:told", (f"   – {told}",), LineKind.NOTE)
