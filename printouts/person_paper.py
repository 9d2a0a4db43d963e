"""What the club keeps of one person, for whoever asks for it (Law 91/2025/QH15)."""

from __future__ import annotations

from functools import partial

from reportlab.platypus import Flowable

from printouts.typesetting.document import pieces, with_ending
from printouts.typesetting.letterhead import letterhead, title
from printouts.typesetting.page import OnePaper, PageMarks, print_papers
from printouts.typesetting.signatures import FORM_PEN_ROOM, signature_block
from storage.records.person_paper import PersonPaper

_DOCUMENT_TYPE = "THÔNG TIN CÂU LẠC BỘ GIỮ VỀ MỘT NGƯỜI"


def person_paper_pdf(content: PersonPaper) -> bytes:
    """The paper as PDF."""
    return print_papers(
        [OnePaper(partial(_flowables, content))],
        title="Thông tin giữ về một người",
        author=content.club_name,
        marks=PageMarks(),
    )


def _flowables(content: PersonPaper) -> list[Flowable]:
    end = signature_block(content.signatures, hint=False, pen_room=FORM_PEN_ROOM)
    return [
        letterhead(content.parent_body, content.club_name, ""),
        *title(_DOCUMENT_TYPE, content.subject),
        *with_ending(list(pieces(content.blocks)), end),
    ]
