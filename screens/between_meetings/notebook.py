"""Sổ ghi nhận ở địa bàn: what each leader sees in the month, noted when it is seen (S3 to S7)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.between_meetings.history_page import HISTORY_KEY, history_key, show_history
from screens.forms.case_form import case_fields, case_of_values, case_texts
from screens.forms.form import Form
from screens.forms.matter_form import matter_fields, matter_of_values, matter_texts
from screens.forms.values import Values
from screens.language import N_, _
from screens.popups import Choice
from screens.privacy import shown_case, shown_circumstances
from screens.widgets.lines import Column, Line
from storage.books import Books
from storage.days import on_screen
from storage.records.community import MatterDraft
from storage.records.history import RecordKind
from storage.records.kinds import MatterKind
from storage.records.notebook import AreaNote, GroupNotes, NotebookOverview
from storage.rules.terms import MATTER_KIND, OUTCOME

_BETWEEN = " · "
Deed = Callable[[], Awaitable[None]]
"""What a line of the popup does."""


class NotebookScreen(BookScreen[NotebookOverview]):
    """A row a group, and beneath it what its leader noted."""

    HELP: ClassVar[str] = N_(
        "Trong tháng tổ trưởng thấy ai khó khăn, hoặc việc gì ở địa bàn, thì ghi ngay vào đây. "
        "Enter ở tên tổ để ghi; Enter ở một dòng để sửa hoặc bỏ. Tới buổi họp, bước 4 có sẵn để "
        "tổ đưa ra bằng một phím; kết quả được ghi lại ở đây. Bấm 5: ai ghi, khi nào."
    )

    def read(self, books: Books) -> NotebookOverview:
        """What was noted, by group."""
        return books.notebook.overview()

    def page(self, overview: NotebookOverview) -> Page:
        """The groups with their notes."""
        lines: list[Line] = []
        for row in overview.groups:
            lines.append(_group_line(row))
            lines += [self._line(each) for each in row.notes]
        return Page(
            title=_("Sổ ghi nhận ở địa bàn"),
            aside=_("{count} điều chờ buổi họp").format(count=overview.waiting),
            columns=(Column(24), Column(), Column(22)),
            lines=tuple(lines),
            keys=(("Enter", _("ghi, sửa")), history_key()),
        )

    def _line(self, area_note: AreaNote) -> Line:
        on = on_screen(area_note.on) if area_note.on else ""
        detail = _("ghi nhận {day}").format(day=on) if on else ""
        if area_note.case is not None:
            case = area_note.case
            who = shown_case(case, self.hidden)
            told = shown_circumstances(case, self.hidden).replace("\n", " ")
            return Line(f"case:{case.id}", (f"  {who}", told, _fate(area_note)), detail=detail)
        matter = area_note.matter
        if matter is None:
            raise ValueError("a note is of a case or of a matter")
        kind = _("  Cộng đồng") if matter.kind is MatterKind.ACTIVITY else _("  Địa phương")
        return Line(f"matter:{matter.id}", (kind, matter.what, _fate(area_note)), detail=detail)

    async def entered(self, line: Line) -> None:
        """Enter: a new note of a group, or what to do with one."""
        kind, _colon, number = line.key.partition(":")
        if kind == "group":
            await self._ask_what(int(number))
        elif kind == "case":
            await self._open(self._note(line), partial(self._change_case, int(number)))
        else:
            await self._open(self._note(line), partial(self._change_matter, int(number)))

    def works(self, key: str, line: Line | None) -> bool:
        """A history is of what is noted already."""
        if key == HISTORY_KEY:
            return line is not None and self._note(line) is not None
        return super().works(key, line)

    async def digit(self, line: Line, digit: str) -> None:
        """5: who wrote what, and when."""
        noted = self._note(line) if digit == HISTORY_KEY else None
        if noted is not None and noted.case is not None:
            await show_history(self, RecordKind.CASE, noted.case.id)
        elif noted is not None and noted.matter is not None:
            await show_history(self, RecordKind.MATTER, noted.matter.id)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again that was half typed when the program ended."""
        match form_key.removeprefix("notebook/").split(":"):
            case ["new-case", group]:
                await self._new_case(int(group))
            case ["new-matter", group, kind]:
                await self._new_matter(int(group), MatterKind(kind))
            case ["case", case_id]:
                await self._change_case(int(case_id))
            case ["matter", matter_id]:
                await self._change_matter(int(matter_id))

    async def _ask_what(self, group_id: int) -> None:
        choices: tuple[Choice[Deed], ...] = (
            Choice(partial(self._new_case, group_id), _("Trường hợp khó khăn")),
            *(
                Choice(partial(self._new_matter, group_id, kind), _(MATTER_KIND[kind]))
                for kind in (MatterKind.ACTIVITY, MatterKind.LOCALITY)
            ),
        )
        deed = await self.choose(
            _("{group} ghi nhận gì?").format(group=self._group(group_id)), choices
        )
        if deed is not None:
            await deed()

    async def _open(self, area_note: AreaNote | None, change: Deed) -> None:
        """Lets a note that waits be corrected or taken out; says of others what became of them."""
        if area_note is None:
            return
        if not area_note.waiting:
            self.say(_("Đã đưa ra buổi họp: {fate}.").format(fate=_fate(area_note)[2:]))
            return
        choices: tuple[Choice[Deed], ...] = (
            Choice(change, _("Sửa")),
            Choice(partial(self._remove, area_note), _("Bỏ, không cần đưa ra họp nữa")),
        )
        case = area_note.case
        title = shown_case(case, self.hidden) if case else _("Việc đã ghi nhận")
        deed = await self.choose(title, choices)
        if deed is not None:
            await deed()

    async def _remove(self, area_note: AreaNote) -> None:
        if not await self.confirm(_("Bỏ ghi nhận này khỏi sổ?"), _("Bỏ")):
            return
        case, matter = area_note.case, area_note.matter
        if case is not None:
            await self.record(lambda books: books.notebook.remove_case(case.id))
        elif matter is not None:
            await self.record(lambda books: books.notebook.remove_matter(matter.id))

    async def _new_case(self, group_id: int) -> None:
        def accept(books: Books, values: Values) -> int:
            return books.notebook.note_case(group_id, case_of_values(books, values))

        await self.fill(
            Form(
                key=f"notebook/new-case:{group_id}",
                title=f"{self._group(group_id)} – {_('Trường hợp khó khăn')}",
                fields=case_fields(),
                accept=accept,
                initial=case_texts(),
            )
        )

    async def _change_case(self, case_id: int) -> None:
        before = await self.room.ask(lambda books: books.proposals.case_draft(case_id))

        def accept(books: Books, values: Values) -> bool:
            books.notebook.change_case(case_id, case_of_values(books, values, before))
            return True

        await self.fill(
            Form(
                key=f"notebook/case:{case_id}",
                title=_("Sửa trường hợp"),
                fields=case_fields(),
                accept=accept,
                initial=case_texts(before),
                times={"when": before.when},
            )
        )

    async def _new_matter(self, group_id: int, kind: MatterKind) -> None:
        empty = MatterDraft(kind=kind, what="")

        def accept(books: Books, values: Values) -> int:
            return books.notebook.note_matter(group_id, matter_of_values(values, empty))

        await self.fill(
            Form(
                key=f"notebook/new-matter:{group_id}:{kind}",
                title=f"{self._group(group_id)} – {_(MATTER_KIND[kind])}",
                fields=matter_fields(kind),
                accept=accept,
                initial=matter_texts(empty),
            )
        )

    async def _change_matter(self, matter_id: int) -> None:
        before = await self.room.ask(lambda books: books.proposals.matter_draft(matter_id))

        def accept(books: Books, values: Values) -> bool:
            books.notebook.change_matter(matter_id, matter_of_values(values, before))
            return True

        await self.fill(
            Form(
                key=f"notebook/matter:{matter_id}",
                title=_("Sửa: {what}").format(what=_(MATTER_KIND[before.kind])),
                fields=matter_fields(before.kind),
                accept=accept,
                initial=matter_texts(before),
                times={"when": before.when},
            )
        )

    def _note(self, line: Line) -> AreaNote | None:
        kind, _colon, number = line.key.partition(":")
        if self.overview is None or kind == "group":
            return None
        found = self.overview.of_case if kind == "case" else self.overview.of_matter
        return found(int(number))

    def _group(self, group_id: int) -> str:
        rows = self.overview.groups if self.overview else ()
        return next((row.group.name for row in rows if row.group.id == group_id), "")


def _group_line(row: GroupNotes) -> Line:
    group = row.group
    waiting = sum(each.waiting for each in row.notes)
    told = _("{count} điều chờ họp").format(count=waiting) if waiting else _("+ ghi nhận")
    return Line(
        f"group:{group.id}",
        (group.name, _BETWEEN.join(part for part in (group.leader, group.area) if part), told),
        detail=_("Enter để ghi điều tổ trưởng thấy ở địa bàn"),
    )


def _fate(area_note: AreaNote) -> str:
    """How far a note came: whether it waits, was proposed, and what was decided."""
    if area_note.outcome is not None:
        return f"√ {_(OUTCOME[area_note.outcome])}"
    if area_note.proposed_on is not None:
        return _("– đã nêu {day}").format(day=on_screen(area_note.proposed_on))
    return _("● chờ buổi họp")
