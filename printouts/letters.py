"""Giấy đề nghị to the locality: a simple letter, or a công văn (Decree 30/2020/NĐ-CP)."""

from __future__ import annotations

from functools import partial

from reportlab.platypus import Flowable, Paragraph

from printouts.typesetting.document import running, with_ending
from printouts.typesetting.letterhead import letterhead, title
from printouts.typesetting.page import OnePaper, PageMarks, print_papers
from printouts.typesetting.signatures import letter_end
from printouts.typesetting.styles import STYLES
from printouts.typesetting.text import markup
from storage.records.letters import Letter, Letters


def letters_pdf(content: Letters) -> bytes:
    """All letters of a meeting as PDF, each with pages of its own."""
    return print_papers(
        [OnePaper(partial(_letter, letter)) for letter in content.letters],
        title="Giấy đề nghị",
        author=content.club_name,
        marks=PageMarks(draft=any(letter.draft for letter in content.letters)),
    )


def _letter(letter: Letter) -> list[Flowable]:
    official = not letter.document_type
    head = letterhead(
        letter.parent_body,
        letter.club_name,
        letter.number,
        about=f"V/v {letter.subject[:1].lower()}{letter.subject[1:]}" if official else "",
        place_and_day=letter.place_and_day,
    )
    titled = [] if official else title(letter.document_type, f"Về việc: {letter.subject}")
    to = Paragraph(markup(f"Kính gửi: {letter.addressee}"), STYLES.addressee)
    end = letter_end(letter.signature, letter.recipients)
    return [head, *titled, to, *with_ending([running(each) for each in letter.body], end)]
