"""Biên bản: the minutes after form 1.9 of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as PrintedParagraph

from printouts.flow import Ending, RoomFor, height_of
from printouts.letterhead import letterhead, title
from printouts.page import ONE_AT_A_TIME, TEXT_WIDTH, PageMarks, Sheet
from printouts.signatures import recipients_block, signature_block
from printouts.styles import STYLES
from printouts.tables import grid
from printouts.text import capitals, markup
from storage.records.minutes import (
    Block,
    MinutesContent,
    MinutesOptions,
    MinutesPart,
    MinutesState,
    MinutesTable,
    Paragraph,
)
from storage.vietnamese import count

_DOCUMENT_TYPE = "BIÊN BẢN"
_NO_NUMBER = "……"
_PUBLIC_COPY = "Bản công khai"
_CONTENTS = "Nội dung:"
_READ_ALOUD = "Biên bản đã được đọc lại cho mọi người cùng nghe."
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something of the body, and whether it only leads what comes after it."""

    flowable: Flowable
    leads: bool = False


def minutes_pdf(content: MinutesContent) -> bytes:
    """The minutes as PDF; the same content makes the same bytes."""
    with ONE_AT_A_TIME:
        return _printed(content)


def _printed(content: MinutesContent) -> bytes:
    target = BytesIO()
    number = _number(content)
    marks = PageMarks(draft=content.state is MinutesState.DRAFT, foot=_foot(content))
    sheet = Sheet(
        target,
        marks,
        title=f"Biên bản: {content.meeting_name}",
        author=content.club_name,
    )
    kind = _PUBLIC_COPY if content.public else ""
    story = [
        letterhead(content.parent_body, content.club_name, number, kind),
        *title(_DOCUMENT_TYPE, content.meeting_name),
        *_text_and_ending(content),
    ]
    sheet.build(story)
    return target.getvalue()


def _number(content: MinutesContent) -> str:
    number = _NO_NUMBER if content.number is None else count(content.number)
    return f"Số: {number}/BB-{content.abbreviation}"


def _foot(content: MinutesContent) -> str:
    codes = [
        f"Mã kiểm tra: {content.check_code}" if content.check_code else "",
        f"Biên bản trước: {content.previous_code}" if content.previous_code else "",
    ]
    return " · ".join(code for code in codes if code)


def _text_and_ending(content: MinutesContent) -> list[Flowable]:
    """The body, its last lines bound to the signatures and to who is sent a copy."""
    pieces = list(_pieces(content))
    bound: list[Flowable] = []
    # One line alone with the signatures would look like a leftover.
    while pieces and _height(bound) < 2 * STYLES.body.leading:
        bound.insert(0, pieces.pop().flowable)
    block = [
        *signature_block(content.signatures, hint=content.options.signature_hint),
        *recipients_block(content.recipients),
    ]
    ending: list[Flowable] = [Ending(bound, block)] if bound else block
    return [*_with_room_for_heads(pieces, bound), *ending]


def _height(flowables: list[Flowable]) -> float:
    return sum(height_of(each, TEXT_WIDTH) - each.getSpaceBefore() for each in flowables)


def _with_room_for_heads(pieces: list[_Piece], after: list[Flowable]) -> Iterator[Flowable]:
    """The pieces, with the question for room before each run of heads."""
    heads: list[Flowable] = []
    for piece in pieces:
        if piece.leads:
            heads.append(piece.flowable)
            continue
        if heads:
            yield RoomFor(heads, piece.flowable)
        yield from (*heads, piece.flowable)
        heads = []
    if heads and after:
        yield RoomFor(heads, after[0])
    yield from heads


def _pieces(content: MinutesContent) -> Iterator[_Piece]:
    yield from map(_paragraph, content.opening)
    if content.parts:
        yield _Piece(PrintedParagraph(_CONTENTS, STYLES.body), leads=True)
    for number, part in enumerate(content.parts, start=1):
        yield from _part(number, part)
    yield from map(_paragraph, content.closing[:-1])
    yield from map(_paragraph, _before_the_end(content.options))
    yield from map(_paragraph, content.closing[-1:])


def _part(number: int, part: MinutesPart) -> Iterator[_Piece]:
    head = f"{_roman(number)}. {capitals(part.title)}"
    yield _Piece(PrintedParagraph(markup(head), STYLES.section), leads=True)
    for block, following in zip(part.blocks, (*part.blocks[1:], None), strict=False):
        yield _block(block, following)


def _block(block: Block, following: Block | None) -> _Piece:
    if isinstance(block, MinutesTable):
        return _Piece(grid(block))
    piece = _paragraph(block)
    introduces = following is not None and block.text.endswith(":")
    return _Piece(piece.flowable, leads=introduces or isinstance(following, MinutesTable))


def _paragraph(paragraph: Paragraph) -> _Piece:
    text = f"{paragraph.mark} {paragraph.text}" if paragraph.mark else paragraph.text
    return _Piece(PrintedParagraph(markup(text), STYLES.body))


def _before_the_end(options: MinutesOptions) -> list[Paragraph]:
    found = [Paragraph(_READ_ALOUD)] if options.read_aloud else []
    if options.copies > 0:
        copies = f"Biên bản được lập thành {count(options.copies)} bản có giá trị như nhau."
        found.append(Paragraph(copies))
    return found


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written
