"""The members written into a spreadsheet: onto a stick or beside the books, and noted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

from printouts.printing.sticks import stick_name
from screens.base import ListScreen
from screens.language import _
from screens.papers.printing import choose_stick
from screens.popups import Choice
from storage.errors import Refusal, RefusalKind
from storage.passphrase.plain_copies import PAPERS
from storage.records.exports import Export
from storage.records.kinds import ExportKind, ExportWay

_HERE, _STICK, _LIST = "here", "stick", "list"


async def export_members(screen: ListScreen[Any]) -> None:
    """Asks where to, writes the file, and keeps in the books that it was written.

    Raises:
        BooksError: the disk or the stick does not take it, or the books are only looked at.
    """
    if screen.room.looking_on:
        # It could not be noted that the data left the books.
        raise Refusal(RefusalKind.LOOKING_ON)
    where = await screen.choose(
        _("Ghi danh sách thành viên ra bảng tính, có cả địa chỉ và điện thoại. Ghi vào đâu?"),
        (
            Choice(_STICK, _("USB")),
            Choice(_HERE, _("Máy này, bên cạnh sổ")),
            Choice(_LIST, _("Xem những lần đã in, đã ghi ra")),
        ),
    )
    if where == _LIST:
        from screens.safekeeping.exports_page import open_exports

        await open_exports(screen)
        return
    stick = await choose_stick(screen) if where == _STICK else None
    if where is None or (where == _STICK and stick is None):
        return
    path, count = await _written(screen, stick)
    screen.say(_("Đã ghi {n} người ra tệp {file}", count).format(n=count, file=path))


async def _written(screen: ListScreen[Any], stick: Path | None) -> tuple[Path, int]:
    from printouts.members_sheet import members_xlsx
    from printouts.printing.files import write_document

    room = screen.room
    club, register = await room.ask(
        lambda books: (books.club.known(), books.members.register_now())
    )
    today = room.clock.today()
    data = await asyncio.to_thread(members_xlsx, register, club.name, today)
    name = f"thanh-vien-{today:%Y-%m-%d}.xlsx"
    path = await asyncio.to_thread(write_document, stick or room.folder / PAPERS, name, data)
    count = register.present_members
    export = Export(ExportKind.MEMBERS, str(path), count)
    if stick is not None:
        export = replace(export, way=ExportWay.STICK, place=stick_name(stick))
    await room.ask(lambda books: books.exports.note(export))
    return path, count
