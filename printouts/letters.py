"""Giấy đề nghị to the locality: a simple letter, or a công văn (Decree 30/2020/NĐ-CP)."""

from __future__ import annotations

from io import BytesIO

from reportlab.platypus import Flowable, Paragraph

from printouts.document import running, with_ending
from printouts.letterhead import letterhead, title
from printouts.page import ONE_AT_A_TIME, NewPaper, PageMarks, Sheet
from printouts.signatures import letter_end
from printouts.styles import STYLES
from printouts.text import markup
from storage.records.letters import Letter, Letters


def letters_pdf(content: Letters) -> bytes:
    """All letters of a meeting as PDF, each with pages of its own."""
    with ONE_AT_A_TIME:
        return _printed(content)


def _printed(content: Letters) -> bytes:
    target = BytesIO()
    marks = PageMarks(draft=any(letter.draft for letter in content.letters))
    sheet = Sheet(target, marks, title="Giấy đề nghị", author=content.club_name)
    story: list[Flowable] = []
    for number, letter in enumerate(content.letters):
        if number > 0:
            story.append(NewPaper())
        story += _letter(letter)
    sheet.build(story)
    return target.getvalue()


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
