"""Đã in, đã ghi ra ngoài sổ: where people's data went, the newest on top."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from screens.base import ListScreen, Page
from screens.between_meetings.book import BookScreen
from screens.language import N_, _
from screens.papers.catalogue import paper_named
from screens.people.person_paper import PERSON_PAPER
from screens.widgets.lines import Column, Line, blank, note
from storage.books import Books
from storage.days import on_screen
from storage.records.exports import Export, Exports, NotedExport
from storage.records.kinds import ExportKind, ExportWay

_WHAT = {
    ExportKind.MEMBERS: N_("Danh sách thành viên"),
    ExportKind.TRACKING_BOOK: N_("Sổ theo dõi"),
    ExportKind.BUNDLE: N_("Gói số liệu gửi Hội, có tên"),
    ExportKind.BACKUP: N_("Bản sao lưu cả sổ"),
}


class ExportsPage(BookScreen[Exports]):
    """A line each time; under the list the file, and who used the computer."""

    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một lần có tên hoặc thông tin của người ra khỏi sổ: in ra giấy, ghi thành "
        "tệp, chép ra USB, sao lưu ra USB. Mới ở trên. Dưới danh sách: tệp nằm ở đâu, lúc ấy ai "
        "dùng máy. Ai hỏi thông tin của mình đã đi đâu thì xem ở đây mà trả lời. Bản sao lưu máy "
        "tự làm bên cạnh sổ không ghi ở đây."
    )

    def read(self, books: Books) -> Exports:
        """The newest entries of the log."""
        return books.exports.overview()

    def page(self, overview: Exports) -> Page:
        """When, what, and where to."""
        count = len(overview.newest) + overview.earlier
        lines = [_line(number, each) for number, each in enumerate(overview.newest)]
        if overview.earlier:
            lines.append(
                note(_("… và {n} lần trước đó.", overview.earlier).format(n=overview.earlier))
            )
        return Page(
            title=_("Đã in, đã ghi ra ngoài sổ"),
            aside=_("{count} lần", count).format(count=count),
            intro=_intro(overview),
            columns=(Column(16), Column(), Column(24)),
            lines=(blank("top"), *(lines or [note(_("Chưa in, chưa ghi ra lần nào."))])),
            keys=(),
        )


def _intro(overview: Exports) -> str:
    if not overview.second_folder:
        return ""
    return _("Mỗi bản sao lưu tự động cũng chép vào: {folder}").format(
        folder=overview.second_folder
    )


def _line(number: int, noted: NotedExport) -> Line:
    export = noted.export
    file = Path(export.file)
    user = _("người dùng máy: {user}").format(user=noted.user) if noted.user else ""
    folder = _("ở {folder}").format(folder=file.parent)
    return Line(
        f"export:{number}",
        (f"{on_screen(noted.at.date())} {noted.at:%H:%M}", _what(export), _where(export)),
        detail=" · ".join(part for part in (file.name, user, folder) if part),
    )


def _what(export: Export) -> str:
    parts = [
        _paper(export.paper) if export.what is ExportKind.PAPER else _(_WHAT[export.what]),
        _("bản công khai") if export.public else "",
        _("{n} người", export.people).format(n=export.people) if export.people else "",
        _("{copies} bản", export.copies).format(copies=export.copies) if export.copies > 1 else "",
    ]
    return ", ".join(part for part in parts if part)


def _paper(kind: str) -> str:
    if kind == PERSON_PAPER.kind:
        return _(PERSON_PAPER.title)
    paper = paper_named(kind)
    return _(paper.title) if paper else _("Giấy")


def _where(export: Export) -> str:
    match export.way:
        case ExportWay.PRINTED if export.place:
            return _("in ở {printer}").format(printer=export.place)
        case ExportWay.PRINTED:
            return _("in ra giấy")
        case ExportWay.STICK:
            return _("USB {stick}").format(stick=export.place)
        case ExportWay.FILE:
            return _("tệp trên máy này")


async def open_exports(screen: ListScreen[Any]) -> None:
    """Opens the log over a screen."""
    await screen.app.push_screen(ExportsPage())
