"""One paper before it is made: what it says, of which meeting or year, and what to do with it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from enum import StrEnum
from typing import Any, ClassVar

from printouts.printing.printers import Printers, find_printers
from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.language import N_, Language, _
from screens.papers.catalogue import Paper
from screens.papers.paper_choices import choose_wish
from screens.papers.paper_view import PaperView, text_lines, view_of
from screens.papers.printing import (
    Errand,
    Way,
    begin_errand,
    choose_stick,
    keep_printer,
)
from screens.popups import Choice
from screens.widgets.lines import Line, act, blank, heading
from storage.books import Books
from storage.records.papers import PaperOf, PaperWish

_MOST_COPIES = 9
_OF_A_TIME = frozenset({PaperOf.MEETING, PaperOf.PERIOD})
"""Papers of which there is one for every meeting, or for every year."""


class Deed(StrEnum):
    """What can be done with the paper; each has a digit."""

    PRINT = "print"
    OPEN = "open"
    STICK = "stick"
    WHICH = "which"
    COPY = "copy"
    FORM = "form"
    LANGUAGE = "language"
    PRINTER = "printer"
    COPIES = "copies"


_SHORT: dict[Deed, str] = {
    Deed.PRINT: N_("in"),
    Deed.OPEN: N_("mở xem"),
    Deed.STICK: N_("chép USB"),
}
"""What a digit does, in the foot: the lines on top may be out of sight."""


_LABELS: dict[Deed, str] = {
    Deed.PRINT: N_("In ra giấy"),
    Deed.OPEN: N_("Mở xem trên máy"),
    Deed.STICK: N_("Chép ra USB"),
}


class PaperScreen(BookScreen[PaperView]):
    """The deeds on top, each with its digit; what the paper says below, to be read."""

    HELP: ClassVar[str] = N_(
        "Số ở đầu dòng làm việc ấy; F9 cũng in. Bên dưới là nội dung giấy, mũi tên để đọc. Máy "
        "không có máy in thì chọn Chép ra USB. Trên tường, tên và hoàn cảnh người chưa đồng ý được "
        "che (F8 hiện); trên giấy có đủ, trừ bản công khai."
    )

    def __init__(self, paper: Paper[Any], wish: PaperWish) -> None:
        super().__init__()
        self.paper = paper
        self.wish = wish
        self.copies: int | None = None
        """How many were asked for; the usual number without."""
        self.spreadsheet = False
        """An xlsx file is wanted, which is opened or carried away and not printed."""
        self.printers: Printers | None = None
        """None until the system has told them."""

    def on_mount(self) -> None:
        """Asks for the printers beside everything else: a network may be slow to tell."""
        super().on_mount()
        self.run_worker(self._find_printers(), group="printers")

    async def _find_printers(self) -> None:
        self.printers = await asyncio.to_thread(find_printers)
        self.show_page()

    def read(self, books: Books) -> PaperView:
        """What the paper says, without what nobody agreed to show while that is hidden."""
        return view_of(books, self.paper, self.wish, hidden=self.hidden)

    def page(self, overview: PaperView) -> Page:
        """The deeds, and the text."""
        deeds = self._deeds()
        aside = [overview.of_what, _("bản công khai") if self.wish.public else ""]
        aside.append(_("tiếng Anh") if self._english else "")
        if self.hidden and not self.wish.public and self.paper.of is not PaperOf.CLUB:
            aside.append(_("đang che chi tiết riêng"))
        lines = [
            *(act(deed, f"{n}  {self._label(deed)}") for n, deed in enumerate(deeds, start=1)),
            blank("text"),
            heading(_("Trên giấy")),
            *text_lines(overview, self.app.size.width),
        ]
        digits = (
            (str(n), _(_SHORT[deed])) for n, deed in enumerate(deeds, start=1) if deed in _SHORT
        )
        return Page(
            title=_(self.paper.title),
            aside=" · ".join(each for each in aside if each),
            lines=tuple(lines),
            keys=(*digits, ("F8", _("che, hiện"))),
        )

    async def entered(self, line: Line) -> None:
        """Enter: does what the line says; on the text nothing."""
        if line.key in self._deeds():
            await self._do(Deed(line.key))

    async def digit(self, line: Line, digit: str) -> None:  # noqa: ARG002 - on every line
        """A digit does what bears it, wherever the cursor is."""
        deeds = self._deeds()
        if digit and 1 <= int(digit) <= len(deeds):
            await self._do(deeds[int(digit) - 1])

    async def print(self) -> None:
        """F9: prints it."""
        await self._do(Deed.PRINT)

    def _deeds(self) -> list[Deed]:
        """What can be done, in the order of the digits."""
        paper = self.paper
        return [
            *([] if self.spreadsheet else [Deed.PRINT]),
            Deed.OPEN,
            Deed.STICK,
            *([Deed.WHICH] if paper.of in _OF_A_TIME else []),
            *([Deed.COPY] if paper.has_public_copy else []),
            *([Deed.FORM] if paper.spreadsheet is not None else []),
            *([Deed.LANGUAGE] if paper.has_english else []),
            *([] if self.spreadsheet else [Deed.PRINTER, Deed.COPIES]),
        ]

    def _label(self, deed: Deed) -> str:
        match deed:
            case Deed.PRINT | Deed.OPEN | Deed.STICK:
                return _(_LABELS[deed])
            case Deed.WHICH if self.paper.of is PaperOf.MEETING:
                return _("Của buổi họp khác")
            case Deed.WHICH:
                return _("Của năm khác, tháng khác")
            case Deed.COPY:
                return _("Bản lưu đầy đủ") if self.wish.public else _("Bản công khai")
            case Deed.FORM:
                return _("Dạng giấy in (PDF)") if self.spreadsheet else _("Dạng bảng tính (xlsx)")
            case Deed.LANGUAGE:
                return _("Bằng tiếng Việt") if self._english else _("Bằng tiếng Anh")
            case Deed.PRINTER:
                return _("Máy in: {name}").format(name=self._printer_words())
            case Deed.COPIES:
                usual = self.overview.copies if self.overview else 1
                return _("Số bản in: {number}").format(number=self.copies or usual)

    @property
    def _english(self) -> bool:
        return self.wish.language is Language.ENGLISH

    def _printer_words(self) -> str:
        if self.printers is None:
            return _("đang tìm…")
        if not self.printers.names:
            return _("máy này chưa có máy in")
        name = self._printer or self.printers.default
        if not name:
            return _("chưa chọn")
        return _called(name, self.printers)

    @property
    def _printer(self) -> str:
        """The printer that was chosen, where it is still there."""
        chosen = self.overview.printer if self.overview else ""
        return chosen if self.printers is not None and chosen in self.printers.names else ""

    async def _do(self, deed: Deed) -> None:
        match deed:
            case Deed.PRINT | Deed.OPEN | Deed.STICK:
                await self._send(Way(deed))
                return
            case Deed.WHICH:
                await self._choose_which()
            case Deed.COPY:
                self.wish = replace(self.wish, public=not self.wish.public)
            case Deed.FORM:
                self.spreadsheet = not self.spreadsheet
            case Deed.LANGUAGE:
                other = Language.VIETNAMESE if self._english else Language.ENGLISH
                self.wish = replace(self.wish, language=other)
            case Deed.PRINTER:
                await self._choose_printer()
            case Deed.COPIES:
                choices = [
                    Choice(number, _("{number} bản", number).format(number=number))
                    for number in range(1, _MOST_COPIES + 1)
                ]
                self.copies = await self.choose(_("In mấy bản?"), choices) or self.copies
        await self.refresh_page()

    async def _send(self, way: Way) -> None:
        overview = self.overview
        if overview is None or overview.refused:
            self.say(overview.refused if overview else "")
            return
        stick = await choose_stick(self) if way is Way.STICK else None
        if way is Way.STICK and stick is None:
            return
        errand = Errand(
            self.paper, self.wish, way, stick, self._printer, self.copies, self.spreadsheet
        )
        begin_errand(self, errand)

    async def _choose_printer(self) -> None:
        printers = self.printers
        if printers is None or not printers.names:
            self.say(_("Máy này chưa có máy in. Chép ra USB để in ở máy khác."))
            return
        names = sorted(printers.names, key=lambda name: name != printers.default)
        choices = [Choice(name, _called(name, printers)) for name in names]
        chosen = await self.choose(_("In ở máy in nào?"), choices)
        if chosen is not None:
            await self.room.ask(lambda books: keep_printer(books, chosen))

    async def _choose_which(self) -> None:
        chosen = await choose_wish(self, self.paper.of)
        if chosen is not None:
            self.wish = replace(chosen, public=self.wish.public, language=self.wish.language)


def _called(printer: str, printers: Printers) -> str:
    """A printer's name, with which it is if nothing else is said."""
    if printer != printers.default:
        return printer
    return _("{name} (mặc định)").format(name=printer)
