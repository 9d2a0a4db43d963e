"""The named styles of the papers, after annex I of Decree 30/2020/NĐ-CP.

All space stands before a paragraph, none after it, so that heights add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm

from printouts.typesetting.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR
from printouts.typesetting.page import TEXT_WIDTH

_LINE = 1.25
"""From one line to the next, in sizes of the letters: a single-spaced line of Tinos has 1.15."""


def _style(
    name: str, font: str, size: float, *, line: float = _LINE, **rest: Any
) -> ParagraphStyle:
    return ParagraphStyle(
        name, fontName=font, fontSize=size, leading=round(size * line, 2), allowWidows=0, **rest
    )


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Every style that a paper uses, by what it is for."""

    parent_body: ParagraphStyle
    club: ParagraphStyle
    number: ParagraphStyle
    copy_kind: ParagraphStyle
    """"Bản công khai" under the number."""
    about: ParagraphStyle
    """"V/v …" under the number of a công văn."""
    place_and_day: ParagraphStyle
    country: ParagraphStyle
    motto: ParagraphStyle
    document_type: ParagraphStyle
    """BIÊN BẢN."""
    subject: ParagraphStyle
    """The meeting's name."""
    addressee: ParagraphStyle
    """"Kính gửi: …"."""
    attached: ParagraphStyle
    """"(Kèm theo Biên bản số …)"."""
    body: ParagraphStyle
    after_parts: ParagraphStyle
    """The first paragraph after the last section, which it does not belong to."""
    form_club: ParagraphStyle
    """The club over a form of its own."""
    form_title: ParagraphStyle
    form_subject: ParagraphStyle
    slip_head: ParagraphStyle
    slip_line: ParagraphStyle
    slip_source: ParagraphStyle
    """From which meeting a slip is."""
    form_head: ParagraphStyle
    form_line: ParagraphStyle
    form_label: ParagraphStyle
    """Before a dotted line, on its foot."""
    section: ParagraphStyle
    """"I. …" in capitals."""
    column_head: ParagraphStyle
    cell: ParagraphStyle
    numeric_cell: ParagraphStyle
    book_head: ParagraphStyle
    """Column heads of a book that fills a landscape sheet."""
    book_cell: ParagraphStyle
    book_number: ParagraphStyle
    book_names: ParagraphStyle
    """The parent body and the club over a book."""
    remark: ParagraphStyle
    """A small line that explains something."""
    capacity: ParagraphStyle
    signature_hint: ParagraphStyle
    signer: ParagraphStyle
    recipients_head: ParagraphStyle
    recipient: ParagraphStyle
    """Below the left column of signatures, over half the width."""
    column_recipient: ParagraphStyle
    """In a column of its own beside the signature."""


_INDENT = 1.27 * cm

STYLES = StyleSheet(
    parent_body=_style("parent body", REGULAR, 12, alignment=TA_CENTER),
    club=_style("club", BOLD, 12, alignment=TA_CENTER),
    number=_style("number", REGULAR, 13, alignment=TA_CENTER, spaceBefore=4),
    copy_kind=_style("copy kind", ITALIC, 11, alignment=TA_CENTER),
    about=_style("about", REGULAR, 12, alignment=TA_CENTER, spaceBefore=2),
    place_and_day=_style("place and day", ITALIC, 13, alignment=TA_CENTER, spaceBefore=6),
    # The motto stands single-spaced under the country.
    country=_style("country", BOLD, 12, alignment=TA_CENTER),
    motto=_style("motto", BOLD, 13, line=1.15, alignment=TA_CENTER),
    document_type=_style("document type", BOLD, 14, alignment=TA_CENTER, spaceBefore=20),
    subject=_style("subject", BOLD, 14, alignment=TA_CENTER, spaceBefore=2),
    addressee=_style("addressee", REGULAR, 14, alignment=TA_CENTER, spaceBefore=10, spaceAfter=6),
    attached=_style("attached", ITALIC, 14, alignment=TA_CENTER, spaceAfter=4),
    form_club=_style("form club", REGULAR, 12),
    form_title=_style("form title", BOLD, 14, alignment=TA_CENTER, spaceBefore=6),
    form_subject=_style("form subject", REGULAR, 13, alignment=TA_CENTER, spaceBefore=2),
    slip_head=_style("slip head", BOLD, 13, line=1.2),
    slip_line=_style("slip line", REGULAR, 12, line=1.2, spaceBefore=2),
    slip_source=_style("slip source", ITALIC, 10, line=1.2),
    form_head=_style("form head", BOLD, 13, spaceBefore=8),
    form_line=_style("form line", REGULAR, 13, spaceBefore=4),
    form_label=_style("form label", REGULAR, 13),
    body=_style("body", REGULAR, 14, alignment=TA_JUSTIFY, firstLineIndent=_INDENT, spaceBefore=6),
    after_parts=_style(
        "after parts",
        REGULAR,
        14,
        alignment=TA_JUSTIFY,
        firstLineIndent=_INDENT,
        spaceBefore=14,
    ),
    section=_style("section", BOLD, 14, firstLineIndent=_INDENT, spaceBefore=10),
    column_head=_style("column head", BOLD, 12, line=1.2, alignment=TA_CENTER),
    cell=_style("cell", REGULAR, 12, line=1.2),
    numeric_cell=_style("numeric cell", REGULAR, 12, line=1.2, alignment=TA_RIGHT),
    book_head=_style("book head", BOLD, 8.5, line=1.15, alignment=TA_CENTER),
    book_cell=_style("book cell", REGULAR, 8.5, line=1.15),
    book_number=_style("book number", REGULAR, 8.5, line=1.15, alignment=TA_CENTER),
    book_names=_style("book names", REGULAR, 12),
    remark=_style("remark", ITALIC, 11, spaceBefore=4),
    capacity=_style("capacity", BOLD, 14, alignment=TA_CENTER),
    signature_hint=_style("signature hint", ITALIC, 13, alignment=TA_CENTER),
    signer=_style("signer", BOLD, 14, alignment=TA_CENTER),
    recipients_head=_style("recipients head", BOLD_ITALIC, 12, spaceBefore=10),
    column_recipient=_style("column recipient", REGULAR, 11),
    recipient=_style("recipient", REGULAR, 11, rightIndent=TEXT_WIDTH / 2),
)


@dataclass(frozen=True, slots=True)
class ManualStyles:
    """The styles of the manual, for eyes of 65 years."""

    title: ParagraphStyle
    subtitle: ParagraphStyle
    head: ParagraphStyle
    text: ParagraphStyle
    key: ParagraphStyle
    cell: ParagraphStyle
    card_key: ParagraphStyle
    card_text: ParagraphStyle
    remark: ParagraphStyle


MANUAL_STYLES = ManualStyles(
    title=_style("manual title", BOLD, 22, alignment=TA_CENTER),
    subtitle=_style("manual subtitle", ITALIC, 15, alignment=TA_CENTER, spaceAfter=4),
    head=_style("manual head", BOLD, 17, spaceBefore=12),
    text=_style("manual text", REGULAR, 15, spaceBefore=4),
    key=_style("manual key", BOLD, 15),
    cell=_style("manual cell", REGULAR, 15),
    card_key=_style("card key", BOLD, 21),
    card_text=_style("card text", REGULAR, 21),
    remark=_style("manual remark", ITALIC, 12),
)
