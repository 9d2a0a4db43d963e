"""The members written into a spreadsheet: onto a stick or beside the books, and noted."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from screens.base import ListScreen
from screens.language import _
from screens.papers.printing import choose_stick
from screens.popups import Choice
from storage.days import on_screen
from storage.passphrase.plain_copies import PAPERS
from storage.records.kinds import ExportKind

_HERE, _STICK, _LIST = "here", "stick", "list"


async def export_members(screen: ListScreen[Any]) -> None:
    """Asks where to, writes the file, and keeps in the books that it was written.

    Raises:
        BooksError: the disk or the stick does not take it.
    """
    where = await screen.choose(
        _("Ghi danh sách thành viên ra bảng tính, có cả địa chỉ và điện thoại. Ghi vào đâu?"),
        (
            Choice(_STICK, _("USB")),
            Choice(_HERE, _("Máy này, bên cạnh sổ")),
            Choice(_LIST, _("Xem những lần đã ghi ra")),
        ),
    )
    if where == _LIST:
        await _show_exports(screen)
        return
    folder = await choose_stick(screen) if where == _STICK else screen.room.folder / PAPERS
    if where is None or folder is None:
        return
    path, count = await _written(screen, folder)
    screen.say(_("Đã ghi {n} người ra tệp {file}", count).format(n=count, file=path))


async def _written(screen: ListScreen[Any], folder: Path) -> tuple[Path, int]:
    from printouts.members_sheet import members_xlsx
    from printouts.printing.files import write_document

    room = screen.room
    club, register = await room.ask(
        lambda books: (books.club.known(), books.members.register_now())
    )
    today = room.clock.today()
    data = await asyncio.to_thread(members_xlsx, register, club.name, today)
    name = f"thanh-vien-{today:%Y-%m-%d}.xlsx"
    path = await asyncio.to_thread(write_document, folder, name, data)
    count = register.present_members
    await room.ask(lambda books: books.exports.note(ExportKind.MEMBERS, count, str(path)))
    return path, count


async def _show_exports(screen: ListScreen[Any]) -> None:
    """Where the members' data went: the newest first."""
    exports = await screen.room.ask(lambda books: books.exports.all())
    told = [
        _("{day} {hour}: {n} người, {file}", each.rows).format(
            day=on_screen(each.at.date()), hour=f"{each.at:%H:%M}", n=each.rows, file=each.file
        )
        for each in exports
        if each.what is ExportKind.MEMBERS
    ]
    title = _("Những lần ghi danh sách thành viên ra ngoài sổ")
    await screen.choose(
        title, tuple(Choice(True, line) for line in told or [_("Chưa có lần nào.")])
    )
