"""Papers on their way: made off the screen's own thread, printed, opened, or onto a USB stick.

F9 is the short way to the minutes of the meeting; every other paper begins at "In ấn".
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from printouts.printing.files import write_document
from printouts.printing.printer import NoPrinter, Sent, open_document, print_document
from printouts.printing.printers import find_printers
from printouts.printing.sticks import copy_to_stick, locked, stick_name, sticks
from screens.base import ListScreen
from screens.language import _
from screens.papers.catalogue import Paper, PaperFile, file_name, made, note_paper, paper_named
from screens.popups import Choice
from screens.room import Room
from screens.wording import error_sentence
from storage.books import Books
from storage.errors import BooksError, Refusal, RefusalKind, Trouble, TroubleKind
from storage.passphrase.plain_copies import PAPERS
from storage.records.kinds import ExportWay
from storage.records.papers import PaperWish

_PRINTER = "printer"
"""The draft that keeps which printer was chosen."""


class Way(StrEnum):
    """What is to become of the paper."""

    PRINT = "print"
    OPEN = "open"
    STICK = "stick"


class _Beside(StrEnum):
    """What else F9 offers."""

    PUBLIC = "public"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Errand:
    """A paper, and what is to become of it."""

    paper: Paper[Any]
    wish: PaperWish
    way: Way
    stick: Path | None = None
    printer: str = ""
    """The printer that was chosen; the default one without."""
    copies: int | None = None
    """As many as is usual where nothing is said."""
    spreadsheet: bool = False


@dataclass(frozen=True, slots=True)
class _Ended:
    """What became of a paper, and what is said of it."""

    sentence: str
    way: ExportWay = ExportWay.FILE
    place: str = ""
    copies: int = 1


async def print_minutes(screen: ListScreen[Any]) -> None:
    """Makes a paper of the running meeting's minutes."""
    meeting_id = screen.room.meeting_id
    if meeting_id is not None:
        await print_minutes_of(screen, meeting_id)


async def print_minutes_of(screen: ListScreen[Any], meeting_id: int) -> None:
    """Asks which copy and whereto, and sends the paper on its way."""
    wish = await screen.room.ask(
        lambda books: PaperWish(books.meetings.get(meeting_id).day.year, meeting_id)
    )
    way, public = await _asked(screen, wish)
    if way is None:
        return
    if way is _Beside.OTHERS:
        from screens.papers.papers_page import open_papers

        await open_papers(screen)
        return
    stick = await choose_stick(screen) if way is Way.STICK else None
    if way is Way.STICK and stick is None:
        return
    wish = replace(wish, public=public)
    printer = await _chosen_printer(screen.room) if way is Way.PRINT else ""
    begin_errand(screen, Errand(_minutes(), wish, Way(way), stick, printer))


def _minutes() -> Paper[Any]:
    paper = paper_named("minutes")
    if paper is None:
        raise RuntimeError("the minutes are not among the papers")
    return paper


async def _asked(screen: ListScreen[Any], wish: PaperWish) -> tuple[Way | _Beside | None, bool]:
    copies = await screen.room.ask(lambda books: _minutes().copies(books, wish))
    many = _("{copies} bản", copies).format(copies=copies) if copies > 1 else ""
    ways: tuple[Choice[Way | _Beside], ...] = (
        Choice(Way.OPEN, _("Mở xem trên máy")),
        Choice(Way.STICK, _("Chép ra USB")),
    )
    beside: tuple[Choice[Way | _Beside], ...] = (
        Choice(
            _Beside.PUBLIC,
            _("Bản công khai"),
            _("không nêu bệnh, không nêu tên người chưa đồng ý"),
        ),
        Choice(_Beside.OTHERS, _("Giấy khác"), _("phiếu phân công, danh sách, phiếu trống…")),
    )
    printed: Choice[Way | _Beside] = Choice(Way.PRINT, _("In ra giấy"), many)
    way = await screen.choose(_("In biên bản"), (printed, *ways, *beside))
    if way is not _Beside.PUBLIC:
        return way, False
    one: Choice[Way | _Beside] = Choice(Way.PRINT, _("In ra giấy"))
    return await screen.choose(_("In biên bản, bản công khai"), (one, *ways)), True


async def choose_stick(screen: ListScreen[Any]) -> Path | None:
    """The stick that is meant; None where none is chosen, or none can be: that is said."""
    found = await asyncio.to_thread(sticks)
    if not found:
        screen.say(_("Chưa thấy USB. Xin cắm USB rồi chọn lại."))
        return None
    open_ones = [path for path in found if not locked(path)]
    if not open_ones:
        locked_one = Trouble(TroubleKind.STICK_LOCKED, place=stick_name(found[0]))
        screen.say(error_sentence(locked_one))
        return None
    if len(open_ones) == 1:
        return open_ones[0]
    choices = [Choice(path, stick_name(path)) for path in open_ones]
    return await screen.choose(_("Chép ra USB nào?"), choices)


async def _chosen_printer(room: Room) -> str:
    """The printer that was chosen at "In ấn", where it is still there."""
    chosen = await room.ask(kept_printer)
    if not chosen:
        return ""
    return chosen if chosen in (await asyncio.to_thread(find_printers)).names else ""


def kept_printer(books: Books) -> str:
    """The printer that was chosen before; empty for the default one."""
    return str((books.drafts.get(_PRINTER) or {}).get("name", ""))


def keep_printer(books: Books, name: str) -> None:
    """Keeps which printer was chosen."""
    books.drafts.keep(_PRINTER, {"name": name})


def begin_errand(screen: ListScreen[Any], errand: Errand) -> None:
    """Makes the paper and sends it beside everything else; it goes on when the page is left."""
    screen.say(_("Đang làm giấy…"))
    screen.app.run_worker(_run_and_say(screen, errand))


async def _run_and_say(screen: ListScreen[Any], errand: Errand) -> None:
    """Says what became of the paper on the screen that is shown by then."""
    sentence = await _errand_sentence(screen.room, errand)
    pages = [each for each in screen.app.screen_stack if isinstance(each, ListScreen)]
    if pages:
        await pages[-1].refresh_page()
        pages[-1].say(sentence)


async def run_errand(room: Room, errand: Errand) -> str:
    """Makes the paper and sends it; gives what is to be said of it.

    Raises:
        BooksError: it cannot be read, or the paper cannot be written.
    """
    if room.looking_on:
        # A paper that was made is noted in the books.
        raise Refusal(RefusalKind.LOOKING_ON)
    file, content, folder, copies = await _made(room, errand)
    path = await asyncio.to_thread(write_document, folder, file.name, file.data)
    ended = _Ended("")
    try:
        ended = await asyncio.to_thread(_sent, errand, file, path, copies)
    finally:
        # What could not be sent lies in its file all the same.
        await room.ask(lambda books: _note(books, errand, ended, path))
    if errand.paper.keep is not None:
        keep, wish = errand.paper.keep, errand.wish
        # Where there is no printer the made paper counts too: it is printed elsewhere.
        await room.ask(lambda books: keep(books, wish, content))
    return ended.sentence


def _note(books: Books, errand: Errand, ended: _Ended, path: Path) -> None:
    """Keeps that the paper was made, where it tells of people."""
    paper, way = errand.paper, ended.way
    if paper.personal:
        place, copies = ended.place, ended.copies
        note_paper(books, paper, errand.wish, path, way, place=place, copies=copies)


async def _errand_sentence(room: Room, errand: Errand) -> str:
    """The same for a screen that may be gone by then: a trouble is a sentence too."""
    try:
        return await run_errand(room, errand)
    except BooksError as error:
        return error_sentence(error)


async def _made(room: Room, errand: Errand) -> tuple[PaperFile, Any, Path, int]:
    paper, wish = errand.paper, errand.wish

    def read(books: Books) -> tuple[Any, str, Path, int]:
        content = paper.read(books, wish)
        copies = errand.copies or paper.copies(books, wish)
        name = file_name(books, paper, wish, content)
        return content, name, books.path.parent / PAPERS, copies

    content, name, folder, copies = await room.ask(read)
    file = await asyncio.to_thread(
        made, paper, content, name, spreadsheet=errand.spreadsheet, practice=room.practice
    )
    return file, content, folder, copies


def _sent(errand: Errand, file: PaperFile, path: Path, copies: int) -> _Ended:
    if errand.stick is not None:
        copy_to_stick(errand.stick, file.name, file.data)
        stick = stick_name(errand.stick)
        said = _("Đã chép {file} ra USB {stick}. Xin tháo USB an toàn rồi hãy rút.")
        return _Ended(said.format(file=file.name, stick=stick), ExportWay.STICK, stick)
    try:
        if errand.way is Way.OPEN:
            open_document(path)
            return _Ended(_("Đã mở giấy để xem. In từ đó nếu cần."))
        sent = print_document(path, errand.printer, copies)
    except NoPrinter:
        # Whatever finds no room on the screen, the name of the file does.
        said = _("Máy này chưa in được. Đã làm {file}: chép ra USB để in, hoặc lấy ở {folder}")
        return _Ended(said.format(file=path.name, folder=path.parent))
    sentence = _printed(errand, sent, copies)
    if sent is Sent.OPENED:
        return _Ended(sentence)
    return _Ended(sentence, ExportWay.PRINTED, errand.printer, copies)


def _printed(errand: Errand, sent: Sent, copies: int) -> str:
    printer = f" {errand.printer}" if errand.printer else ""
    match sent:
        case Sent.PRINTED if copies > 1:
            return _("Đã gửi {copies} bản tới máy in{printer}.", copies).format(
                copies=copies, printer=printer
            )
        case Sent.PRINTED:
            return _("Đã gửi tới máy in{printer}.").format(printer=printer)
        case Sent.WAITING:
            return _(
                "Máy in{printer} đang tắt hoặc tạm dừng: giấy chờ ở đó, bật máy in lên là in."
            ).format(printer=printer)
        case Sent.OPENED:
            return _("Chưa gửi được tới máy in. Đã mở giấy để xem; in từ đó nếu cần.")
