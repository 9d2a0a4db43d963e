"""The minutes as a paper: read from the books, printed, told on the screen, and kept as printed.

`screens.papers.catalogue` has the table of all papers. ReportLab is loaded to print, not before.
"""

from __future__ import annotations

from screens.papers.paper_makers import meeting_of
from storage.books import Books
from storage.records.kinds import MeetingState
from storage.records.minutes import Block, MinutesContent, MinutesState, Paragraph
from storage.records.papers import PaperWish
from storage.rules.minutes_parts.phrases import roman
from storage.sealing.seal import check_code
from storage.vietnamese import count

_FINAL = frozenset({MeetingState.APPROVED, MeetingState.SEALED})


def read(books: Books, wish: PaperWish) -> MinutesContent:
    """The minutes of the meeting that is wanted.

    Raises:
        Refusal: the club has held none.
    """
    return books.minutes.content(meeting_of(wish), public=wish.public)


def pdf(content: MinutesContent) -> bytes:
    """The minutes after form 1.9."""
    from printouts.minutes import minutes_pdf

    return minutes_pdf(content)


def text(content: MinutesContent) -> tuple[Block, ...]:
    """Everything between the heads and the signatures."""
    blocks: list[Block] = [Paragraph(content.meeting_name), *content.opening]
    for number, part in enumerate(content.parts, start=1):
        blocks += [Paragraph(part.title, f"{roman(number)}."), *part.blocks]
    return (*blocks, *content.closing)


def keep(books: Books, wish: PaperWish, content: MinutesContent) -> None:
    """Keeps that a final copy for the file was made; not if the minutes changed meanwhile."""
    meeting_id = meeting_of(wish)
    digest = books.minutes.digest(meeting_id)
    if content.public or not content.check_code or check_code(digest) != content.check_code:
        return
    books.minutes.printed(meeting_id, digest)


def mark(content: MinutesContent) -> str:
    """In the file's name "so-02" once they have a number, "nhap" before."""
    if content.number is None or content.state is MinutesState.DRAFT:
        return "nhap"
    return f"so-{count(content.number)}"


def copies(books: Books, wish: PaperWish) -> int:
    """As many as the minutes say they are made in; of a draft and of a public copy one."""
    if wish.public or books.meetings.get(meeting_of(wish)).state not in _FINAL:
        return 1
    return max(1, books.club.known().minutes_copies)
