"""The papers that are handed out: how their records are read, and what they say on the screen.

The table of all papers is in `papers`; nothing here loads Textual, and ReportLab only to print.
"""

from __future__ import annotations

from collections.abc import Iterator

from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.blank_forms import FormHead, FormItem, FormSheets, FormTable, FormTicks
from storage.records.kinds import MeetingState
from storage.records.manual import (
    Manual,
    ManualHead,
    ManualScreen,
    ManualTable,
    ManualText,
)
from storage.records.minutes import Block, Paragraph
from storage.records.papers import PaperWish
from storage.records.people import Club
from storage.records.slips import Slip, Slips
from storage.rules.blank_forms.attendance_list import attendance_list
from storage.rules.blank_forms.passphrase_sheet import passphrase_sheet
from storage.rules.blank_forms.proposal_form import proposal_forms
from storage.rules.blank_forms.walk_forms import walk_forms
from storage.rules.minutes_parts.phrases import BLANK
from storage.rules.slips import slips


def read_slips(books: Books, wish: PaperWish) -> Slips:
    """The slips of the meeting that is wanted.

    Raises:
        Refusal: the club has held none.
    """
    if wish.meeting_id is None:
        raise Refusal(RefusalKind.MEETING_MISSING)
    return slips(books.minutes.source(wish.meeting_id), public=wish.public)


def read_attendance_list(books: Books, _wish: PaperWish) -> FormSheets:
    """The list of the meeting that is held, or of one to come."""
    register, current = books.register, books.meetings.current()
    running = current if current and current.state is MeetingState.RUNNING else None
    return attendance_list(books.club.known(), register.groups(), register.members(), running)


def read_proposal_forms(books: Books, _wish: PaperWish) -> FormSheets:
    """A form for each group."""
    return proposal_forms(books.club.known(), books.register.groups())


def read_walk_forms(books: Books, _wish: PaperWish) -> FormSheets:
    """The whole walk."""
    return walk_forms(books.club.known(), books.register.groups())


def read_passphrase_sheet(books: Books, _wish: PaperWish) -> FormSheets:
    """The sheet for the sealed envelope."""
    return passphrase_sheet(books.club.known())


def read_club(books: Books, _wish: PaperWish) -> Club:
    """The club, whose head stands on a sheet."""
    return books.club.known()


def headed_sheet_pdf(content: Club) -> bytes:
    """A sheet with the club's head as PDF."""
    from printouts.headed_sheet import headed_sheet_pdf as printed

    return printed(content)


def headed_sheet_text(content: Club) -> tuple[Block, ...]:
    """What stands on the left of the head; on the right it is the same for everybody."""
    lines = (content.parent_body, content.name, "Số: ……/CLB")
    return tuple(Paragraph(line) for line in lines if line)


def read_manual(_books: Books, _wish: PaperWish) -> Manual:
    """The manual, which is the same in every club."""
    from screens.papers.manual_words import MANUAL

    return MANUAL


def slips_pdf(content: Slips) -> bytes:
    """The slips as PDF."""
    from printouts.slips import slips_pdf as printed

    return printed(content)


def forms_pdf(content: FormSheets) -> bytes:
    """Forms for the pen as PDF."""
    from printouts.blank_forms import form_sheets_pdf

    return form_sheets_pdf(content)


def manual_pdf(content: Manual) -> bytes:
    """The manual as PDF."""
    from printouts.manual import manual_pdf as printed

    return printed(content)


def slips_text(content: Slips) -> tuple[Block, ...]:
    """Every slip as one line."""
    if not content.slips:
        return (Paragraph("Chưa có đăng ký giúp nào, nên chưa có phiếu phân công."),)
    return tuple(Paragraph(_slip(slip), f"{n}.") for n, slip in enumerate(content.slips, start=1))


def _slip(slip: Slip) -> str:
    told = [f"{line.label}: {line.text or BLANK}" for line in slip.lines]
    return "; ".join([slip.to or BLANK, *told])


def manual_text(content: Manual) -> tuple[Block, ...]:
    """What the manual says, without its pictures."""
    found: list[Block] = [Paragraph(content.subtitle)]
    for item in (each for page in content.pages for each in page):
        match item:
            case ManualHead():
                found.append(Paragraph(item.text))
            case ManualText():
                found.append(Paragraph(item.text, item.mark or "•"))
            case ManualTable():
                found += [Paragraph(f"{name}: {does}", "•") for name, does in item.rows]
            case ManualScreen():
                pass
    return (*found, *(Paragraph(f"{key}: {does}", "•") for key, does in content.card))


def forms_text(content: FormSheets) -> tuple[Block, ...]:
    """What the first of the forms asks; the others differ in their group alone."""
    first = content.sheets[0]
    number = len(content.sheets)
    sheets = [Paragraph(f"{number} phiếu như sau:")] if number > 1 else []
    return (*sheets, Paragraph(first.subject), *(Paragraph(line) for line in _lines(first.items)))


def _lines(items: tuple[FormItem, ...]) -> Iterator[str]:
    for item in items:
        match item:
            case FormHead():
                yield item.text
            case FormTable():
                yield " · ".join(column.title for column in item.columns)
                yield from (" · ".join(filter(None, row)) for row in item.rows if any(row))
            case FormTicks():
                yield f"{item.label}: {'  '.join(f'□ {answer}' for answer in item.answers)}"
            case Paragraph():
                yield item.text
            case _:
                yield f"{item.label}: {item.text or BLANK}"
