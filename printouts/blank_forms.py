"""Forms for the pen: the attendance list, the groups' proposals, the walk without power."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as PrintedParagraph

from printouts.typesetting.blanks import HANDWRITING
from printouts.typesetting.document import Piece, with_ending
from printouts.typesetting.fonts import text_width
from printouts.typesetting.form_lines import form_line
from printouts.typesetting.page import TEXT_WIDTH, OnePaper, print_papers
from printouts.typesetting.signatures import FORM_PEN_ROOM, signature_block
from printouts.typesetting.styles import STYLES
from printouts.typesetting.tables import BARE, WholeRows, grid
from printouts.typesetting.text import markup, printable
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
_WHOLE = 0.55
"""A table of so much of a page is not split: it is easier to write in, and to pass round."""
_SHORT = 34
"""Letters of an answer that is not broken over two lines."""
_GAP = 3
"""Between a label and the first box."""
_APART = "&nbsp;&nbsp;&nbsp; "
"""Between an answer and the next box."""


def form_sheets_pdf(content: FormSheets) -> bytes:
    """All forms as PDF, each on sheets of its own."""
    return print_papers(
        [OnePaper(partial(_form, content, form)) for form in content.sheets],
        title=content.title,
        author=content.club_name,
    )


def _form(content: FormSheets, form: FormSheet) -> list[Flowable]:
    club = " – ".join(each for each in (content.parent_body, content.club_name) if each)
    end = signature_block(form.signatures, hint=True, pen_room=FORM_PEN_ROOM)
    return [
        PrintedParagraph(markup(club), STYLES.form_club),
        PrintedParagraph(markup(form.document_type), STYLES.form_title),
        PrintedParagraph(markup(form.subject), STYLES.form_subject),
        *with_ending(list(_pieces(form.items)), end),
    ]


def _pieces(items: Sequence[FormItem]) -> Iterator[Piece]:
    """What is asked; a head or a remark leads the table that follows it."""
    widths = _label_widths(items)
    for item, following in zip(items, (*items[1:], None), strict=False):
        before_table = isinstance(item, Paragraph) and isinstance(following, FormTable)
        piece = _piece(item, widths)
        yield replace(piece, leads=piece.leads or before_table)


def _piece(item: FormItem, label_widths: Mapping[FormTicks, float]) -> Piece:
    match item:
        case FormHead():
            return Piece(PrintedParagraph(markup(item.text), STYLES.form_head), leads=True)
        case FormTable():
            table = MinutesTable(item.columns, item.rows)
            rows = grid(table, least_height=item.lines * HANDWRITING, whole_up_to=_WHOLE)
            return Piece(rows)
        case FormTicks():
            return Piece(_ticks(item, label_widths[item]))
        case Paragraph():
            return Piece(PrintedParagraph(markup(item.text), STYLES.form_line))
        case _:
            return Piece(form_line(item))


def _ticks(item: FormTicks, label_width: float) -> Flowable:
    """The boxes, each on one line with its answer, or with the first word of a long one."""
    answers = (f"{_BOX}&nbsp;{_unbroken(markup(answer))}" for answer in item.answers)
    label = PrintedParagraph(f"{markup(item.label)}:", STYLES.form_label)
    boxes = PrintedParagraph(_APART.join(answers), STYLES.form_label)
    widths = [label_width, TEXT_WIDTH - label_width]
    space = STYLES.form_line.spaceBefore
    return WholeRows([[label, boxes]], colWidths=widths, style=BARE, spaceBefore=space)


def _label_widths(items: Sequence[FormItem]) -> dict[FormTicks, float]:
    """How wide the labels are; those with the same answers have their boxes under each other."""
    ticks = [item for item in items if isinstance(item, FormTicks)]
    widest: dict[tuple[str, ...], float] = defaultdict(float)
    for item in ticks:
        style = STYLES.form_label
        width = text_width(f"{printable(item.label)}: ", style.fontName, style.fontSize)
        widest[item.answers] = max(widest[item.answers], width + _GAP)
    return {item: widest[item.answers] for item in ticks}


def _unbroken(answer: str) -> str:
    return answer.replace(" ", "&nbsp;") if len(answer) <= _SHORT else answer
