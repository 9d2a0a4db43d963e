"""Giấy có đầu giấy: a sheet with nothing but the club's head, for what is written by hand."""

from __future__ import annotations

from printouts.typesetting.letterhead import letterhead
from printouts.typesetting.page import OnePaper, PageMarks, print_papers
from storage.records.people import Club

_TITLE = "Giấy có đầu giấy"


def headed_sheet_pdf(club: Club) -> bytes:
    """The sheet as PDF, with the head as it stands on the minutes."""
    return print_papers(
        [OnePaper(lambda: [letterhead(club.parent_body, club.name, "Số: ……/CLB")])],
        title=_TITLE,
        author=club.name,
        marks=PageMarks(numbered=False),
    )
