"""Forms for the pen: the attendance list, the groups' proposals, the walk without power."""

from __future__ import annotations

from io import BytesIO

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as PrintedParagraph

from printouts.blanks import HANDWRITING
from printouts.document import Piece, with_ending
from printouts.form_lines import form_line
from printouts.page import ONE_AT_A_TIME, NewPaper, PageMarks, Sheet
from printouts.signatures import signature_block
from printouts.styles import STYLES
from printouts.tables import grid
from printouts.text import markup
from storage.records.blank_forms import (
    FormHead,
    FormItem,
    FormSheet,
    FormSheets,
    FormTable,
    FormTicks,
)
from storage.records.minutes import MinutesTable, Paragraph

_BOX = "□"
_SHORT = 34
"""Letters of an answer that is not broken over two lines."""
_APART = "&nbsp;&nbsp;&nbsp; "
"""Between an answer and the next box."""


def form_sheets_pdf(content: FormSheets) -> bytes:
    """All forms as PDF, each on sheets of its own."""
    with ONE_AT_A_TIME:
        return _printed(content)


def _printed(content: FormSheets) -> bytes:
    target = BytesIO()
    sheet = Sheet(target, PageMarks(draft=False), title=content.title, author=content.club_name)
    story: list[Flowable] = []
    for number, form in enumerate(content.sheets):
        if number > 0:
            story.append(NewPaper())
        story += _form(content, form)
    sheet.build(story)
    return target.getvalue()


def _form(content: FormSheets, form: FormSheet) -> list[Flowable]:
    club = " – ".join(each for each in (content.parent_body, content.club_name) if each)
    end = signature_block(form.signatures, hint=True)
    return [
        PrintedParagraph(markup(club), STYLES.form_club),
        PrintedParagraph(markup(form.document_type), STYLES.form_title),
        PrintedParagraph(markup(form.subject), STYLES.form_subject),
        *with_ending([_piece(each) for each in form.items], end),
    ]


def _piece(item: FormItem) -> Piece:
    match item:
        case FormHead():
            return Piece(PrintedParagraph(markup(item.text), STYLES.form_head), leads=True)
        case FormTable():
            table = MinutesTable(item.columns, item.rows)
            return Piece(grid(table, least_height=item.lines * HANDWRITING))
        case FormTicks():
            return Piece(PrintedParagraph(_ticks(item), STYLES.form_line))
        case Paragraph():
            leads = item.text.endswith(":")
            return Piece(PrintedParagraph(markup(item.text), STYLES.form_line), leads=leads)
        case _:
            return Piece(form_line(item))


def _ticks(item: FormTicks) -> str:
    """The boxes, each on one line with its answer, or with the first word of a long one."""
    answers = (f"{_BOX}&nbsp;{_unbroken(markup(answer))}" for answer in item.answers)
    return f"{markup(item.label)}:&nbsp; {_APART.join(answers)}"


def _unbroken(answer: str) -> str:
    return answer.replace(" ", "&nbsp;") if len(answer) <= _SHORT else answer
