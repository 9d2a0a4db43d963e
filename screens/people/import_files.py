"""Nhập danh sách: the spreadsheets of this computer and of the sticks, the newest first."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from printouts.printing.sticks import stick_name, sticks
from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.forms.fields import TextField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.widgets.lines import Column, Line, act, blank, heading, note
from storage.books import Books
from storage.days import on_screen
from storage.errors import Refusal, RefusalKind

_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".csv", ".txt")
_USUAL_FOLDERS = ("Downloads", "Desktop", "Documents", "Tải xuống", "Màn hình nền", "Tài liệu")
_MOST = 15
"""Of a folder: the newest, among which the list will be."""
_TYPE = "type"


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a list."""

    path: Path
    changed: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with such files."""

    title: str
    files: tuple[Found, ...]


class ImportFilesPage(BookScreen[tuple[Place, ...]]):
    """Enter on a file shows what it would change; nothing is written before that is accepted."""

    HELP: ClassVar[str] = N_(
        "Chọn tệp Excel (.xlsx, .xls) hoặc CSV có danh sách thành viên. Chương trình tự nhận cột "
        "theo tiêu đề, cả phông cũ TCVN3 (ABC) và VNI. Chọn xong, xem trước từng dòng rồi mới nhập."
    )

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[Place, ...] = ()

    async def refresh_page(self) -> None:
        """Looks for files, off the screen's thread: a stick may be slow."""
        self._places = await asyncio.to_thread(lambda: tuple(_places(self.room.folder)))
        await super().refresh_page()

    def read(self, _books: Books) -> tuple[Place, ...]:
        """The files; the books know none of them."""
        return self._places

    def page(self, overview: tuple[Place, ...]) -> Page:
        """The files by their places."""
        lines: list[Line] = []
        for place in overview:
            lines += [blank(place.title), heading(place.title), *map(_line, place.files)]
        if not lines:
            lines = [blank("none"), note(_("Chưa thấy bảng tính nào. Có USB thì xin cắm vào."))]
        lines += [blank(_TYPE), act(_TYPE, _("Gõ tên tệp khác"))]
        return Page(
            title=_("Nhập danh sách thành viên"),
            intro=_("Chọn tệp. Xem trước từng dòng rồi mới nhập; chưa nhập thì sổ chưa đổi gì."),
            columns=(Column(), Column(16, right=True)),
            lines=tuple(lines),
            keys=(("Enter", _("xem trước")),),
        )

    async def entered(self, line: Line) -> None:
        """Enter: reads the file, and shows what it would change."""
        if line.key != _TYPE:
            await self._preview(Path(line.key))
            return
        typed = await self.fill(
            Form(
                key="members/import-file",
                title=_("Tệp danh sách"),
                fields=(TextField("path", _("Tên tệp"), _("Ví dụ: /media/usb/danh-sach.xlsx")),),
                accept=_typed_path,
            )
        )
        if typed is not None:
            await self._preview(typed)

    async def _preview(self, path: Path) -> None:
        from screens.people.import_preview import ImportPreview
        from storage.importing.reading import read_sheets

        self.say(_("Đang đọc {file}…").format(file=path.name))
        sheets = await asyncio.to_thread(read_sheets, path)
        plan = await self.room.ask(lambda books: books.imports.plan(sheets))
        self.say("")
        await self.app.push_screen(ImportPreview(sheets, plan.file))


def _typed_path(_books: Books, values: Values) -> Path:
    text = values.text("path").strip("'\"")
    if not text:
        raise Refusal(RefusalKind.TEXT_MISSING)
    try:
        path = Path(text).expanduser()
        if path.is_file():
            return path
    except (OSError, RuntimeError, ValueError) as error:
        # A name too long, a folder nobody may look into, a home of a user whom nobody knows.
        raise Refusal(RefusalKind.FILE_UNREADABLE, file=text) from error
    raise Refusal(RefusalKind.FILE_UNREADABLE, file=text)


def _places(folder: Path) -> Iterator[Place]:
    """Where lists may lie: the sticks first, since they are usually brought on one."""
    roots = [(_("USB {stick}").format(stick=stick_name(stick)), stick) for stick in sticks()]
    home = Path.home()
    roots += [(name, home / name) for name in _USUAL_FOLDERS]
    roots.append((_("Bên cạnh sổ"), folder))
    for title, root in roots:
        files = tuple(_newest(_lists_in(root)))
        if files:
            yield Place(title, files)


def _lists_in(root: Path) -> Iterator[Found]:
    """The spreadsheets of a folder and of the folders in it."""
    for pattern in ("*", "*/*"):
        try:
            paths = list(root.glob(pattern))
        except OSError:
            # The stick was pulled out, or a folder is locked: there is nothing to offer in it.
            continue
        for path in paths:
            if path.suffix.lower() in _SUFFIXES and not path.name.startswith((".", "~$")):
                try:
                    changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
                except OSError:
                    continue
                yield Found(path, changed)


def _newest(files: Iterable[Found]) -> list[Found]:
    return sorted(files, key=lambda file: file.changed, reverse=True)[:_MOST]


def _line(file: Found) -> Line:
    path = file.path
    changed = f"{on_screen(file.changed.date())} {file.changed:%H:%M}"
    return Line(str(path), (path.name, changed), detail=str(path))
