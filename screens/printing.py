"""F9: the minutes as a paper, to the printer, to a viewer or onto a USB stick."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from printouts.printer import NoPrinter, Sent, open_document, print_document, write_document
from printouts.sticks import copy_to_stick, sticks
from screens.base import ListScreen
from screens.language import _
from screens.popups import Choice
from storage.books import Books
from storage.records.minutes import MinutesContent, MinutesState
from storage.vietnamese import count

_FOLDER = "bien-ban"
"""Beside the books; the papers stay there and can be sent once more."""


class Way(StrEnum):
    """What is to become of the paper."""

    PRINT = "print"
    OPEN = "open"
    STICK = "stick"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the minutes before it is made."""

    content: MinutesContent
    digest: str
    """Of the content, where it is final; empty of a draft."""
    folder: Path

    @property
    def name(self) -> str:
        """The file's name: "bien-ban-2026-10-24-so-01.pdf"."""
        content = self.content
        number = "nhap" if content.number is None else f"so-{count(content.number)}"
        if content.state is MinutesState.DRAFT:
            number = "nhap"
        copy = "-cong-khai" if content.public else ""
        return f"bien-ban-{content.began.date().isoformat()}-{number}{copy}.pdf"


async def print_minutes(screen: ListScreen[Any]) -> None:
    """Makes a paper of the running meeting's minutes."""
    meeting_id = screen.room.meeting_id
    if meeting_id is not None:
        await print_minutes_of(screen, meeting_id)


async def print_minutes_of(screen: ListScreen[Any], meeting_id: int) -> None:
    """Asks which copy and whereto, makes the paper, and says what became of it.

    Raises:
        BooksError: it cannot be read, or the paper cannot be written.
    """
    way, public = await _asked(screen)
    if way is None:
        return
    stick = await choose_stick(screen) if way is Way.STICK else None
    if way is Way.STICK and stick is None:
        return
    screen.say(_("Đang làm giấy…"))
    paper = await screen.room.ask(lambda books: _paper(books, meeting_id, public))
    data = await asyncio.to_thread(_made, paper.content)
    path = await asyncio.to_thread(write_document, paper.folder, paper.name, data)
    sent, sentence = await _send(screen, way, path, stick, data)
    if sent and not public:
        await screen.room.ask(lambda books: books.minutes.printed(meeting_id, paper.digest))
    await screen.refresh_page()
    screen.say(sentence)


async def _asked(screen: ListScreen[Any]) -> tuple[Way | None, bool]:
    ways = (
        Choice(Way.PRINT, _("In ra giấy")),
        Choice(Way.OPEN, _("Mở xem trên máy")),
        Choice(Way.STICK, _("Chép ra USB")),
    )
    public = Choice(
        Way.PUBLIC,
        _("Bản công khai"),
        _("không nêu bệnh, không nêu tên người chưa đồng ý"),
    )
    way = await screen.choose(_("In biên bản"), (*ways, public))
    if way is not Way.PUBLIC:
        return way, False
    return await screen.choose(_("In biên bản, bản công khai"), ways), True


def _paper(books: Books, meeting_id: int, public: bool) -> Paper:
    content = books.minutes.content(meeting_id, public=public)
    final = content.state is not MinutesState.DRAFT
    digest = books.minutes.digest(meeting_id) if final else ""
    return Paper(content, digest, books.path.parent / _FOLDER)


def _made(content: MinutesContent) -> bytes:
    # ReportLab costs a quarter of a cold start: it is loaded with the first paper.
    from printouts.minutes import minutes_pdf

    return minutes_pdf(content)


async def choose_stick(screen: ListScreen[Any]) -> Path | None:
    """The stick that is meant; None where none is plugged in, which is said, or none is chosen."""
    found = await asyncio.to_thread(sticks)
    if not found:
        screen.say(_("Chưa thấy USB. Xin cắm USB rồi chọn lại."))
        return None
    if len(found) == 1:
        return found[0]
    choices = [Choice(path, path.name or str(path)) for path in found]
    return await screen.choose(_("Chép ra USB nào?"), choices)


async def _send(
    screen: ListScreen[Any], way: Way, path: Path, stick: Path | None, data: bytes
) -> tuple[bool, str]:
    """Says whether the paper went anywhere, and where."""
    try:
        if stick is not None:
            await asyncio.to_thread(copy_to_stick, stick, path.name, data)
            name = stick.name or str(stick)
            return True, _("Đã chép {file} ra USB {stick}.").format(file=path.name, stick=name)
        if way is Way.PRINT and await asyncio.to_thread(print_document, path) is Sent.PRINTED:
            return True, _("Đã gửi tới máy in.")
        if way is Way.OPEN:
            await asyncio.to_thread(open_document, path)
        return True, _("Đã mở giấy để xem. In từ đó nếu cần.")
    except NoPrinter:
        question = _("Máy này chưa in, chưa mở xem được. Giấy đã làm xong, nằm ở:\n{file}").format(
            file=path
        )
        await screen.choose(question, (Choice(True, _("Đóng")),))
        return False, _("Giấy đã làm xong. Có thể chép ra USB để in ở máy khác.")
