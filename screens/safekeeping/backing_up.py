"""Backups as they are made: by themselves beside the books, and on a USB stick when asked for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from printouts.printing.sticks import stick_name
from screens.language import _
from screens.room import Room
from screens.wording import error_sentence
from storage.errors import BooksError

if TYPE_CHECKING:
    from screens.base import ListScreen


async def back_up(room: Room, *, sealed: bool = False) -> str:
    """Makes a backup beside the books; gives what is to be said if it failed, else nothing.

    The practice club is not backed up, nor a copy that is only looked at.
    """
    if room.practice or room.looking_on:
        return ""
    try:
        backups, reserve, club = await room.ask(
            lambda books: (books.backups, books.reserve, books.club.get())
        )
        second = club.backup_folder if club else ""
        await asyncio.to_thread(backups.make, sealed=sealed, second=second)
        await asyncio.to_thread(reserve.lay_by)
    except BooksError as error:
        return error_sentence(error)
    return ""


async def back_up_to_stick(screen: ListScreen[Any]) -> None:
    """Makes a backup on a stick, and says when it may be taken out.

    Raises:
        BooksError: the stick is full, read-only or gone.
    """
    from screens.papers.printing import choose_stick
    from storage.records.exports import Export
    from storage.records.kinds import ExportKind, ExportWay

    stick = await choose_stick(screen)
    if stick is None:
        return
    screen.say(_("Đang sao lưu ra USB… Xin đừng rút USB."))
    backups = await screen.room.ask(lambda books: books.backups)
    made = await asyncio.to_thread(backups.make_on, stick)
    if made is not None:
        place = stick_name(stick)
        export = Export(ExportKind.BACKUP, str(made.path), way=ExportWay.STICK, place=place)
        await screen.room.ask(lambda books: books.exports.note(export))
        done = _("Đã sao lưu xong ra USB {stick}, tệp {file}. Xin tháo USB an toàn rồi hãy rút.")
        screen.say(done.format(stick=place, file=made.path.name))
